"""All records in one file: columns that stay, cells that do nothing, rows that stream."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from committees.models import Department
from iad.api import bulk
from iad.api.bulk import columns
from iad.api.resources import RESOURCES
from iad.csv_export import BYTE_ORDER_MARK
from tests.api.filled import Filled
from tests.factories import make_department, make_public_article, make_topic

pytestmark = pytest.mark.django_db
COLUMNS = {
    "articles": "id url_th url_en in_language headline_th headline_en abstract_th abstract_en"
    " article_body_th article_body_en source_th source_en date be_year date_published"
    " date_modified correction_th correction_en topic_ids department_ids meeting_id images"
    " attachments",
    "meetings": "id url_th url_en organization_id number be_year reference kind meeting_state"
    " status_note_th status_note_en start end attendance_mode location_th location_en"
    " description_th description_en minutes_state certified_at_id certified_on attendees"
    " agenda_items files",
    "committees": "id slug url_th url_en classification name_th name_en short_name_th"
    " short_name_en description_th description_en parent_id secretariat_id order_ref"
    " founding_date dissolution_date terms",
    "memberships": "id organization_id person_id on_behalf_of_id role rank post_th post_en"
    " start_date end_date replaces_id term",
    "people": "id url_th url_en honorific_prefix_th honorific_prefix_en name_th name_en image",
    "departments": "id url_th url_en name_th name_en short_name_th short_name_en other_names"
    " parent_id dissolution_date",
    "topics": "id slug name_th name_en",
}


def rows_of(client, name: str) -> list[dict]:
    text = b"".join(client.get(f"/api/v1/{name}.csv")).decode()
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK))))


def test_columns_stay_where_they_are():
    """A column that is added comes last in its record, and here."""
    assert {one.name: " ".join(columns(one)) for one in RESOURCES} == COLUMNS


def test_a_table_says_what_the_list_says(client):
    world = Filled()
    record = client.get(f"/api/v1/articles/{world.article.pk}/").json()

    (row,) = rows_of(client, "articles")

    assert row["headline_en"] == record["headline"]["en"]
    assert row["article_body_th"] == record["article_body"]["th"]
    assert row["topic_ids"] == str(world.topic.pk)
    assert row["in_language"] == "th en"
    assert json.loads(row["images"]) == record["images"]
    for name in COLUMNS:
        listed = client.get(f"/api/v1/{name}/").json()["items"]
        assert [row["id"] for row in rows_of(client, name)] == [str(one["id"]) for one in listed]


def test_no_cell_is_a_formula(client):
    make_topic(name_th="=HYPERLINK(A1)", name_en="+1")
    make_public_article(topics=[make_topic(name_th="@SUM(A1)")])
    make_department(name_th="=cmd|' /C calc'!A0", aliases="-1\n=2")

    for name in ("topics", "departments"):
        for row in rows_of(client, name):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values()), row


def test_a_file_bears_its_day(client):
    today = f"{timezone.localdate():%Y-%m-%d}"
    for suffix, kind in (("csv", "text/csv"), ("jsonl", "application/jsonl")):
        answer = client.get(f"/api/v1/topics.{suffix}")
        assert answer["Content-Type"] == f"{kind}; charset=utf-8"
        assert answer["Content-Disposition"] == f'attachment; filename="topics-{today}.{suffix}"'


def test_a_file_is_read_some_rows_at_a_time(client, monkeypatch):
    monkeypatch.setattr(bulk, "AT_A_TIME", 3)
    offices = [make_department().pk for _number in range(7)]
    answer = client.get("/api/v1/departments.jsonl")
    lines = iter(answer)

    with CaptureQueriesContext(connection) as queries:
        first = [json.loads(next(lines))["id"] for _number in range(3)]
    Department.objects.filter(pk=offices[0]).delete()
    rest = [json.loads(line)["id"] for line in lines]

    assert len(queries) == 1
    assert first + rest == offices[:0:-1]  # what went meanwhile is not given any more
