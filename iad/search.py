"""The search page and what it suggests while somebody types."""

from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from committees.models import Committee, Department
from iad.archive import CountedPaginator
from iad.bilingual import Passage, passage
from iad.finding.answering import PAGE, Answer, How, answer
from iad.finding.results import near_names, results, suggestions
from iad.narrowing import Choice, choice
from iad.templatetags.thai import year_shown
from news.models import Topic

KINDS = {
    "article": gettext_lazy("News"),
    "meeting": gettext_lazy("Meetings"),
    "committee": gettext_lazy("Committees"),
    "department": gettext_lazy("Departments"),
    "person": gettext_lazy("People"),
    "page": gettext_lazy("About this office"),
}
NARROWED_BY = ("kind", "year", "committee", "department", "topic")
MOST_CHOICES = 12  # of one narrowing; the most frequent ones


class SearchAsked:
    """What a reader typed, and how it is narrowed."""

    @cached_property
    def typed(self) -> str:
        return self.request.GET.get("q", "").strip()

    @cached_property
    def narrowed(self) -> dict[str, str]:
        asked = self.request.GET
        return {name: asked[name] for name in NARROWED_BY if asked.get(name)}

    @property
    def query(self) -> str:
        return urlencode({"q": self.typed} | self.narrowed)


class Search(SearchAsked, TemplateView):
    """One box over news, meetings, committees, people, departments and pages."""

    template_name = "search.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(typed=self.typed, **kwargs)
        if not self.typed:
            return context
        found = answer(self.typed, self.narrowed)
        page = CountedPaginator(found, PAGE, total=found.total).get_page(
            self.request.GET.get("page")
        )
        context |= {
            "asked": found.asked,
            "how": found.how.name,
            "total": page.paginator.count,
            "page_obj": page,
            "results": results(page, phrases_to_mark(found)),
            "kinds": KINDS,
            "narrowings": self.narrowings(found),
            "is_narrowed": bool(self.narrowed),
            "query": self.query,
            "without_narrowing": f"?{urlencode({'q': self.typed})}",
        }
        if not page.paginator.count:
            context["near"] = near_names(self.typed)
        return context

    def narrowings(self, found: Answer) -> list[tuple[str, list[Choice]]]:
        counted = found.facets
        named = {
            "kind": (_("Kind"), {key: str(label) for key, label in KINDS.items()}),
            "year": (_("Year"), {year: str(year_shown(year)) for year in counted["year"]}),
            "committee": (_("Committee"), names_of(Committee, "slug", counted)),
            "department": (_("Department"), names_of(Department, "pk", counted)),
            "topic": (_("Topic"), names_of(Topic, "slug", counted)),
        }
        listed = [
            (heading, self.choices(name, labels, counted.get(name, {})))
            for name, (heading, labels) in named.items()
        ]
        return [(heading, choices) for heading, choices in listed if choices]

    def choices(
        self, name: str, labels: dict[str, Passage | str], counts: dict[str, int]
    ) -> list[Choice]:
        order = sorted(counts, reverse=name == "year", key=lambda one: one)
        if name != "year":
            order.sort(key=lambda one: -counts[one])
        asked = {"q": self.typed} | self.narrowed
        return [
            choice(labels[value], asked, name, value, count=counts[value])
            for value in order[:MOST_CHOICES]
            if value in labels
        ]


def phrases_to_mark(found: Answer):
    if found.how is How.AS_ASKED:
        return found.asked.phrases
    return found.asked.loosened().phrases if found.how is How.WORDS_APART else ()


def names_of(model, key: str, counted: dict[str, dict[str, int]]) -> dict[str, Passage]:
    """The names of what readers may see, by the key under which it was counted."""
    values = counted.get(model._meta.model_name, {})
    rows = model.objects.public().filter(**{f"{key}__in": list(values)})
    return {str(getattr(row, key)): passage(row, "name") for row in rows}


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Names for the box, as JSON: text, language, kind and address of each."""
    found = suggestions(request.GET.get("q", ""))
    told = [
        {
            "text": "".join(piece.text for piece in one.title.pieces),
            "language": one.title.language,
            "kind": str(KINDS[one.kind]),
            "address": one.record.get_absolute_url(),
        }
        for one in found
    ]
    return JsonResponse({"suggestions": told}, json_dumps_params={"ensure_ascii": False})
