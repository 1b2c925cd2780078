"""The database itself marks what must be looked at again, whoever writes, also past the ORM.

As in `iad.finding.marking`: off before a migration, on after it. What migrations changed meanwhile
is looked at when they end.
"""

from django.db import connections

from iad.api import ledger
from iad.api.models import Due, Known
from iad.api.resource import Resource, Watched
from iad.api.resources import RESOURCES
from iad.triggers import after_each_write, columns_are_there, take_off

MARKS = "opened_"
DUE = Due._meta.db_table


def keep_marks(app_config, using, plan=(), **kwargs) -> None:
    """Put the triggers on: told of the end of each migration."""
    if app_config.label != "open_data":
        return
    connection = connections[using]
    models = [Due, Known, *(resource.model for resource in RESOURCES)]
    if not columns_are_there(connection, models):
        return
    take_off(connection, MARKS)
    with connection.cursor() as cursor:
        for number, (resource, watched) in enumerate(_pairs()):
            for statement in _statements(connection.vendor, number, resource, watched):
                cursor.execute(statement)
    if plan:
        mark_all(using)
        ledger.catch_up(at_once=None)


def take_off_marks(app_config, using, **kwargs) -> None:
    if app_config.label == "open_data":
        take_off(connections[using], MARKS)


def mark_all(using: str = "default") -> None:
    """Every record there is, and every one that was given once."""
    with connections[using].cursor() as cursor:
        for resource in RESOURCES:
            table = resource.model._meta.db_table
            cursor.execute(
                f'INSERT INTO {DUE} (kind, object_id) SELECT %s, id FROM "{table}"'
                f" UNION SELECT kind, object_id FROM {Known._meta.db_table} WHERE kind = %s",
                [resource.kind, resource.kind],
            )


def _pairs() -> list[tuple[Resource, Watched]]:
    return [(resource, watched) for resource in RESOURCES for watched in resource.watched]


def _statements(vendor: str, number: int, resource: Resource, watched: Watched) -> list[str]:
    def mark(rows: tuple[str, ...]) -> str:
        keys = " UNION ".join(watched.record.format(row=row) for row in rows)
        return (
            f"INSERT INTO {DUE} (kind, object_id) SELECT '{resource.kind}', seen.id"
            f" FROM ({keys}) AS seen WHERE seen.id IS NOT NULL"
        )

    name = f"{MARKS}{resource.kind}_{number}"
    return after_each_write(vendor, name, watched.table, mark)
