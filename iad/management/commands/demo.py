"""A whole portal to try: database, register, sample content, log-ins, server."""

import socket

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import transaction
from django.utils import timezone

from iad.demo.log_ins import OwnAccountError, give_password, load_log_ins
from iad.demo.newsroom import Newsroom
from iad.demo.record import load_record, sample_meetings
from iad.demo.register import load_register
from iad.finding.writing import refresh

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Load a lifelike sample portal, print its log-ins, and serve it on this machine."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="port to serve on (8000)")
        parser.add_argument(
            "--no-serve", action="store_true", help="load and print only, serve nothing"
        )
        parser.add_argument(
            "--picture-width",
            type=int,
            default=1600,
            metavar="PIXELS",
            help="width of the photos that are drawn (1600)",
        )

    def handle(self, *, port, no_serve, picture_width, **options):
        if not settings.DEBUG:
            raise CommandError(
                "The demo gives out its log-ins on the screen, so it runs only with DEBUG=1, on "
                "your own machine. Nothing was changed."
            )
        if not no_serve:
            _refuse_a_taken_port(port)
        self.stdout.write("Preparing the database and the sample portal ...")
        call_command("migrate", interactive=False, verbosity=0)
        try:
            password = load(picture_width)
        except OwnAccountError as error:
            raise CommandError(
                f"“{error}” is a superuser here, and the demo would set its password. "
                "Nothing was loaded."
            ) from error
        self._print_log_ins(port, password)
        if not no_serve:
            self.stdout.flush()  # the log-ins are read while the server runs, also through a pipe
            call_command("runserver", f"{HOST}:{port}", use_reloader=False)

    def _print_log_ins(self, port: int, password: str):
        line = "  {:<14}  {:<14}  {}"
        self.stdout.write("\nLog-ins of this run (a new password each time):\n")
        self.stdout.write(line.format("role", "user name", "password"))
        for role, user in load_log_ins().items():
            self.stdout.write(line.format(role, user.username, password))
        address = f"http://{HOST}:{port}/"
        self.stdout.write(f"\n  Read:  {address}        (English: {address}en/)")
        self.stdout.write(f"  Write: {address}admin/\n\n")


@transaction.atomic
def load(picture_width: int) -> str:
    """Everything or nothing; returns the password of the log-ins."""
    today = timezone.localdate()
    load_register()
    load_record(today)
    Newsroom(load_log_ins(), sample_meetings(), today, picture_width).load()
    refresh()  # or the first searches would find a part of it
    return give_password()


def _refuse_a_taken_port(port: int) -> None:
    """Say so before anything is loaded, not after."""
    try:
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((HOST, port))
    except (OSError, OverflowError) as error:
        raise CommandError(
            f"Port {port} of {HOST} cannot be used ({error}). Choose another one, such as "
            f"make demo PORT=8080. Nothing was changed."
        ) from error
