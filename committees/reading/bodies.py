"""The body that met: คณะกรรมการ…, คณะทำงาน…, การประชุมผู้บริหาร…, the … Committee, Working Group on …"""

import re
from functools import cached_property

from committees.reading.english import CAPITAL
from committees.reading.meetings import HELD, Meetings
from committees.reading.normal import PARAGRAPH, Span, meets
from committees.reading.page import Page
from committees.reading.register import COMMITTEE

BODY = re.compile(
    r"(?:คณะ(?:อนุ)?กรรมการ|คณะทำงาน|(?<![ก-๎.])คกก\.\s?(?=[ก-ฮเ-ไ])|(?<=ประชุม)คกก\.\s?(?=[ก-ฮเ-ไ]))(?!ที่(?:เข้า|มา|ร่วม)|ผู้)|คณะกรรมาธิการ|คณะ(?:ที่ปรึกษา|มนตรี|ผู้บริหาร|เจรจา|เจ้าหน้าที่อาวุโส)|(?<=ประชุม)คณะ(?!ดัง|นี้)|สภา(?=กรุงเทพ|เมือง|เด็ก|ที่ปรึกษา|ผู้|องค์กร|พลเมือง)"
)
IN_SHORT = "คกก."
BARE_KINDS = ("คณะกรรมการ", "คณะอนุกรรมการ", "คณะทำงาน")  # which one is not said
# What else may meet: its name begins with the word for the meeting itself.
OTHERS = re.compile(
    r"การประชุม(?=ผู้บริหาร|คณะผู้บริหาร|หัวหน้า|เจ้าหน้าที่อาวุโส|ผู้นำ|สุดยอด|สภา|ร่วม(?!กับ|หารือ)|ผู้อำนวยการ|ผู้ว่าราชการ|ใหญ่|สมัชชา|ทวิภาคี|เครือข่าย(?!ครั้ง)|ระดับ|นายกเทศมนตรี)"
)
STOP = re.compile(
    r"[\s,():;\"“”]|ครั้ง(?:ที่|แรก|ดังกล่าว|นี้|ต่อไป|ถัดไป|ก่อน|หน้า)|นัดที่|สมัย(?:ที่|สามัญ)|ไม่น้อยกว่า|เมื่อ(?=วัน|เวลา|\s?[0-9])|โดยมี|ซึ่ง|เพื่อ(?=พิจารณา|หารือ|ติดตาม(?:ความ|ผล)|รับทราบ|เตรียม)|พร้อมด้วย|ประจำปี|ในวัน|เป็น(?:ประธาน|ครั้ง|การด่วน)|(?:จึง)?(?:ได้|จึง)(?=ประชุม|จัด|มี|เปิด)|(?:ได้|จึง)?(?:เปิด|จัด|เรียก)?(?:การ)?(?<!เอกสารการ)(?<!สถานที่การ)ประชุม(?=ครั้ง|หารือ|ร่วม|นัด|กัน|วัน|เมื่อ|ออนไลน์|ด่วน|\s)|นัดประชุม|พบปะ|ทำหน้าที่|หารือ(?=กัน|รอบ|เรื่อง|เมื่อ|ครั้ง|ประเด็น|แนวทาง|\s)|มีมติ|ในฐานะ|เห็นชอบ|อนุมัติให้|รับทราบ(?=ผล|ราย|ความ|สถาน)"
)
# After a blank: a name goes on with และ or ด้าน, or where its number comes at last.
GOES_ON = re.compile(
    r"(?<=กรุงเทพมหานคร)\s[–-]\s?(?=[ก-ฮเ-ไ])|(?<=กรุงเทพฯ)\s[–-]\s?(?=[ก-ฮเ-ไ])|\s(?:และ(?!\s|นาย|นาง|ผู้แทน|มี|ได้)|ด้าน|ระหว่าง(?!วัน)|ว่าด้วย|ของ|แห่ง|กับ(?=[ก-ฮเ-ไ])|ตาม(?!ที่)|ประเทศ(?=[ก-ฮเ-ไ])|[0-9]{1,3}\s?ปี\s?(?=[ก-ฮเ-ไ])|[A-Z][\w-]*[A-Z0-9](?=\s?(?:ของ|แห่ง|ใน(?!วัน|การ|ที่)))|[\"“](?=[^\"”\n]{2,40}[\"”]))"
)
# คณะกรรมการจัดงานเทศกาลไทย ณ กรุงโซล ครั้งที่ 2: a place in the name of the body.
HOST_CITY = re.compile(r"\sณ\s?(?:กรุง|เมือง|นคร|ประเทศ|จังหวัด)\S+(?=\s?ครั้งที่)")
OTHER = re.compile(
    r"\s(?:ณ\s|เมื่อ|วัน|โดย|ที่ประชุม|นาย|นาง|น\.ส\.|ดร\.|ประจำ|เวลา|ใน(?=วัน|การ|ที่|ครั้ง)|พร้อม|ได้|มี|ร่วม|เพื่อ|ทั้งนี้|ซึ่ง|ผ่าน|เป็น|ห้อง|จัด|สมัย|เปิดเผย|กล่าว|แจ้ง|รายงาน|คณะ|ผู้(?=อำ|ว่า|แทน)|รอง|ปลัด|จำนวน|สำนักงาน|(?:ทำ|รับ|ปฏิบัติ)หน้าที่|กรุงเทพมหานครได้)"
)
NUMBER_FOLLOWS = re.compile(
    r"(?:\s?\([^)]{1,40}\))?\s?(?:ซึ่ง|ที่)?(?:ใน|ได้|จึง){0,2}(?:เปิด|จัด|เรียก|นัด)?(?:การ)?(?:ประชุม)?(?:กัน)?(?:เป็น)?\s?(?:สมัย(?:ประชุม)?(?:สามัญ|วิสามัญ)?\s?(?:ที่\s?[0-9]+)?\s?)?(?:ครั้ง|นัด)ที่"
)
MET = re.compile(r"\s?(?:ได้|จึง)?(?:มี|เปิด|จัด|เรียก|พบปะ)?(?:การ)?(?:ประชุม|หารือ)(?!เชิง)")
EN_WORDS = rf"(?:(?:,(?= {CAPITAL}(?:,| and)|(?: and| &)))? (?:(?:and|of|on|for|the|with|to|between|&) )*(?![0-9]|No\b|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday){CAPITAL})"
EN_KIND = r"(?:Sub-?[Cc]ommittee|Committee|Working Group|Task Force|Taskforce|Commission|Steering Group|Working Party|Working Team|Council|Board|Assembly|Panel|Dialogue|Secretariat)"
EN_BEFORE = rf"(?:{CAPITAL}(?: (?:and |of |on |for |& )*(?={CAPITAL})|, (?={CAPITAL}(?:,| and))|[–-]| [–-] )){{0,9}}"
EN_BODY = re.compile(
    rf"(?=[A-Z0-9]){EN_BEFORE}{EN_KIND}\b(?: (?:on|for|of|to)(?: the)?{EN_WORDS}+)?(?: (?:on|for)(?: the)?{EN_WORDS}+)?"
)
EN_FIRM = re.compile(r"(?:ommittee|Group|Force|Taskforce|Commission|Board|Party|Team)\b")
# What people go to, but where it has a number and a chair as a body has.
EN_OCCASION = re.compile(r"(?:Forum|Conference|Assembly|Dialogue)$")
EN_LEADING = re.compile(
    r"(?:(?:The|On|At|Its|A|An|Meeting|Minutes|Session|Report|Summary|Bangkok Hosts|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|[0-9]+(?:st|nd|rd|th)|No\.|[0-9/]+|of|the|on|Holds?|Held|Hosts?|Convenes?|Attends?|Joins?|Chairs?|Inaugural|Ordinary|Special|Extraordinary|Annual)[ :]+)+(?=[A-Z])"
)
EN_ABOUT = re.compile(r" (?:on|for|of) ")
# A bracket after the name belongs to it, unless it is the name in short, or says something else.
BRACKET = re.compile(
    r"\s?\((?!คกก|คณะ|[ก-ฮ]{2,6}\.|(?:[ก-ฮ]\.){2,}[^0-9]*\)|(?i:no\b)|[0-9])(?![^)\n]*(?:ฯ\)|ครั้งที่|ระบบ|ประธาน|ออนไลน์|นาย|นาง|Zoom|ต่อไปนี้))[^)\n]{3,60}\)"
)
YEAR = re.compile(r"\s?(?:ประจำ)?ปี(?:งบประมาณ)?\s?(?:พ\.ศ\.\s?)?[0-9]{4}(?=\s?ครั้งที่\s?[0-9]+\s?/)")
# The years of the plan that a body is set up for.
YEARS = re.compile(r"\s?พ\.ศ\.\s?[0-9]{4}\s?[-–]\s?[0-9]{4}")
BEFORE_BODY = re.compile(r"\s?(?:ใน)?(?:การ)?(?:ประชุม|หารือ|ร่วม)*\s?(?=คณะ)")
BEFORE_NUMBER = re.compile(
    r"[\"”]?(?:\s?\((?:คกก|คณะ|[ก-ฮ]{1,6}\.|[^)]*ฯ\))[^)]*\)?)?\s?(?:ซึ่ง|ที่)?(?:ใน|ได้|จึง|ก็)?(?:เปิด|จัด|เรียก|มี|นัด|พบปะ)?(?:การ)?(?:ประชุม|หารือ)?(?:กัน)?(?:เป็น)?\s?(?:สมัย\S{0,12}\s?(?:ที่\s?[0-9]+)?\s?)?$"
)
# คณะกรรมการ… (ค.ป.ร.) ประชุมนัดแรกของปี ครั้งที่ 1/2569: the verb ends the name.
FIRST_OF_YEAR = re.compile(r"(?:\s?\([ก-ฮ.]{2,12}\))?\s(?:ได้|จึง)?(?:จัด|เปิด)?(?:การ)?ประชุมนัด")
LETTERS = re.compile("(?!และ|ได้|จึง|ประชุม|ครั้ง)[ก-ฮเ-ไ]{2}")
A_DOZEN = 12  # no news names its number oftener
LONGEST = 300


