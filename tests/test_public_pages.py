"""What a reader gets: the facts of a page, in the right language, in clean HTML."""

from datetime import date, datetime, timedelta
from functools import partial

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override

from tests.factories import (
    make_attachment,
    make_committee,
    make_department,
    make_meeting,
    make_membership,
    make_person,
    make_photo,
    make_public_article,
    make_topic,
)
from tests.pages import facts, page_of, said

pytestmark = pytest.mark.django_db
BANGKOK = timezone.get_default_timezone()


@pytest.fixture
def read(client):
    return partial(page_of, client)


@pytest.fixture
def visit():
    """An article of the shape that the real old page has, in both languages."""
    return make_public_article(
        title_th="ผู้ว่าราชการกรุงเทพมหานครต้อนรับคณะผู้แทน",
        title_en="The Governor welcomes a delegation",
        body_th="<p>ย่อหน้าแรก</p><p>ย่อหน้าที่สอง</p><ul><li>ข้อหนึ่ง</li></ul>",
        body_en="<p>First paragraph</p><p>Second paragraph</p>",
        source_th="สกต.",
        source_en="IAO",
        date=date(2020, 2, 14),
        first_published_at=datetime(2020, 2, 17, 9, tzinfo=BANGKOK),
        changed_at=datetime(2020, 3, 2, 9, tzinfo=BANGKOK),
    )


def titles(page) -> list[str]:
    return [said(title) for title in page.select(".card-title")]


# --- an article ----------------------------------------------------------------------------


def test_an_article_shows_its_title_and_every_paragraph(visit, read):
    page = read(visit.get_absolute_url())

    assert said(page.h1) == visit.title_th
    assert [said(part) for part in page.select(".rich > *")] == [
        "ย่อหน้าแรก",
        "ย่อหน้าที่สอง",
        "ข้อหนึ่ง",
    ]


@pytest.mark.parametrize(
    ("language", "prefix", "days", "source"),
    [
        ("th", "", ("14 กุมภาพันธ์ 2563", "17 กุมภาพันธ์ 2563", "2 มีนาคม 2563"), "สกต."),
        ("en", "/en", ("14 February 2020", "17 February 2020", "2 March 2020"), "IAO"),
    ],
)
def test_an_article_labels_its_three_dates_and_its_source(
    language, prefix, days, source, visit, read
):
    shown = facts(read(f"{prefix}/news/{visit.pk}/"))

    with override(language):
        labels = [gettext("Date of the news"), gettext("First published"), gettext("Updated")]
        assert tuple(shown[label] for label in labels) == days
        assert shown[gettext("Source")] == source


def test_dates_are_also_said_to_machines(visit, read):
    page = read(visit.get_absolute_url())

    assert page.select_one("dd time")["datetime"] == "2020-02-14"


@pytest.mark.parametrize(
    ("written", "prefix", "notice"),
    [
        ("th", "/en", "This page is available in Thai only."),
        ("en", "", "This page is available in English only."),
    ],
)
def test_a_page_says_that_it_is_not_there_in_this_language(written, prefix, notice, read):
    text = {f"title_{written}": "ก B", f"summary_{written}": "ข C", f"body_{written}": "<p>ค D</p>"}
    article = make_public_article(**{"title_th": "", "body_th": ""} | text)
    page = read(f"{prefix}/news/{article.pk}/")

    with override("en" if prefix else "th"):
        assert said(page.select_one(".notice")) == gettext(notice)
    assert page.html["lang"] == ("en" if prefix else "th")
    for element, text in (("h1 span", "ก B"), (".lede > *", "ข C"), (".rich > *", "ค D")):
        assert page.select_one(element)["lang"] == written
        assert said(page.select_one(element)) == text


def test_a_page_that_is_there_says_nothing_of_language(visit, read):
    for prefix in ("", "/en"):
        page = read(f"{prefix}/news/{visit.pk}/")
        assert page.select_one(".notice") is None
        assert page.select("article [lang]") == []


def test_an_article_shows_its_photos_and_documents(visit, read):
    photo = make_photo(article=visit, alt_th="จับมือ", caption_th="ที่ศาลาว่าการ", credit_th="สกต.")
    attachment = make_attachment(article=visit, title_th="กำหนดการ")
    page = read(visit.get_absolute_url())
    image = page.select_one("figure img")

    assert (image["alt"], image["width"], image["height"]) == ("จับมือ", "640", "400")
    assert "ที่ศาลาว่าการ" in said(page.figcaption)
    assert image["src"] == photo.image.url
    assert photo.image.renditions[0][1] in image.find_previous_sibling("source")["srcset"]
    assert said(page.find(href=attachment.file.url)) == "กำหนดการ"


def test_an_article_leads_to_its_meeting_topics_departments_and_relatives(visit, read):
    topic, meeting, department = make_topic(), make_meeting(), make_department()
    visit.meeting = meeting
    visit.save()
    visit.topics.add(topic)
    visit.departments.add(department)
    relative = make_public_article(topics=[topic])
    page = read(visit.get_absolute_url())

    linked = {link["href"] for link in page.select("main a")}
    assert linked >= {
        meeting.get_absolute_url(),
        department.get_absolute_url(),
        f"/news/?topic={topic.slug}",
        relative.get_absolute_url(),
    }


# --- lists ---------------------------------------------------------------------------------


