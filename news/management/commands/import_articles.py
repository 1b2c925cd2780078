"""``import_articles FILE.jsonl``: articles in bulk, published, all or nothing."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from iad.finding.writing import refresh
from news.importing.bulk import BulkLoad
from news.importing.json_lines import LineError, read_json_lines
from news.importing.loading import importer


class Command(BaseCommand):
    help = "Publish articles from a file of JSON lines: all of them, or none where one is wrong."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE.jsonl")
        parser.add_argument("--dry-run", action="store_true", help="check all, keep nothing")

    def handle(self, *, file, dry_run, **options):
        try:
            with file.open("rb") as lines, transaction.atomic():
                run = BulkLoad(by=importer(), folder=file.parent)
                outcome = run.load(read_json_lines(lines), progress=self.tell)
                transaction.set_rollback(dry_run)
        except (OSError, LineError) as error:
            raise CommandError(f"{file}: {error} Nothing was imported.") from error
        refresh(progress=lambda done: self.stderr.write(f"… {done} read for the search"))
        self.stdout.write(f"added: {outcome.added}\nalready there: {outcome.already_there}")
        if dry_run:
            self.stdout.write(self.style.WARNING("Dry run: nothing was kept."))

    def tell(self, outcome):
        self.stderr.write(f"… {outcome.added + outcome.already_there} lines")
