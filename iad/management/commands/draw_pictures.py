"""Renditions of stored pictures that are older than one of the widths."""

from collections.abc import Iterator

from django.core.management import BaseCommand

from iad.files import PictureField, PictureFile
from iad.views import OWNERS


class Command(BaseCommand):
    help = "Draw what renditions the stored pictures lack; safe to stop and to run again."

    def handle(self, **options):
        drawn, failed = 0, 0
        for file in stored_pictures():
            if missing := file.missing:
                file.draw(missing)
                left = len(file.missing)
                drawn += len(missing) - left
                failed += left
                if left:
                    self.stderr.write(f"{file.name} cannot be read.")
        self.stdout.write(f"Renditions drawn: {drawn}; still missing: {failed}.")


def stored_pictures() -> Iterator[PictureFile]:
    """Each once, though an article and its open edit share theirs."""
    seen = set()
    for model, column in OWNERS.values():
        if not isinstance(model._meta.get_field(column), PictureField):
            continue
        for owner in model.objects.order_by("pk").iterator():
            file = getattr(owner, column)
            if file and file.name not in seen:
                seen.add(file.name)
                yield file
