"""Columns that keep text clean on every way in, and order it alike in every database."""

import json
from functools import lru_cache

from django.db import models

from iad.thai.collation import sort_key
from iad.thai.names import name_sort_key
from iad.thai.text import clean, clean_line


class CleanText:
    """Cleans on saving one row, many rows (`bulk_create`) and on `queryset.update()`.

    A value passes here two or three times on its way; the cache makes it one cleaning.
    """

    cleaner = staticmethod(lru_cache(maxsize=64)(clean))

    def pre_save(self, instance, add):
        value = self._cleaned(super().pre_save(instance, add))
        # Not by setattr: the bare column of a translated field would hand its fallback, the
        # English text, on to the empty Thai column.
        instance.__dict__[self.attname] = value
        return value

    def get_prep_value(self, value):
        return self._cleaned(super().get_prep_value(value))

    def _cleaned(self, value):
        return self.cleaner(value) if isinstance(value, str) else value


class LineField(CleanText, models.CharField):
    """One line: a title, a name, a position."""

    cleaner = staticmethod(lru_cache(maxsize=256)(clean_line))


class ProseField(CleanText, models.TextField):
    """Plain paragraphs."""


class WebAddressField(models.URLField):
    """An address on the web; one typed without a scheme is taken as https."""

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https"} | kwargs)


class ReadableJSON(json.JSONEncoder):
    """Thai as Thai: escaped, each letter takes six, and PostgreSQL's driver escapes those again."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs | {"ensure_ascii": False})


class SortKeyField(models.BinaryField):
    """The alphabetical key of another column, in the Royal Institute's order.

    Bytes, since text is ordered by whatever collation a database was made with. Written whenever
    the row is saved; `queryset.update()` of the source alone leaves it behind.
    """

    def __init__(self, source: str, *, names_of_people: bool = False, **kwargs):
        self.source = source
        self.names_of_people = names_of_people
        super().__init__(**{"editable": False, "default": b""} | kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs["source"] = self.source
        if self.names_of_people:
            kwargs["names_of_people"] = True
        return name, path, args, kwargs

    def pre_save(self, instance, add):
        make = name_sort_key if self.names_of_people else sort_key
        key = make(getattr(instance, self.source) or "")
        setattr(instance, self.attname, key)
        return key
