"""An entry of the register that was merged at this very moment: what is refused, in words.

Whoever writes a seat or a line of a roll chose the entry a moment before; the database refuses it
by then (committees.locks).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from committees.models import Person
from committees.triggers import FORWARD


@contextmanager
def naming_kept_entries() -> Iterator[None]:
    """Around what writes people's keys: ValidationError where one of them leads on by now."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if FORWARD not in str(error):
            raise
        raise _refusal() from error


def ask_that_it_is_kept(person: Person | None) -> None:
    """The same, before it is written; nobody merges the entry until the transaction ends."""
    if person is None or not transaction.get_connection().in_atomic_block:
        return
    rows = Person.objects.select_for_update(of=("self",), no_key=True)
    row = rows.filter(pk=person.pk).first()
    if row is None or row.merged_into_id:
        raise _refusal()


def _refusal() -> ValidationError:
    return ValidationError(
        _("An entry chosen here was merged into another one meanwhile. Choose the one that stays.")
    )
