"""One official of the sample stands in the register twice, so that the screens show something."""

import pytest
from django.utils import timezone

from committees.merging import merge
from committees.models import Person
from committees.recognising import KnownNames
from iad.demo.record import load_record
from iad.demo.register import load_register
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_the_two_entries_are_found_and_can_be_merged(settings, tmp_path):
    settings.DEBUG, settings.MEDIA_ROOT = True, tmp_path
    load_register()
    load_record(timezone.localdate())

    [(first, second, _likeness)] = KnownNames().pairs()

    kept, duplicate = Person.objects.get(pk=first), Person.objects.get(pk=second)
    assert duplicate.attendances.filter(meeting__minutes_state="certified").exists()
    assert merge(duplicate, into=kept, by=make_user("administrator"))
