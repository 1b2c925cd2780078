"""The agenda of a meeting on one screen: its sections, its items, their order."""

from collections import defaultdict

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count
from django.shortcuts import redirect
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from committees import discussing
from committees.admin.screens import MeetingScreens
from committees.models import AgendaHeading
from committees.models.agenda import shown_numbers
from committees.models.heading import MOST_SECTIONS, sections_of

LONGEST_PASTE = 100_000  # characters typed under one section


class HeadingForm(forms.ModelForm):
    # The number it had when the screen was opened; empty for a new section.
    was = forms.IntegerField(required=False, widget=forms.HiddenInput)
    # A number input takes no Thai digits.
    number = forms.IntegerField(
        label=gettext_lazy("number of the section"),
        min_value=1,
        max_value=MOST_SECTIONS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
    )

    class Meta:
        model = AgendaHeading
        fields = ("number", "purpose", "title_th", "title_en")
        labels = {
            "title_th": gettext_lazy("title in Thai"),
            "title_en": gettext_lazy("title in English"),
        }


HeadingForms = forms.formset_factory(
    HeadingForm, extra=1, can_delete=True, max_num=MOST_SECTIONS, absolute_max=MOST_SECTIONS + 4
)


class Typed:
    """What was sent from the agenda: every item's place, and new titles under the sections."""

    def __init__(self, data):
        self.seen = data.get("seen", "")
        self.places = self._places(data.getlist("place"))
        self.titles = {
            int(name.removeprefix("titles-")): value[:LONGEST_PASTE]
            for name, value in data.items()
            if name.startswith("titles-") and name.removeprefix("titles-").isdecimal()
            if len(name) < 12
        }
        self.errors: dict[int, list[str]] = defaultdict(list)

    @staticmethod
    def _places(sent: list[str]) -> list[tuple[int, int]]:
        """The ids of items in their order, each section's before it as "s5"."""
        places, section = [], 0
        for one in sent:
            digits = one.removeprefix("s")
            if not (digits.isdecimal() and len(digits) <= 18):
                raise ValidationError(_("The items of this agenda are others by now."))
            if one.startswith("s"):
                section = int(digits)
            else:
                places.append((int(digits), section))
        return places

    def read_titles(self) -> dict[int, list[str]]:
        read = {}
        for section, text in self.titles.items():
            try:
                read[section] = discussing.read_titles(text)
            except ValidationError as error:
                self.errors[section] = error.messages
        if self.errors:
            raise ValidationError(_("Nothing was saved yet: mend the lines that are marked."))
        return {section: titles for section, titles in read.items() if titles}


