"""The log as an administrator reads it, with entries of dull content."""

import csv
import io

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType

from tests.factories import make_user

LIST = "/admin/admin/logentry/"
EXPORT = f"{LIST}export/"


@pytest.fixture
def reader(client):
    """An administrator at the desk, in a log that says nothing yet."""
    client.force_login(make_user("administrator"))
    LogEntry.objects.all().delete()
    return client


def make_entry(**fields) -> LogEntry:
    of = fields.pop("of", None)
    if of is not None:
        model = ContentType.objects.get_for_model(type(of))
        fields = {"content_type": model, "object_id": of.pk, "object_repr": str(of)} | fields
    if "user" not in fields:
        fields["user"] = make_user("editor")
    return LogEntry.objects.create(**{"object_repr": "x", "action_flag": CHANGE} | fields)


def listed(client, **query) -> set[LogEntry]:
    response = client.get(LIST, query)
    assert response.status_code == 200
    return set(response.context["cl"].result_list)


def exported(client, **query) -> list[list[str]]:
    response = client.get(EXPORT, query)
    assert response.status_code == 200
    text = b"".join(response).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))
