"""The official names that a text mentions, with what they are called in the other language."""

from typing import NamedTuple

from committees.models import Committee, Department, Membership
from iad.richtext import plain
from news.models import Article
from news.translating import source_of

LONGEST_LIST = 60


class Name(NamedTuple):
    """A name as it stands in the source, and the official one in the language of the reader."""

    said: str
    official: str


def glossary(article: Article) -> list[Name]:
    """Departments, committees and positions named in the source, the longest names first."""
    said = source_of(article)
    text = " ".join([said["title"], said["summary"], plain(said["body"])]).casefold()
    names = {name for name in _known(article) if name.said and name.official}
    found = [name for name in names if name.said.casefold() in text]
    return sorted(found, key=lambda name: (-len(name.said), name))[:LONGEST_LIST]


def _known(article: Article):
    """Every name of the register in the article's language: one query for each kind."""
    source, target = article.source_language, article.target_language
    columns = (f"name_{source}", f"short_name_{source}", "aliases", f"name_{target}")
    for name, short_name, aliases, official in Department.objects.values_list(*columns):
        for said in (name, short_name, *(aliases or "").splitlines()):
            yield Name(said or "", official or "")
    columns = (f"name_{source}", f"short_name_{source}", f"name_{target}")
    for name, short_name, official in Committee.objects.values_list(*columns):
        yield Name(name or "", official or "")
        yield Name(short_name or "", official or "")
    columns = (f"position_{source}", f"position_{target}")
    for position, official in Membership.objects.values_list(*columns).order_by().distinct():
        yield Name(position or "", official or "")
