"""The database's own index of words: FTS5 in SQLite, tsvector and GIN in PostgreSQL.

Both keep the same words in the same order under the key of their entry and answer the same
question, "in which entries do these phrases stand"; neither knows a language or a rank.
"""

from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL

from iad.finding.asking import Asked, Phrase

TABLE = "finding_words"
MOST_PLACES = 256  # of one word in one text; PostgreSQL keeps no more
COLUMNS = ("title", "lead", "whole")  # each holds what those before it hold, and more

Rows = Iterable[tuple[int, list[str], list[str], list[str]]]


class SQLite:
    # Without its categories Thai vowel signs and tone marks would end a word.
    MAKE = (
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5(title, lead, whole,"
        " tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")",
    )
    UNMAKE = (f"DROP TABLE IF EXISTS {TABLE}",)
    FIND = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s"
    FORGET = f"DELETE FROM {TABLE} WHERE rowid = %s"
    KEEP = f"INSERT INTO {TABLE} (rowid, title, lead, whole) VALUES (%s, %s, %s, %s)"

    @staticmethod
    def kept(words: list[str]) -> str:
        return " ".join(words)

    @staticmethod
    def question(column: str, phrases, without) -> str:
        wanted = " AND ".join(map(SQLite._phrase, phrases))
        question = f"{{{column}}} : ({wanted})"
        if without:
            question += f" NOT ({' OR '.join(map(SQLite._phrase, without))})"
        return question

    @staticmethod
    def _phrase(phrase: Phrase) -> str:
        return f'"{" ".join(phrase.words)}"' + (" *" if phrase.is_open else "")

    @staticmethod
    def condition(column: str, phrases, without) -> RawSQL:
        return RawSQL(SQLite.FIND, [SQLite.question(column, phrases, without)])

    one_by_one = condition


class PostgreSQL:
    MAKE = (
        f"CREATE TABLE IF NOT EXISTS {TABLE} (id bigint PRIMARY KEY, title tsvector NOT NULL,"
        " lead tsvector NOT NULL, whole tsvector NOT NULL)",
        *(
            f"CREATE INDEX IF NOT EXISTS {TABLE}_{column} ON {TABLE} USING gin ({column})"
            for column in COLUMNS
        ),
        # The planner does not know what it costs to unpack a vector: of a frequent word it would
        # read every row of the table instead of the index, which takes forty times as long.
        *(
            f"CREATE OR REPLACE FUNCTION finding_in_{column}(asked tsquery) RETURNS SETOF bigint"
            " LANGUAGE sql STABLE SET enable_seqscan = off"
            f" AS $body$ SELECT id FROM {TABLE} WHERE {column} @@ asked $body$"
            for column in COLUMNS
        ),
    )
    UNMAKE = (
        *(f"DROP FUNCTION IF EXISTS finding_in_{column}(tsquery)" for column in COLUMNS),
        f"DROP TABLE IF EXISTS {TABLE}",
    )
    FORGET = f"DELETE FROM {TABLE} WHERE id = %s"
    KEEP = (
        f"INSERT INTO {TABLE} (id, title, lead, whole)"
        " VALUES (%s, %s::tsvector, %s::tsvector, %s::tsvector)"
    )

    @staticmethod
    def kept(words: list[str]) -> str:
        """The words with their places, as PostgreSQL writes them: 'รอง':1,4 'ปลัด':2."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(words, 1):
            places.setdefault(word, []).append(at)
        return " ".join(
            f"'{word}':{','.join(map(str, found[:MOST_PLACES]))}" for word, found in places.items()
        )

    @staticmethod
    def question(phrases, without) -> str:
        wanted = map(PostgreSQL._phrase, phrases)
        return " & ".join([*wanted, *(f"!{PostgreSQL._phrase(phrase)}" for phrase in without)])

    @staticmethod
    def _phrase(phrase: Phrase) -> str:
        *words, last = (f"'{word}'" for word in phrase.words)
        return f"({' <-> '.join([*words, last + (':*' if phrase.is_open else '')])})"

    @staticmethod
    def condition(column: str, phrases, without) -> RawSQL:
        question = PostgreSQL.question(phrases, without)
        # As a table the function gives its rows at once, in half the time of one by one.
        return RawSQL(f"SELECT id FROM finding_in_{column}(%s::tsquery) AS id", [question])

    @staticmethod
    def one_by_one(column: str, phrases, without) -> RawSQL:
        """The same, which may end early."""
        question = PostgreSQL.question(phrases, without)
        return RawSQL(f"SELECT finding_in_{column}(%s::tsquery)", [question])


STORES = {"sqlite": SQLite, "postgresql": PostgreSQL}


def entries_with(column: str, asked: Asked) -> RawSQL:
    """The keys of the entries in whose ``column`` all that was asked for stands."""
    return STORES[connection.vendor].condition(column, asked.phrases, asked.without)


def stand_in_more_than(count: int, column: str, asked: Asked) -> bool:
    """Whether all that was asked for stands in more than ``count`` entries."""
    found = STORES[connection.vendor].one_by_one(column, asked.phrases, asked.without)
    with connection.cursor() as cursor:
        some = f"SELECT COUNT(*) FROM ({found.sql} LIMIT {count + 1}) AS found"
        cursor.execute(some, found.params)
        return cursor.fetchone()[0] > count


def keep_words(rows: Rows) -> None:
    """Write the words of entries anew: (key, title, lead, whole)."""
    store, rows = STORES[connection.vendor], list(rows)
    forget_words([row[0] for row in rows])
    with connection.cursor() as cursor:
        cursor.executemany(store.KEEP, [(row[0], *map(store.kept, row[1:])) for row in rows])


def forget_words(keys: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(STORES[connection.vendor].FORGET, [(key,) for key in keys])
