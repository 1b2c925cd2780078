"""The database itself marks what must be read anew, whoever writes: the desk, an import, a shell.

Triggers on every watched table put the record's key into `Due`. Like the locks of the record they
are taken off before a migration, since SQLite then makes tables anew, and put on after it.
"""

from django.db import connections

from iad.finding.kinds import Kind, Watched, all_kinds
from iad.finding.models import Due, Entry
from iad.triggers import after_each_write, columns_are_there, take_off

MARKS = "found_"
DUE = Due._meta.db_table


def keep_marks(app_config, using, **kwargs) -> None:
    """Put the triggers on: told of the end of each migration."""
    if app_config.label != "finding":
        return
    connection = connections[using]
    models = [Due, Entry, *(kind.model for kind in all_kinds())]
    if not all_kinds() or not columns_are_there(connection, models):
        return
    take_off(connection, MARKS)
    with connection.cursor() as cursor:
        for number, (kind, watched) in enumerate(_pairs()):
            for statement in _statements(connection.vendor, number, kind, watched):
                cursor.execute(statement)
    if not (Entry.objects.using(using).exists() or Due.objects.using(using).exists()):
        mark_all(using)


def take_off_marks(app_config, using, **kwargs) -> None:
    if app_config.label == "finding":
        take_off(connections[using], MARKS)


def mark_all(using: str = "default") -> None:
    """Every record there is, to be read anew."""
    with connections[using].cursor() as cursor:
        for kind in all_kinds():
            table = kind.model._meta.db_table
            cursor.execute(
                f'INSERT INTO {DUE} (kind, object_id) SELECT %s, id FROM "{table}" ORDER BY id',
                [kind.name],
            )


def _pairs() -> list[tuple[Kind, Watched]]:
    return [(kind, watched) for kind in all_kinds() for watched in kind.watched]


def _statements(vendor: str, number: int, kind: Kind, watched: Watched) -> list[str]:
    name = f"{MARKS}{kind.name}_{number}"
    return after_each_write(vendor, name, watched.table, lambda rows: _mark(kind, watched, rows))


def _mark(kind: Kind, watched: Watched, rows: tuple[str, ...]) -> str:
    """UNION, so that a row that stays with its record marks it once."""
    keys = " UNION ".join(watched.record.format(row=row) for row in rows)
    return (
        f"INSERT INTO {DUE} (kind, object_id) SELECT '{kind.name}', found.id"
        f" FROM ({keys}) AS found WHERE found.id IS NOT NULL"
    )
