"""What may be wrong with an article, as a list for whoever writes it.

The checks themselves (`news.checks`) are pure and know no database; here they are given an
article as it stands. Nothing is fetched: links inside the portal are asked of its own addresses.
"""

from collections.abc import Iterable
from itertools import chain, islice

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from django.utils.translation import gettext as _, ngettext

from committees.models import Committee, Department, Meeting, Person
from iad.bilingual import LANGUAGES
from iad.richtext import SafeHTML
from news.checks import (
    blanks,
    department_names,
    links,
    meeting_numbers,
    personal_data,
    structure,
    weekdays,
)
from news.checks.finding import TEXTS, Check, Draft, Finding, Picture
from news.importing.repairs import in_words
from news.models import Article, OldAddress, Page

MOST_LINKS = 50  # asked of the database for one article
MOST_TOLD = 5

CHECKS: tuple[Check, ...] = (
    structure.text_and_date,
    structure.length,
    structure.pictures,
    weekdays.weekdays,
    meeting_numbers.meeting_numbers,
    department_names.department_names,
    blanks.blanks,
    structure.headings,
    links.dead_links,
    personal_data.personal_data,
    structure.translation,
)
# What readers find at the addresses that name a row; the other views stand by themselves.
ROWS = {
    "news:article": Article,
    "news:page": Page,
    "committees:committee": Committee,
    "committees:department": Department,
}


def check(draft: Draft) -> list[Finding]:
    """What blocks publishing first, what only informs last."""
    found = chain.from_iterable(one(draft) for one in CHECKS)
    order = ("blocking", "warning", "information")
    return sorted(found, key=lambda finding: order.index(finding.level))


def findings(article: Article, *, host: str = "") -> list[Finding]:
    """Those of a stored article; ``host`` is the name under which it is being edited."""
    return check(draft_of(article, host=host))


def draft_of(article: Article, *, host: str = "") -> Draft:
    texts = {
        (name, language): getattr(article, f"{name}_{language}") or ""
        for language in LANGUAGES
        for name in TEXTS
    }
    return Draft(
        texts=texts,
        date=article.date,
        source_language=article.source_language,
        pictures=tuple(map(_picture, article.photos.all())),
        departments=tuple(_register()),
        dead_links=_dead_links(article, {host, *settings.ALLOWED_HOSTS}),
    )


def repair_blanks(article: Article, columns: Iterable[str]) -> list[str]:
    """Close the blanks in these columns of ``article``, unsaved, and say in words what was done."""
    repairs = []
    for column in columns:
        name = column.rpartition("_")[0]
        if name in TEXTS and (text := getattr(article, column)):
            mended, done = blanks.repaired(text, is_html=name == "body")
            setattr(article, column, mended)
            repairs += done
    told = [in_words(repair) for repair in islice(repairs, MOST_TOLD)]
    if more := len(repairs[MOST_TOLD:]):
        one, many = "%(count)d more repair of blanks.", "%(count)d more repairs of blanks."
        told.append(ngettext(one, many, more) % {"count": more})
    return told or [_("There were no blanks to repair.")]


def _picture(photo) -> Picture:
    return Picture(
        alt={language: getattr(photo, f"alt_{language}") or "" for language in LANGUAGES},
        caption={language: getattr(photo, f"caption_{language}") or "" for language in LANGUAGES},
        is_decorative=photo.decorative,
    )


def _register() -> list[str]:
    """The departments' Thai names, and those that they had."""
    names = []
    for name, aliases in Department.objects.values_list("name_th", "aliases"):
        names += [name, *(aliases or "").splitlines()]
    return names


# --- links inside the portal ------------------------------------------------------------------


def _dead_links(article: Article, hosts: set[str]) -> frozenset[str]:
    base = article.get_absolute_url() if article.pk else "/"
    written = dict.fromkeys(
        link
        for language in LANGUAGES
        for link in links.links(SafeHTML(getattr(article, f"body_{language}") or ""))
    )
    inside = {
        link: path
        for link in written
        if (path := links.path_inside(link, base=base, hosts=frozenset(hosts))) is not None
    }
    asked = islice(inside.items(), MOST_LINKS)
    return frozenset(link for link, path in asked if not leads_somewhere(path))


def leads_somewhere(path: str) -> bool:
    """Whether a reader who goes to this path of the portal finds something there."""
    if not path.startswith("/"):
        return False
    if path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
        return True  # files are named by lot; nobody types their names
    language = "en" if path == "/en" or path.startswith("/en/") else "th"
    with translation.override(language):
        match = _resolved(path) or _resolved(f"{path}/")
    return match is not None and match.namespace != "admin" and _row_is_public(match, path)


def _resolved(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _row_is_public(match: ResolverMatch, path: str) -> bool:
    asked = match.kwargs
    if match.view_name in ROWS:
        return ROWS[match.view_name].objects.public().filter(**asked).exists()
    if match.view_name == "committees:person":
        return Person.objects.public().at_address(asked["pk"]).exists()
    if match.view_name == "committees:meeting":
        row = {"committee__slug": asked["slug"], "be_year": asked["be_year"]}
        return Meeting.objects.public().filter(**row, number=asked["number"]).exists()
    if match.view_name == "old-address":
        return OldAddress.objects.filter(path=path.rstrip("/")).exists()
    return True
