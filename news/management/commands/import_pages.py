"""``import_pages PATH…``: saved pages of the old portal become draft articles."""

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from committees.proposing import ToldOf, told_of
from committees.registering import known_register
from iad.finding.writing import refresh
from news.importing.decoding import MAX_BYTES
from news.importing.files import find_files
from news.importing.loading import importer, load
from news.importing.pages import read_page
from news.importing.records import UnreadablePage

EVERY = 100  # files between two words of progress


@dataclass(frozen=True)
class Report:
    """What became of one file; ``outcome`` is "added", "already there" or "not read"."""

    file: str
    outcome: str
    article: int | None = None
    title: str = ""
    date: str | None = None
    language: str = ""
    notes: tuple[str, ...] = ()
    reason: str = ""
    meeting: dict | None = None  # that the page tells of: proposed, never recorded here


class Command(BaseCommand):
    help = "Take saved pages of the old portal in as draft articles; run again, only what is new."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
        parser.add_argument("--dry-run", action="store_true", help="read and report, keep nothing")
        parser.add_argument("--json", action="store_true", help="report as JSON")

    def handle(self, *, paths, dry_run, **options):
        self.as_json = options["json"]
        if missing := [str(path) for path in paths if not path.exists()]:
            raise CommandError(f"There is no {', '.join(missing)}. Nothing was imported.")
        reports = []
        with transaction.atomic():
            account = importer()
            for file in find_files(paths):
                reports.append(self.take_in(file, by=account))
                self.tell(reports)
            transaction.set_rollback(dry_run)
        refresh()  # the search knows them at once
        self.conclude(reports, dry_run)

    def take_in(self, file: Path, *, by) -> Report:
        try:
            page = read_page(read_bounded(file), file.name)
            article, is_new = load(page, by=by)
        except (OSError, UnreadablePage) as error:
            return Report(str(file), "not read", reason=str(error))
        return Report(
            str(file),
            "added" if is_new else "already there",
            article.pk,
            page.title,
            page.date and page.date.isoformat(),
            page.language,
            page.notes if is_new else (),
            meeting=_meeting(told_of("\n\n".join([page.title, *page.paragraphs]), self.register)),
        )

    @cached_property
    def register(self):
        """Read once for all pages: nothing of it changes here."""
        return known_register()

    def tell(self, reports: list[Report]):
        report = reports[-1]
        if self.as_json:
            return
        if report.outcome == "not read":
            self.stderr.write(self.style.ERROR(f"{report.file}: not read: {report.reason}"))
        else:
            self.stdout.write(f"{report.file}: {report.outcome}: {report.title}")
        for note in report.notes:
            self.stdout.write(f"    {note}")
        if report.meeting:
            self.stdout.write(f"    {_words(report.meeting)}")
        if len(reports) % EVERY == 0:
            self.stdout.write(f"… {len(reports)} files")

    def conclude(self, reports: list[Report], dry_run: bool):
        if self.as_json:
            shown = [asdict(report) for report in reports]
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2))
            return
        for outcome in ("added", "already there", "not read"):
            count = sum(report.outcome == outcome for report in reports)
            self.stdout.write(f"{outcome}: {count}")
        if dry_run:
            self.stdout.write(self.style.WARNING("Dry run: nothing was kept."))


def _meeting(told: ToldOf | None) -> dict | None:
    """Address of the record where there is one; the article is linked by a person."""
    if told is None:
        return None
    return {
        "committee": told.committee or None,
        "number": told.reference or None,
        "date": told.day and told.day.isoformat(),
        "recorded": told.meeting and told.meeting.get_absolute_url(),
    }


def _words(meeting: dict) -> str:
    facts = [meeting[name] or f"{name} not stated" for name in ("committee", "number", "date")]
    recorded = meeting["recorded"]
    state = f"recorded already: {recorded}" if recorded else "not recorded yet"
    return f"tells of a meeting: {', '.join(facts)}; {state}"


def read_bounded(file: Path) -> bytes:
    """The bytes of ``file``, and no more of a huge one than shows that it is too large."""
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)
