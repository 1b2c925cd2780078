"""``export_minutes COMMITTEE-SLUG N/BBBB --to FILE``: the minutes of one meeting as a file."""

import difflib
import re
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from committees.minutes.digits import DIGITS
from committees.minutes.docx import write_minutes
from committees.minutes.pdf import write_minutes_pdf
from committees.minutes.reading import read_meeting_record
from committees.minutes.text import write_text
from committees.models import Committee, Meeting
from iad.bilingual import OFFICIAL
from iad.thai.digits import to_arabic

REFERENCE = re.compile("([0-9]{1,4})/([0-9]{4})")
WRITERS = {".docx": write_minutes, ".pdf": write_minutes_pdf, ".txt": write_text}


class Command(BaseCommand):
    help = "Write the minutes of a meeting, with what is closed in them unless --public is given."

    def add_arguments(self, parser):
        parser.add_argument("committee", metavar="COMMITTEE-SLUG")
        parser.add_argument("reference", metavar="N/BBBB", help="such as 1/2563")
        parser.add_argument("--to", type=Path, required=True, metavar="FILE.docx")
        parser.add_argument("--public", action="store_true", help="without what is closed")
        parser.add_argument("--digits", choices=DIGITS, default=settings.PAPER_DIGITS)

    def handle(self, *, committee, reference, to, public, digits, **options):
        writer = WRITERS.get(to.suffix.lower())
        if writer is None:
            raise CommandError(f"{to}: name a file that ends in {', '.join(WRITERS)}.")
        meeting = held_meeting(named_committee(committee), reference)
        if public and not Meeting.objects.public().filter(pk=meeting.pk).exists():
            raise CommandError(f"Meeting {meeting.reference} is closed: it has no public minutes.")
        try:
            with translation.override(OFFICIAL):
                record = read_meeting_record(meeting, public=public)
                paper = writer(record, digits=digits)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        write_whole(to, paper.encode() if isinstance(paper, str) else paper)
        self.stdout.write(f"written: {to}")


def named_committee(slug: str) -> Committee:
    if found := Committee.objects.filter(slug=slug).first():
        return found
    known = sorted(Committee.objects.values_list("slug", flat=True))
    near = difflib.get_close_matches(slug, known, n=3, cutoff=0.3) or known[:3]
    hint = f" Did you mean {', '.join(near)}?" if near else ""
    raise CommandError(f"There is no committee {slug!r}.{hint}")


def held_meeting(committee: Committee, reference: str) -> Meeting:
    numbers = REFERENCE.fullmatch(to_arabic(reference.strip()))
    if not numbers:
        raise CommandError(f"{reference!r} is no meeting; write number and B.E. year, as 1/2563.")
    number, be_year = map(int, numbers.groups())
    meetings = Meeting.objects.with_committee().filter(committee=committee)
    meeting = meetings.filter(number=number, be_year=be_year).first()
    if meeting is None:
        raise CommandError(f"{committee.slug} has no meeting {number}/{be_year}.")
    if meeting.status != Meeting.Status.HELD:
        state = f"{meeting.status}, not held"
        raise CommandError(f"Meeting {meeting.reference} is {state}: it has no minutes yet.")
    return meeting


def write_whole(path: Path, content: bytes) -> None:
    """The file whole or not at all: what stood there stays until the new one is complete."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise CommandError(f"{path} can not be written: {error.strerror}.") from error
