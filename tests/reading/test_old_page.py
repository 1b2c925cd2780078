"""A page in the shapes of the old portal's: what is read of it and what is not."""

import datetime

import pytest

from committees.reading.reader import read_report
from tests.reading.office import REGISTER

BODY = "คณะกรรมการขับเคลื่อนความร่วมมือกับเมืองหลวงประเทศสมาชิกอาเซียน"
PAGE = f"""Jump to Navigation
"  คำขวัญของเมือง "       " สำนักงานการต่างประเทศเปิดให้บริการเว็บไซต์ "

สรุปการประชุม{BODY} ครั้งที่ 1/2563

นายสมนึก แก้วใส ประธานที่ปรึกษาของผู้ว่าราชการกรุงเทพมหานคร เป็นประธานการประชุม{BODY} ครั้งที่ 1/2563 \
เมื่อวันศุกร์ที่ 14 กุมภาพันธ์ 2563 ณ ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร โดยมีนางดวงใจ รักดี และนายมานะ ชูชาติ \
รองปลัดกรุงเทพมหานคร พร้อมด้วยผู้แทนจากสำนักอนามัย สำนักการแพทย์ สำนักยุทธศาสตร์และประเมินผลสำนักการวางผังและพัฒนาเมือง \
สำนักสิ่งแวดล้อม สำนักการโยธา สำนักการศึกษา สำนักการจราจรและขนส่ง สำนักวัฒนธรรม กีฬาและการท่องเที่ยว \
และสำนักงานการต่างประเทศ เข้าร่วมการประชุมดังกล่าวด้วย

การประชุมดังกล่าวสืบเนื่องจากผลของการประชุมผู้นำเมืองหลวง ครั้งที่ 7 ซึ่งกรุงเทพมหานครเป็นเจ้าภาพเมื่อวันที่ 26 – 28 มิถุนายน 2562

ประธานในที่ประชุมขอให้หน่วยงานที่รับผิดชอบได้แก่ สำนักการวางผังและพัฒนาเมืองและสำนักวัฒนธรรมกีฬาและการท่องเที่ยว\
พิจารณาแนวทางความร่วมมือและนำเสนอต่อที่ประชุมอีกครั้ง

วันที่ของข่าว: 
ศุกร์, กุมภาพันธ์ 21, 2020
"""


@pytest.fixture(scope="module")
def report():
    return read_report(PAGE, REGISTER)


def test_the_meeting_is_this_one_and_the_seventh_is_merely_mentioned(report):
    assert report.committee.value == BODY
    assert (report.number.value, report.be_year.value) == ("1", 2563)
    assert report.date_start.value == report.date_end.value == datetime.date(2020, 2, 14)
    assert [one.value for one in report.mentioned] == ["7"]
    assert report.venue.value == "ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร"
    assert report.time is None


def test_the_chair_keeps_his_post_and_two_deputies_share_theirs(report):
    chair, *others = report.chair
    assert (chair.name.value, others) == ("นายสมนึก แก้วใส", [])
    assert chair.position.value == "ประธานที่ปรึกษาของผู้ว่าราชการกรุงเทพมหานคร"
    told = [(one.name.value, one.position.value) for one in report.attendees]
    assert told == [
        ("นางดวงใจ รักดี", "รองปลัดกรุงเทพมหานคร"),
        ("นายมานะ ชูชาติ", "รองปลัดกรุงเทพมหานคร"),
    ]


def test_ten_departments_are_told_apart_where_two_are_glued_and_one_holds_and(report):
    names = [one.known for one in report.departments]
    assert len(names) == len(set(names)) == 10
    assert names[2:4] == ["สำนักยุทธศาสตร์และประเมินผล", "สำนักการวางผังและพัฒนาเมือง"]
    assert names[8] == "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว"


def test_two_departments_are_asked_to_report_back(report):
    (task,) = report.tasks
    assert [one.known for one in task.departments] == [
        "สำนักการวางผังและพัฒนาเมือง",
        "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว",
    ]
    assert task.again
    assert task.task.value.startswith("พิจารณาแนวทาง")


def test_every_value_shows_the_words_it_was_read_from(report):
    begin, end = report.date_start.span
    assert PAGE[begin:end] == "วันศุกร์ที่ 14 กุมภาพันธ์ 2563"
    begin, end = report.departments[2].span
    assert PAGE[begin:end] == "สำนักยุทธศาสตร์และประเมินผล"
