"""What the database refuses about several rows at once, where a constraint sees only one.

Certified minutes lock the record they speak of: agenda, attendance, resolutions and what was
assigned. A committee has one chair at a time. An entry of the register that was merged into
another leads there in one step, and nobody sits or attends under it any more. And whenever a fact
that calendars show changes, the meeting's sequence number goes up. These are triggers
(committees.triggers), so that they hold for the desk, for imports and for a shell alike. The code
keeps them: taken off before each migration, since SQLite then makes tables anew, and put on after
it.
"""

from django.db import connections

from committees.models import (
    AgendaHeading,
    AgendaItem,
    Assignment,
    Attendee,
    Meeting,
    Membership,
    Merging,
    Person,
    Progress,
    Resolution,
)
from committees.triggers import WRITERS, Locked
from iad.triggers import columns_are_there, take_off

LOCKS = "record_"  # how the names of these triggers begin
OF_ITEM = "(SELECT meeting_id FROM committees_agendaitem WHERE id = {row}.item_id)"
OF_RESOLUTION = (
    "(SELECT item.meeting_id FROM committees_resolution decided"
    " JOIN committees_agendaitem item ON item.id = decided.item_id"
    " WHERE decided.id = {row}.resolution_id)"
)
# Names are written down at certification; of which entry of the register they speak may still turn
# out when two are merged, or told apart again.
ALONG_A_MERGING = """
    (COALESCE(OLD.name_th, '') <> '' OR COALESCE(OLD.name_en, '') <> '')
    AND EXISTS (
        SELECT 1 FROM committees_merging merging WHERE merging.undone_at IS NULL AND (
            (merging.duplicate_id = OLD.person_id AND merging.kept_id = NEW.person_id)
            OR (merging.duplicate_id = NEW.person_id AND merging.kept_id = OLD.person_id)
        )
    )
"""
# Who may read a part of the record may still change; so may what is done about it.
LOCKED = (
    Locked(Attendee, free={"is_public"}, unless={"person_id": ALONG_A_MERGING}),
    Locked(AgendaItem, free={"access"}),
    Locked(AgendaHeading),
    Locked(Resolution, OF_ITEM),
    Locked(Assignment, OF_RESOLUTION, free={"status"}),
    Locked(Progress, "{row}.reported_in_id", free={"is_public"}),
)
# What the website and calendars say of a meeting beside its minutes.
BESIDE_THE_MINUTES = {
    *("access", "summary", "summary_th", "summary_en", "online_url"),
    *("status_note", "status_note_th", "status_note_en", "sequence", "changed_at"),
}
SHOWN_IN_CALENDARS = (
    *("committee_id", "number", "be_year", "kind", "status", "starts_at", "ends_at"),
    *("time_is_stated", "mode", "venue_th", "venue_en", "access"),
    *("status_note_th", "status_note_en"),
)


def keep_locks(app_config, using, **kwargs) -> None:
    """Put the triggers on: told of the end of each migration."""
    connection = connections[using]
    models = (*(locked.model for locked in LOCKED), Meeting, Membership, Merging, Person)
    if app_config.label != "committees" or not columns_are_there(connection, models):
        return
    take_off_locks(app_config, using)
    writer = WRITERS[connection.vendor]
    statements = [
        *(statement for locked in LOCKED for statement in writer.lock_parts(locked)),
        *writer.lock_meeting(Locked(Meeting, free=BESIDE_THE_MINUTES)),
        *writer.allow_one_chair(),
        *writer.keep_forwards([model._meta.db_table for model in (Membership, Attendee)]),
        *writer.count_changes(SHOWN_IN_CALENDARS),
    ]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def take_off_locks(app_config, using, **kwargs) -> None:
    if app_config.label == "committees":
        take_off(connections[using], LOCKS)
