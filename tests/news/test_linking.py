"""The meeting that an article reports: said on its page, recorded from it, linked to it."""

import json
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from committees.models import Attendee, Meeting, Person
from news.editing import open_edit
from news.linking import link, text_of
from news.models import Article
from tests.committees.text_screens import (
    BODY,
    PAGE,
    RECORD,
    errors_in,
    office,
    page_of,
    read,
    send,
)
from tests.factories import make_article, make_meeting, make_public_article, make_user
from tests.news.desk_forms import Desk, fields_of
from tests.pages import said

pytestmark = pytest.mark.django_db
TITLE, *PARAGRAPHS = [one.strip() for one in PAGE.split("\n\n") if one.strip()][1:5]
HTML = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)


@pytest.fixture
def committee():
    return office()


@pytest.fixture
def article(committee):
    return make_article(title_th=TITLE, body_th=HTML)


@pytest.fixture
def secretary(client):
    client.force_login(make_user("secretary"))
    return client


def screen(article) -> str:
    return reverse("admin:news_article_meeting", args=[article.pk])


def told_on_page(client, article):
    page = client.get(reverse("admin:news_article_change", args=[article.pk]))
    return BeautifulSoup(page.content, "html.parser").select_one(".meeting-told")


def recorded(committee, **fields) -> Meeting:
    return make_meeting(**{"committee": committee, "number": 1, "be_year": 2563} | fields)


# --- on the article's page --------------------------------------------------------------------


def test_the_page_of_an_article_says_what_meeting_its_text_tells_of(secretary, article):
    told = told_on_page(secretary, article)

    assert f"{BODY}, ครั้งที่ 1/2563, 14 กุมภาพันธ์ 2563" in said(told)
    assert told.select_one("a.button")["href"] == screen(article)
    assert not Meeting.objects.exists()


def test_a_meeting_recorded_already_is_named_there(secretary, article, committee):
    meeting = recorded(committee)

    told = told_on_page(secretary, article)

    assert told.a["href"] == reverse("admin:committees_meeting_change", args=[meeting.pk])
    assert article.meeting is None


def test_once_it_has_a_meeting_nothing_is_said(secretary, article):
    Article.objects.update(meeting=make_meeting())

    assert told_on_page(secretary, article) is None


def test_a_text_of_something_else_says_nothing(secretary):
    assert told_on_page(secretary, make_article(body_th="<p>ผู้ว่าฯ ต้อนรับทูต</p>")) is None


def test_who_may_not_add_meetings_is_told_and_given_no_button(client, article):
    client.force_login(make_user("editor"))

    told = told_on_page(client, article)

    assert BODY in said(told)
    assert not told.select("a.button")
    assert client.get(screen(article)).status_code == 403


def test_lists_read_no_text(secretary, article):
    address = reverse("admin:news_article_changelist")

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert secretary.get(address).status_code == 200
        return [one["sql"] for one in asked if "committees_department" in one["sql"]]

    assert queries() == []


def test_the_text_keeps_its_paragraphs_and_its_own_language(article):
    article.body_th = "<h2>หัวข้อ</h2><ul><li>หนึ่ง</li><li>สอง<br>สาม</li></ul><p>จบ &amp; จบ</p>"

    assert text_of(article) == f"{TITLE}\n\nหัวข้อ\n\nหนึ่ง\n\nสอง\nสาม\n\nจบ & จบ"

    article.title_en, article.body_en, article.source_language = "News", "<p>Text</p>", "en"
    assert text_of(article) == "News\n\nText"


# --- recorded from it -------------------------------------------------------------------------


def test_one_click_records_the_meeting_and_links_the_article(secretary, article):
    shown = secretary.get(screen(article))
    assert fields_of(shown, RECORD)["number"] == ["1"]
    assert not Meeting.objects.exists()

    response = send(secretary, shown, screen(article))

    meeting = Meeting.objects.get()
    assert response.url == reverse("admin:committees_meeting_change", args=[meeting.pk])
    article.refresh_from_db()
    assert (article.meeting, article.version) == (meeting, 1)
    assert meeting.attendees.count() == 13
    log = LogEntry.objects.filter(object_id=str(article.pk), content_type__model="article")
    assert "1/2563" in log.get().get_change_message()


