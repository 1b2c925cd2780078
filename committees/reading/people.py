"""Who is named in a text, and in what post: ``<name> <post>``, ``<post> (<name>)``, one post for two."""

import re
from dataclasses import dataclass, replace

from committees.reading import english
from committees.reading.names import read_names
from committees.reading.normal import PARAGRAPH, Span
from committees.reading.page import Page
from committees.reading.posts import (
    GRADED_POST,
    english_post_in_full,
    post_after,
    post_end,
    read_posts,
    without_article,
)
from committees.reading.thai_offices import ROLE

POST_FOLLOWS = re.compile(r"[ ,\n]*(?:\(\s?)?(?:(?:ซึ่ง)?(?:ดำรง|ใน)?ตำแหน่ง\s?|[–:-]\s?|the\s|as\s)?")
NAME_FOLLOWS = re.compile(r"(?P<bracket>\s?\(\s?)|\s?(?:คือ|ได้แก่|:|,)?\s?(?:โดย)?")
ROLE_FOLLOWS = re.compile(
    rf"(?:[ \t,–-]*|[ \t]*\n[ \t]*(?!ผู้))(?:\(\s?)?(?P<role>{ROLE}|(?<=\(){english.ROLE}(?=\)))\)?"
)
# A post in the body itself, beside the post one comes with: ในฐานะประธานคณะทำงาน…
HAT_FOLLOWS = re.compile(
    r"\s?(?:ในฐานะ(?=(?:รอง)?ประธาน[ก-ฮ]|หัวหน้า|นายก|เลขา|ที่ปรึกษา))?(?:ใน)?(?:ฐานะ)?(?=(?<=ในฐานะ)|(?:รอง)?ประธาน(?:คณะ|กรรมการ|อนุกรรมการ)|(?:กรรมการและ|ผู้ช่วย)*เลขานุการ(?:คณะ(?:กรรมการ|อนุ|ทำงาน)|\s)|กรรมการและ(?=ผู้ช่วย|เลขา)|(?:อนุ)?กรรมการใน)"
)
ORIGIN = re.compile(rf",? (?:of|from)(?: the)?(?: {english.CAPITAL})+")
# In a numbered roll the post goes on to the end of its line: Country Manager, Voluntas Asia.
NUMBERED_LINE = re.compile(r"(?:^|[\n\u2029])[ \t]*(?:[0-9]{1,2}[.)] ?|[-•] ?)?$")
LINE_REST = re.compile(
    rf", (?!{english.PREFIXES})(?:(?:of|for|the|and) )*{english.CAPITAL}(?: (?:(?:of|for|the|and) )*{english.CAPITAL}){{0,8}}(?=[\n\u2029]|$| \()"
)
BRACKET = re.compile(
    r"\s?\((?!แทน|on behalf|representing|for |in place|deput|นาย|นาง|น\.ส|พล|ดร|ผศ|รศ|ม\.|ผู้|รอง|ประธาน|[A-Z][a-z]{1,3}\.)[^()\n]{1,60}\)"
)
AND = re.compile(r"[\s,]*(?:และ|กับ|and|&|รวมทั้ง|ร่วมกับ|ตลอดจน|พร้อมด้วย)?\s?")
IN_TURN = re.compile(r"\s?ตามลำดับ")
NAMELY = ("ได้แก่", "คือ", "ประกอบด้วย")
BODY_ROLE, LINE_END = re.compile(ROLE), re.compile(r"\s*\n\s*")
JOINS = ("และ", "กับ", "and", "&", "ร่วมกับ")


@dataclass(frozen=True)
class Who:
    """One who is named, by name, by post or by both; spans of ``Page.plain``."""

    name: Span | None
    position: Span | None
    start: int
    end: int
    capacity: Span | None = None  # the role in the body, where a roll states it beside the post


