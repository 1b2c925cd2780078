"""People: whoever is typed anew is compared with the register, by name."""

from django import forms
from django.contrib import admin
from django.db.models import Count
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _, gettext_lazy

from committees.admin.merging import MergingScreens, may_merge
from committees.models import Person
from committees.recognising import like
from iad.admin.desk import DeskAdmin
from iad.bilingual import columns

LONGEST_KEY = 18  # digits; a longer number is no key
NAMES = (*columns("prefix"), *columns("name"))


class PersonForm(forms.ModelForm):
    """Where a like name is in the register, the first saving asks; the second one is deliberate."""

    seen_alike = forms.CharField(label="", required=False, widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk is None and self.is_bound:
            self._ask(like(Person(**{name: cleaned.get(name) or "" for name in NAMES})))
        return cleaned

    def _ask(self, alike: dict) -> None:
        seen = set(self.cleaned_data.get("seen_alike", "").split())
        if {str(pk) for pk in alike} <= seen:
            return
        people = Person.objects.in_bulk(alike)
        links = format_html_join(
            ", ",
            '<a href="{}" target="_blank" rel="noopener">{}</a>',
            ((address_of(people[pk]), people[pk].full_name) for pk in alike),
        )
        asked = _(
            "Somebody of a like name is in the register: {people}. If it is the same person, no new"
            " entry is needed. If it is somebody else, save once more."
        )
        self.add_error(None, format_html(asked, people=links))
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_alike")] = " ".join(map(str, alike))


@admin.register(Person)
class PersonAdmin(MergingScreens, DeskAdmin):
    form = PersonForm
    change_form_template = "admin/committees/person_form.html"
    change_list_template = "admin/committees/person_list.html"
    object_history_template = "admin/committees/person_history.html"
    list_display = ("shown_name", "name_en", "seat_count")
    # With the spellings of entries that were merged.
    search_fields = ("name_th", "name_en", "forwards__name_th", "forwards__name_en")
    ordering = ("sort_th",)

    def get_queryset(self, request):
        seats = Count("memberships", distinct=True)
        return super().get_queryset(request).kept().annotate(seats=seats)

    @admin.display(description=gettext_lazy("name"), ordering="sort_th")
    def shown_name(self, person):
        return person.full_name

    @admin.display(description=gettext_lazy("seats"), ordering="seats")
    def seat_count(self, person):
        return person.seats

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """A merged entry is not edited any more: its screen is that of the kept one."""
        if forward := _forward(object_id):
            told = {"name": forward.full_name, "kept": forward.merged_into.full_name}
            self.message_user(request, _("%(name)s was merged into %(kept)s.") % told)
            return redirect(address_of(forward.merged_into))
        return super().change_view(request, object_id, form_url, extra_context)

    def history_view(self, request, object_id, extra_context=None):
        """With the mergings that can be undone; that of a merged entry is told by the kept one."""
        if forward := _forward(object_id):
            return redirect("admin:committees_person_history", forward.merged_into_id)
        person = self.get_object(request, object_id)
        told = self._mergings_told(request, person) if person else {}
        return super().history_view(request, object_id, told | (extra_context or {}))

    def changelist_view(self, request, extra_context=None):
        may = {"may_merge": may_merge(request.user)}
        return super().changelist_view(request, (extra_context or {}) | may)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and self.has_view_permission(request, obj):
            context |= self._mergings_told(request, obj)
            context["alike"] = Person.objects.in_bulk(like(obj)).values()
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _mergings_told(self, request, person: Person) -> dict:
        return {
            "mergings": person.taken_in.in_force().select_related("duplicate", "by"),
            "may_merge": may_merge(request.user),
        }


def _forward(key: str) -> Person | None:
    if not (key.isdecimal() and len(key) <= LONGEST_KEY):
        return None
    merged = Person.objects.exclude(merged_into=None).select_related("merged_into")
    return merged.filter(pk=key).first()


def address_of(person: Person) -> str:
    return reverse("admin:committees_person_change", args=[person.pk])