@pytest.fixture
def archive():
    topic = make_topic(slug="sister-cities", name_th="เมืองพี่เมืองน้อง", name_en="Sister cities")
    make_public_article(title_th="ข่าวเก่า", date=date(2019, 12, 31), topics=[topic])
    make_public_article(title_th="ข่าวต้นปี", date=date(2020, 1, 1), topics=[topic])
    make_public_article(title_th="ข่าวปลายปี", date=date(2020, 12, 31))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["ข่าวปลายปี", "ข่าวต้นปี", "ข่าวเก่า"]),
        ("?year=2563", ["ข่าวปลายปี", "ข่าวต้นปี"]),
        ("?year=๒๕๖๓", ["ข่าวปลายปี", "ข่าวต้นปี"]),
        ("?year=2562", ["ข่าวเก่า"]),
        ("?topic=sister-cities", ["ข่าวต้นปี", "ข่าวเก่า"]),
        ("?topic=sister-cities&year=2563", ["ข่าวต้นปี"]),
        ("?year=&topic=", ["ข่าวปลายปี", "ข่าวต้นปี", "ข่าวเก่า"]),
        ("?year=2550", []),
    ],
)
def test_news_is_filtered_by_buddhist_year_and_topic(query, expected, archive, read):
    page = read(f"/news/{query}")

    assert titles(page) == expected
    assert page.select_one(".count")["data-total"] == str(len(expected))


def test_the_year_is_chosen_as_the_page_counts(archive, read):
    for prefix, shown in (("", "2563"), ("/en", "2020")):
        page = read(f"{prefix}/news/?year=2563")
        chosen = page.select_one(".narrowings a[aria-current]")
        assert said(chosen) == shown
        assert chosen["href"] == "?"  # pressed again, it narrows no longer
        another = next(one for one in page.select(".narrowings a") if one is not chosen)
        assert another["href"].startswith("?year=25")


@pytest.mark.parametrize(
    "query",
    [
        "page=abc",
        "page=0",
        "page=-1",
        "page=1000000000",
        "page=" + "9" * 400,
        "year=abc",
        "year=2020",
        "year=99999",
        "year=2900",
        "topic=no-such-topic",
        "topic=%F0%9F%90%98",
    ],
)
def test_what_a_list_cannot_answer_is_not_found(query, archive, read):
    page = read(f"/news/?{query}", status=404)

    assert said(page.h1)


@pytest.mark.parametrize("query", ["topic=%00", "q=" + "a" * 100_000])
def test_what_no_database_can_look_up_is_refused(query, read):
    assert said(read(f"/news/?{query}", status=400).h1)


def test_pages_of_a_list_keep_its_filters(read):
    topic = make_topic(slug="visits")
    for _number in range(21):
        make_public_article(topics=[topic])
    page = read("/news/?topic=visits&year=2563")

    assert page.select_one("a[rel=next]")["href"] == "?topic=visits&year=2563&page=2"
    assert len(titles(read("/news/?topic=visits&year=2563&page=2"))) == 1


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("", ["กอง", "เกม", "ขนส่ง", "แขวง", "คลัง"]),  # by consonant, not by leading vowel
        ("/en", ["Alpha", "Beta", "Delta", "Epsilon", "Gamma"]),
    ],
)
def test_departments_stand_in_the_order_of_the_readers_language(prefix, expected, read):
    for thai, english in (
        ("แขวง", "Alpha"),
        ("เกม", "Delta"),
        ("คลัง", "Beta"),
        ("กอง", "Gamma"),
        ("ขนส่ง", "Epsilon"),
    ):
        make_department(name_th=thai, name_en=english)

    names = [said(name) for name in read(f"{prefix}/departments/").select(".entry-title")]
    assert names == expected


def test_a_committee_lists_its_chair_first_and_former_members_apart(read):
    committee = make_committee()
    yesterday = timezone.localdate() - timedelta(days=1)
    for name, fields in {
        "ที่สาม": {"order": 3},
        "ที่สอง": {"order": 2},
        "เลขานุการ": {"order": 1, "role": "secretary"},
        "ประธาน": {"order": 9, "role": "chair", "starts_on": timezone.localdate()},
        "คนก่อน": {"order": 1, "role": "chair", "ends_on": yesterday},
    }.items():
        make_membership(committee=committee, person=make_person(name_th=name), **fields)
    make_membership(committee=committee, position_th="ผู้อำนวยการสำนักอนามัย", order=4)
    page = read(committee.get_absolute_url())

    assert [said(seat) for seat in page.select("#members ~ .seats .seat-holder")] == [
        "นายประธาน",
        "นายที่สอง",
        "นายที่สาม",
        "ผู้อำนวยการสำนักอนามัย",
        "นายเลขานุการ",
    ]
    assert [said(seat) for seat in page.select("#former ~ .seats .seat-holder")] == ["นายคนก่อน"]


def test_a_list_of_meetings_sets_the_coming_ones_apart(read):
    now = timezone.now()
    make_meeting(number=8, be_year=2562, starts_at=now - timedelta(days=1))
    make_meeting(number=9, be_year=2562, starts_at=now + timedelta(days=1), status="planned")
    page = read("/meetings/")

    assert ["9/2562" in said(line) for line in page.select("#upcoming ~ ul li")] == [True]
    assert ["8/2562" in said(line) for line in page.select("#past ~ ul li")] == [True]


# --- the frame -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/", "/en/"),
        ("/news/?year=2563&topic=visits", "/en/news/?year=2563&topic=visits"),
        ("/en/news/?page=1&year=2563", "/news/?page=1&year=2563"),
        ("/departments/", "/en/departments/"),
    ],
)
def test_the_language_switch_leads_to_the_same_page(here, there, read):
    make_public_article(topics=[make_topic(slug="visits")])

    switch = read(here).select_one(".language-switch")

    assert switch["href"] == there
    assert switch["lang"] == switch["hreflang"] == ("en" if there.startswith("/en") else "th")
