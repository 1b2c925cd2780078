"""schemathesis asks what the description allows and what it forbids, of records that fill it.

The same questions each time. Where random keys and words would find nothing, every other question
names what is there.
"""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, seed, settings as bounded, strategies as some
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from committees.models import Department
from iad.api import ledger
from iad.api.resources import OF_KIND, RESOURCES
from iad.wsgi import application
from tests.api.filled import Filled

pytestmark = pytest.mark.django_db
HELD = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
QUESTIONS = 25  # to each operation, in each mode; the whole takes about a minute
MODES = list(schemathesis.GenerationMode)
bounds = bounded(
    max_examples=QUESTIONS,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def connection_of_the_test():
    """A real request closes what it finds in the midst of a transaction: here, the test's own."""
    for told in (request_started, request_finished):
        told.disconnect(close_old_connections)
    yield
    for told in (request_started, request_finished):
        told.connect(close_old_connections)


@pytest.fixture
def filled():
    world = Filled()
    ledger.catch_up()
    Department.objects.create(name_th="ปิดแล้ว")
    return world


def known(world) -> dict:
    """Values under which there is something."""
    return {
        "year": 2563,
        "topic": world.topic.slug,
        "committee": world.committee.slug,
        "department": world.office.pk,
        "meeting": world.meeting.pk,
        "person": world.person.pk,
        "parent": world.office.parent_id,
        "kind": "ordinary",
        "state": "held",
        "role": "member",
        "current": "true",
        "language": "en",
        "q": "English",
        "limit": 1,
        "changed_since": "2001-01-01T00:00:00+07:00",
    }


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.value)
def test_no_question_breaks_the_service_or_its_description(mode, filled):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    operations = [one.ok() for one in schema.get_all_operations()]
    assert len(operations) == 4 * len(RESOURCES)
    statuses = set()

    for operation in operations:
        if mode.is_negative and not (operation.query or operation.path_parameters):
            continue  # a file has no parameter to be wrong about

        @seed(2563)
        @bounds
        @given(operation.as_strategy(generation_mode=mode), some.data())
        def ask(case, data):
            if mode.is_positive and data.draw(some.booleans()):
                name_what_is_there(case, filled, data)
            answer = case.call()
            statuses.add(answer.status_code)
            case.validate_response(answer, checks=HELD)

        ask()

    wanted = {200, 404} if mode.is_positive else {422}
    assert wanted <= statuses


def name_what_is_there(case, world, data) -> None:
    if "{id}" in case.path:
        kind = case.operation.definition.raw["operationId"].removeprefix("read_")
        case.path_parameters = {"id": OF_KIND[kind].visible().first().pk}
    elif case.path.endswith("/"):
        asked = {one.name for one in case.operation.query} & known(world).keys()
        chosen = data.draw(some.sets(some.sampled_from(sorted(asked)), max_size=2))
        case.query = {name: known(world)[name] for name in chosen}
