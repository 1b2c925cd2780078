"""Two secretaries at once: one number each, or one of them is told which is free."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from committees.convening import convene, hold
from committees.models import Meeting
from tests.committees.planning_rows import at, decide, held, plan
from tests.factories import make_committee, make_membership, make_user

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "sqlite" in connection.vendor,
        reason="SQLite lets one writer in at a time, and no race begins",
    ),
]


def at_once(acts) -> list:
    """What each act, done in a thread of its own at the same moment, answered or raised."""
    start, answers = threading.Barrier(len(acts)), []

    def do(act):
        start.wait()
        try:
            answers.append(act())
        except ValidationError as refused:
            answers.append(refused)
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_of_those_who_take_the_same_number_one_has_it_and_all_others_are_told():
    committee = make_committee()
    make_membership(committee=committee)
    decide(held(committee, 1, at(2020, 1, 1)))
    secretaries = [make_user("secretary") for _person in range(4)]

    answers = at_once(
        [
            lambda by=by: convene(
                committee, number=2, be_year=2563, starts_at=at(2020, 5, 1), by=by
            )
            for by in secretaries
        ]
    )

    refusals = [answer for answer in answers if isinstance(answer, ValidationError)]
    assert len(answers) == len(secretaries)
    assert len(refusals) == len(secretaries) - 1
    for refused in refusals:
        assert "2/2563" in refused.messages[0]
        assert "3/2563" in refused.messages[0]
    meeting = Meeting.objects.get(number=2)
    assert (meeting.attendees.count(), meeting.agenda.count()) == (1, 2)


def test_a_number_written_past_the_lock_is_refused_in_the_same_words():
    committee = make_committee()
    by = make_user("secretary")

    def by_hand():
        return Meeting.objects.get_or_create(
            committee=committee, number=1, be_year=2563, defaults={"starts_at": at(2020, 5, 1)}
        )[0]

    answers = at_once(
        [
            by_hand,
            lambda: convene(committee, number=1, be_year=2563, starts_at=at(2020, 5, 1), by=by),
        ]
    )

    # Whoever came second either opened the meeting of the first or was told that it is there.
    assert len(answers) == 2
    assert Meeting.objects.count() == 1


def test_of_those_who_record_it_as_held_one_does():
    meeting = plan(make_committee(), at(2020, 5, 1))
    secretaries = [make_user("secretary") for _person in range(4)]

    answers = at_once(
        [
            lambda by=by: hold(Meeting.objects.get(pk=meeting.pk), starts_at=at(2020, 5, 1), by=by)
            for by in secretaries
        ]
    )

    assert sorted(answers) == [False, False, False, True]