class Bodies:
    """The bodies of a text; ``posts`` are of people, whose bodies are others."""

    def __init__(self, page: Page, meetings: Meetings, posts: list[Span]):
        self.page, self.plain, self.meetings = page, page.plain, meetings
        self.posts = posts
        self.known = [one for one in page.mentions if one.kind == COMMITTEE]

    def read(self) -> Span | None:
        """The body whose number is this meeting's, else the one chaired or said to have met."""
        found = [span for at in self.meetings.this[:A_DOZEN] if (span := self._before(at))]
        verbs = [act.span for act in self.meetings.chairs]
        if found:
            best = max(found, key=lambda span: (self._is_known(span), span[1] - span[0]))
            return self._in_full(self._below_title(best, verbs) or best)
        for begin, end in (*verbs, *(one.span() for one in self._verbs)):
            if span := self._after(end, min(self.meetings.sentence(begin)[1], end + LONGEST)):
                return self._in_full(span)
        span = self._that_met() or self._english() or self._anywhere()
        return self._in_full(span) if span else None

    def _below_title(self, best: Span, verbs: list[Span]) -> Span | None:
        """The body that is chaired in the text, where only the title has the number, and less of a name."""
        if self._is_known(best) or best[1] > self.page.title():
            return None
        chaired = (
            self._after(end, min(self.meetings.sentence(begin)[1], end + LONGEST))
            for begin, end in verbs
            if begin > best[1]
        )
        longer = (span for span in chaired if span and span[1] - span[0] > best[1] - best[0])
        return next(longer, None)

    def in_title(self, end: int) -> Span | None:
        """The body whose meeting the title names."""
        met = self.plain.find("ประชุมคณะ", 0, end)
        return self._after(met + len("ประชุม"), end) if met >= 0 else None

    def _that_met(self) -> Span | None:
        """คณะกรรมการ…ได้ประชุม: the body before the verb, in its longest form."""
        spans = [
            span
            for match in BODY.finditer(self.plain)
            if self.page.is_free(match.start())
            and (span := self._thai(match.start(), min(len(self.plain), match.start() + LONGEST)))
            and MET.match(self.plain, span[1])
            and self.meetings.belongs(span[0])
        ]
        return max(spans, key=lambda span: span[1] - span[0], default=None)

    def _in_full(self, span: Span) -> Span:
        """The full name of a body named in short: คณะกรรมการฯ, คกก.จัดงาน…."""
        words, kind = self.plain[slice(*span)], BODY.match(self.plain, span[0])
        if not kind or not (words.endswith("ฯ") or kind[0].startswith(IN_SHORT)):
            return span
        full = "คณะกรรมการ" + words[len(kind[0]) :] if kind[0].startswith(IN_SHORT) else kind[0]
        for match in BODY.finditer(self.plain):
            if not self.plain.startswith(full, match.start()):
                continue
            other = self._thai(match.start(), min(len(self.plain), match.start() + LONGEST))
            if other and other[1] - other[0] > len(words) + 4:
                return other
        return span

    @cached_property
    def _verbs(self) -> list[re.Match]:
        """The verbs of meeting that are said of this meeting, and do not stand in a body's name."""
        inside, end = [], 0
        for match in BODY.finditer(self.plain):
            if match.start() >= end:
                end = self._end(match.end(), min(len(self.plain), match.end() + LONGEST))
                inside.append((match.start(), end))
        return [
            one
            for one in HELD.finditer(self.plain)
            if self.meetings.belongs(one.start())
            and not meets((one.start(), one.start() + 1), inside)
        ]

    def _is_known(self, span: Span) -> bool:
        return any(one.span == span for one in self.known)

    def _before(self, at: int) -> Span | None:
        """คณะกรรมการ… ครั้งที่ 1/2563: the body that ends where its number begins."""
        begin = max(self.meetings.paragraph(at)[0], at - LONGEST)
        best = None
        for match in BODY.finditer(self.plain, begin, at):
            span = self._thai(match.start(), at)
            if span and self._reaches(span[1], at):
                best = span if best is None else best
        if best:
            return best
        if span := self._running_up(begin, at):
            return span
        for match in OTHERS.finditer(self.plain, begin, at):
            span = match.start(), self._end(match.end(), at)
            if self._reaches(span[1], at):
                return span
        return None

    def _running_up(self, begin: int, at: int) -> Span | None:
        """A name that stops at nothing before its number: … ผู้นำเมืองหลวงอาเซียน (MGMAC) ปี 2566 ครั้งที่ 2."""
        number = self.plain.rfind("ที่", begin, at)
        number = max(self.plain.rfind("ครั้ง", begin, number), self.plain.rfind("นัด", begin, number))
        start = self.meetings.body_before(begin, number) if number > begin else None
        if start is None or not self.page.is_free(start) or not BODY.match(self.plain, start):
            return None
        end = start + BEFORE_NUMBER.search(self.plain[start:number]).start()
        if met := FIRST_OF_YEAR.search(self.plain, start, end):
            end = met.start()
        if "“" in self.plain[start:end] or self.plain.count('"', start, end) == 1:
            end += self.plain[end] in '"”'
        return (start, end) if end - start > 12 else None

    def _reaches(self, end: int, at: int) -> bool:
        match = NUMBER_FOLLOWS.match(self.plain, end)
        return bool(match) and at - match.end() <= 2

    def _after(self, at: int, limit: int) -> Span | None:
        """เป็นประธานการประชุมคณะกรรมการ…: the body right after the verb."""
        at = self.page.skip(at)
        if before := BEFORE_BODY.match(self.plain, at, limit):
            at = before.end()
        # Who went to the congress of … went to no body's meeting.
        went = self.plain.endswith("ร่วมการประชุม", 0, at) and not self.plain.startswith("คณะ", at)
        if went:
            return None
        if BODY.match(self.plain, at, limit):
            return self._thai(at, limit)
        if self.plain.endswith("การประชุม", 0, at) and OTHERS.match(self.plain, at - 9):
            return at - 9, self._end(at, limit)
        return None

    def _thai(self, begin: int, limit: int) -> Span | None:
        known = self.page.known(begin, COMMITTEE)
        if known:
            return known.span
        kind = BODY.match(self.plain, begin)
        end = self._end(kind.end(), limit)
        is_named = end > kind.end() or kind[0] not in BARE_KINDS
        return (begin, end) if is_named and end - begin > 8 else None

    def _end(self, at: int, limit: int) -> int:
        end = self.page.back(self._untrimmed_end(at, limit))
        for more in (YEARS, YEAR, BRACKET, YEAR):
            if match := more.match(self.plain, end, limit):
                end = match.end()
        if end > at and self.plain[end - 1] == ")" and LETTERS.match(self.plain, end, limit):
            return self._end(end, limit)
        return end

    def _untrimmed_end(self, at: int, limit: int) -> int:
        end = at
        while end < limit:
            end = self.page.word_end(end, STOP, limit - end)
            if match := HOST_CITY.match(self.plain, end, limit):
                return match.end()
            if self.plain[end : end + 1] not in {" ", "\n"} or OTHER.match(self.plain, end):
                return end
            if match := GOES_ON.match(self.plain, end):
                end = match.end()
                if self.plain[end - 1] in '"“':
                    end = re.compile('["”]').search(self.plain, end).end()
                continue
            reach = self._up_to_number(end + 1, limit)
            return reach or end
        return end

    def _up_to_number(self, at: int, limit: int) -> int | None:
        """Where the number comes, if only a few more words of the name stand before it."""
        for _ in range(6):
            stop = STOP.search(self.plain, at, limit)
            reach = stop.start() if stop else limit
            if NUMBER_FOLLOWS.match(self.plain, reach):
                return reach
            if self.plain[reach : reach + 1] not in {" ", "\n"} or OTHER.match(self.plain, reach):
                return None
            at = reach + 1
        return None

    def _english(self) -> Span | None:
        near = [*self.meetings.this, *(act.span[0] for act in self.meetings.chairs)]
        near += [match.start() for match in self._verbs]
        candidates: list[Span] = []
        for at in near:
            begin, end = self.meetings.paragraph(at)
            for one in self.known:
                if begin <= one.span[0] < end and self.plain[one.span[0]].isascii():
                    return one.span
            found = [
                self._trimmed(match)
                for match in EN_BODY.finditer(self.plain, max(begin, at - 260), min(end, at + 260))
            ]
            found = [span for span in found if span[1] - span[0] > 9 and not self._in_post(span)]
            if not (self.meetings.this and self.meetings.chairs):
                found = [span for span in found if not EN_OCCASION.search(self.plain, *span)]
            # A council or forum may also be where somebody comes from.
            found = [span for span in found if EN_FIRM.search(self.plain, *span)] or found
            if found:
                candidates.append(min(found, key=lambda span: abs(span[0] - at)))
        # The full name says what it is about: … Committee on Urban Water.
        full = [span for span in candidates if EN_ABOUT.search(self.plain, *span)]
        return (full or candidates or [None])[0]

    def _in_post(self, span: Span) -> bool:
        return any(begin <= span[0] < end or begin < span[1] <= end for begin, end in self.posts)

    def _trimmed(self, match: re.Match) -> Span:
        leading = EN_LEADING.match(match[0])
        return match.start() + (leading.end() if leading else 0), match.end()

    def _anywhere(self) -> Span | None:
        """คณะกรรมการ… ประชุม: the only body of the text."""
        spans = [
            span
            for match in BODY.finditer(self.plain)
            if self._is_subject(match.start())
            and (span := self._thai(match.start(), min(len(self.plain), match.start() + LONGEST)))
            and PARAGRAPH not in self.plain[span[0] : span[1]]
        ]
        # In short (คณะกรรมการเมืองปลอดบุหรี่ฯ) it is named beside its full name.
        spans = [span for span in spans if self.plain[span[1] - 1] != "ฯ"] or spans
        names = {"".join(self.plain[slice(*span)].split()) for span in spans}
        return spans[0] if len(names) == 1 else None

    def _is_subject(self, at: int) -> bool:
        """Whether a body there is what the text speaks of: what is reported to or set up is not."""
        before = self.plain[at - 1 : at]
        return not before.strip() or self.plain.endswith(("ประชุม", "ประธาน"), 0, at)
