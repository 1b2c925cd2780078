from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.contrib.admin import ModelAdmin, site
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone, translation

from iad.forms import (
    ADMIN_FIELDS,
    BuddhistYearField,
    DateField,
    DateRangeField,
    DateTimeField,
    TimeField,
)

FRIDAY = date(2020, 2, 14)
BANGKOK = ZoneInfo("Asia/Bangkok")


class Sitting(forms.Form):
    day = DateField(required=False)
    hour = TimeField(required=False)
    starts_at = DateTimeField(required=False)
    period = DateRangeField(required=False)
    year = BuddhistYearField(required=False)


def data(**fields):
    return {"starts_at_0": "", "starts_at_1": "", **fields}


def errors_of(field, value):
    with translation.override("en"):
        with pytest.raises(ValidationError) as refusal:
            field.clean(value)
        return refusal.value.messages


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(
    "text",
    ["14/2/2563", "๑๔/๒/๒๕๖๓", "14 กุมภาพันธ์ 2563", "14 ก.พ. 63", "2020-02-14", "14 February 2020"],
)
def test_a_typed_date_is_that_day_in_either_language(text, language):
    with translation.override(language):
        assert DateField().clean(text) == FRIDAY


def test_a_buddhist_year_typed_with_slashes_is_never_of_the_common_era():
    form = Sitting(data(day="14/2/2563", starts_at_0="14/2/2563", starts_at_1="13.30"))

    assert form.is_valid()
    assert form.cleaned_data["day"] == date(2020, 2, 14)
    assert form.cleaned_data["starts_at"].date() == date(2020, 2, 14)


@pytest.mark.parametrize(
    ("value", "day"),
    [(FRIDAY, FRIDAY), (datetime(2020, 2, 14, 9, tzinfo=BANGKOK), FRIDAY), ("  ", None)],
)
def test_a_date_field_takes_dates_and_blanks(value, day):
    assert DateField(required=False).clean(value) == day


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (DateField(), "31/2/2563", "February 2563 has 29 days; there is no day 31."),
        (DateField(), "Monday 14/2/2563", "14 February 2563 is a Friday, not a Monday."),
        (DateField(), "", "This field is required."),
        (DateField(), "  ", "This field is required."),
        (TimeField(), "25.00", "There is no time 25.00: hours go up to 23 and minutes up to 59."),
        (DateRangeField(), "8–6 June 2018", "The end comes before the start."),
        (DateTimeField(), ["", ""], "This field is required."),
        (DateTimeField(), ["14/2/2563", ""], "Write the time too, such as 13.30."),
        (DateTimeField(), ["", "13.30"], "Write the date too."),
        (DateTimeField(required=False), ["14/2/2563", ""], "Write the time too, such as 13.30."),
        (DateTimeField(required=False), ["", "13.30"], "Write the date too."),
        (DateTimeField(), ["30/2/2563", "9.00"], "February 2563 has 29 days; there is no day 30."),
        (BuddhistYearField(), "2020", "2020 looks like a common-era year; write 2563."),
        (BuddhistYearField(), "๒๐๒๐", "2020 looks like a common-era year; write 2563."),
        (BuddhistYearField(), "2483", "Write a Buddhist-era year from 2484 to 2700."),
        (BuddhistYearField(), "2701", "Write a Buddhist-era year from 2484 to 2700."),
        (BuddhistYearField(), "63", "Write a Buddhist-era year from 2484 to 2700."),
        (BuddhistYearField(), "25_63", "Write a Buddhist-era year, such as 2563."),
        (BuddhistYearField(), "abc", "Write a Buddhist-era year, such as 2563."),
        (BuddhistYearField(), "9" * 100_000, "Write a Buddhist-era year, such as 2563."),
    ],
)
def test_what_can_not_be_read_is_refused_in_words(field, value, message):
    assert errors_of(field, value) == [message]


@pytest.mark.parametrize("text", ["2563", "๒๕๖๓", " 2563 ", "พ.ศ. 2563", 2563])
def test_a_year_is_taken_in_either_kind_of_digit(text):
    assert BuddhistYearField().clean(text) == 2563


def test_bounds_of_a_model_column_hold_for_a_year_too():
    column = models.PositiveSmallIntegerField()
    field = column.formfield(form_class=BuddhistYearField)

    assert field.clean("2563") == 2563
    assert "inputmode" in field.widget.attrs


def test_a_day_and_hour_are_meant_in_bangkok():
    value = DateTimeField().clean(["14 ก.พ. 63", "๑๓.๓๐ น."])

    assert value == datetime(2020, 2, 14, 13, 30, tzinfo=BANGKOK)
    assert timezone.is_aware(value)
    assert DateTimeField(required=False).clean(["", ""]) is None


