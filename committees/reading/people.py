"""Who is named in a text, and in what post: ``<name> <post>``, ``<post> (<name>)``, one post for two.

A name is known by what stands before it (นาย, พล.ต.อ., H.E. Mr.), or because the register holds it.
"""

import re
from dataclasses import dataclass, replace

from committees.reading.normal import Span
from committees.reading.register import DEPARTMENT, PERSON, POSITION, Mention
from iad.thai.names import BEFORE_A_BLANK, POSTS, PREFIX, RANKS, TITLES

# Words of rank and courtesy to look for; PREFIX decides, with what may follow them.
BEGINNINGS = sorted(
    {word for word in (TITLES + RANKS).split() if word not in {"อาจารย์", "ท่าน", "Hon.", "Sub."}}
    | {"คุณ", "ว่าที่", "มิสเตอร์"}
    | {word for word in BEFORE_A_BLANK.split() if word.isascii() and word not in {"Sir", "Dame"}}
)
# What a name may be glued to; inside any other word นาย and นาง begin no name.
GLUED_WORDS = (
    "มี และ ด้วย กับ แก่ จาก โดย ให้ หมาย แทน คือ เป็น อาทิ ของ พบ เชิญ หรือ โดยท่าน ฯ ซึ่ง รับ นำ เมื่อ ส่วน"
)
GLUED_TO = tuple(GLUED_WORDS.split())
POST = (
    r"(?:ผู้อำนวยการ|ผอ\.|รองผู้|รองปลัด|รองหัวหน้า|รองอธิบดี|รองประธาน|รองนายก|รองเลขา|รองอธิการ|รองคณบดี|รองผอ\.|หัวหน้า"
    r"|ปลัด(?=กรุง|กระทรวง|เมือง|เทศบาล|กทม|\s)|ผู้ว่า(?:ราชการ|การ|ฯ)|ผู้ว่าฯ|อธิบดี|เลขานุการ|เลขาธิการ|เลขา|ที่ปรึกษา|ผู้ช่วย"
    r"|ประธาน(?=ที่ปรึกษา|สภา|กรรมการ|คณะ|เจ้าหน้าที่|ฝ่าย|สมาคม|หอการค้า|บริษัท|มูลนิธิ)|ผู้เชี่ยวชาญ|ผู้ตรวจราชการ|ผู้จัดการ"
    r"|ผู้บัญชาการ|ผู้ประสานงาน|อธิการบดี|คณบดี|เอกอัครราชทูต|กงสุล|อุปทูต|อัครราชทูต|นักวิชาการ|นักวิเทศ|นักวิเคราะห์|นักทรัพยากร"
    r"|นักจัดการ|นักพัฒนา|เจ้าพนักงาน|เจ้าหน้าที่|นายแพทย์(?:สาธารณสุข|ใหญ่|เชี่ยวชาญ|ชำนาญการ)|วิศวกร|สถาปนิก|นิติกร|พยาบาล"
    r"|นายก(?:เทศมนตรี|รัฐมนตรี|สมาคม|สภา|เมือง)|สมาชิกสภา|รัฐมนตรี|รักษา(?:การ|ราชการ)|ปฏิบัติ(?:ราชการ|หน้าที่)แทน|โฆษก"
    r"|กรรมการ|อาจารย์(?=ประจำ|คณะ)|ศาสตราจารย์ประจำ|ผู้แทน(?=\S)|ประธาน(?=\S))"
)
POST_BEGINS = re.compile(POST)
EN_POST = re.compile(
    r"(?:the\s)?(?:(?:Acting|Deputy|Assistant|Vice|Senior|Chief|First|Second|Third|Permanent|Executive|Lord)[ -])*"
    r"(?:Director|Deputy|Head|Chief|Officer|Ambassador|Consul|Secretary|Governor|Clerk|Manager|Mayor"
    r"|President|Chair(?:man|person|woman)?|Counsell?or|Adviser|Advisor|Coordinator|Analyst|Expert"
    r"|Specialist|Minister|Dean|Professor|Inspector|Spokesperson|Representative|Member|Commissioner)\b"
    r"(?:[- ](?:General|Director|Secretary|Officer))?"
)
EN_POST_GOES_ON = re.compile(
    r"(?:\s(?:of|to|for|at|in)(?:\sthe)?(?=\s[A-Z])|\s(?:and|&)(?=\s(?!Mr|Ms|Mrs|Miss|Dr|H\.E)[A-Z][a-z-]+"
    r"\s(?:Department|Office|Division|Affairs))|\s(?!Mr|Ms|Mrs|Miss|Dr|H\.E)[A-Z][A-Za-z'-]*)"
)
# Where a post or a name that no register holds ends.
CUE = re.compile(
    r"(?:ได้)?(?:มอบหมาย|เข้าร่วม|ให้การ|พร้อมด้วย|พร้อมทั้ง|ร่วมประชุม|ร่วมด้วย|กล่าว|นำคณะ|เดินทาง|เป็นประธาน|เป็นผู้|ทำหน้าที่|โดยมี|ในฐานะ"
    r"|ตลอดจน|รวมทั้ง|รวมถึง|ณ\s|เมื่อวัน|แทน(?=\S)|ประชุมร่วม|ขอให้|เสนอ|รายงาน(?=ต่อ|ว่า)|ชี้แจง|แจ้ง"
    r"|และ(?=\s?(?:นาย|นาง|น\.ส\.|ดร\.|ผศ|รศ|พล|ม\.|คณะ|ผู้|เจ้าหน้าที่|สำนัก|กอง|หน่วยงาน|รอง|ที่ปรึกษา|หัวหน้า|ปลัด))|กับ(?=นาย|นาง))"
)
LETTERS = re.compile("[ก-\u0e2f\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")
EN_NAME = re.compile(r"[A-ZÀ-Þ][\wÀ-ɏ'’.-]*")
VENUE_WORD = re.compile("(?:ห้อง|ศาลา|โรงแรม|อาคาร|ชั้น|สำนัก|ศูนย์|กรุง|หอ|ลาน|สวน|มหาวิทยาลัย|เมือง)")
MORE_POST = re.compile(r"\s(?:(?:และ)?(?:รักษาราชการแทน|รักษาการ|ปฏิบัติราชการแทน|ปฏิบัติหน้าที่))")
AND = re.compile(r"[\s,]*(?:และ|กับ|and|&|รวมทั้ง)?\s?")


