"""Chrome of the old portal: what stood around an article on every page."""

import re

from django.utils.translation import gettext as _

LINES = frozenset(
    {
        "jump to navigation", "skip to main content", "skip to navigation", "main menu",
        "main menu 2", "secondary menu", "user menu", "navigation", "you are here", "search",
        "search form", "search this site", "by dr. radut", "printer-friendly version",
        "printer friendly version", "send by email", "send to friend", "pdf version", "share",
        "tweet", "like", "view", "edit", "log in", "login", "log out", "read more", "home",
        "about us", "news", "contact us", "english", "ไทย", "ภาษาไทย", "ดู", "แก้ไข", "ค้นหา",
        "แบบฟอร์มค้นหา", "หน้าแรก", "หน้าหลัก", "เกี่ยวกับเรา", "ข่าว", "ติดต่อเรา", "เมนูหลัก",
        "เข้าสู่ระบบ", "คุณอยู่ที่นี่", "ข้ามไปยังเนื้อหาหลัก", "ข้ามไปที่เนื้อหาหลัก", "อ่านต่อ", "แชร์", "พิมพ์",
        "พิมพ์หน้านี้", "theme by danetsoft", "powered by drupal", "back to top",
    }
)  # fmt: skip
FOOTS = frozenset(
    {"main menu", "main menu 2", "by dr. radut", "navigation", "เมนูหลัก", "powered by drupal"}
)
SUBMITTED = re.compile(r"(?:submitted by|posted by|ส่งโดย|เขียนโดย|โพสต์โดย)\b", re.IGNORECASE)
BREADCRUMB = re.compile(r"(?:home|หน้าแรก|หน้าหลัก) ?[»›>/→]", re.IGNORECASE)
# One or more sentences in quotation marks and nothing else: the banner of slogans.
BANNER = re.compile(r'(?:["“][^"“”]*["”] *)+')
CREDIT = "by Dr. Radut"  # of the theme; it may stand right behind the last word

ERROR_TITLE = re.compile(
    r"(?:error )?(?:40[0134]|50[0234])\b.{0,40}|page not found|not found|access denied|forbidden|"
    r"site (?:off-?line|under maintenance)|the website encountered an unexpected error.*|"
    r"(?:ไม่พบหน้า|ไม่พบเพจ|หาไม่พบหน้า).{0,30}|(?:ปฏิเสธการเข้าถึง|การเข้าถึงถูกปฏิเสธ|ไม่อนุญาตให้เข้าถึง).{0,30}",
    re.IGNORECASE,
)
SOURCE_LABEL = re.compile(r"(?:แหล่ง)?ที่มา(?:ของข่าว)?|source", re.IGNORECASE)
DATE_LABEL = re.compile(r"วันที่(?:ของ)?ข่าว|date of (?:the )?news|news date", re.IGNORECASE)


def is_chrome(line: str) -> bool:
    """Whether a line says nothing of its own: the same words stood on every page."""
    line = line.strip(" |·•")
    return (
        line.casefold().rstrip(":") in LINES
        or bool(SUBMITTED.match(line))
        or (len(line) < 300 and bool(BREADCRUMB.match(line)))
    )


def is_banner(line: str) -> bool:
    return bool(BANNER.fullmatch(line.strip()))


def is_foot(line: str) -> bool:
    return line.strip().casefold() in FOOTS


def is_error_title(title: str) -> bool:
    return bool(ERROR_TITLE.fullmatch(title.strip(" .!")))


def left_out(parts: list[str]) -> list[str]:
    """One note that names the chrome which was not taken in; none where there was none."""
    briefly = (" ".join(part[:200].split()) for part in parts)
    shown = list(dict.fromkeys(each if len(each) <= 60 else f"{each[:59]}…" for each in briefly))
    return [_("Left out: %(parts)s.") % {"parts": "; ".join(shown[:20])}] if shown else []
