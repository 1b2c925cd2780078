"""Every kind of public page, and where one of it stands in the sample portal.

A new address of the portal is either a kind of page here or belongs to NO_PAGES; a test of
`tests.browser.gates` says so until it is one of them.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone, translation

from committees.models import Committee, Department, Meeting, Person
from iad.thai.months import month_of
from news.models import Article, Page, Topic
from tests.sample_portal.rarities import GALLERY, GONE, TABLE

NO_PAGES = {
    *("health", "robots", "sitemap", "sitemap-section", "media", "suggest"),
    *("search-feed", "search-rss", "news:feed", "news:rss"),
    *("news:committee-feed", "news:committee-rss"),
    *("committees:meeting-calendar", "committees:committee-calendar", "committees:calendar"),
    *(
        "committees:minutes-pdf",
        "committees:follow-up-csv",
        "news:article-card",
        "committees:meeting-card",
        "card",
    ),
}
STATUS = {
    "withdrawn": 410,
    "old-address": 410,
    "not-found": 404,
    "broken-400": 400,
    "broken-403": 403,
    "broken-403-form": 403,
    "broken-500": 500,
}
LANGUAGES = ("th", "en")


def at(name: str, **query: object) -> Callable[[], str]:
    return lambda: reverse(name) + (f"?{urlencode(query)}" if query else "")


def of_topic(**query: object) -> Callable[[], str]:
    def where() -> str:
        asked = {"topic": Topic.objects.public().order_by("pk").first().slug} | query
        return f"{reverse('news:articles')}?{urlencode(asked)}"

    return where


def one(model: type, query: str = "", **is_so: object) -> Callable[[], str]:
    """The newest such record that readers see."""

    def where() -> str:
        found = model.objects.public().filter(**is_so).order_by("pk").last()
        return found.get_absolute_url() + query

    return where


def of_month() -> str:
    """The month of the last meeting, which has one."""
    latest = Meeting.objects.public().latest("starts_at")
    month = month_of(timezone.localdate(latest.starts_at))
    return f"{reverse('committees:meetings')}?{urlencode({'month': month})}"


def withdrawn() -> str:
    return Article.objects.filter(state="withdrawn").first().get_absolute_url()


def minutes() -> str:
    meeting = Meeting.objects.public().with_committee().filter(minutes_state="certified").first()
    asked = {"slug": meeting.committee.slug, "be_year": meeting.be_year, "number": meeting.number}
    return reverse("committees:minutes", kwargs=asked)


KINDS: dict[str, Callable[[], str]] = {
    "home": at("home"),
    "news": at("news:articles"),
    "news-of-topic": of_topic(),
    "news-page-2": at("news:articles", page=2),
    "news-none": of_topic(year=2563),
    "article": one(Article, meeting__isnull=False, photos__isnull=False, title_en__gt=""),
    "article-no-photo": one(Article, photos=None, title_en__startswith="Bangkok discusses"),
    "article-gallery": one(Article, title_th=GALLERY),
    "article-table": one(Article, title_th=TABLE),
    "article-thai-only": one(Article, title_en=None),
    "article-english-only": one(Article, title_th=None),
    "withdrawn": withdrawn,
    "page": one(Page, parent=None),
    "committees": at("committees:committees"),
    "committee": one(Committee, slug="asean-capitals"),
    "committee-then": one(Committee, query="?on=1/1/2567", slug="asean-capitals"),
    "meeting-held": one(Meeting, committee__slug="asean-capitals", status="held"),
    "meeting-planned": one(Meeting, committee__slug="asean-capitals", status="planned"),
    "meeting-cancelled": one(Meeting, status="cancelled"),
    "minutes": minutes,
    "meetings": at("committees:meetings"),
    "meetings-of-year": at("committees:meetings", year=2563),
    "meetings-of-month": of_month,
    "meetings-none": at("committees:meetings", year=2540),
    "follow-up": at("committees:follow-up"),
    "departments": at("committees:departments"),
    "department": one(Department, assignments__isnull=False),
    "person": one(Person, attendances__isnull=False, memberships__isnull=False),
    "search": at("search"),
    "search-found": at("search", q="ประชุม"),
    "search-nothing": at("search", q="qqqqqq"),
    "site-map": at("site-map"),
    "open-data": at("open-data"),
    "old-address": lambda: GONE,
    "not-found": lambda: f"{reverse('home')}no-such-page/",
    "broken-400": at("broken-400"),
    "broken-403": at("broken-403"),
    "broken-403-form": at("broken-403-form"),
    "broken-500": at("broken-500"),
}


def addresses() -> dict[str, dict[str, str]]:
    """Where each kind stands, in both languages; asks the database."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[language] = {kind: where() for kind, where in KINDS.items()}
    found["en"]["old-address"] = f"/en{GONE}"
    return found
