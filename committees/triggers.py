"""The SQL of the record's triggers, for SQLite and PostgreSQL; what they hold: committees.locks.

Both databases refuse with an error that Django raises as ``IntegrityError``; it names the rule.
"""

from dataclasses import dataclass, field

CERTIFIED = "committees_certified_minutes_are_locked"
ONE_CHAIR = "committees_membership_one_chair_at_a_time"
FORWARD = "committees_merged_entry_is_nobody"
CHAIN = "committees_merged_entry_leads_to_a_kept_one"
OVERLAPPING_CHAIR = """
    SELECT 1 FROM committees_membership other
    WHERE other.committee_id = NEW.committee_id AND other.role = 'chair' AND other.id <> NEW.id
    AND (other.starts_on IS NULL OR NEW.ends_on IS NULL OR other.starts_on <= NEW.ends_on)
    AND (other.ends_on IS NULL OR NEW.starts_on IS NULL OR other.ends_on >= NEW.starts_on)
"""
IS_FORWARD = (
    "EXISTS (SELECT 1 FROM committees_person"
    " WHERE id = NEW.person_id AND merged_into_id IS NOT NULL)"
)
# Whoever leads on leads to an entry that stays, and nothing in the record leads there any more.
LEADS_ASTRAY = """
    EXISTS (SELECT 1 FROM committees_person other
            WHERE other.id = NEW.merged_into_id AND other.merged_into_id IS NOT NULL)
    OR EXISTS (SELECT 1 FROM committees_person other WHERE other.merged_into_id = NEW.id)
    OR EXISTS (SELECT 1 FROM committees_membership WHERE person_id = NEW.id)
    OR EXISTS (SELECT 1 FROM committees_attendee WHERE person_id = NEW.id)
"""


@dataclass(frozen=True)
class Locked:
    """A table of the record; ``meeting`` finds the row's meeting, ``free`` columns may change.

    ``unless``: a column that may change where the condition beside it holds.
    """

    model: type
    meeting: str = "{row}.meeting_id"
    free: set[str] = field(default_factory=set)
    unless: dict[str, str] = field(default_factory=dict)

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    def changed(self, differs: str) -> str:
        columns = [one.column for one in self.model._meta.concrete_fields]
        fixed = [name for name in columns if name not in self.free and name not in self.unless]
        bound = [
            f'(OLD."{name}" {differs} NEW."{name}" AND NOT ({condition}))'
            for name, condition in self.unless.items()
        ]
        return " OR ".join([any_differs(fixed, differs), *bound])


def any_differs(columns, differs: str) -> str:
    return " OR ".join(f'OLD."{name}" {differs} NEW."{name}"' for name in columns)


class SQLite:
    @staticmethod
    def lock_parts(locked: Locked) -> list[str]:
        old, new = (locked.meeting.format(row=row) for row in ("OLD", "NEW"))
        certified = (
            "EXISTS (SELECT 1 FROM committees_meeting"
            " WHERE minutes_state = 'certified' AND id IN ({}))"
        )
        return [
            _refusal(locked.table, "INSERT", certified.format(new), CERTIFIED),
            _refusal(locked.table, "DELETE", certified.format(old), CERTIFIED),
            _refusal(
                locked.table,
                "UPDATE",
                f"({locked.changed('IS NOT')}) AND {certified.format(f'{old}, {new}')}",
                CERTIFIED,
            ),
        ]

    @staticmethod
    def lock_meeting(locked: Locked) -> list[str]:
        certified = "OLD.minutes_state = 'certified'"
        changed = f"{certified} AND ({locked.changed('IS NOT')})"
        return [
            _refusal(locked.table, "DELETE", certified, CERTIFIED),
            _refusal(locked.table, "UPDATE", changed, CERTIFIED),
        ]

    @staticmethod
    def allow_one_chair() -> list[str]:
        overlaps = f"NEW.role = 'chair' AND EXISTS ({OVERLAPPING_CHAIR})"
        return [
            _refusal("committees_membership", act, overlaps, ONE_CHAIR)
            for act in ("INSERT", "UPDATE")
        ]

    @staticmethod
    def keep_forwards(tables) -> list[str]:
        leads = f"NEW.merged_into_id IS NOT NULL AND ({LEADS_ASTRAY})"
        moves = "OLD.merged_into_id IS NOT NEW.merged_into_id"
        named = "OLD.person_id IS NOT NEW.person_id"
        return [
            _refusal("committees_person", "INSERT", leads, CHAIN),
            _refusal("committees_person", "UPDATE", f"{moves} AND {leads}", CHAIN),
            *(
                _refusal(table, act, when, FORWARD, of="person_")
                for table in tables
                for act, when in (("INSERT", IS_FORWARD), ("UPDATE", f"{named} AND {IS_FORWARD}"))
            ),
        ]

    @staticmethod
    def count_changes(columns) -> list[str]:
        counted = f"OLD.sequence + (CASE WHEN {any_differs(columns, 'IS NOT')} THEN 1 ELSE 0 END)"
        return [
            "CREATE TRIGGER record_meeting_sequence AFTER UPDATE ON committees_meeting"
            f" WHEN NEW.sequence <> {counted}"
            f" BEGIN UPDATE committees_meeting SET sequence = {counted} WHERE id = NEW.id; END"
        ]


