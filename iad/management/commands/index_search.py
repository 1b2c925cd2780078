"""``index_search``: read every record anew for the search, and say how far it is."""

from django.core.management.base import BaseCommand

from iad.finding.writing import rebuild as rebuild_all, refresh

EVERY = 1000


class Command(BaseCommand):
    help = "Bring the index of the search up to date; --rebuild reads every record anew."

    def add_arguments(self, parser):
        parser.add_argument("--rebuild", action="store_true", help="forget everything first")

    def handle(self, *, rebuild: bool, **options):
        count = (rebuild_all if rebuild else refresh)(progress=self.tell)
        self.stdout.write(f"read for the search: {count}")

    def tell(self, done: int):
        if done % EVERY == 0:
            self.stdout.write(f"… {done}")