def read_people(page: Page) -> list[Who]:
    """Everybody named, in the order of the text."""
    names = read_names(page)
    free = read_posts(page)
    for _begin, end in names:
        # A post may also be glued to the name before it, and English names it after a comma.
        at = POST_FOLLOWS.match(page.plain, end).end()
        if at in free and page.plain[at].isascii():
            free[at] = english_post_in_full(page, at, free[at])
        elif (
            at not in free
            and (
                page.plain[end : end + 1] not in {"\n", PARAGRAPH}
                or GRADED_POST.match(page.plain, at)
            )
            and (stop := post_after(page, at))
        ):
            free[at] = stop
    posts = _apart(free, names)
    atoms = sorted([(span, True) for span in names] + [(span, False) for span in posts])
    return _in_turn(page, _share(page, _bind(page, atoms)))


def _apart(posts: dict[int, int], names: list[Span]) -> list[Span]:
    """The posts that do not lie inside a name."""
    inside, spans, at = [], sorted(posts.items()), 0
    for span in spans:
        while at < len(names) and names[at][1] <= span[0]:
            at += 1
        if at == len(names) or span[0] < names[at][0]:
            inside.append(span)
    return inside


def _bind(page: Page, atoms: list[tuple[Span, bool]]) -> list[Who]:
    plain, who, at = page.plain, [], 0
    while at < len(atoms):
        span, is_name = atoms[at]
        following = atoms[at + 1] if at + 1 < len(atoms) else None
        if (
            following
            and is_name
            and not following[1]
            and _adjoin(POST_FOLLOWS, plain, span, following[0])
        ):
            post = _post_below(plain, following[0], atoms[at + 2 : at + 3])
            end = (post or following[0])[1]
            one = Who(span, without_article(page, post or following[0]), span[0], end)
            who.append(replace(one, capacity=following[0]) if post else _with_role(page, one))
            at += 3 if post else 2
        elif (
            following
            and not is_name
            and following[1]
            and _names_holder(plain, span, following[0])
            and not _stands_alone(plain, atoms, at)
        ):
            who.append(
                _with_role(
                    page, Who(following[0], without_article(page, span), span[0], following[0][1])
                )
            )
            at += 2
        elif is_name:
            who.append(_with_role(page, Who(span, None, *span)))
            at += 1
        else:
            who.append(_with_role(page, Who(None, without_article(page, span), *span)))
            at += 1
        while at < len(atoms) and atoms[at][0][0] < who[-1].end:
            at += 1
    return who


def _post_below(plain: str, role: Span, following: list[tuple[Span, bool]]) -> Span | None:
    """The post that a roll writes on the line below the role in the body."""
    whole = BODY_ROLE.match(plain, role[0])
    if not following or following[0][1] or not whole or whole.end() < role[1]:
        return None
    post = following[0][0]
    return post if LINE_END.fullmatch(plain, whole.end(), post[0]) else None


def _adjoin(between: re.Pattern, plain: str, first: Span, second: Span) -> bool:
    match = between.match(plain, first[1])
    return bool(match) and match.end() == second[0]


def _names_holder(plain: str, post: Span, name: Span) -> bool:
    if plain.find("\n", post[1], name[0]) >= 0:
        return False
    return _adjoin(NAME_FOLLOWS, plain, post, name)


def _stands_alone(plain: str, atoms: list[tuple[Span, bool]], at: int) -> bool:
    """<post>, <name>, <post>: the last post is the name's, the first is somebody else's."""
    if "(" in plain[atoms[at][0][1] : atoms[at + 1][0][0]]:
        # ประธานอนุกรรมการ (<name> <post>): a role in the body, and its holder's own post.
        own = at + 2 < len(atoms) and not atoms[at + 2][1]
        own = own and _adjoin(POST_FOLLOWS, plain, atoms[at + 1][0], atoms[at + 2][0])
        return bool(own and re.fullmatch(ROLE, plain[slice(*atoms[at][0])]))
    last = at + 1
    while last + 1 < len(atoms) and atoms[last + 1][1] is not atoms[last][1]:
        if not _adjoin(POST_FOLLOWS, plain, atoms[last][0], atoms[last + 1][0]):
            break
        last += 1
    return not atoms[last][1]


