"""``read_meeting FILE|- [--json]``: what the reader of meeting news finds in a text."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from committees.reading.reader import read_report
from committees.registering import known_register


class Command(BaseCommand):
    help = "Read a text of meeting news and say what it states; nothing is stored."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE|-", help="a text in UTF-8, or - for the input")
        parser.add_argument("--json", action="store_true", help="as one JSON object")

    def handle(self, *, file, **options):
        report = read_report(_text(file), known_register())
        told = report.as_json()
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        evidence = told.pop("evidence")
        for field, value in told.items():
            place = "–".join(map(str, evidence.get(field, [])))
            words = "not stated" if value in (None, []) else json.dumps(value, ensure_ascii=False)
            self.stdout.write(f"{field}: {words}{place and f'  [{place}]'}")
        for topic in report.topics:
            self.stdout.write(f"topic: {topic.value}  [{topic.span[0]}–{topic.span[1]}]")


def _text(file: str) -> str:
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise CommandError(f"{file} can not be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} is no text in UTF-8.") from error
