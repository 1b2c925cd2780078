"""Delete records of log-ins that nobody may need any more."""

from datetime import timedelta

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from iad.log import LOG_INS_KEPT, forget_log_ins


class Command(BaseCommand):
    help = (
        f"Delete records of log-ins (made, failed, ended) older than {LOG_INS_KEPT.days} days. "
        "What was done to records stays. Run it once a day, or whenever you like."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--days",
            type=int,
            default=LOG_INS_KEPT.days,
            help=f"keep this many days ({LOG_INS_KEPT.days}, which is the least)",
        )

    def handle(self, *, days, **options):
        if days < LOG_INS_KEPT.days:
            raise CommandError(
                f"Log-ins are kept {LOG_INS_KEPT.days} days at least. Nothing was deleted."
            )
        forgotten = forget_log_ins(timezone.now() - timedelta(days=days))
        self.stdout.write(f"log-in records deleted: {forgotten}")
