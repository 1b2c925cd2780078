"""A key that no row can have matches no row, among several as it does alone.

Django answers ``pk=10**30`` with nothing and breaks on ``pk__in=[10**30]`` or ``["abc"]``: its
admin asks so with whatever a form, a chosen action or an address of the desk brought in.
"""

from django.db.models.lookups import In

LARGEST = 2**63 - 1  # a 64-bit column


class KeyIn(In):
    """``in``, as the key of every table understands it."""

    def get_prep_lookup(self):
        if self.rhs_is_direct_value():
            self.rhs = [key for key in self.rhs if may_be_key(key)]
        return super().get_prep_lookup()


def may_be_key(key: object) -> bool:
    """False of texts and numbers that no row is kept under; other things are left to Django."""
    if not isinstance(key, str | int):
        return True
    try:
        return abs(int(key)) <= LARGEST
    except ValueError:
        return False
