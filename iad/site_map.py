"""The map of the website for people: its sections, its standing pages, topics and years."""

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView

from committees.linked_data import list_page
from committees.models import Committee, Meeting
from iad.archive import counts_by_year
from news.models import Article, Page, Topic
from news.page_tree import tree

SECTIONS = (
    ("home", gettext_lazy("Home")),
    ("news:articles", gettext_lazy("News")),
    ("committees:meetings", gettext_lazy("Meetings")),
    ("committees:committees", gettext_lazy("Committees")),
    ("committees:follow-up", gettext_lazy("Follow-up of resolutions")),
    ("committees:departments", gettext_lazy("Departments")),
    ("search", gettext_lazy("Search")),
    ("open-data", gettext_lazy("Open data")),
)


class SiteMap(TemplateView):
    """What readers see, and nothing else: every row comes through ``public()``."""

    template_name = "site_map.html"

    def get_context_data(self, **kwargs):
        pages = Page.objects.public().defer("body", "body_th", "body_en")
        meetings = Meeting.objects.public().order_by("-be_year")
        return super().get_context_data(
            sections=[(reverse(name), label) for name, label in SECTIONS],
            branches=tree(pages),
            committees=Committee.objects.public().alphabetical(),
            topics=Topic.objects.public().alphabetical(),
            news_years=counts_by_year(Article.objects.public(), "date", remembered_as="news"),
            meeting_years=meetings.values_list("be_year", flat=True).distinct(),
            told=list_page(_("Sitemap"), self.request.path),
            **kwargs,
        )
