"""The two languages by their names, where a label says which of them a field holds.

Knows no model: the settings hand `label_in` to django-modeltranslation, which calls it a form's
label "Venue [th]" otherwise.
"""

import re

from django.utils.translation import gettext as _

SAID_OF = re.compile(r" \((Thai|English)\)$")


def label_in(name: str, language: str) -> str:
    """สถานที่ (ภาษาไทย)"""
    return f"{name} ({_('Thai') if language == 'th' else _('English')})"


def without_language(label: str) -> str:
    """Venue, of the untranslated label Venue (Thai)."""
    return SAID_OF.sub("", label)
