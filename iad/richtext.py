"""Rich text: HTML made safe in one place, on every way in and again on the way out.

What is kept is a small clean subset without looks (no classes, no styles), so that the stored
text outlives the editor that wrote it and the design that shows it.
"""

import re
from functools import lru_cache
from html import escape, unescape
from urllib.parse import urljoin

import nh3
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CharField
from django.utils.translation import gettext_lazy as _

from iad.editor import Editor
from iad.thai.text import clean

# Longer than any page of this office: some 400 printed pages.
LONGEST = 1_000_000

# The parser's time grows with the square of these (measured): at the bounds it takes two
# seconds, at thrice as much twenty. 20,000 angle brackets are 2,000 rows of a table.
MOST_BRACKETS = 20_000
MOST_STYLED = 1_000
LONGEST_TAG = 20_000
DEEPEST = 100

INLINE = {"a", "em", "s", "span", "strong", "sub", "sup", "u"}
BLOCKS = {"blockquote", "br", "h2", "h3", "h4", "hr", "li", "ol", "p", "ul"}
TABLES = {"caption", "table", "tbody", "td", "th", "thead", "tr"}
KEPT = INLINE | BLOCKS | TABLES
VOID = {"br", "hr"}

# What says the same in other words: the page's own title is its h1, and a div is a paragraph,
# for without it two of them would run into one word.
SAID_OTHERWISE = (
    {"b": "strong", "i": "em", "ins": "u", "del": "s", "strike": "s"}
    | {"h1": "h2", "h5": "h4", "h6": "h4"}
    | dict.fromkeys(["article", "aside", "footer", "header", "main", "nav", "section"], "p")
    | dict.fromkeys(["address", "center", "div", "fieldset", "figcaption", "figure", "pre"], "p")
    | dict.fromkeys(["dd", "dt"], "p")
)
# Their content is no text for readers: it goes with them.
SPOKEN_TO_MACHINES = {
    "embed",
    "head",
    "iframe",
    "noscript",
    "object",
    "script",
    "style",
    "template",
    "xml",
} | {"audio", "canvas", "math", "select", "svg", "textarea", "title", "video"}

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
SMALL_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
ATTRIBUTES = {
    "*": {"lang": LANGUAGE_TAG},
    "a": {"href": re.compile(r"\S.*", re.DOTALL), "title": re.compile(r".+", re.DOTALL)}
    | {"hreflang": LANGUAGE_TAG},
    "ol": {"start": SMALL_NUMBER},
    "td": {"colspan": SMALL_NUMBER, "rowspan": SMALL_NUMBER},
    "th": {"colspan": SMALL_NUMBER, "rowspan": SMALL_NUMBER}
    | {"scope": re.compile("row|col|rowgroup|colgroup")},
}


def fitting(tag: str, name: str, value: str) -> str | None:
    """The attribute's value, or None where it is not one that this attribute may have."""
    pattern = ATTRIBUTES.get(tag, {}).get(name) or ATTRIBUTES["*"].get(name)
    # Without angle brackets, every one in the cleaned text stands for a tag.
    value = value.replace("<", "").replace(">", "").strip()
    return value if pattern and pattern.fullmatch(value) else None


CLEANER = nh3.Cleaner(
    tags=KEPT | set(SAID_OTHERWISE),
    clean_content_tags=SPOKEN_TO_MACHINES,
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    attribute_filter=fitting,
    url_schemes={"http", "https", "mailto", "tel"},
    # Links open where the reader is (no target is kept), so no page ever gets an opener.
    link_rel=None,
)

PASTED_PICTURE = re.compile(r"data:image/[\w+/=;,.%-]*")
STYLED = re.compile(r"<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/]", re.I)
LONG_TAG = re.compile(rf"<[a-zA-Z/][^<>]{{{LONGEST_TAG}}}")
TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
LINK = re.compile(r'\b(href|src)="([^"]*)"')
# Blanks beside a block are the layout of the source, which the editor makes anew at every save;
# left in, an unchanged text would count as changed, and its translation as outdated.
BLOCK = rf"</?(?:{'|'.join(sorted(BLOCKS | TABLES))})(?: [^>]*)?>"
BLANKS_AFTER_BLOCK = re.compile(rf"({BLOCK})[ \t\n]+")
BLANKS_BEFORE_BLOCK = re.compile(rf"(?<![ \t\n])[ \t\n]+(?={BLOCK})")
EMPTY_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(?:\s|&nbsp;|<br>)*</p>")
SAYS_SOMETHING = re.compile(r"(?:^|>)(?:\s|&nbsp;)*(?!&nbsp;)[^<\s]|<hr>")
# How blocks part when only the words are kept.
BREAKS = dict.fromkeys(BLOCKS | TABLES, "\n\n") | {"br": "\n", "li": "\n", "td": " ", "th": " "}
BREAKS |= {"tr": "\n"}
MANY_LINES = re.compile("\n{3,}")
# A comment that never ends is one to the end; no tag holds another: so each letter is read once.
COMMENT_OR_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>?", re.DOTALL)


class SafeHTML(str):
    """HTML that `sanitize` made, so that it need not be cleaned again on its way to the row."""

    __slots__ = ()


