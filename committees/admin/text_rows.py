"""Who came, which departments, and what was assigned, as read in a text: a choice beside each.

What the register knows for certain is chosen already. What may be one of several is not: a person
chooses. A name that merely resembles one of the register is offered and never taken.
"""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from committees.calling import Capacity
from committees.models import Attendee, Department, Person
from committees.proposing import Likely, Offices
from committees.told import Asked, Present, Represented
from iad.forms import DateField

MOST = 300  # rows of one kind
ROWS = ("who", "office", "topic", "task")
NEW, WRITTEN, SKIP = "new", "written", "skip"
LONGEST_NAME = Attendee._meta.get_field("name_th").max_length
LONGEST_POSITION = Attendee._meta.get_field("position_th").max_length
LONGEST_DEPARTMENT = Department._meta.get_field("name_th").max_length
WIDE = {"class": "vTextField"}
CHOOSE = {"required": gettext_lazy("Choose one.")}


class OfferedField(forms.CharField):
    """Whom the page offers as bearers of that very name; somebody may add one meanwhile.

    What was sent is what was offered then; what is shown is what is offered now.
    """

    widget = forms.HiddenInput

    def bound_data(self, data, initial):
        return initial


class WhoForm(forms.Form):
    """One named person: whom of the register it means, or how it is to stand."""

    offered = OfferedField(required=False, max_length=2000)
    name = forms.CharField(
        label=gettext_lazy("name, with its prefix"),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(WIDE),
    )
    position = forms.CharField(
        label=gettext_lazy("position that day"),
        max_length=LONGEST_POSITION,
        required=False,
        widget=forms.TextInput(WIDE),
    )
    instead_of = forms.CharField(
        label=gettext_lazy("in place of"),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(WIDE),
    )
    capacity = forms.ChoiceField(label=gettext_lazy("capacity"), error_messages=CHOOSE)
    take = forms.ChoiceField(
        label=gettext_lazy("recorded as"), widget=forms.RadioSelect, error_messages=CHOOSE
    )

    def __init__(self, *args, likely: Likely, posts: Mapping[int, str], may_add: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.likely, self.posts, self.may_add = likely, posts, may_add
        self.fields["capacity"].choices = [("", _("choose")), *Capacity.choices]
        self.fields["take"].choices = self._choices()
        self.initial = {"take": self._proposed(), "offered": self._exact()} | self.initial

    def _choices(self) -> list[tuple[str, str]]:
        words = {True: _("%(person)s, of the register"), False: _("%(person)s: a similar name")}
        choices = []
        for one in self.likely:
            told = words[one in self.likely.exact] % {"person": one}
            post = self.posts.get(one.pk)
            choices.append((str(one.pk), f"{told} ({post})" if post else told))
        if self.may_add:
            choices.append((NEW, _("a new person, added to the register")))
        choices.append((WRITTEN, _("as written only, without the register")))
        return [*choices, (SKIP, _("leave out"))]

    def _proposed(self) -> str:
        """The one of that name; nothing where several bear it or somebody's is similar."""
        if len(self.likely.exact) == 1 and not self.likely.alike:
            return str(self.likely.exact[0].pk)
        if self.likely.exact or self.likely.alike:
            return ""
        official = self.initial.get("name") and self.initial.get("position")
        return NEW if self.may_add and official else WRITTEN

    def _exact(self) -> str:
        return ",".join(str(one.pk) for one in self.likely.exact)

    @property
    def is_unsure(self) -> bool:
        return not self["take"].value()

    @property
    def is_left_out(self) -> bool:
        return self["take"].value() == SKIP

    def clean(self):
        said = super().clean()
        take, name = said.get("take"), said.get("name")
        if take == SKIP:
            self._errors.clear()
            return said
        if take == NEW and not name:
            self.add_error("name", _("Write the name of the new person."))
        elif take == WRITTEN and not (name or said.get("position")):
            self.add_error("name", _("Write a name or a position, or leave the line out."))
        if take == NEW and set(self._exact().split(",")) - set(said.get("offered", "").split(",")):
            words = _("Somebody of this name is in the register meanwhile: choose again.")
            self.add_error("take", words)
        return said

    def told(self) -> Present | None:
        said = self.cleaned_data
        if said["take"] == SKIP:
            return None
        return Present(
            said["name"],
            said["position"],
            said["capacity"],
            self._person(said["take"]),
            is_new=said["take"] == NEW,
            instead_of=said["instead_of"],
        )

    def _person(self, take: str) -> Person | None:
        return next((one for one in self.likely if str(one.pk) == take), None)


class OfficeForm(forms.Form):
    """A department that was represented."""

    name = forms.CharField(
        label=gettext_lazy("name as written"),
        max_length=LONGEST_DEPARTMENT,
        widget=forms.TextInput(WIDE),
    )
    take = forms.ChoiceField(label=gettext_lazy("recorded as"), error_messages=CHOOSE)

    def __init__(self, *args, offices: Offices, may_add: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.offices = offices
        new = [(NEW, _("a new department, added to the register"))] if may_add else []
        self.fields["take"].choices = [
            ("", _("choose")),
            (SKIP, _("leave out")),
            *new,
            (WRITTEN, _("as written only, without the register")),
            (_("departments of the register"), departments_of(offices)),
        ]

    @property
    def is_unsure(self) -> bool:
        return not self["take"].value()

    def clean(self):
        said = super().clean()
        if said.get("take") == NEW and self.offices.department(said.get("name")):
            words = _("There is a department of that name: choose it.")
            self.add_error("take", words)
        return said

    def told(self) -> Represented | None:
        take, name = self.cleaned_data["take"], self.cleaned_data["name"]
        if take == SKIP:
            return None
        return Represented(name, by_key(self.offices, take), is_new=take == NEW)


class TaskForm(forms.Form):
    """What departments were asked to do."""

    is_taken = forms.BooleanField(
        label=gettext_lazy("record this assignment"), required=False, initial=True
    )
    task = forms.CharField(
        label=gettext_lazy("task"), max_length=4000, widget=forms.Textarea({"rows": 3})
    )
    departments = forms.MultipleChoiceField(
        label=gettext_lazy("departments asked"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    another = forms.ChoiceField(label=gettext_lazy("another department"), required=False)
    # Named in the text and not in the register, one on each line.
    unknown = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)
    offered = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)
    due_on = DateField(label=gettext_lazy("due on"), required=False)

    def __init__(self, *args, offices: Offices, **kwargs):
        super().__init__(*args, **kwargs)
        self.offices = offices
        offered = str(self["offered"].value() or "").split(",")
        named = [(key, name) for key, name in departments_of(offices) if key in offered]
        unknown = [name for name in str(self["unknown"].value() or "").split("\n") if name.strip()]
        self.fields["departments"].choices = named + [
            (name, _("%(name)s (not in the register)") % {"name": name}) for name in unknown
        ]
        self.fields["another"].choices = [("", "---------"), *departments_of(offices)]

    def clean(self):
        said = super().clean()
        if not said.get("is_taken"):
            self._errors.clear()
        elif not (said.get("departments") or said.get("another")) and not self._errors:
            words = _("Choose the department that was asked, or leave the assignment out.")
            self.add_error("departments", words)
        return said

    def told(self) -> Asked | None:
        said = self.cleaned_data
        if not said.get("is_taken"):
            return None
        keys = dict.fromkeys([*said["departments"], said["another"]])
        found = {key: by_key(self.offices, key) for key in filter(None, keys)}
        return Asked(
            said["task"],
            tuple(one for one in found.values() if one),
            tuple(key for key, one in found.items() if one is None),
            said.get("due_on"),
        )


def departments_of(offices: Offices) -> list[tuple[str, str]]:
    return [(str(one.pk), str(one)) for one in offices.departments]


def by_key(offices: Offices, key: str) -> Department | None:
    return next((one for one in offices.departments if str(one.pk) == key), None)


class LikelyRows(forms.BaseFormSet):
    """Each row with those of the register whom its own name may mean."""

    def get_form_kwargs(self, index):
        kwargs = super().get_form_kwargs(index)
        likely = kwargs["likely"]
        is_there = index is not None and index < len(likely)
        return kwargs | {"likely": likely[index] if is_there else Likely()}


class Beyond(forms.Form):
    """How many the text names beyond what one page takes; they are not dropped without a word."""

    who_beyond = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    office_beyond = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    task_beyond = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def rows_of(form: type[forms.Form], formset=forms.BaseFormSet):
    return forms.formset_factory(form, formset, extra=0, max_num=MOST, absolute_max=MOST)


Who = rows_of(WhoForm, LikelyRows)
Office, Tasks = rows_of(OfficeForm), rows_of(TaskForm)
