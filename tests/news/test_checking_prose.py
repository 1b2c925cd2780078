"""What may be wrong with an article's words: every kind, true cases and false ones."""

import pytest

from iad.thai.citizen_id import citizen_ids, is_citizen_id
from news.checks.finding import Kind
from tests.news.drafts import draft, found

# --- weekdays ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "เมื่อวันพฤหัสบดีที่ 14 กุมภาพันธ์ 2563 ณ ศาลาว่าการ"),
        ("th", "เมื่อวันเสาร์ที่ ๑๔ ก.พ. ๒๕๖๓"),
        ("th", "จันทร์, 14 กุมภาพันธ์ 2020"),
        ("th", "วันพุธที่ 26 – วันพฤหัสบดีที่ 28 มิถุนายน 2562"),
        ("en", "on Thursday, 14 February 2020 at 10.00 hrs."),
        ("en", "Saturday, February 14, 2020"),
        ("en", "from Wednesday 26 to Saturday 28 June 2019"),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date_is_shown(language, text):
    (finding,) = found(Kind.WEEKDAY, draft(text, language))

    assert (finding.field, finding.language, finding.is_blocking) == ("summary", language, False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "เมื่อวันศุกร์ที่ 14 กุมภาพันธ์ 2563"),
        ("th", "วันศุกร์ที่ ๑๔ ก.พ. ๒๕๖๓ และวันเสาร์ที่ 15 กุมภาพันธ์ 2563"),
        ("th", "วันพุธที่ 26 – วันศุกร์ที่ 28 มิถุนายน 2562"),
        ("th", "ทุกวันจันทร์ 3 ครั้ง ตั้งแต่ 14 กุมภาพันธ์ 2563"),
        ("th", "วันเสาร์ที่ 14 กุมภาพันธ์"),  # of which year it does not say
        ("th", "วันจันทร์ที่ 24 มิถุนายน 2475"),  # the calendar was another
        ("en", "Friday, 14 February 2020, and Friday 14th of February 2020"),
        ("en", "Friday, February 14, 2020"),
        ("en", "Monday to Friday, 14 February 2020"),
        ("en", "Sunday School of 14 February 2020"),
    ],
)
def test_a_weekday_that_fits_or_states_no_date_is_left_alone(language, text):
    assert found(Kind.WEEKDAY, draft(text, language)) == []


# --- numbers of meetings ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "differs"),
    [
        ("ประชุมครั้งที่ 1/2563", "การประชุมครั้งที่ 2/2563", True),
        ("ประชุมครั้งที่ 1/2563", "การประชุมครั้งที่ ๑/๒๕๖๔", True),
        ("Meeting No. 1/2020", "the meeting 2/2020", True),
        ("ประชุมครั้งที่ 1/2563", "การประชุมครั้งที่ ๑/๒๕๖๓", False),
        ("ประชุมครั้งที่ 1/2563", "ครั้งที่ 1/63 รับรองรายงานครั้งที่ 4/2562", False),
        ("Meeting No. 1/2020", "Meeting 1/2563", False),
        ("ประชุมครั้งที่ 1/2563", "ในวันที่ 2/2/2563 ระยะ 2560-2564", False),
        ("ประชุมคณะกรรมการ", "การประชุมครั้งที่ 2/2563", False),
    ],
)
def test_the_number_of_a_meeting_is_the_same_in_title_and_text(title, text, differs):
    language = "en" if title.isascii() else "th"
    texts = {("title", language): title}

    assert bool(found(Kind.NUMBER, draft(text, language, texts=texts))) is differs


# --- departments ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ผู้แทนสำนักงานการตางประเทศเข้าร่วม", "สำนักงานการต่างประเทศ"),
        ("สำนักงานการต่างประเทษ", "สำนักงานการต่างประเทศ"),
        ("สำนักวัฒนธรรมกีฬาและการทองเที่ยว", "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว"),
    ],
)
def test_a_name_that_is_almost_one_of_the_register_is_asked_about(text, meant):
    (finding,) = found(Kind.DEPARTMENT, draft(text))

    assert meant in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "สำนักงานการต่างประเทศ",
        "สำนักงานการต่างประเทศสำนักวัฒนธรรม กีฬาและการท่องเที่ยว",
        "สำนักวัฒนธรรม   กีฬา และ การท่องเที่ยว",
        "สำนักงานปลัดกระทรวงการต่างประเทศ",
        "กองคลัง",  # another office, however short the way
        "สำนักพิมพ์ และสำนักงานแห่งใหม่",
    ],
)
def test_known_names_glued_or_with_blanks_and_other_offices_are_left_alone(text):
    assert found(Kind.DEPARTMENT, draft(text)) == []


# --- personal data ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "1101700230708",
        "เลขประจำตัว 1-1017-00230-70-8",
        "๑ ๑๐๑๗ ๐๐๒๓๐ ๗๐ ๘",
        "โทร. 081-234-5678",
        "โทรศัพท์ ๐๒ ๒๒๑ ๒๑๔๑",
        "+66 2 221 2141",
        "เขียนถึง somchai@example.com ได้",
        "somchai@notbangkok.go.th",
    ],
)
def test_what_is_likely_to_be_private_is_shown(text):
    assert len(found(Kind.PERSONAL, draft(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "1101700230709",  # the check digit does not fit
        "11017002307081",  # longer
        "0105536000315",  # a firm
        "งบประมาณ 1 024 800 000 บาท",
        "ระหว่างปี 2562 2563 2564 และ 0.5 หรือ 02/02/2563 เวลา 09.30",
        "international@bangkok.go.th และ iao@mail.bangkok.go.th",
        "@bangkok และ a@b",
    ],
)
def test_other_numbers_and_the_offices_own_addresses_are_left_alone(text):
    assert found(Kind.PERSONAL, draft(text)) == []


def test_a_link_that_writes_or_calls_is_read_as_well():
    html = (
        '<p><a href="mailto:a@example.com?subject=b">mail</a> <a href="tel:0812345678">call</a></p>'
    )

    assert len(found(Kind.PERSONAL, draft(html, field="body"))) == 2


def test_the_check_digit_proves_a_citizen_id():
    assert is_citizen_id("1101700230708")
    assert not any(is_citizen_id(f"110170023070{digit}") for digit in range(8))
    assert not is_citizen_id("๑๑๐๑๗๐๐๒๓๐๗๐๘")
    assert list(citizen_ids("๑๑๐๑๗๐๐๒๓๐๗๐๘")) == ["1101700230708"]