class Agenda(MeetingScreens):
    """The screen of the agenda."""

    def get_urls(self):
        return [
            self.screen("<int:pk>/agenda/", self.agenda_view, "agenda"),
            *super().get_urls(),
        ]

    def agenda_view(self, request, pk):
        if not request.user.has_perm("committees.view_agendaitem"):
            raise PermissionDenied
        if request.method != "POST":
            return self._agenda_page(request, self.meeting_to_read(request, pk))
        with transaction.atomic():
            meeting = self.meeting_to_change(request, pk)
            if not request.user.has_perm("committees.change_agendaitem"):
                raise PermissionDenied
            save = self._save_sections if "_sections" in request.POST else self._save_agenda
            return save(request, meeting)

    def _save_agenda(self, request, meeting):
        typed = None
        try:
            typed = Typed(request.POST)
            with transaction.atomic():
                done = self._arrange_and_add(request, meeting, typed)
        except ValidationError as error:
            return self._agenda_page(request, meeting, typed=typed, errors=error.messages)
        self.message_user(request, " ".join(done) or _("Nothing was changed."))
        return redirect(self.address("agenda", meeting.pk))

    def _arrange_and_add(self, request, meeting, typed: Typed) -> list[str]:
        now = discussing.agenda_of(meeting)
        if typed.seen != discussing.fingerprint(now):
            raise ValidationError(
                _("Somebody changed this agenda meanwhile. Nothing was saved yet; save once more.")
            )
        new = typed.read_titles()
        done = []
        places = typed.places
        if discussing.arrange(meeting, by=request.user, places=places):
            done.append(_("The order was saved."))
        if "move" in request.POST:
            pk, _colon, step = request.POST["move"].partition(":")
            if not (pk.isdecimal() and len(pk) <= 18 and step in {"1", "-1"}):
                raise ValidationError(_("The items of this agenda are others by now."))
            places = discussing.moved(discussing.agenda_of(meeting), int(pk), int(step))
            if discussing.arrange(meeting, by=request.user, places=places):
                done.append(_("The item was moved."))
        count = sum(
            len(discussing.add_items(meeting, by=request.user, section=section, titles=titles))
            for section, titles in new.items()
        )
        if count:
            told = ngettext("%(count)d item was added.", "%(count)d items were added.", count)
            done.append(told % {"count": count})
        return done

    def _save_sections(self, request, meeting):
        forms_typed = HeadingForms(request.POST, prefix="headings")
        errors = []
        if forms_typed.is_valid():
            headings = [
                (form.cleaned_data.get("was"), form.instance)
                for form in forms_typed
                if form.has_changed() or form.cleaned_data.get("was")
                if form.cleaned_data and not form.cleaned_data["DELETE"]
            ]
            if request.POST.get("seen") == discussing.fingerprint(discussing.agenda_of(meeting)):
                try:
                    discussing.change_sections(meeting, by=request.user, headings=headings)
                except ValidationError as error:
                    errors = error.messages
                else:
                    self.message_user(request, _("The sections were saved."))
                    return redirect(self.address("agenda", meeting.pk))
            else:
                errors = [
                    _(
                        "Somebody changed this agenda meanwhile. Nothing was saved yet;"
                        " save once more."
                    )
                ]
        else:
            errors = [_("Please correct the errors below."), *forms_typed.non_form_errors()]
        return self._agenda_page(request, meeting, headings=forms_typed, errors=errors)

    def _agenda_page(self, request, meeting, *, typed=None, headings=None, errors=()):
        """The agenda as it stands, or as somebody has just typed it, with what is wrong."""
        may_change = (
            not meeting.is_locked
            and self.has_change_permission(request, meeting)
            and request.user.has_perm("committees.change_agendaitem")
        )
        agenda = self._agenda_shown(meeting)
        seen = discussing.fingerprint(agenda)
        if typed:
            agenda = laid_out(agenda, typed.places)
        if may_change and headings is None:
            headings = HeadingForms(prefix="headings", initial=rows_of(meeting))
        titles = typed.titles if typed else {}
        wrong = typed.errors if typed else {}
        item_count = sum(len(items) for _section, items in agenda)
        return self.page(
            request,
            "agenda",
            meeting,
            _("Agenda of meeting %(reference)s") % {"reference": meeting.reference},
            agenda=[
                (section, items, titles.get(section.number, ""), wrong.get(section.number))
                for section, items in agenda
            ],
            headings=headings,
            sections_are_open=bool(headings and headings.is_bound),
            seen=seen,
            may_change=may_change,
            may_delete=may_change and request.user.has_perm("committees.delete_agendaitem"),
            item_count=item_count,
            problems=errors,
        )

    def _agenda_shown(self, meeting) -> discussing.Agenda:
        items = list(
            meeting.agenda.select_related("follows__meeting").annotate(
                decided=Count("resolutions", distinct=True),
                assigned=Count("resolutions__assignments", distinct=True),
            )
        )
        earlier = {item.follows.meeting_id for item in items if item.follows_id}
        numbers = shown_numbers(earlier) if earlier else {}
        for item in items:
            item.follows_number = numbers.get(item.follows_id, "")
        return discussing.agenda_of(meeting, items)


def laid_out(agenda: discussing.Agenda, places: list[tuple[int, int]]) -> discussing.Agenda:
    """The agenda in the order somebody gave it; what they did not know of stays where it is."""
    items = {item.pk: item for _section, of_section in agenda for item in of_section}
    there = {section.number for section, _items in agenda}
    given = {pk: section for pk, section in places if pk in items and section in there}
    columns: dict[int, list] = {number: [] for number in there}
    for pk, section in given.items():
        columns[section].append(items[pk])
    for item in items.values():
        if item.pk not in given:
            columns[item.section].append(item)
    return [(section, columns[section.number]) for section, _items in agenda]


def rows_of(meeting) -> list[dict]:
    """The meeting's own sections, or the standard ones to begin with."""
    own = {row.number: row for row in meeting.headings.all()}
    return [
        {
            "was": one.number,
            "number": one.number,
            "purpose": one.purpose.value,
            "title_th": own[one.number].title_th if own else "",
            "title_en": own[one.number].title_en if own else "",
        }
        for one in sections_of(meeting)
    ]
