"""Triggers that the code keeps: taken off before each migration, put on after it.

SQLite makes a table anew to change it, and a trigger that speaks of it would stand in the way.
Triggers of one purpose share the beginning of their names.
"""

from collections.abc import Callable

EVENTS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
FIND = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
    "postgresql": (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE NOT tgisinternal AND tgname LIKE %s"
    ),
}


def take_off(connection, beginning: str) -> None:
    """Drop every trigger whose name begins so."""
    with connection.cursor() as cursor:
        cursor.execute(FIND[connection.vendor], [f"{beginning}%"])
        for name, table in cursor.fetchall():
            on_table = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on_table}')


def columns_are_there(connection, models) -> bool:
    """Whether the database is as far as the code: a migration may stop early, or go back."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for model in models:
            table = model._meta.db_table
            if table not in tables:
                return False
            cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
            columns = {column[0] for column in cursor.description}
            if not columns >= {field.column for field in model._meta.concrete_fields}:
                return False
    return True


def after_each_write(
    vendor: str, name: str, table: str, act: Callable[[tuple[str, ...]], str]
) -> list[str]:
    """Triggers that do ``act`` of the rows OLD and NEW of whatever is written to the table."""
    if vendor == "sqlite":
        return [
            f'CREATE TRIGGER "{name}_{event.lower()}" AFTER {event} ON "{table}"'
            f" BEGIN {act(rows)}; END"
            for event, rows in EVENTS.items()
        ]
    cases = " ELSIF ".join(f"TG_OP = '{event}' THEN {act(rows)};" for event, rows in EVENTS.items())
    return [
        f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS'
        f" $body$ BEGIN IF {cases} END IF; RETURN NULL; END $body$",
        f'CREATE TRIGGER "{name}" AFTER INSERT OR UPDATE OR DELETE ON "{table}"'
        f' FOR EACH ROW EXECUTE FUNCTION "{name}"()',
    ]
