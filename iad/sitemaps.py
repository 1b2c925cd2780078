"""The map of the portal for search engines: every public page in both languages, and its pictures.

https://www.sitemaps.org/protocol.html. A file holds so many records, each once in Thai and once in
English, and both name one another. Where it is not known when a page last changed, nothing is said:
a meeting's page changes with its agenda, a committee's with every seat.
"""

from django.contrib.sitemaps import Sitemap, views
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import override
from django.views.decorators.http import require_safe

from committees.models import Committee, Department, Meeting, Person
from iad.bilingual import LANGUAGES, OFFICIAL
from news.models import Article, Page, Photo

RECORDS = 500  # of one file: 1,000 addresses, each with its alternates
PAGES = (
    "home",
    "news:articles",
    "committees:committees",
    "committees:meetings",
    "committees:departments",
    "committees:follow-up",
    "site-map",
)


class Section(Sitemap):
    """One kind of record; a file asks for its own records only, however many there are."""

    def address(self, record) -> str:
        return record.get_absolute_url()

    def lastmod(self, record):
        return None

    def pictures(self, record) -> list[str]:
        return []

    def get_latest_lastmod(self):
        """Not said: a page that was withdrawn changes its file and is the newest of nothing."""

    @cached_property
    def paginator(self):
        return Paginator(self.items(), RECORDS)

    def get_urls(self, page=1, site=None, protocol=None):
        host = f"{protocol}://{site.domain}"
        return [
            told
            for record in self.paginator.page(page).object_list
            for told in self._in_each_language(record, host)
        ]

    def _in_each_language(self, record, host: str):
        addresses = {}
        for language in LANGUAGES:
            with override(language):
                addresses[language] = host + self.address(record)
        alternates = [*addresses.items(), ("x-default", addresses[OFFICIAL])]
        pictures = [f"{host}{address}" for address in self.pictures(record)]
        for address in addresses.values():
            yield {
                "location": address,
                "lastmod": self.lastmod(record),
                "alternates": alternates,
                "pictures": pictures,
            }


class Pages(Section):
    """The lists, which stand whatever is in them."""

    def items(self):
        return PAGES

    def address(self, record) -> str:
        return reverse(record)


class Texts(Section):
    """What staff publish: readers are told when it changed, so search engines are too."""

    def lastmod(self, record):
        return record.changed_at or record.first_published_at


class Articles(Texts):
    def items(self):
        shown = Article.objects.public().only("changed_at", "first_published_at")
        return shown.order_by("pk").prefetch_related(Prefetch("photos", Photo.objects.public()))

    def pictures(self, record) -> list[str]:
        return [photo.image.url for photo in record.photos.all()]


class StandingPages(Texts):
    def items(self):
        return Page.objects.public().only("slug", "changed_at", "first_published_at").order_by("pk")


class Meetings(Section):
    def items(self):
        shown = Meeting.objects.public().with_committee().order_by("pk")
        return shown.only("number", "be_year", "committee__slug")


class Committees(Section):
    def items(self):
        return Committee.objects.public().only("slug").order_by("pk")


class Departments(Section):
    def items(self):
        return Department.objects.public().only("pk").order_by("pk")


class People(Section):
    def items(self):
        return Person.objects.public().only("pk").order_by("pk")


SECTIONS = {
    "lists": Pages,
    "articles": Articles,
    "pages": StandingPages,
    "meetings": Meetings,
    "committees": Committees,
    "departments": Departments,
    "people": People,
}


@require_safe
def index(request):
    """The files there are; a kind of which nothing is public has none."""
    sections = {name: section() for name, section in SECTIONS.items()}
    filled = {name: section for name, section in sections.items() if section.paginator.count}
    return views.index(request, filled, sitemap_url_name="sitemap-section")


@require_safe
def section(request, section):
    return views.sitemap(request, SECTIONS, section)
