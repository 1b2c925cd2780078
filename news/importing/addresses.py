"""Old addresses: what a saved page says of where it stood."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, unquote, urlsplit

MAX_LENGTH = 300
SAVED_FROM = re.compile(r"<!--\s*saved from url=(?:\(\d+\))?(\S+)", re.IGNORECASE)
IN_FILE_NAME = re.compile(
    r"(?<![a-z])(?:(th|en)[-_ ])?(node|content-detail)[-_ ]([0-9]{1,9})(?![0-9])", re.IGNORECASE
)
LANGUAGE_PREFIX = re.compile(r"/(th|en)(?:/|$)")


def normal_path(address: str) -> str:
    """The path without host, query and closing slash; "" for what is no page of a site.

    Drupal without clean addresses wrote `/?q=node/3256`, which is `/node/3256`.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("", "http", "https"):
        return ""
    query = parse_qs(parts.query, max_num_fields=None).get("q", [""])[0]
    path = f"/{query}" if query else parts.path
    path = unquote(path).removeprefix("/index.php")
    path = re.sub("/+", "/", path).rstrip("/")
    sound = path.startswith("/") and path.isprintable() and len(path) <= MAX_LENGTH
    return path if sound else ""


def saved_from(html: str) -> str:
    """The address that a browser noted when it saved the page, or ""."""
    found = SAVED_FROM.search(html[:20_000])
    return normal_path(found[1]) if found else ""


def from_file_name(name: str) -> str:
    """`th_node_4198.txt` stood at `/th/node/4198`."""
    found = IN_FILE_NAME.search(name.replace("\\", "/").rsplit("/", 1)[-1])
    if not found:
        return ""
    language, kind, number = found.groups()
    path = f"/{kind.lower()}/{int(number)}"
    return f"/{language.lower()}{path}" if language else path


def claimed_language(paths: Iterable[str]) -> str:
    """The language that an address announces with its first part, or ""."""
    found = (LANGUAGE_PREFIX.match(path) for path in paths)
    return next((match[1] for match in found if match), "")


def distinct(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for path in paths if path))
