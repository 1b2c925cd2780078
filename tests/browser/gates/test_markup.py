"""What the W3C's checker of HTML says of every kind of page, all of them at once."""

import json
import subprocess
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.sample_portal.kinds import STATUS

PATIENCE = 180  # seconds, for all pages
# Without it a list drawn without its marks is no list to VoiceOver.
KNOWN_WARNINGS = ("The “list” role is unnecessary for element “ul”.",)


def read(address: str) -> tuple[int, bytes]:
    try:
        with urlopen(address) as answer:  # noqa: S310  the sample portal's own
            return answer.status, answer.read()
    except HTTPError as refused:
        with refused:
            return refused.code, refused.read()


def test_the_html_of_every_page_is_valid(portal, tool, tmp_path):
    checker = tool("vnu-jar/build/dist/vnu.jar")
    for language, kinds in portal.addresses.items():
        for kind, address in kinds.items():
            status, html = read(portal.url + address)
            assert status == STATUS.get(kind, 200), address
            (tmp_path / f"{kind}-{language}.html").write_bytes(html)

    command = ["java", "-jar", str(checker), "--format", "json", "--skip-non-html", str(tmp_path)]
    said = subprocess.run(command, capture_output=True, timeout=PATIENCE).stderr  # noqa: S603
    found = [
        f"{one['url'].rpartition('/')[2]}:{one['lastLine']}: {one['message']}"
        for one in json.loads(said)["messages"]
        if one["message"] not in KNOWN_WARNINGS
    ]

    assert found == []
