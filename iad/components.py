"""The living page of components: the pieces of every page, drawn by the sheets that readers get."""

from django.core.paginator import Paginator
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView

from committees.models import Meeting
from iad.bilingual import Passage, other_language
from iad.narrowing import choice
from news.models import Article

SHOWN = 3
# The values of static/css/tokens.css: what is written, on what ground.
PAIRS = (
    ("ink", "ground", gettext_lazy("text on the page")),
    ("ink", "paper", gettext_lazy("text on a card")),
    ("ink-soft", "paper", gettext_lazy("what stands beside the text")),
    ("green", "paper", gettext_lazy("links")),
    ("green", "green-soft", gettext_lazy("tags and notices")),
    ("on-button", "button", gettext_lazy("buttons")),
    ("warning", "warning-soft", gettext_lazy("warnings")),
    ("on-band", "band", gettext_lazy("the band above and below the page")),
)


class Components(TemplateView):
    """For developers and staff: what a piece is called, how it looks, in which sheet it stands."""

    template_name = "components.html"

    def get_context_data(self, **kwargs):
        meetings = Meeting.objects.public().with_committee()
        return super().get_context_data(
            pairs=PAIRS,
            articles=Article.objects.public().newest_first().for_listing()[:SHOWN],
            meetings=meetings.order_by("-starts_at", "-pk")[:SHOWN],
            page_obj=Paginator(range(200), 20).page(5),
            foreign=Passage("…", other_language()),
            narrowings=[
                (_("Year"), [choice("2569", {"year": "2569"}, "year", "2569", count=12)]),
                (_("Topic"), [choice(_("Sister cities"), {}, "topic", "sister-cities")]),
            ],
            **kwargs,
        )