def test_what_cannot_be_recorded_links_nothing(secretary, article, committee):
    shown = secretary.get(screen(article))
    there = recorded(committee)

    refused = send(secretary, shown, screen(article))

    assert page_of(refused).select_one("#from-text-taken")
    article.refresh_from_db()
    assert article.meeting is None
    assert list(Meeting.objects.all()) == [there]
    assert not Person.objects.exists()


def test_pressed_twice_the_second_press_leads_to_the_meeting(secretary, article):
    shown = secretary.get(screen(article))
    first = send(secretary, shown, screen(article))

    second = send(secretary, shown, screen(article))

    assert second.url == first.url
    assert (Meeting.objects.count(), Attendee.objects.count()) == (1, 13)


@pytest.mark.parametrize("state", ["none", "certified"])
def test_the_same_meeting_is_linked_and_not_changed(state, secretary, article, committee):
    there = recorded(committee, minutes_state=state, venue_th="ห้องเดิม")

    shown = secretary.get(screen(article))
    button = page_of(shown).select_one("#from-text-taken button")
    fields = fields_of(shown, f"#{button['form']}") | {"_link": button["value"]}
    assert secretary.post(screen(article), fields).status_code == 302

    article.refresh_from_db()
    assert article.meeting == there
    there.refresh_from_db()
    assert (there.venue_th, there.attendees.count()) == ("ห้องเดิม", 0)


def test_a_pasted_text_is_linked_to_nothing(secretary, committee):
    there = recorded(committee)

    shown = read(secretary)
    secretary.post(reverse("admin:committees_meeting_from_text"), {"text": PAGE, "_link": there.pk})

    assert not page_of(shown).select("#from-text-taken button")


def test_a_link_is_filled_in_and_never_replaced(article):
    first, second = make_meeting(), make_meeting()
    link(article, first, by=make_user("secretary"))

    with pytest.raises(ValidationError, match=first.reference):
        link(article, second, by=make_user("secretary"))

    article.refresh_from_db()
    assert article.meeting == first


def test_the_open_edit_keeps_the_link_when_it_is_published(committee):
    live = make_public_article(title_th=TITLE, body_th=HTML)
    edit = open_edit(live, by=make_user("author"))
    meeting = recorded(committee)

    link(live, meeting, by=make_user("secretary"))

    edit.refresh_from_db()
    assert edit.meeting == meeting


def test_whoever_has_the_form_open_meanwhile_takes_no_link_away(article, committee):
    writer = Desk("editor", article)
    meeting = recorded(committee)
    link(article, meeting, by=make_user("secretary"))

    writer.save(title_th="ชื่อใหม่")

    article.refresh_from_db()
    assert article.meeting == meeting


# --- import_pages -----------------------------------------------------------------------------


def imported(file, **options) -> str:
    out = StringIO()
    call_command("import_pages", str(file), stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def saved(tmp_path):
    file = tmp_path / "node-3256.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_an_imported_page_says_what_meeting_it_proposes_and_records_none(saved, committee):
    told = imported(saved)

    facts = f"{BODY}, 1/2563, 2020-02-14; not recorded yet"
    assert f"tells of a meeting: {facts}" in told
    article = Article.objects.get()
    assert (article.state, article.meeting) == ("draft", None)
    assert not Meeting.objects.exists()


def test_the_report_says_which_meeting_is_recorded_already(saved, committee):
    meeting = recorded(committee)

    (report,) = json.loads(imported(saved, json=True))

    assert report["meeting"] == {
        "committee": BODY,
        "number": "1/2563",
        "date": "2020-02-14",
        "recorded": meeting.get_absolute_url(),
    }
    assert Article.objects.get().meeting is None


def test_a_secretary_goes_from_the_imported_page_to_the_record(saved, secretary, committee):
    imported(saved)
    article = Article.objects.get()

    shown = secretary.get(told_on_page(secretary, article).select_one("a.button")["href"])
    response = send(secretary, shown, screen(article))

    assert response.status_code == 302, errors_in(response)
    article.refresh_from_db()
    assert article.meeting == Meeting.objects.get()
