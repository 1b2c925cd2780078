"""The fixed phrases of a report of a meeting, checked; what is free prose is left alone."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from committees.minutes.filling import BROKEN, broken
from committees.minutes.text import text_of

BLANK = r"[ \t]*"
NOT_A_WORD_GOING_ON = r"(?![\u0e01-\u0e4e])"
HEAD_ENDS = ("ผู้", "เริ่มประชุม", "เปิดประชุม", "ระเบียบวาระ")
HEAD_LINES = 6

REPORT = _("The report of a meeting is called รายงานการประชุม.")
CAME = _("Members who came are listed under ผู้มาประชุม.")
STAYED_AWAY = _("Members who did not come are listed under ผู้ไม่มาประชุม.")
BEGINS = _("A meeting begins with เริ่มประชุม.")
ENDS = _("A meeting ends with เลิกประชุม.")
RECORDER = _("Whoever took the minutes signs as ผู้จดรายงานการประชุม.")
AGENDA = _("The agenda is called ระเบียบวาระการประชุม.")
SECTION = _("A section of the agenda is called ระเบียบวาระที่.")
RESOLUTION = _("A resolution is headed มติที่ประชุม.")
DAY = _("The day of the meeting is headed เมื่อวันที่.")

# What is found (the group ``found``), what is better, why; those listed first win.
RULES = [
    (r"ผู้(?:จด)?บันทึก(?:รายงาน)?การประชุม|ผู้จดบันทึก", "ผู้จดรายงานการประชุม", RECORDER),
    (r"บันทึกการประชุม", "รายงานการประชุม", REPORT),
    (rf"(?m:^){BLANK}(?P<found>ผู้เข้าประชุม){NOT_A_WORD_GOING_ON}", "ผู้มาประชุม", CAME),
    (
        rf"(?m:^){BLANK}(?P<found>ผู้ไม่เข้า(?:ร่วม)?ประชุม){NOT_A_WORD_GOING_ON}",
        "ผู้ไม่มาประชุม",
        STAYED_AWAY,
    ),
    (r"(?<!กล่าว)(?<!พิธี)(?P<found>เปิด(?:การ)?ประชุม)(?= ?(?:เมื่อ)?เวลา)", "เริ่มประชุม", BEGINS),
    (rf"(?m:^){BLANK}(?P<found>เปิดประชุม){NOT_A_WORD_GOING_ON}", "เริ่มประชุม", BEGINS),
    (r"(?<!เ)(?<!กล่าว)(?<!พิธี)(?P<found>ปิด(?:การ)?ประชุม)(?= ?(?:เมื่อ)?เวลา)", "เลิกประชุม", ENDS),
    (rf"(?m:^){BLANK}(?P<found>ปิดประชุม){NOT_A_WORD_GOING_ON}", "เลิกประชุม", ENDS),
    (r"(?<!ระเบียบ)(?<!ระเบียบ )วาระการประชุม", "ระเบียบวาระการประชุม", AGENDA),
    # Neither a term of office nor a reading of an ordinance.
    (
        r"(?<!ระเบียบ)(?<!ระเบียบ )(?<!ตำแหน่ง)(?<!ตำแหน่ง )(?P<found>วาระที่)"
        r"(?= ?[0-9๐-๙{])(?! ?[1-3๑-๓] ?(?:ขั้น|รับหลักการ))",
        "ระเบียบวาระที่",
        SECTION,
    ),
    (r"มติการประชุม", "มติที่ประชุม", RESOLUTION),
    (rf"(?m:^){BLANK}(?P<found>มติของที่ประชุม|มติ(?={BLANK}(?:[:：]|$)))", "มติที่ประชุม", RESOLUTION),
]
BARE_DAY = re.compile(r"[ \t]*(?P<found>วัน[ก-์]{0,10}ที่)(?= ?[0-9๐-๙{])")


@dataclass(frozen=True)
class Finding:
    """A phrase at ``text[start:end]`` that the form says otherwise."""

    start: int
    end: int
    found: str
    better: str
    why: str | Promise


def check_wording(text: str) -> list[Finding]:
    """What strays from the form, in the order of the text; linear in its length."""
    findings = [*_bare_days(text)]
    for pattern, better, why in COMPILED:
        findings += [_finding(match, better, why) for match in pattern.finditer(text)]
    return _without_overlaps(findings)


def check_template(path: Path) -> list[Finding]:
    """The same of a Word template's own words; ValidationError where it is no Word file."""
    try:
        return check_wording(text_of(path))
    except BROKEN as error:
        raise broken(path, error) from error


def _bare_days(text: str):
    """A head is a few lines, from the name of the report to the list of who came."""
    at, left = 0, 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if left and words.startswith(HEAD_ENDS):
            return
        if left and (match := BARE_DAY.match(line)):
            start, end = at + match.start("found"), at + match.end("found")
            yield Finding(start, end, match["found"], f"เมื่อ{match['found']}", DAY)
        left = HEAD_LINES if words.startswith(("รายงานการประชุม", "บันทึกการประชุม")) else left
        left = max(0, left - bool(words))
        at += len(line)


def _finding(match: re.Match, better: str, why) -> Finding:
    group = "found" if "found" in match.re.groupindex else 0
    return Finding(*match.span(group), match[group], better, why)


def _without_overlaps(findings: list[Finding]) -> list[Finding]:
    kept = []
    for finding in sorted(findings, key=lambda one: (one.start, -one.end)):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return kept


COMPILED = [(re.compile(pattern), better, why) for pattern, better, why in RULES]
