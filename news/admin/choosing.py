"""Mine or theirs: where a posted form and what another saved meanwhile differ, and the choice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.db import models
from django.forms import BaseFormSet, BoundField, MultiWidget
from django.http import QueryDict
from django.utils.text import capfirst

from news.admin.comparing import Row, is_text, label_of, row_of, worded
from news.history import PARTS, Column, Difference, Snapshot, same

CHOICE = "_choose"
TAKE = "take-"
MINE, THEIRS = "mine", "theirs"
TYPED = re.compile(r"(?:(photos|attachments)-\d+-)?(\w+_(?:th|en))")


@dataclass(frozen=True)
class Clash:
    """A column that stands otherwise than it was typed, and was written by another meanwhile."""

    name: str  # of the choice
    row: Row  # from what stands to what was typed
    chosen: str  # what is offered: mine where I changed it, else theirs
    is_removed: bool = False  # the photo or attachment is gone; nothing can be chosen


def clashes_of(
    form: forms.ModelForm, formsets: list[BaseFormSet], now: Snapshot, then: Snapshot | None
) -> list[Clash]:
    """``then`` is the text as this form was opened; without it, whatever differs is asked."""
    found = list(_of_form(form, now.values, then and then.values))
    for formset in formsets:
        kind = formset.prefix
        for number, part in enumerate(formset.initial_forms, start=1):
            pk = part.instance.pk
            before = then and then.parts.get(kind, {}).get(pk)
            if pk is None:
                found += _of_removed(part, kind, number)
            else:
                found += _of_form(part, now.parts[kind][pk], before, kind, number)
    return found


def _of_form(form, now: dict, then: dict | None, kind="", number=0) -> Iterator[Clash]:
    for bound, field in _columns(form):
        value = now[field.attname]
        if not differs(bound, value):
            continue
        if then is not None and same(value, then[field.attname]):
            continue  # only this form changes it
        mine = then is None or differs(bound, then[field.attname])
        column = Column(field, kind, number)
        row = _against_typed(Row(label_of(column), None, "", ""), field, value, bound)
        yield Clash(TAKE + bound.html_name, row, MINE if mine else THEIRS)


def _of_removed(form, kind, number) -> Iterator[Clash]:
    for bound, field in _columns(form):
        if is_text(field) and bound.data:
            column = Column(field, kind, number)
            row = Row(label_of(column), None, "", "")
            row = _against_typed(row, field, "", bound)
            yield Clash(TAKE + bound.html_name, row, MINE, is_removed=True)


def _against_typed(row: Row, field: models.Field, value, bound: BoundField) -> Row:
    if is_text(field):
        return row_of(Difference(Column(field), value, bound.data))._replace(label=row.label)
    return row._replace(before=worded(field, value), after=typed(field, bound), diff=None)


def _columns(form: forms.ModelForm) -> Iterator[tuple[BoundField, models.Field]]:
    """What the form writes into columns; files are no text, and the order of photos no quarrel."""
    names = {
        field.name: field
        for field in [*form._meta.model._meta.fields, *form._meta.model._meta.many_to_many]
    }
    for bound in form:
        field = names.get(bound.name)
        is_own = field and not field.primary_key and not isinstance(field, models.FileField)
        if is_own and not isinstance(bound.field, forms.models.InlineForeignKeyField):
            yield bound, field


def differs(bound: BoundField, value: object) -> bool:
    """Whether what was posted says other than ``value``; browsers and editors break lines anew."""
    if isinstance(bound.data, str) and (value is None or isinstance(value, str)):
        return _pieces(bound.data) != _pieces(value or "")
    initial = list(value) if isinstance(value, tuple) else value
    return bound.field.has_changed(initial, bound.data)


def _pieces(text: str) -> list[str]:
    """Words and tags: editors set each block on a line of its own."""
    return text.replace("<", " <").replace(">", "> ").split()


def typed(field: models.Field, bound: BoundField):
    """What was posted, in words; where it cannot be read, as it was typed."""
    try:
        value = bound.field.clean(bound.data)
    except forms.ValidationError:
        data = bound.data
        return " ".join(map(str, data)) if isinstance(data, list) else str(data)
    if isinstance(value, models.QuerySet):
        value = tuple(value.values_list("pk", flat=True))
    elif isinstance(value, models.Model):
        value = value.pk
    return worded(field, value)


# --- what was chosen ----------------------------------------------------------------------------


def merged(posted: QueryDict, form: forms.ModelForm, formsets: list[BaseFormSet]) -> QueryDict:
    """The posted form with what stands now wherever that was chosen."""
    data = posted.copy()
    every = posted.get(CHOICE) == MINE
    parts = [part for formset in formsets for part in formset.initial_forms]
    for one in [form, *parts]:
        if one is not form and one.instance.pk is None:
            data[one.add_prefix("DELETE")] = "on"  # it is gone already
            continue
        for bound, _field in _columns(one):
            if not every and posted.get(TAKE + bound.html_name) == THEIRS:
                _put(data, bound)
    return data


def _put(data: QueryDict, bound: BoundField) -> None:
    """What a browser would send for a field that was left as it stands."""
    widget = getattr(bound.field.widget, "widget", bound.field.widget)  # the admin wraps some
    value = bound.field.prepare_value(bound.initial)
    if isinstance(widget, MultiWidget):
        parts = zip(widget.widgets, widget.widgets_names, widget.decompress(value), strict=True)
        for part, name, piece in parts:
            data[bound.html_name + name] = part.format_value(piece) or ""
    elif isinstance(widget, forms.CheckboxInput):
        data.pop(bound.html_name, None)
        if value:
            data[bound.html_name] = "on"
    else:
        sent = widget.format_value(value)
        data.setlist(bound.html_name, sent if isinstance(sent, list) else [sent or ""])


def without_choices(posted: QueryDict, *names: str) -> list[tuple[str, str]]:
    """Everything that was posted, to be posted again: the choices are made anew."""
    left_out = {"csrfmiddlewaretoken", CHOICE, *names}
    return [
        (name, value)
        for name, values in posted.lists()
        if name not in left_out and not name.startswith(TAKE)
        for value in values
    ]


def typed_texts(model: type[models.Model], posted: QueryDict) -> list[tuple[str, str]]:
    """Each text that was typed, with the name of its field."""
    found = []
    for name, value in posted.items():
        match = TYPED.fullmatch(name)
        owner = PARTS[match[1]] if match and match[1] else model
        columns = {field.name: field for field in owner._meta.fields}
        if match and match[2] in columns and value.strip():
            found.append((capfirst(str(columns[match[2]].verbose_name)), value))
    return found