def sanitize(html: str) -> SafeHTML:
    """The HTML with nothing in it that runs, loads, or looks; empty where it says nothing.

    Cleaning what is clean changes nothing. What is too heavy to be parsed in good time (see
    `is_heavy`) keeps its words only: forms and imports refuse it before.
    """
    return html if type(html) is SafeHTML else SafeHTML(_settled(html))


def is_heavy(html: str) -> bool:
    """True of what no person writes: too long, or built to keep the parser busy."""
    return (
        len(html) > LONGEST
        or html.count("<") > MOST_BRACKETS
        or len(STYLED.findall(html)) > MOST_STYLED
        or bool(LONG_TAG.search(PASTED_PICTURE.sub("", html)))
    )


def plain(html: str) -> str:
    """The words in one line, with a blank between blocks: for summaries, e-mail and search."""
    text = TAG.sub(lambda tag: "" if tag[2] in INLINE else " ", sanitize(html))
    return " ".join(unescape(text).split())


def paragraphs(html: str) -> str:
    """The words with a blank line between paragraphs, a line for each <br>, cells side by side."""
    text = " ".join(sanitize(html).split())
    return clean_paragraphs(unescape(TAG.sub(lambda tag: BREAKS.get(tag[2], ""), text)))


def with_whole_addresses(html: str, page: str) -> str:
    """Safe HTML of the page at that address, its links and pictures named with their host.

    For readers elsewhere, such as those of a feed.
    """
    return TAG.sub(lambda tag: LINK.sub(lambda link: _whole(link, page), tag[0]), html)


def _whole(link: re.Match, page: str) -> str:
    try:
        address = urljoin(page, unescape(link[2]))
    except ValueError:  # a host that is none, such as [1
        return ""
    return f'{link[1]}="{escape(address)}"'


def clean_paragraphs(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return MANY_LINES.sub("\n\n", "\n".join(lines)).strip()


@lru_cache(maxsize=4)  # a translated column's text passes twice: its own, and the bare one
def _settled(html: str) -> str:
    """Cleaned until nothing changes: taking one tag out may give its neighbours a new reading."""
    if is_heavy(html):
        return _words_only(html)
    html = PASTED_PICTURE.sub("", html)
    for _pass in range(4):
        before, html = html, Rewriting().of(CLEANER.clean(clean(html)))
        if html == before:
            return html
        if html.count("<") > MOST_BRACKETS:
            break
    return _words_only(html)


class Rewriting:
    """One pass over nh3's well-formed output: our words for its tags, and no marks left bare."""

    def __init__(self):
        self.depth = self.deepest = 0
        self.is_kept = {"a": [], "span": []}

    def of(self, html: str) -> str:
        html = EMPTY_PARAGRAPH.sub("", TAG.sub(self._tag, html)).strip()
        html = BLANKS_BEFORE_BLOCK.sub("", BLANKS_AFTER_BLOCK.sub(r"\1", html))
        if self.deepest > DEEPEST:
            return _words_only(html)
        return html if SAYS_SOMETHING.search(html) else ""

    def _tag(self, tag: re.Match) -> str:
        slash, name, attributes = tag.groups()
        if name not in VOID:
            self.depth += -1 if slash else 1
            self.deepest = max(self.deepest, self.depth)
        if name in self.is_kept and not self._says_something(slash, name, attributes):
            return ""
        return f"<{slash}{SAID_OTHERWISE.get(name, name)}{attributes}>"

    def _says_something(self, slash: str, name: str, attributes: str) -> bool:
        """False of spans that name no language and links that lead nowhere; their words stay."""
        if slash:
            return self.is_kept[name].pop()
        self.is_kept[name].append("href=" in attributes or "lang=" in attributes)
        return self.is_kept[name][-1]


def _words_only(html: str) -> str:
    words = " ".join(clean(unescape(COMMENT_OR_TAG.sub(" ", html))).split())
    return f"<p>{escape(words, quote=False)}</p>" if words else ""


class RichTextFormField(CharField):
    """HTML from the editor, cleaned as it comes in; what is shown in the editor is cleaned too."""

    default_error_messages = {
        "heavy": _("This text is too long or too intricate. Divide it, or paste it as plain text."),
    }

    def __init__(self, **kwargs):
        super().__init__(**kwargs | {"widget": Editor})

    def to_python(self, value):
        value = super().to_python(value)
        if value and is_heavy(value):
            raise ValidationError(self.error_messages["heavy"], code="heavy")
        return sanitize(value) if value else value

    def prepare_value(self, value):
        return sanitize(value) if isinstance(value, str) else value


class RichTextField(models.TextField):
    """HTML that is clean in the database, whoever writes it.

    Saving one row leaves the clean text on the row as well; `bulk_create`, `bulk_update` and
    `queryset.update()` pass through `get_db_prep_save`.
    """

    def pre_save(self, instance, add):
        value = super().pre_save(instance, add)
        if isinstance(value, str):
            value = sanitize(value)
            # Past modeltranslation's descriptor, which would write a text that it borrowed from
            # the other language into the column of the active one.
            instance.__dict__[self.attname] = value
        return value

    def get_db_prep_save(self, value, connection):
        clean_value = sanitize(value) if isinstance(value, str) else value
        return super().get_db_prep_save(clean_value, connection)

    def value_from_object(self, instance):
        value = super().value_from_object(instance)
        return sanitize(value) if isinstance(value, str) else value

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": RichTextFormField} | kwargs)
