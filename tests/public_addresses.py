"""Every public address of the portal, for whatever stands in the database."""

from urllib.parse import urlencode

from django.core.files.storage import default_storage
from django.urls import URLResolver, reverse
from django.utils import timezone, translation

from committees.models import Committee, Department, Meeting, Person
from iad.api.resources import RESOURCES
from iad.sitemaps import SECTIONS
from iad.thai.months import month_of
from iad.views import OWNERS
from news.models import Article, OldAddress, Page, Topic
from tests.hidden_world import HIDDEN_YEAR

LANGUAGES = ("th", "en")


def each(model, **columns):
    """The arguments of an address for every row, hidden ones included."""
    return lambda: [
        {name: row[column] for name, column in columns.items()}
        for row in model.objects.values(*columns.values())
    ]


def stored_files() -> list[str]:
    """Every file in the store, renditions included."""
    return [name for kind in OWNERS for name in files_under(kind)]


def files_under(folder: str) -> list[str]:
    folders, files = default_storage.listdir(folder)
    inner = [name for one in folders for name in files_under(f"{folder}/{one}")]
    return [f"{folder}/{name}" for name in files] + inner


WALK = {
    "health": lambda: [{}],
    "robots": lambda: [{}],
    "sitemap": lambda: [{}],
    "sitemap-section": lambda: [{"section": name} for name in SECTIONS],
    "home": lambda: [{}],
    "card": lambda: [{}],
    "site-map": lambda: [{}],
    "media": lambda: [{"name": name} for name in stored_files()],
    "old-address": lambda: [],  # by OLD_FORMS, as the old portal wrote them
    "search": lambda: [{}],
    "suggest": lambda: [{}],
    "search-feed": lambda: [{}],
    "search-rss": lambda: [{}],
    "news:articles": lambda: [{}],
    "news:feed": lambda: [{}],
    "news:rss": lambda: [{}],
    "news:committee-feed": each(Committee, slug="slug"),
    "news:committee-rss": each(Committee, slug="slug"),
    "news:article": each(Article, pk="pk"),
    "news:article-card": each(Article, pk="pk"),
    "news:page": each(Page, slug="slug"),
    "committees:committees": lambda: [{}],
    "committees:committee": each(Committee, slug="slug"),
    "committees:meeting": each(Meeting, slug="committee__slug", be_year="be_year", number="number"),
    "committees:meeting-calendar": each(
        Meeting, slug="committee__slug", be_year="be_year", number="number"
    ),
    "committees:meeting-card": each(
        Meeting, slug="committee__slug", be_year="be_year", number="number"
    ),
    "committees:minutes": each(Meeting, slug="committee__slug", be_year="be_year", number="number"),
    "committees:minutes-pdf": each(
        Meeting, slug="committee__slug", be_year="be_year", number="number"
    ),
    "committees:committee-calendar": each(Committee, slug="slug"),
    "committees:calendar": lambda: [{}],
    "committees:meetings": lambda: [{}],
    "committees:follow-up": lambda: [{}],
    "committees:follow-up-csv": lambda: [{}],
    "committees:departments": lambda: [{}],
    "committees:department": each(Department, pk="pk"),
    "committees:person": each(Person, pk="pk"),
    "open-data": lambda: [{}],
    "api:openapi-json": lambda: [{}],
}
for resource in RESOURCES:
    WALK[f"api:{resource.kind}"] = each(resource.model, id="pk")
    lists = (resource.name, f"{resource.name}-csv", f"{resource.name}-jsonl")
    WALK |= {f"api:{name}": lambda: [{}] for name in lists}
OLD_FORMS = ("{}", "{}/", "/th{}", "/en{}")


OPEN_LISTS = {f"api:{resource.name}": resource for resource in RESOURCES}


def narrowings(view: str) -> list[dict]:
    """Everything that a list of the open data may be narrowed by, hidden values included."""
    years = [HIDDEN_YEAR, HIDDEN_YEAR + 1, 2562, 2563]
    departments = Department.objects.values_list("pk", flat=True)
    values = {
        "year": years,
        "topic": Topic.objects.values_list("slug", flat=True),
        "committee": Committee.objects.values_list("slug", flat=True),
        "department": departments,
        "parent": departments,
        "meeting": Meeting.objects.values_list("pk", flat=True),
        "person": Person.objects.values_list("pk", flat=True),
        "language": LANGUAGES,
        "state": ["planned", "held"],
        "kind": ["ordinary"] if view == "api:meetings" else ["committee"],
        "role": ["chair"],
        "current": ["true", "false"],
        "q": ["leak", "open", "title"],
        "limit": [1],
    }
    asked = OPEN_LISTS[view].filters.model_fields
    return [{name: one} for name in asked if name in values for one in values[name]]


def queries(view: str) -> list[dict]:
    """What a reader may ask of a list, true and false."""
    years = [HIDDEN_YEAR, HIDDEN_YEAR + 1, 2562, 2563]
    if view == "search-rss":  # the same entries as in Atom
        return [{}, {"q": "leak"}, {"q": "open"}]
    if view in ("search", "search-feed", "suggest"):
        words = ("leak", "open", "title", "meeting", "1/2563")
        narrowed = [{"q": "open", "kind": kind} for kind in ("article", "meeting", "person")]
        return [{}, *({"q": word} for word in words), *narrowed, {"q": "open", "page": 2}]
    if view == "committees:meetings":
        now = month_of(timezone.localdate())
        months = [now, now.before, now.after, f"{HIDDEN_YEAR}-01", "2563-01"]
        lists = [{"page": 2}, {"page": "last"}, *({"year": year} for year in years)]
        return [{}, *lists, *({"month": month} for month in months)]
    if view == "committees:committee":
        return [{}, {"on": "1/1/2563"}, {"on": "1/1/2450"}]
    if view.startswith("committees:follow-up"):
        departments = Department.objects.values_list("pk", flat=True)
        return [
            {},
            *({"year": year} for year in years),
            *({"department": pk} for pk in departments),
        ]
    if view in OPEN_LISTS:
        return [{}, {"changed_since": "2001-01-01T00:00:00Z"}, *narrowings(view)]
    if view in ("news:articles", "news:feed"):
        slugs = Topic.objects.values_list("slug", flat=True)
        topics = [{"topic": slug} for slug in slugs]
        both = [topic | {"year": year} for topic in topics for year in years]
        return [{}, {"page": 2}, *({"year": year} for year in years), *topics, *both]
    return [{}]


def every_address() -> list[str]:
    found = set()
    for language in LANGUAGES:
        with translation.override(language):
            found |= {
                reverse(view, kwargs=kwargs) + (f"?{urlencode(query)}" if query else "")
                for view, arguments in WALK.items()
                for kwargs in arguments()
                for query in queries(view)
            }
    old = OldAddress.objects.values_list("path", flat=True)
    return sorted(found | {form.format(path) for path in old for form in OLD_FORMS})


def view_names(resolver, room="") -> list[str]:
    """Every pattern behind the front door but those of the desk, which has its own log-in."""
    names = []
    for pattern in resolver.url_patterns:
        if str(pattern.pattern).startswith("admin/"):
            continue
        if not isinstance(pattern, URLResolver):
            names.append(f"{room}{pattern.name or pattern.pattern}")
        else:
            inside = f"{room}{pattern.namespace}:" if pattern.namespace else room
            names += view_names(pattern, inside)
    return names
