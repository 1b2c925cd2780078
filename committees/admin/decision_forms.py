"""How a secretary types what was decided on an item and who must act on it."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy

from committees.discussing import USUAL_WORDS
from committees.models import AgendaItem, Assignment, Department, Progress, Resolution
from iad.bilingual import passage
from iad.forms import DateField
from iad.meanwhile import MeanwhileForm

MOST_RESOLUTIONS = 20  # of one item
MOST_ASSIGNMENTS = 60  # of one resolution
NOT_CHOSEN = [("", "–")]


def prose(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class KnownColumns(MeanwhileForm):
    """Compares what the form shows; a set of forms adds keys to it after it was opened."""

    def _columns(self):
        return sorted(self.Meta.fields)


class Register:
    """The departments that a task may be given to; read once for all rows of a page."""

    def __init__(self, item: AgendaItem):
        self.item = item

    @cached_property
    def by_pk(self) -> dict[str, Department]:
        asked = Q(closed_on=None) | Q(assignments__resolution__item=self.item.pk or 0)
        rows = Department.objects.filter(asked).distinct().alphabetical()
        return {str(row.pk): row for row in rows}

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        return [(pk, str(row)) for pk, row in self.by_pk.items()]


class DepartmentField(forms.ChoiceField):
    def clean(self, value):
        return self.register.by_pk.get(super().clean(value))

    def has_changed(self, initial, data):
        return str(initial or "") != str(data or "")


class AssignmentForm(KnownColumns):
    department = DepartmentField(label=gettext_lazy("department"))
    due_on = DateField(label=gettext_lazy("due on"), required=False)

    class Meta:
        model = Assignment
        fields = ("department", "task_th", "task_en", "due_on")
        labels = {
            "task_th": gettext_lazy("task in Thai"),
            "task_en": gettext_lazy("task in English"),
        }
        widgets = {"task_th": prose(), "task_en": prose()}

    def __init__(self, *args, register: Register, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["department"].register = register
        self.fields["department"].choices = NOT_CHOSEN + register.choices


class SeveralForm(forms.Form):
    """The same task to several departments at once."""

    departments = forms.MultipleChoiceField(
        label=gettext_lazy("departments"), required=False, widget=forms.CheckboxSelectMultiple
    )
    task_th = forms.CharField(label=gettext_lazy("task in Thai"), required=False, widget=prose())
    task_en = forms.CharField(label=gettext_lazy("task in English"), required=False, widget=prose())
    due_on = DateField(label=gettext_lazy("due on"), required=False)

    def __init__(self, *args, register: Register, **kwargs):
        super().__init__(*args, **kwargs)
        self.register = register
        self.fields["departments"].choices = register.choices

    def clean_departments(self):
        return [self.register.by_pk[pk] for pk in self.cleaned_data["departments"]]

    def clean(self):
        cleaned = super().clean()
        typed = cleaned.get("task_th") or cleaned.get("task_en")
        if cleaned.get("departments") and not typed:
            self.add_error("task_th", _("Write the task in Thai or in English."))
        if typed and not cleaned.get("departments") and "departments" not in self.errors:
            self.add_error("departments", _("Choose the departments."))
        return cleaned


class ResolutionForm(KnownColumns):
    # A number input takes no Thai digits.
    order = forms.IntegerField(
        label=gettext_lazy("order"),
        required=False,
        min_value=0,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
    )

    class Meta:
        model = Resolution
        fields = ("kind", "text_th", "text_en", "order")
        labels = {
            "text_th": gettext_lazy("text in Thai"),
            "text_en": gettext_lazy("text in English"),
        }
        widgets = {"text_th": prose(3), "text_en": prose(3)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            *([] if self.instance.pk else NOT_CHOSEN),
            *((kind.value, f"{kind.label} – {USUAL_WORDS[kind]}") for kind in Resolution.Kind),
        ]
        self.fields["kind"].required = bool(self.instance.pk)
        if not self.instance.pk:
            # Nothing is decided until somebody chooses.
            self.initial.update(kind="", order=None)

    def clean(self):
        cleaned = super().clean()
        assigns = getattr(self, "assigns", False)
        if not cleaned.get("kind") and "kind" not in self.errors:
            if assigns:
                cleaned["kind"] = Resolution.Kind.ASSIGNED
            elif self.has_changed():
                self.add_error("kind", _("Choose the kind of the resolution."))
        if cleaned.get("kind") and not (cleaned.get("text_th") or cleaned.get("text_en")):
            cleaned["text_th"] = USUAL_WORDS[cleaned["kind"]]
        if cleaned.get("order") is None:
            # New ones stand after those that are there.
            cleaned["order"] = self.instance.order if self.instance.pk else 999
        return cleaned

    def has_changed(self):
        """A block in which only departments were typed is a resolution to assign."""
        return super().has_changed() or getattr(self, "assigns", False)

    @property
    def summary(self) -> str:
        return passage(self.instance, "text").text


def marked(rows: forms.BaseFormSet) -> list[forms.ModelForm]:
    """The rows that are in the record and are to be removed."""
    return [
        form
        for form in rows.initial_forms
        if form.instance.pk and getattr(form, "cleaned_data", {}).get("DELETE")
    ]


class KnownRows(forms.BaseInlineFormSet):
    """Tells of rows that were removed meanwhile, where Django would drop what was typed."""

    def clean(self):
        super().clean()
        if any(form.instance.pk is None for form in self.initial_forms):
            raise ValidationError(_("Somebody deleted this meanwhile."))


class AssignmentRows(KnownRows):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Remove this assignment")

    def clean(self):
        super().clean()
        removed = [form.instance.pk for form in marked(self)]
        if removed and Progress.objects.filter(assignment__in=removed).exists():
            raise ValidationError(_("Progress was reported on an assignment: it is not removed."))


AssignmentForms = forms.inlineformset_factory(
    Resolution,
    Assignment,
    form=AssignmentForm,
    formset=AssignmentRows,
    extra=2,
    max_num=MOST_ASSIGNMENTS,
    absolute_max=MOST_ASSIGNMENTS + 10,
)


class ResolutionRows(KnownRows):
    """Resolutions, each with its ``assignments`` and with ``several`` to assign at once."""

    def __init__(self, *args, register: Register, **kwargs):
        self.register = register
        super().__init__(*args, **kwargs)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Remove this resolution")
        sent = {"data": self.data} if self.is_bound else {}
        form.assignments = AssignmentForms(
            **sent,
            instance=form.instance,
            queryset=self._assignments_of(form.instance),
            prefix=f"{form.prefix}-assignments",
            form_kwargs={"register": self.register},
        )
        form.several = SeveralForm(**sent, prefix=f"{form.prefix}-several", register=self.register)
        if self.is_bound:
            form.assigns = form.several.has_changed() or any(
                one.has_changed() for one in form.assignments
            )

    def _assignments_of(self, resolution: Resolution):
        rows = Assignment.objects.filter(resolution=resolution.pk or 0)
        return rows.select_related("department")

    def is_valid(self):
        return super().is_valid() and all(
            form.assignments.is_valid() and form.several.is_valid()
            for form in self.forms
            if form not in marked(self)
        )

    def clean(self):
        super().clean()
        removed = [form.instance.pk for form in marked(self)]
        if removed and Progress.objects.filter(assignment__resolution__in=removed).exists():
            raise ValidationError(_("Progress was reported on an assignment: it is not removed."))


ResolutionForms = forms.inlineformset_factory(
    AgendaItem,
    Resolution,
    form=ResolutionForm,
    formset=ResolutionRows,
    extra=1,
    max_num=MOST_RESOLUTIONS,
    absolute_max=MOST_RESOLUTIONS + 5,
)