def _refusal(table: str, act: str, when: str, rule: str, of: str = "") -> str:
    return (
        f'CREATE TRIGGER "record_{table}_{of}{act.lower()}" BEFORE {act} ON "{table}"'
        f" WHEN {when} BEGIN SELECT RAISE(ABORT, '{rule}'); END"
    )


class PostgreSQL:
    """The meeting's row is locked before it is read: it may be certified at this very moment."""

    @staticmethod
    def lock_parts(locked: Locked) -> list[str]:
        old, new = (locked.meeting.format(row=row) for row in ("OLD", "NEW"))
        body = f"""
            IF TG_OP = 'INSERT' THEN meetings := ARRAY[{new}];
            ELSIF TG_OP = 'DELETE' THEN meetings := ARRAY[{old}];
            ELSIF {locked.changed("IS DISTINCT FROM")} THEN meetings := ARRAY[{old}, {new}];
            ELSE RETURN NEW;
            END IF;
            PERFORM 1 FROM committees_meeting WHERE id = ANY(meetings) ORDER BY id FOR SHARE;
            IF EXISTS (SELECT 1 FROM committees_meeting
                       WHERE id = ANY(meetings) AND minutes_state = 'certified') THEN
                {_refuse(CERTIFIED)}
            END IF;
            RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        """
        name = f"record_{locked.table}"
        return _trigger(
            name, locked.table, "INSERT OR UPDATE OR DELETE", body, "meetings bigint[];"
        )

    @staticmethod
    def lock_meeting(locked: Locked) -> list[str]:
        body = f"""
            IF TG_OP = 'DELETE' THEN
                IF OLD.minutes_state = 'certified' THEN {_refuse(CERTIFIED)} END IF;
                RETURN OLD;
            END IF;
            IF OLD.minutes_state = 'certified'
               AND ({locked.changed("IS DISTINCT FROM")}) THEN {_refuse(CERTIFIED)} END IF;
            RETURN NEW;
        """
        return _trigger(f"record_{locked.table}", locked.table, "UPDATE OR DELETE", body)

    @staticmethod
    def allow_one_chair() -> list[str]:
        body = f"""
            IF NEW.role = 'chair' THEN
                PERFORM 1 FROM committees_committee WHERE id = NEW.committee_id FOR NO KEY UPDATE;
                IF EXISTS ({OVERLAPPING_CHAIR}) THEN {_refuse(ONE_CHAIR)} END IF;
            END IF;
            RETURN NEW;
        """
        table = "committees_membership"
        return _trigger(f"record_{table}", table, "INSERT OR UPDATE", body)

    @staticmethod
    def keep_forwards(tables) -> list[str]:
        """The entry named is locked before it is read: it may be merged at this very moment."""
        leads = f"""
            IF NEW.merged_into_id IS NOT NULL
               AND (TG_OP = 'INSERT' OR OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) THEN
                PERFORM 1 FROM committees_person WHERE id = NEW.merged_into_id FOR SHARE;
                IF {LEADS_ASTRAY} THEN {_refuse(CHAIN)} END IF;
            END IF;
            RETURN NEW;
        """
        names = f"""
            IF NEW.person_id IS NOT NULL
               AND (TG_OP = 'INSERT' OR OLD.person_id IS DISTINCT FROM NEW.person_id) THEN
                PERFORM 1 FROM committees_person WHERE id = NEW.person_id FOR SHARE;
                IF {IS_FORWARD} THEN {_refuse(FORWARD)} END IF;
            END IF;
            RETURN NEW;
        """
        acts = "INSERT OR UPDATE"
        statements = _trigger("record_committees_person", "committees_person", acts, leads)
        for table in tables:
            statements += _trigger(f"record_{table}_person", table, acts, names)
        return statements

    @staticmethod
    def count_changes(columns) -> list[str]:
        changed = any_differs(columns, "IS DISTINCT FROM")
        body = f"""
            NEW.sequence := OLD.sequence + (CASE WHEN {changed} THEN 1 ELSE 0 END);
            RETURN NEW;
        """
        return _trigger("record_meeting_sequence", "committees_meeting", "UPDATE", body)


def _trigger(name: str, table: str, acts: str, body: str, declared: str = "") -> list[str]:
    declare = f"DECLARE {declared}" if declared else ""
    return [
        f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS'
        f" $body$ {declare} BEGIN {body} END $body$",
        f'CREATE TRIGGER "{name}" BEFORE {acts} ON "{table}"'
        f' FOR EACH ROW EXECUTE FUNCTION "{name}"()',
    ]


def _refuse(rule: str) -> str:
    return f"RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{rule}';"


WRITERS = {"sqlite": SQLite, "postgresql": PostgreSQL}
