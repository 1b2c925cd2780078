"""What every screen of the desk shares: dates as the office writes them, tabs for two languages."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import (
    TabbedDjangoJqueryTranslationAdmin,
    TranslationStackedInline,
)
from modeltranslation.translator import translator

from iad.archive import years_of
from iad.fields import ProseField
from iad.finding.desk import keys_of
from iad.forms import ADMIN_FIELDS
from iad.language_names import without_language
from iad.thai.dates import ce_year
from iad.thai.digits import to_arabic

MOST_ROWS = 500  # of one form: whoever claims more makes the machine draw them all
LONGEST_SEARCH = 200  # characters; longer ones no database looks up gladly


FIELDS = ADMIN_FIELDS | {ProseField: {"widget": AdminTextareaWidget(attrs={"rows": 4})}}


class Desk:
    """Dates, times and searches as staff type them."""

    formfield_overrides = FIELDS
    list_per_page = 50
    save_on_top = False

    def get_search_results(self, request, queryset, search_term):
        """As Django's, and folded as readers' search: ๑/๒๕๖๓, blanks, names without prefix."""
        term = to_arabic(search_term[:LONGEST_SEARCH])
        found, may_repeat = super().get_search_results(request, queryset, term)
        keys = keys_of(self.model, term) if term.strip() and self.search_fields else None
        if keys is None:
            return found, may_repeat
        either = Q(pk__in=found.order_by().values("pk")) | Q(pk__in=keys)
        return queryset.filter(either), False

    def construct_change_message(self, request, form, formsets, add=False):
        """Names of fields as the catalogue knows them, so that the log reads in Thai, too."""
        message = super().construct_change_message(request, form, formsets, add)
        for act in (act for entry in message for act in entry.values()):
            if "fields" in act:
                act["fields"] = list(dict.fromkeys(map(name_of_field, act["fields"])))
        return message

    def get_view_on_site_url(self, obj=None):
        """Only where readers find something; a draft has no page yet."""
        if obj is None or not hasattr(obj, "get_absolute_url"):
            return None
        is_public = type(obj)._default_manager.public().filter(pk=obj.pk).exists()
        return obj.get_absolute_url() if is_public else None


def name_of_field(label: str) -> str:
    """title, of the label Title (Thai) that `label_in` and Django made of it."""
    bare = without_language(label)
    return bare[:1].lower() + bare[1:]


class DeskAdmin(Desk, TabbedDjangoJqueryTranslationAdmin):
    """A screen for records in two languages, a tab for each."""

    class Media:
        js = ("js/desk-languages.js", "js/desk-names.js")


class DeskStackedInline(TranslationStackedInline):
    formfield_overrides = FIELDS
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.absolute_max = MOST_ROWS
        return formset


def all_but_english(model: type[Model]) -> set[str]:
    """The columns that a translator reads and does not write."""
    names = {field.name for field in model._meta.get_fields() if field.concrete}
    originals = set(translator.get_options_for_model(model).all_fields)
    return {name for name in names - originals if not name.endswith("_en")}


class BuddhistYearFilter(admin.SimpleListFilter):
    """Narrows a list to one B.E. year; subclasses name the date column."""

    title = _("year (B.E.)")
    parameter_name = "be_year"
    column = "date"

    def lookups(self, request, model_admin):
        rows = model_admin.get_queryset(request)
        return [(str(year), str(year)) for year in years_of(rows, self.column)]

    def queryset(self, request, queryset: QuerySet):
        if self.value() is None:
            return queryset
        if not (self.value().isdecimal() and len(self.value()) == 4):
            return queryset.none()
        return queryset.filter(**{f"{self.column}__year": ce_year(int(self.value()))})
