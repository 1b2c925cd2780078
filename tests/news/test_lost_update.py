"""Two people with one text open: the second is told, sees both texts, chooses, loses nothing."""

import threading

import pytest
from django.db import connection
from django.test import Client

from news import publishing
from news.models import Article, Page
from tests.factories import (
    make_article,
    make_department,
    make_page,
    make_topic,
    make_user,
)
from tests.news.desk_forms import Desk, address, fields_of, offered, read, send

BODY = "<p>ประชุมเรื่องเมืองพี่น้อง</p>"
HERS, HIS = "<p>ประชุมเรื่องเมืองพี่น้องเมื่อวาน</p>", "<p>ประชุมเรื่องเมืองพี่น้องวันนี้</p>"


@pytest.fixture
def article(db):
    return make_article(title_th="ข่าว", body_th=BODY)


@pytest.fixture
def her(article):
    return Desk("editor", article, first_name="มาลี", last_name="ก่อน")


@pytest.fixture
def him(article):
    return Desk("editor", article)


# --- told ----------------------------------------------------------------------------------


def test_the_second_is_told_who_saved_and_sees_both_texts(article, her, him):
    assert her.save(body_th=HERS).status_code == 302

    told = him.save(body_th=HIS)

    assert told.status_code == 409
    page = read(told).select_one("#content-main")
    assert str(her.user) in page.get_text()
    assert "เมื่อวาน" in page.select_one("td.diff del").get_text()
    assert "วันนี้" in page.select_one("td.diff ins").get_text()
    article.refresh_from_db()
    assert article.body_th == HERS


def test_a_form_opened_after_the_save_is_saved_at_once(article, her):
    her.save(body_th=HERS)
    late = Desk("editor", article)

    assert late.save(body_th=HIS).status_code == 302
    article.refresh_from_db()
    assert (article.body_th, article.version) == (HIS, 2)


def test_one_alone_saves_as_often_as_wanted(article, her):
    for number in (1, 2, 3):
        desk = her.client.get(her.address)
        assert (
            send(her.client, her.address, fields_of(desk), title_en=f"{number}").status_code == 302
        )


def test_the_same_form_sent_twice_is_no_quarrel(article, her):
    assert her.save(body_th=HERS, _continue="1").status_code == 302
    assert her.save(body_th=HERS, _continue="1").status_code == 302


def test_an_act_between_changes_no_text_and_stops_nobody(article, him):
    publishing.submit(article, by=article.author)

    assert him.save(body_th=HIS).status_code == 302
    article.refresh_from_db()
    assert (article.body_th, article.state) == (HIS, "review")


def test_other_columns_of_the_same_text_are_asked_about_with_the_right_offer(article, her, him):
    her.save(title_en="Hers", source_th="สกต.")

    told = him.save(title_en="His", body_th=HIS)

    # Where he typed, his; what he never touched, hers; what only he touched is no question.
    assert offered(told) == {"title_en": "mine", "source_th": "theirs"}
    assert him.choose(told, "chosen").status_code == 302
    article.refresh_from_db()
    assert (article.title_en, article.source_th, article.body_th) == ("His", "สกต.", HIS)


def test_lines_that_a_browser_breaks_anew_are_no_change(db):
    article = make_article(summary_th="บรรทัดแรก\nบรรทัดที่สอง", body_th="<p>ก</p><p>ข</p>")
    her, him = Desk("editor", article), Desk("editor", article)
    her.save(summary_th="ของเธอ", body_th="<p>ค</p>")

    told = him.save(summary_th="บรรทัดแรก\r\nบรรทัดที่สอง", body_th="<p>ก</p>\r\n\r\n<p>ข</p>\r\n")

    assert offered(told) == {"summary_th": "theirs", "body_th": "theirs"}


@pytest.mark.parametrize(
    ("how", "body"), [("mine", HIS), ("theirs", HERS), ("chosen", HIS)], ids=str
)
def test_the_choice_is_done_for_all_at_once(how, body, article, her, him):
    her.save(body_th=HERS)

    answer = him.choose(him.save(body_th=HIS), how)

    article.refresh_from_db()
    assert (answer.status_code, article.body_th) == (302, body)