@dataclass(frozen=True)
class Who:
    """One who is named, by name, by post or by both; spans of ``Text.plain``."""

    name: Span | None
    position: Span | None
    end: int
    start: int
    shares: bool = False  # the post is written after a later name


class Names:
    """The people of one text: ``who`` in the order of the text."""

    def __init__(self, plain: str, mentions: list[Mention]):
        self.plain = plain
        self.known = {one.span[0]: one for one in mentions}
        self.ends = {one.span[1] for one in mentions if one.kind == POSITION}
        self.who = self._bind(self._names(mentions), self._posts(mentions))

    def _names(self, mentions: list[Mention]) -> list[Span]:
        places = {one.span[0] for one in mentions if one.kind == PERSON}
        for word in BEGINNINGS:
            at = self.plain.find(word)
            while at >= 0:
                places.add(at)
                at = self.plain.find(word, at + 1)
        spans, end = [], 0
        for at in sorted(places):
            if at >= end and self._may_begin(at) and (span := self._name(at)):
                spans.append(span)
                end = span[1]
        return spans

    def _may_begin(self, at: int) -> bool:
        before = self.plain[max(0, at - 8) : at]
        if not before or at in self.ends or not before[-1].isalnum() and before[-1] not in "ะาำิีึืุู็่้๊๋์ัๆฯ.":
            return True
        return not self.plain[at].isascii() and before.endswith(GLUED_TO)

    def _name(self, at: int) -> Span | None:
        plain, end = self.plain, at
        while (
            not POSTS.match(plain, end)
            and (match := PREFIX.match(plain, end))
            and match.end() > end
        ):
            end = match.end()
        known = self.known.get(end) or self.known.get(at)
        if known and known.kind == PERSON:
            return at, known.span[1]
        if end == at:
            return None
        if EN_NAME.match(plain, end):
            return self._english_name(at, end)
        given = LETTERS.match(plain, end)
        if not given:
            return None
        cut = self._cut(given.start(), given.end())
        if cut < given.end() or plain[given.end() : given.end() + 1] not in {" ", "\n"}:
            return (at, cut) if cut - given.start() > 1 else None
        surname = LETTERS.match(plain, given.end() + 1)
        if surname and surname[0] == "ณ" and not VENUE_WORD.match(plain, surname.end() + 1):
            surname = LETTERS.match(plain, surname.end() + 1) or surname
        if not surname or self._begins_other(surname.start()):
            return at, given.end()
        return at, self._cut(surname.start(), surname.end())

    def _english_name(self, at: int, end: int) -> Span:
        for _ in range(4):
            match = EN_NAME.match(self.plain, end)
            if not match or EN_POST.match(self.plain, end):
                break
            last = match.end()
            end = last + 1
            if self.plain[last : last + 1] != " ":
                break
        if self.plain[last - 1] == "." and last - 2 > at and self.plain[last - 2].islower():
            last -= 1
        return at, last

    def _begins_other(self, at: int) -> bool:
        known = self.known.get(at)
        return bool(
            known
            or POST_BEGINS.match(self.plain, at)
            or CUE.match(self.plain, at)
            or self.plain.startswith(("ได้", "และ", "จาก", "ซึ่ง", "เป็น", "ร่วม", "จะ", "ผู้", "ณ"), at)
        )

    def _cut(self, begin: int, end: int) -> int:
        """Where the word of a name ends, if a post or a verb is glued to it."""
        for at in range(begin + 2, end):
            known = self.known.get(at)
            if (known and known.kind == POSITION) or CUE.match(self.plain, at):
                return at
            post = POST_BEGINS.match(self.plain, at)
            if post and end - at > 6:
                return at
        return end

    def _posts(self, mentions: list[Mention]) -> dict[int, int]:
        """Where posts begin and end, as far as they can be told without a name beside them."""
        found = {}
        end = 0
        for match in POST_BEGINS.finditer(self.plain):
            at = match.start()
            before = self.plain[max(0, at - 8) : at]
            free = (
                not before
                or not (before[-1].isalnum() or before[-1] in "ะาำิีึืุู็่้๊๋์ัๆฯ")
                or before.endswith(GLUED_TO)
            )
            if at >= end and free and (stop := self.post(at)):
                found[at] = end = stop
        for one in mentions:
            if one.kind == POSITION and one.span[0] not in found:
                found[one.span[0]] = self.post(one.span[0]) or one.span[1]
        return found

    def post(self, at: int) -> int | None:
        """Where the post ends that begins there; None where none does."""
        plain, known = self.plain, self.known.get(at)
        if known and known.kind == POSITION:
            end = known.span[1]
        elif match := POST_BEGINS.match(plain, at):
            end = self._thai_post(at, match.end())
        elif match := EN_POST.match(plain, at):
            end = match.end()
        else:
            return None
        if plain[at].isascii():
            while match := EN_POST_GOES_ON.match(plain, end):
                end = match.end()
                known = self.known.get(end + 1)
                end = known.span[1] if known and known.kind == DEPARTMENT else end
        elif more := MORE_POST.match(plain, end):
            return self.post(more.start() + 1) or end
        return end

    def _thai_post(self, begin: int, at: int) -> int:
        plain = self.plain
        end = at
        while end < len(plain):
            known = self.known.get(end)
            if known and known.kind in (DEPARTMENT, POSITION):
                end = known.span[1]
                if plain.startswith(" กรุงเทพมหานคร", end):
                    end += len(" กรุงเทพมหานคร")
                break
            if (
                plain[end].isspace()
                or plain[end] in ',():;"“”'
                or (end > at and CUE.match(plain, end))
            ):
                break
            end += 1
        return end

    def _bind(self, names: list[Span], posts: dict[int, int]) -> list[Who]:
        who, taken = [], set()
        ends = {end: at for at, end in posts.items()}
        for name in names:
            begin, end = name
            after = end
            while after < len(self.plain) and self.plain[after] in " ,\n":
                after += 1
            if self.plain.startswith("(", after) and self.plain[begin - 1 : begin] != "(":
                after += 1
            stop = posts.get(after) or self.post(after)
            if stop:
                taken.add(after)
                who.append(
                    Who(name, (after, stop), stop + (self.plain[stop : stop + 1] == ")"), begin)
                )
                continue
            before = begin
            between = " (:\n," if self.plain[begin].isascii() else " (:\n"
            while before and self.plain[before - 1] in between:
                before -= 1
            if (post := ends.get(before)) is not None and post not in taken:
                taken.add(post)
                end += self.plain[end : end + 1] == ")"
                who.append(Who(name, (post, before), end, post))
            else:
                who.append(Who(name, None, end, begin))
        who += [Who(None, (at, stop), stop, at) for at, stop in posts.items() if at not in taken]
        who.sort(key=lambda one: one.start)
        return self._share(self._apart(who))

    @staticmethod
    def _apart(who: list[Who]) -> list[Who]:
        """Without those that lie inside the one before."""
        kept, end = [], 0
        for one in who:
            if one.start >= end:
                kept.append(one)
                end = one.end
        return kept

    def _share(self, who: list[Who]) -> list[Who]:
        """A และ B <post>: the post is also that of A, who has none of their own."""
        for at in range(len(who) - 2, -1, -1):
            one, following = who[at], who[at + 1]
            between = AND.match(self.plain, one.end)
            if (
                one.position is None
                and following.name
                and following.position
                and (
                    following.position[0] > following.name[0]
                    and between.end() == following.start
                    and between[0].strip()
                )
            ):
                who[at] = replace(one, position=following.position, shares=True)
        return who
