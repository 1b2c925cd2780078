"""How a secretary says what differs from "everyone came": a form for each line of the roll."""

import copy
import hashlib

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import construct_instance
from django.utils.translation import gettext as _, gettext_lazy

from committees import calling
from committees.calling import Came, Capacity, Presence
from committees.models import Attendee, Department, Membership
from iad.bilingual import LANGUAGES, columns
from iad.meanwhile import MeanwhileForm
from iad.thai.digits import to_arabic

AS_WRITTEN = "written"
NAMES, POSITIONS, REASONS = columns("name"), columns("position"), columns("reason")
CAME_NAMES, CAME_POSITIONS = columns("came"), columns("came_position")


class PlaceField(forms.IntegerField):
    """The number of a line, in Thai digits too."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 3, "autocomplete": "off"})

    def to_python(self, value):
        return super().to_python(to_arabic(value[:20]) if isinstance(value, str) else value)


def text(label, longest: int, **options):
    return forms.CharField(
        label=label, max_length=longest, required=False, empty_value=None, **options
    )


class WhoForm(forms.Form):
    """A form in which a typed name may be somebody of the register.

    ``people`` gives the register by name (committees.calling.people_by_name). Where several bear
    the name, a choice appears beside it, "as written" among them.
    """

    people = dict

    def person_named(self, names: dict[str, str | None]):
        """The person of the register, or None where the names are kept as written."""
        bearers = {
            str(person.pk): person
            for name in filter(None, names.values())
            for person in self.people().get(calling.key_of_name(name), [])
        }
        if len(bearers) < 2:
            return next(iter(bearers.values()), None)
        choices = [(pk, f"{person.full_name} ({pk})") for pk, person in bearers.items()]
        choices.append((AS_WRITTEN, _("somebody else: keep the name as written")))
        self.fields["which"] = forms.ChoiceField(
            label=_("which of them"), required=False, choices=[("", "---------"), *choices]
        )
        chosen = self.data.get(self.add_prefix("which"), "")
        if chosen not in dict(choices):
            field = next(name for name, typed in names.items() if typed)
            self.add_error(field, _("Several people bear this name: choose who it is."))
        return bearers.get(chosen)


class RollLineForm(WhoForm, MeanwhileForm):
    """One line. One that was not touched stays as it is, whoever changed it meanwhile."""

    place = PlaceField(label=gettext_lazy("number"), min_value=1, max_value=9999)
    came_th = text(gettext_lazy("who came (in Thai)"), 200)
    came_en = text(gettext_lazy("who came (in English)"), 200)
    came_position_th = text(gettext_lazy("position of who came (in Thai)"), 300)
    came_position_en = text(gettext_lazy("position of who came (in English)"), 300)
    name_th = text(gettext_lazy("name (in Thai)"), 200)
    name_en = text(gettext_lazy("name (in English)"), 200)
    position_th = text(gettext_lazy("position that day (in Thai)"), 300)
    position_en = text(gettext_lazy("position that day (in English)"), 300)
    reason_th = text(gettext_lazy("reason of absence (in Thai)"), 200)
    reason_en = text(gettext_lazy("reason of absence (in English)"), 200)
    substitute_for = forms.TypedChoiceField(
        label=gettext_lazy("in place of"), required=False, empty_value=None
    )
    remove = forms.BooleanField(label=gettext_lazy("remove this line"), required=False)

    class Meta:
        model = Attendee
        fields = (
            *("presence", "capacity", "is_public", "substitute_for"),
            *(*NAMES, *POSITIONS, *REASONS),
        )
        widgets = {"presence": forms.RadioSelect}

    def __init__(self, *args, place: int, seats: dict[str, Membership], people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = people
        self.initial["place"] = place
        self.stored = copy.copy(self.instance)
        self.is_untouched = False
        for name in self._beside_the_point():
            del self.fields[name]
        if "substitute_for" in self.fields:
            field = self.fields["substitute_for"]
            field.coerce = seats.get
            self.initial["substitute_for"] = str(self.stored.substitute_for_id or "")
            field.choices = [("", "---------"), *((pk, seat.holder) for pk, seat in seats.items())]
        if self.is_substitute and self.stored.membership_id:
            self.initial |= self._who_came()

    def _beside_the_point(self) -> set[str]:
        """The fields that say nothing of such a line."""
        line = self.stored
        if line.meeting.is_locked:
            return set(self.fields) - {"is_public", "opened_with"}
        if not line.membership_id:
            return {*CAME_NAMES, *CAME_POSITIONS} | (set(NAMES) if line.person_id else set())
        if self.is_substitute:
            return {*NAMES, *POSITIONS, "substitute_for"}
        return {"substitute_for"} | (set(NAMES) if line.person_id else set())

    def _who_came(self) -> dict[str, str]:
        line, who = self.stored, {}
        for language in LANGUAGES:
            written = getattr(line, f"name_{language}") or ""
            named = calling.name_in(language, line.person) if line.person else written
            who[f"came_{language}"] = named
            who[f"came_position_{language}"] = getattr(line, f"position_{language}")
        return who

    @property
    def is_substitute(self) -> bool:
        return self.stored.presence == Presence.SUBSTITUTE

    @property
    def is_changed(self) -> bool:
        return calling.values_of(self.instance) != calling.values_of(self.stored)

    @property
    def groups(self) -> dict[str, list]:
        """The fields as the opened line shows them, by what they are about."""
        parts = {
            "presence": ("presence",),
            "came": (*CAME_NAMES, *CAME_POSITIONS, "substitute_for"),
            "reason": REASONS,
            "line": ("which", *NAMES, *POSITIONS, "capacity", "is_public", "remove"),
        }
        shown = {}
        for part, names in parts.items():
            shown[part] = [self[name] for name in names if name in self.fields]
        return shown

    def _digest(self, row) -> str:
        values = map(str, calling.values_of(row))
        return hashlib.sha256("\x1f".join(values).encode()).hexdigest()[:16]

    def _stored(self):
        """The row as this request read and locked it (committees.calling.locked_roll_of)."""
        return self.stored

    def clean(self):
        if not self.errors:
            typed = copy.copy(self.stored)
            self._say(typed)
            self.is_untouched = self._digest(typed) == self.cleaned_data.get("opened_with")
        return self.cleaned_data if self.errors or self.is_untouched else super().clean()

    def _post_clean(self):
        """The rules of the whole roll are asked by the act, in a few queries for all lines."""
        if not self.errors and not self.is_untouched:
            self._say(self.instance)

    def _say(self, line: Attendee) -> None:
        """Write what was typed onto the line."""
        construct_instance(self, line, self._meta.fields, self._meta.exclude)
        if "capacity" in self.changed_data and "is_public" not in self.changed_data:
            line.is_public = line.is_public and line.capacity != Attendee.Capacity.GUEST
        if "presence" not in self.fields:
            return
        presence = self.cleaned_data["presence"]
        self._refuse_what_would_be_lost(presence)
        if line.membership_id and presence == Presence.SUBSTITUTE:
            self._stand_in(line)
        elif line.membership_id and self.is_substitute:
            calling.take_seat(line, presence)
        elif {*NAMES} & set(self.changed_data):
            person = self.person_named({name: self.cleaned_data[name] for name in NAMES})
            if person:
                line.person, line.name_th, line.name_en = person, None, None
        if presence != Presence.SUBSTITUTE:
            line.substitute_for = None
        if presence != Presence.ABSENT:
            line.reason_th = line.reason_en = None

    def _stand_in(self, line: Attendee) -> None:
        names = {name: self.cleaned_data[name] for name in CAME_NAMES}
        person = self.stored.person if self.is_substitute else None
        anew = {name: typed for name, typed in names.items() if name in self.changed_data}
        if anew:  # where the register named both languages, only what was typed anew speaks
            names = anew if person else names
            person = self.person_named(names)
        as_written = {f"name_{name[-2:]}": typed for name, typed in names.items()}
        positions = {f"position_{name[-2:]}": self.cleaned_data[name] for name in CAME_POSITIONS}
        try:
            calling.stand_in(line, Came(person, as_written, positions))
        except ValidationError as error:
            if not self.has_error("came_th"):
                self.add_error("came_th", error)

    def _refuse_what_would_be_lost(self, presence: str) -> None:
        def is_new(names):
            return any(self.cleaned_data.get(name) and name in self.changed_data for name in names)

        came = (*CAME_NAMES, *CAME_POSITIONS, "substitute_for")
        if presence != Presence.ABSENT and is_new(REASONS):
            self.add_error("presence", _("A reason of absence is written: choose “absent”."))
        if presence != Presence.SUBSTITUTE and is_new(came):
            self.add_error("presence", _("A substitute is written: choose “came as a substitute”."))


class AddLineForm(WhoForm):
    """A guest, a participant, or a department without a named person."""

    capacity = forms.ChoiceField(
        label=gettext_lazy("capacity"), choices=Capacity.choices, initial=Capacity.GUEST
    )
    name_th = text(gettext_lazy("name (in Thai)"), 200)
    name_en = text(gettext_lazy("name (in English)"), 200)
    position_th = text(gettext_lazy("position that day (in Thai)"), 300)
    position_en = text(gettext_lazy("position that day (in English)"), 300)
    department = forms.ModelChoiceField(
        label=gettext_lazy("department"), queryset=Department.objects.none(), required=False
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = people
        self.fields["department"].queryset = Department.objects.current().alphabetical()

    @property
    def is_filled(self) -> bool:
        return bool({*NAMES, *POSITIONS, "department"} & set(self.changed_data))

    def clean(self):
        if self.errors or not self.is_filled:
            return self.cleaned_data
        typed = self.cleaned_data
        names = {name: typed[name] for name in NAMES}
        if person := self.person_named(names):
            names = {}
        self.line = Attendee(
            person=person,
            department=typed["department"],
            capacity=typed["capacity"],
            **names,
            **{name: typed[name] for name in POSITIONS},
        )
        return typed
