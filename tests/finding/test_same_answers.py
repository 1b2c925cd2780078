"""Sixty questions: each database answers what reading everything plainly answers."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from iad.finding.answering import answer
from iad.finding.writing import refresh
from tests.factories import (
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_page,
    make_person,
    make_public_article,
    make_resolution,
)
from tests.finding.plainly import Plainly

READING = Path(__file__).resolve().parents[1] / "reading"
QUESTIONS = Path(__file__).with_name("questions.txt").read_text("utf-8").splitlines()


def sixty_texts():
    files = sorted(READING.rglob("*.toml"))
    return [
        one["text"] for file in files for one in tomllib.loads(file.read_text("utf-8"))["texts"]
    ]


@pytest.fixture
def portal(db):
    """Articles of many kinds, some hidden, and a little of all else."""
    for number, text in enumerate(sixty_texts()):
        title, _, body = text.strip().partition("\n")
        make = {
            f"title_{'en' if title.isascii() else 'th'}": title[:250],
            f"body_{'en' if title.isascii() else 'th'}": f"<p>{body or title}</p>",
        }
        state = {"state": "withdrawn"} if number % 7 == 3 else {}
        blank = {"title_th": "", "body_th": ""}
        make_public_article(
            **blank | make | state, date=date(2020, 1, 1) + timedelta(days=number // 2)
        )
    health = make_department(name_th="สำนักอนามัย", name_en="Health Department", short_name_th="สนอ.")
    make_department(name_th="สำนักการโยธา", name_en="Public Works Department")
    make_person(name_th="สมนึก แก้วใส")
    committee = make_committee(
        name_th="คณะกรรมการความร่วมมือกับเมืองหลวงอาเซียน",
        name_en="Committee on ASEAN Capitals",
        secretariat=health,
    )
    for number in (1, 2, 11):
        meeting = make_meeting(committee=committee, number=number, be_year=2563)
        item = make_item(meeting=meeting, title_th=f"โครงการเยาวชนระยะที่ {number}")
        make_resolution(item=item, text_th="เห็นชอบแผนสิ่งแวดล้อม และให้สำนักการโยธารายงาน")
    make_meeting(committee=committee, number=3, be_year=2563, access="internal")
    make_page(title_th="ประวัติสำนักงาน", body_th="<p>เมืองพี่เมืองน้องแห่งแรก</p>")
    refresh()


def test_there_are_sixty_questions():
    assert len(set(QUESTIONS)) >= 60


def test_each_question_is_answered_as_by_reading_everything(portal):
    plainly = Plainly()
    for typed in QUESTIONS:
        entries = answer(typed).entries
        told = [(entry.kind, entry.object_id) for entry in entries]
        assert told == plainly.found(typed), typed


def test_very_many_answers_come_page_by_page_in_the_same_order(portal, monkeypatch):
    monkeypatch.setattr("iad.finding.answering.MANY", 2)
    led, plainly = 0, Plainly()
    for typed in QUESTIONS:
        found = answer(typed)
        led += found.leading is not None
        paged = [entry for at in range(0, found.total, 3) for entry in found[at : at + 3]]
        assert [(entry.kind, entry.object_id) for entry in paged] == plainly.found(typed), typed
    assert led > 20
