"""The subjects that a meeting talked about: whole phrases, of this meeting, none invented."""

import time

import pytest

from committees.reading.reader import read_report
from tests.reading.office import HOUSE, REGISTER
from tests.reading.scoring import table, texts, topic_score, topic_texts, topics_of
from tests.reading.test_old_page import PAGE

TEXTS = topic_texts()
LEAST_PRECISION, LEAST_RECALL = 0.98, 0.95
MET = "นายก้อง กล้าหาญ เป็นประธานการประชุมคณะกรรมการเมืองท่า ครั้งที่ 2/2566 เมื่อวันที่ 9 มีนาคม 2566 "


def test_there_are_texts_of_both_languages_and_some_say_no_subject():
    english = [one for one in TEXTS if one["text"][:60].isascii()]
    assert len(TEXTS) >= 25
    assert len(english) >= 10
    assert sum(not one["topics"] for one in TEXTS) >= 5


def test_no_subject_is_read_worse_than_it_was():
    precision, recall, _f1 = topic_score(TEXTS)
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL


def test_the_readme_states_what_is_measured():
    row = table({"topics": topic_score(TEXTS)}).splitlines()[-1]
    assert row in (HOUSE / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("one", [*TEXTS, *texts()])
def test_every_subject_stands_in_the_text_and_is_short(one):
    report = read_report(one["text"], REGISTER)
    assert len(report.topics) <= 12
    for topic in report.topics:
        begin, end = topic.span
        assert 0 <= begin < end <= len(one["text"])
        assert len(topic.value) <= 200
        assert "\n" not in topic.value


def test_fields_are_read_without_their_examples_and_without_blanks_inside_words():
    said = (
        "ที่ประชุมได้ร่วมกันระดมความคิดเห็นใน ๒ ด้านหลัก ได้แก่ ด้านการพัฒนาเมืองสำหรับ    เด็ก (City for Kids) เช่น"
        " สนามเด็กเล่น และด้านสุขภาพ เช่น คลินิก เป็นต้น"
    )
    topics = read_report(f"{MET}{said}", REGISTER).topics
    assert [one.value for one in topics] == ["ด้านการพัฒนาเมืองสำหรับเด็ก (City for Kids)", "ด้านสุขภาพ"]


def test_what_a_department_was_asked_to_consider_is_no_subject():
    assert topics_of({"text": PAGE}) == []


@pytest.mark.parametrize(
    "said",
    [
        "ที่ประชุมเห็นชอบในหลักการ",
        "ที่ประชุมพิจารณาแล้วมีมติตามที่เสนอ",
        "ที่ประชุมรับทราบความคืบหน้า",
        "โดยขอให้ที่ประชุมพิจารณาสถานที่จัดงาน",
        "ที่ประชุมจะพิจารณาสถานที่จัดงานต่อไป",
        "ทั้งนี้ กำหนดจัดประชุมครั้งที่ 3/2566 เพื่อพิจารณาสถานที่จัดงาน",
        "เมื่อคราวประชุมครั้งก่อน ที่ประชุมได้พิจารณาสถานที่จัดงาน",
        "ประธานมอบหมายให้สำนักการโยธาติดตามการซ่อมทางเท้า",
    ],
)
def test_what_says_no_subject_of_this_meeting_gives_none(said):
    report = read_report(f"{MET}{said}", REGISTER)
    assert report.is_meeting
    assert report.topics == ()


def test_a_dozen_is_the_most():
    points = " ".join(f"({at}) การปรับปรุงถนนสายที่{at}" for at in range(1, 19))
    assert len(topics_of({"text": f"{MET}ที่ประชุมได้หารือ 18 เรื่อง ได้แก่ {points}"})) == 12


def test_subjects_are_no_part_of_the_contract():
    assert "topics" not in read_report(TEXTS[0]["text"], REGISTER).as_json()


@pytest.mark.parametrize(
    "part",
    [
        "ที่ประชุมพิจารณา ",
        "ที่ประชุมได้พิจารณาการ และการ",
        "ที่ประชุมหารือ 3 ประเด็น ได้แก่ (1) ",
        "\nวาระที่ 1 เรื่องเพื่อพิจารณา\n1.1 ",
        "ด้าน และ",
        "The meeting discussed the ",
        "met and the meeting to ",
        "topics included: 1. ",
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(part):
    text = MET + part * (200_000 // len(part))
    before = time.process_time()
    read_report(text, REGISTER)
    assert time.process_time() - before < 6