def _with_role(page: Page, one: Who) -> Who:
    """A closing bracket, and the role in the body that stands beside a post."""
    plain, end = page.plain, one.end
    if plain.startswith(")", end):
        end += 1
    if (
        one.position
        and (hat := HAT_FOLLOWS.match(plain, end))
        and (stop := post_end(page, hat.end()))
    ) and not plain.startswith((" (นา", " (พล", " (ดร"), stop):
        return replace(one, end=_over_bracket(plain, stop), capacity=(hat.end(), stop))
    if (
        one.position
        and NUMBERED_LINE.search(plain, max(0, one.start - 6), one.start)
        and (rest := LINE_REST.match(plain, end))
    ):
        end = rest.end()
        one = replace(one, position=(one.position[0], end))
    role = ROLE_FOLLOWS.match(plain, end)
    if role and not one.name and plain[role.end() : role.end() + 1] not in {"\n", ""}:
        role = None
    if not role or role.start("role") == end:
        return replace(one, end=_over_origin(plain, one, _over_bracket(plain, end)))
    if one.position:
        return replace(one, end=role.end(), capacity=role.span("role"))
    return replace(one, end=role.end(), position=role.span("role"))


def _over_origin(plain: str, one: Who, end: int) -> int:
    """On over where somebody without a post comes from: Dr. A B of C University."""
    match = ORIGIN.match(plain, end) if one.name and not one.position else None
    return match.end() if match else end


def _over_bracket(plain: str, end: int) -> int:
    """On over a bracket that names nobody: an abbreviation, what the body is called in short."""
    bracket = BRACKET.match(plain, end)
    return bracket.end() if bracket else end


def _share(page: Page, who: list[Who]) -> list[Who]:
    """A และ B <post>: the post is also that of A, who has none of their own."""
    for at in range(len(who) - 2, -1, -1):
        one, following = who[at], who[at + 1]
        post = following.position
        if (
            one.name
            and one.position is None
            and following.name
            and post
            and post[0] > following.name[0]
        ):
            words = joined(page.plain, one, following)
            chained = at + 2 < len(who) and who[at + 2].position == post
            if words is not None and (
                words.strip(" ,\n").startswith(JOINS) or chained and words.strip() in {"", ","}
            ):
                who[at] = replace(one, position=post)
    for at in range(1, len(who)):
        # กรรมการผู้ทรงคุณวุฒิ ได้แก่ A กับ B: the post is of both.
        first, other = who[at - 1], who[at]
        if first.name and first.position and other.name and other.position is None:
            named = page.plain[first.position[1] : first.name[0]].strip()
            words = joined(page.plain, first, other)
            if first.position[1] <= first.name[0] and named in NAMELY and words is not None:
                who[at] = replace(other, position=first.position)
    return who


def _in_turn(page: Page, who: list[Who]) -> list[Who]:
    """A และ B <post> และ<post> ตามลำดับ: the first post is A's, the second B's."""
    for at in range(2, len(who)):
        one, other, alone = who[at - 2 : at + 1]
        if alone.name or not (one.name and other.name) or one.position != other.position:
            continue
        if (
            other.position
            and IN_TURN.match(page.plain, alone.end)
            and joined(page.plain, other, alone)
        ):
            who[at - 1] = replace(other, position=alone.position, end=alone.end)
            return _in_turn(page, [*who[:at], *who[at + 1 :]])
    return who


def joined(plain: str, one: Who, other: Who) -> str | None:
    """The words that join two who stand side by side; None where something else stands between."""
    match = AND.match(plain, one.end)
    return match[0] if match.end() == other.start else None
