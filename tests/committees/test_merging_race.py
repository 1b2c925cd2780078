"""Two administrators at once, or one of them and a secretary: one person in the end."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from committees.merging import merge, undo
from committees.models import Merging, Person
from tests.committees.test_convening_race import at_once
from tests.factories import make_attendee, make_committee, make_membership, make_person, make_user

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "sqlite" in connection.vendor,
        reason="SQLite lets one writer in at a time, and no race begins",
    ),
]


@pytest.fixture
def by():
    return make_user("administrator")


def test_of_those_who_merge_the_same_two_one_does(by):
    kept, duplicate = make_person(), make_person()
    make_membership(person=duplicate)

    answers = at_once([lambda: merge(duplicate, into=kept, by=by)] * 4)

    assert sorted(answers) == [False, False, False, True]
    assert Merging.objects.count() == 1


def test_of_those_who_merge_both_ways_one_does_and_no_circle_comes_about(by):
    one, other = make_person(), make_person()

    answers = at_once(
        [lambda: merge(one, into=other, by=by), lambda: merge(other, into=one, by=by)]
    )

    assert sum(answer is True for answer in answers) == 1
    assert sum(isinstance(answer, ValidationError) for answer in answers) == 1
    assert Person.objects.kept().count() == 1


def test_of_those_who_undo_one_does(by):
    kept, duplicate = make_person(), make_person()
    seats = [make_membership(person=duplicate) for _seat in range(3)]
    merge(duplicate, into=kept, by=by)
    merging = Merging.objects.get()

    answers = at_once([lambda: undo(merging, by=by)] * 4)

    assert [answer for answer in answers if answer] == [(3, 0)]
    assert set(duplicate.memberships.all()) == set(seats)


def test_whoever_seats_the_duplicate_at_that_moment_is_refused(by):
    kept, duplicate, committee = make_person(), make_person(), make_committee()
    make_attendee(person=duplicate)
    is_merged, outcome = threading.Event(), []

    def appoint():
        is_merged.wait(10)
        try:
            make_membership(committee=committee, person=duplicate)
        except IntegrityError as refused:
            outcome.append(str(refused))
        finally:
            connection.close()

    secretary = threading.Thread(target=appoint)
    secretary.start()
    with transaction.atomic():
        merge(duplicate, into=kept, by=by)
        is_merged.set()
        secretary.join(0.5)
        waited = secretary.is_alive()
    secretary.join(10)

    assert waited
    assert "committees_merged_entry_is_nobody" in outcome[0]
    assert not duplicate.memberships.exists()