@pytest.mark.parametrize("column", ["title_th", "body_th"])
def test_the_choice_is_done_for_each(column, article, her, him):
    mine = {"title_th": "ของเขา", "body_th": HIS}
    theirs = {"title_th": "ของเธอ", "body_th": HERS}
    her.save(**theirs)

    him.choose(him.save(**mine), "chosen", **{f"take__{column}": "theirs"})

    article.refresh_from_db()
    assert {name: getattr(article, name) for name in mine} == mine | {column: theirs[column]}


def test_lists_dates_and_choices_are_told_apart_too(article, her, him):
    one, other, department = make_topic(), make_topic(), make_department()
    her.save(topics=[one.pk], departments=[department.pk], date="1/3/2563", source_language="en")

    told = him.save(topics=[other.pk], date="2/3/2563")

    assert offered(told) == {
        "topics": "mine",
        "departments": "theirs",
        "date": "mine",
        "source_language": "theirs",
    }
    assert "2 มีนาคม 2563" in read(told).get_text()
    him.choose(told, "chosen", take__topics="theirs")
    article.refresh_from_db()
    assert list(article.topics.all()) == [one]
    assert list(article.departments.all()) == [department]
    assert (article.date.day, article.source_language) == (2, "en")


# --- too late ------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["submitted", "deleted"])
def test_what_can_no_longer_be_saved_is_shown_to_its_author(what, db):
    author = make_user("author")
    article = make_article(author=author, body_th=BODY)
    client = Client()
    client.force_login(author)
    opened = fields_of(client.get(address("change", article.pk)))
    if what == "submitted":
        publishing.submit(article, by=author)
    else:
        Article.objects.all().delete()

    typed = {"body_th": HIS, "title_en": "Typed at length"}
    answer = send(client, address("change", article.pk), opened, **typed)

    assert answer.status_code == 409
    shown = {area.get_text().strip() for area in read(answer).select("textarea[readonly]")}
    assert set(typed.values()) <= shown
    assert not Article.objects.filter(title_en="Typed at length").exists()


def test_who_never_could_change_it_is_refused(article):
    client = Client()
    client.force_login(make_user("administrator"))

    assert (
        client.post(
            address("change", article.pk), {"title_th": "x", "opened_version": "0"}
        ).status_code
        == 403
    )


@pytest.mark.parametrize("opened", ["", "x", "-1", "99"])
def test_a_form_of_no_known_version_asks_instead_of_overwriting(opened, article, her, him):
    her.save(body_th=HERS)

    assert him.save(body_th=HIS, opened_version=opened).status_code == 409
    article.refresh_from_db()
    assert article.body_th == HERS


# --- pages, translators, races -------------------------------------------------------------


def test_pages_are_kept_from_lost_updates_too(db):
    page = make_page(body_th=BODY)
    her, him = Desk("administrator", page), Desk("administrator", page)
    her.save(body_th=HERS)

    told = him.save(body_th=HIS)

    assert (told.status_code, Page.objects.get().body_th) == (409, HERS)
    him.choose(told, "mine")
    assert Page.objects.get().body_th == HIS


def test_a_translator_who_sees_one_language_only_is_not_asked_about_the_other(db):
    page = make_page(body_th=BODY)
    her, him = Desk("administrator", page), Desk("translator", page)
    her.save(body_th=HERS)

    assert him.save(body_en="<p>English</p>").status_code == 302
    page.refresh_from_db()
    assert (page.body_th, page.body_en) == (HERS, "<p>English</p>")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    "sqlite" in connection.vendor, reason="SQLite lets one writer in at a time, and no race begins"
)
def test_of_many_who_save_at_the_same_moment_one_is_first_and_all_others_are_told():
    article = make_article(body_th=BODY)
    desks = [Desk("editor", article) for _person in range(6)]
    start, answers = threading.Barrier(len(desks)), {}

    def save(number, desk):
        start.wait()
        try:
            answers[number] = desk.save(body_th=f"<p>ข้อความของคนที่ {number}</p>").status_code
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=pair) for pair in enumerate(desks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers.values()) == [302, 409, 409, 409, 409, 409]
    first = next(number for number, status in answers.items() if status == 302)
    article.refresh_from_db()
    assert (article.body_th, article.version) == (f"<p>ข้อความของคนที่ {first}</p>", 1)
