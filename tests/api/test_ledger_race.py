"""Whoever asks while another is writing down what changed neither waits nor misses it."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from committees.models import Department
from iad.api.ledger import catch_up
from tests.factories import make_department

needs_two_writers = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer at a time"
)


@needs_two_writers
@pytest.mark.django_db(transaction=True)
def test_what_another_is_just_writing_down_is_told_the_next_time(client):
    office = make_department()
    address = "/api/v1/departments/"
    before = client.get(address).json()["as_of"]
    Department.objects.filter(pk=office.pk).update(name_en="Renamed")
    is_written, may_end = Event(), Event()

    def write_down():
        with transaction.atomic():
            catch_up()
            is_written.set()
            may_end.wait(timeout=20)
        connection.close()

    other = Thread(target=write_down)
    other.start()
    assert is_written.wait(timeout=20)

    meanwhile = client.get(f"{address}?changed_since={before}").json()
    may_end.set()
    other.join()
    afterwards = client.get(f"{address}?changed_since={meanwhile['as_of']}").json()

    assert (meanwhile["items"], meanwhile["as_of"]) == ([], before)
    assert [one["name"]["en"] for one in afterwards["items"]] == ["Renamed"]