@pytest.mark.parametrize(
    ("language", "shown", "period"),
    [
        ("th", "14 กุมภาพันธ์ 2563", "26–28 มิถุนายน 2562"),
        ("en", "14 February 2020", "26–28 June 2019"),
    ],
)
def test_values_are_written_out_in_the_language_of_the_form(language, shown, period):
    form = Sitting(
        initial={
            "day": FRIDAY,
            "hour": time(13, 30),
            # 18:30 in London is the 15th in Bangkok.
            "starts_at": datetime(2020, 2, 13, 18, 30, tzinfo=ZoneInfo("UTC")),
            "period": (date(2019, 6, 26), date(2019, 6, 28)),
        }
    )
    with translation.override(language):
        assert f'value="{shown}"' in str(form["day"])
        assert 'value="13.30"' in str(form["hour"])
        assert f'value="{shown}"' in str(form["starts_at"])
        assert 'value="01.30"' in str(form["starts_at"])
        assert f'value="{period}"' in str(form["period"])


@pytest.mark.parametrize(
    ("language", "example"), [("th", "เช่น 14 กุมภาพันธ์ 2563"), ("en", "such as 14 February 2020")]
)
def test_an_empty_field_shows_an_example(language, example):
    with translation.override(language):
        html = str(Sitting()["day"])

    assert f'placeholder="{example}"' in html
    assert 'type="text"' in html
    assert 'autocomplete="off"' in html


def test_what_was_typed_wrongly_is_shown_as_it_was_typed():
    form = Sitting(data(day="31/2/63", hour="99", starts_at_0="ก.พ.", starts_at_1="x", period="-"))

    assert not form.is_valid()
    assert 'value="31/2/63"' in str(form["day"])
    assert 'value="99"' in str(form["hour"])
    assert 'value="ก.พ."' in str(form["starts_at"])
    assert 'value="-"' in str(form["period"])


def test_both_inputs_of_a_day_and_hour_have_a_name():
    with translation.override("en"):
        html = str(Sitting()["starts_at"])

    assert html.count("<input") == 2
    assert 'aria-label="Date"' in html
    assert 'aria-label="Time"' in html


@pytest.mark.parametrize("text", ["14/2/2563", "14 ก.พ. 63", "2020-02-14"])
def test_another_spelling_of_the_same_day_is_no_change(text):
    form = Sitting(data(day=text), initial={"day": FRIDAY})
    assert form.changed_data == []


def test_another_day_is_a_change():
    form = Sitting(data(day="15/2/2563"), initial={"day": FRIDAY})
    assert form.changed_data == ["day"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_a_form_shows_can_be_sent_back_unchanged(language):
    initial = {
        "day": FRIDAY,
        "hour": time(13, 30, 15),
        "starts_at": datetime(2020, 2, 14, 13, 30, 15, tzinfo=BANGKOK),
        "period": (date(2019, 6, 26), date(2019, 6, 28)),
        "year": 2563,
    }
    with translation.override(language):
        shown = {}
        for field in Sitting(initial=initial):
            widget = field.field.widget.get_context(field.html_name, field.value(), {})["widget"]
            for part in widget.get("subwidgets", [widget]):
                shown[part["name"]] = part["value"]
        form = Sitting(shown, initial=initial)

        assert form.is_valid(), form.errors
        assert form.changed_data == []
        assert form.cleaned_data == initial


def test_an_address_may_fill_a_day_and_hour_with_text():
    form = Sitting(initial={"starts_at": "2020-02-14", "day": "soon"})

    assert 'value="2020-02-14"' in str(form["starts_at"])
    assert 'value="soon"' in str(form["day"])


def test_a_hidden_initial_value_is_read_back():
    class Dated(forms.Form):
        starts_at = DateTimeField(show_hidden_initial=True, initial=timezone.now)

    hidden = {"initial-starts_at_0": "14/02/2020", "initial-starts_at_1": "13:30:00"}
    form = Dated({"starts_at_0": "14 ก.พ. 63", "starts_at_1": "13.30", **hidden})

    assert form.changed_data == []


class PlainAdmin(ModelAdmin):
    formfield_overrides = ADMIN_FIELDS


@pytest.mark.parametrize(
    ("column", "field"),
    [
        (models.DateField(), DateField),
        (models.DateTimeField(), DateTimeField),
        (models.TimeField(), TimeField),
    ],
)
def test_the_admin_asks_for_dates_in_these_fields(column, field):
    column.set_attributes_from_name("column")
    shown = PlainAdmin(LogEntry, site).formfield_for_dbfield(column, request=None)

    assert type(shown) is field
    assert type(shown.widget) is field.widget
