"""Several readers at once bring the index up to date, and none of them breaks it."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from committees.models import Department
from iad.finding.answering import answer
from iad.finding.models import Due, Entry
from iad.finding.writing import refresh
from tests.factories import make_department

needs_rows_locked = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer at a time"
)


@needs_rows_locked
@pytest.mark.django_db(transaction=True)
def test_four_at_once_read_each_record_once_and_forget_no_mark():
    departments = [make_department(name_th=f"สำนักกระจอก {at}") for at in range(40)]
    for one in departments[::3]:
        Department.objects.filter(pk=one.pk).update(name_th=f"สำนักนกยูง {one.pk}")
    start, troubles = Barrier(4), []

    def read():
        start.wait()
        try:
            refresh()
        except Exception as error:  # noqa: BLE001 - told below, by the test's own thread
            troubles.append(error)
        finally:
            connection.close()

    threads = [Thread(target=read) for _one in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    refresh()
    assert troubles == []
    assert not Due.objects.exists()
    assert Entry.objects.filter(kind="department").count() == 40
    assert (answer("กระจอก").total, answer("นกยูง").total) == (26, 14)
