from datetime import UTC, date, datetime, time

import pytest
from django.template import Context, Template
from django.utils import translation

FRIDAY = date(2020, 2, 14)
# 20:30 in Greenwich is half past three of the next morning in Bangkok.
NIGHT = datetime(2020, 2, 13, 20, 30, tzinfo=UTC)


def render(expression, language="th", **context):
    template = Template(f"{{% load thai %}}{{{{ {expression} }}}}")
    with translation.override(language):
        return template.render(Context(context))


@pytest.mark.parametrize(
    ("expression", "thai", "english"),
    [
        ("x|thai_date", "14 กุมภาพันธ์ 2563", "14 February 2020"),
        ('x|thai_date:"long"', "14 กุมภาพันธ์ 2563", "14 February 2020"),
        ('x|thai_date:"full"', "วันศุกร์ที่ 14 กุมภาพันธ์ 2563", "Friday 14 February 2020"),
        ('x|thai_date:"medium"', "14 ก.พ. 2563", "14 Feb 2020"),
        ('x|thai_date:"short"', "14 ก.พ. 63", "14 Feb 20"),
        ('x|thai_date:"numeric"', "14/2/2563", "14/2/2020"),
        ("x|thai_date|thai_digits", "๑๔ กุมภาพันธ์ ๒๕๖๓", "๑๔ February ๒๐๒๐"),
        ("x|thai_range:x", "14 กุมภาพันธ์ 2563", "14 February 2020"),
        ("x|thai_range:end", "14–16 กุมภาพันธ์ 2563", "14–16 February 2020"),
        ("x|thai_range:None", "14 กุมภาพันธ์ 2563", "14 February 2020"),
        ("x|be_year", "2563", "2563"),
        ("x|be_year|year_shown", "2563", "2020"),
        ("x|be_year|thai_digits", "๒๕๖๓", "๒๕๖๓"),
    ],
)
def test_a_day_is_shown_in_the_language_of_the_page(expression, thai, english):
    days = {"x": FRIDAY, "end": date(2020, 2, 16)}

    assert render(expression, "th", **days) == thai
    assert render(expression, "en", **days) == english


@pytest.mark.parametrize(
    ("expression", "thai", "english"),
    [
        ("x|thai_date", "14 กุมภาพันธ์ 2563", "14 February 2020"),
        ("x|thai_time", "03.30 น.", "03.30 hrs."),
        (
            "x|thai_datetime",
            "14 กุมภาพันธ์ 2563 เวลา 03.30 น.",
            "14 February 2020 at 03.30 hrs.",
        ),
        (
            'x|thai_datetime:"full"',
            "วันศุกร์ที่ 14 กุมภาพันธ์ 2563 เวลา 03.30 น.",
            "Friday 14 February 2020 at 03.30 hrs.",
        ),
        ("x|thai_range:x", "14 กุมภาพันธ์ 2563", "14 February 2020"),
        ("x|be_year", "2563", "2563"),
    ],
)
def test_an_hour_is_shown_as_it_is_in_bangkok(expression, thai, english):
    assert render(expression, "th", x=NIGHT) == thai
    assert render(expression, "en", x=NIGHT) == english


def test_the_end_of_a_period_is_in_bangkok_too():
    end = datetime(2020, 2, 14, 18, 0, tzinfo=UTC)
    assert render("x|thai_range:end", x=NIGHT, end=end) == "14–15 กุมภาพันธ์ 2563"


def test_the_year_turns_in_bangkok():
    assert render("x|be_year", x=datetime(2020, 12, 31, 17, 0, tzinfo=UTC)) == "2564"


@pytest.mark.parametrize(("value", "shown"), [(time(13, 30), "13.30 น."), (time(0, 0), "00.00 น.")])
def test_a_time_of_day_is_shown_with_midnight(value, shown):
    assert render("x|thai_time", x=value) == shown


@pytest.mark.parametrize(
    "name",
    [
        "thai_date",
        "thai_time",
        "thai_datetime",
        "thai_range",
        "thai_range:None",
        "be_year",
        "year_shown",
        "thai_digits",
        "arabic_digits",
    ],
)
@pytest.mark.parametrize("value", [None, ""])
def test_nothing_is_shown_where_there_is_nothing(name, value):
    assert render(f"x|{name}", x=value) == ""


def test_digits_go_both_ways():
    assert render("x|thai_digits", x="ครั้งที่ 1/2563") == "ครั้งที่ ๑/๒๕๖๓"
    assert render("x|arabic_digits", x="ครั้งที่ ๑/๒๕๖๓") == "ครั้งที่ 1/2563"


def test_a_text_with_other_digits_is_still_escaped():
    assert render("x|thai_digits", x="<b>1</b>") == "&lt;b&gt;๑&lt;/b&gt;"
