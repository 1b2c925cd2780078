"""``python -m tests.sample_portal.build``: fill the portal that the environment names.

It collects the static files, and says on its last line where each kind of page stands.
"""

import json
import os
import sys

import django
from django.core.management import call_command

PICTURE_WIDTH = 1600


def build(*, picture_width: int) -> dict[str, dict[str, str]]:
    from iad.management.commands.demo import load  # noqa: PLC0415  after django.setup()
    from tests.sample_portal.kinds import addresses  # noqa: PLC0415
    from tests.sample_portal.rarities import add_rarities  # noqa: PLC0415

    call_command("migrate", interactive=False, verbosity=0)
    load(picture_width)
    add_rarities()
    call_command("index_search", stdout=sys.stderr)
    call_command("collectstatic", interactive=False, verbosity=0)
    return addresses()


if __name__ == "__main__":
    django.setup()
    width = int(os.environ.get("PICTURE_WIDTH", PICTURE_WIDTH))
    sys.stdout.write(json.dumps(build(picture_width=width)) + "\n")
