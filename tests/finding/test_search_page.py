"""The search page, as readers meet it: in both languages, whatever they type."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from iad.finding.writing import refresh
from tests.factories import (
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_page,
    make_person,
    make_public_article,
    make_topic,
)

pytestmark = pytest.mark.django_db


def search(client, typed, language="th", **asked):
    with translation.override(language):
        return client.get(reverse("search"), {"q": typed} | asked)


def total(response) -> int:
    return int(re.search(r'<p class="count" data-total="([0-9]+)">', response.content.decode())[1])


def titles(response) -> list[str]:
    found = re.findall(r'result-title"><a href="[^"]+">(.*?)</a>', response.content.decode())
    return [re.sub("<[^>]+>", "", title) for title in found]


def test_an_empty_box_says_what_can_be_asked(client):
    response = client.get(reverse("search"))
    assert response.status_code == 200
    assert "data-total" not in response.content.decode()
    assert "1/2563" in response.content.decode()


@pytest.mark.parametrize("typed", ["๑/๒๕๖๓", "1/2563", "ครั้งที่ 1/2563", "ครั้งที่ ๑/๒๕๖๓"])
def test_a_meeting_is_found_first_by_its_number(client, typed):
    make_public_article(title_th="สรุปการประชุม ครั้งที่ 1/2563", date="2026-01-01")
    make_meeting(number=11, be_year=2563)
    wanted = make_meeting(number=1, be_year=2563)
    response = search(client, typed)
    assert titles(response)[0] == f"การประชุม{wanted.committee.name_th} ครั้งที่ 1/2563"
    assert total(response) == 2


def test_a_title_comes_before_a_summary_before_a_text_and_newer_before_older(client):
    make_public_article(title_th="ก", body_th="<p>เรื่องกระจอก</p>", date="2026-01-01")
    make_public_article(title_th="ข", summary_th="กระจอก", date="2020-01-01")
    make_public_article(title_th="กระจอกหนึ่ง", date="2018-01-01")
    make_public_article(title_th="กระจอกสอง", date="2019-01-01")
    assert titles(search(client, "กระจอก")) == ["กระจอกสอง", "กระจอกหนึ่ง", "ข", "ก"]


def test_the_name_of_a_committee_brings_the_committee_before_its_meetings(client):
    committee = make_committee(name_th="คณะกรรมการเมืองสีเขียว")
    make_meeting(committee=committee)
    make_public_article(title_th="คณะกรรมการเมืองสีเขียวประชุม", date="2026-01-01")
    assert titles(search(client, "คณะกรรมการเมืองสีเขียว"))[0] == "คณะกรรมการเมืองสีเขียว"


def test_words_are_marked_and_a_foreign_title_carries_its_language(client):
    make_public_article(title_th="ข่าวกระจอก", body_th="<p>นกกระจอกบิน</p>")
    html = search(client, "กระจอก", "en").content.decode()
    assert '<span lang="th">ข่าว<mark>กระจอก</mark></span>' in html


def test_results_are_narrowed_and_say_how_many_each_choice_would_leave(client):
    topic = make_topic(name_th="นก", slug="birds")
    department = make_department(name_th="สำนักกระจอก")
    make_public_article(title_th="กระจอก", topics=[topic], date="2020-05-01")
    make_public_article(title_th="กระจอก", departments=[department], date="2019-05-01")
    make_meeting(committee=make_committee(name_th="คณะกรรมการกระจอก", slug="sparrows"))

    everything = search(client, "กระจอก")
    assert total(everything) == 5
    html = " ".join(everything.content.decode().split())
    assert 'topic=birds">นก</a> <span class="meta">1</span>' in html
    assert 'year=2563">2563</a> <span class="meta">1</span>' in html

    assert total(search(client, "กระจอก", kind="article")) == 2
    assert total(search(client, "กระจอก", year="๒๕๖๓")) == 1
    assert total(search(client, "กระจอก", committee="sparrows")) == 2
    assert total(search(client, "กระจอก", department=department.pk)) == 2
    assert total(search(client, "กระจอก", topic="birds", year="2562")) == 0


def test_very_many_results_are_narrowed_by_kind_and_year_first(client, monkeypatch):
    monkeypatch.setattr("iad.finding.answering.MANY", 2)
    for _number in range(3):
        make_public_article(title_th="กระจอก", topics=[make_topic(slug=f"birds-{_number}")])
    html = search(client, "กระจอก").content.decode()
    assert "kind=article" in html
    assert "topic=birds" not in html
    assert "topic=birds-1" in search(client, "กระจอก", topic="birds-1").content.decode()


@pytest.mark.parametrize(
    "wrong", [{"year": "abc"}, {"year": "25634"}, {"kind": "x"}, {"topic": "\\"}]
)
def test_a_narrowing_that_makes_no_sense_leaves_nothing_and_a_way_back(client, wrong):
    make_public_article(title_th="กระจอก")
    response = search(client, "กระจอก", **wrong)
    assert total(response) == 0
    assert "?q=%E0%B8%81" in response.content.decode()


def test_pages_hold_twenty_and_a_page_that_is_not_there_is_the_last(client):
    for _number in range(21):
        make_public_article(title_th="กระจอก")
    assert len(titles(search(client, "กระจอก"))) == 20
    assert len(titles(search(client, "กระจอก", page=2))) == 1
    assert len(titles(search(client, "กระจอก", page=99))) == 1
    assert len(titles(search(client, "กระจอก", page="x"))) == 20


def test_where_nothing_is_found_a_near_name_is_offered(client):
    department = make_department(name_th="สำนักอนามัย", name_en="Health Department")
    for typed in ("สำนักอณามัย", "Helth Departmen"):
        html = search(client, typed).content.decode()
        assert f'href="{department.get_absolute_url()}"' in html
    assert (
        f'href="{department.get_absolute_url()}"' not in search(client, "ดาวเทียม").content.decode()
    )


def test_a_meeting_that_is_not_there_leads_to_its_year(client):
    html = search(client, "ครั้งที่ ๗/๒๕๖๔").content.decode()
    assert f"{reverse('committees:meetings')}?year=2564" in html


def test_words_apart_and_pieces_of_words_are_found_where_nothing_else_is(client):
    make_public_article(title_th="คณะกรรมการเมืองหลวงอาเซียน")
    apart = search(client, "คณะกรรมการอาเซียน", "en").content.decode()
    assert "stand nowhere side by side" in apart
    make_public_article(title_th="คณะอนุกรรมการ")
    assert total(search(client, "นุกรรมกา")) == 1
    assert total(search(client, "พยายามยา")) == 0


@pytest.mark.parametrize("typed", ["ยา", "zzzz", "กขฃคฅ", "🙂"])
def test_nonsense_finds_nothing(client, typed):
    make_public_article(title_th="ใช้ความพยายาม", body_th="<p>กขค และ zebra</p>")
    assert total(search(client, typed)) == 0


def test_a_compound_is_found_by_its_piece_and_blanks_do_not_matter(client):
    make_public_article(title_th="ความร่วมมือระหว่างเมือง", body_th="<p>รอง     ปลัดกรุงเทพมหานคร</p>")
    for typed in ("ร่วมมือ", "รองปลัด", "รอง ปลัด", "กรุงเทพ", "ปลัดกรุงเทพ"):
        assert total(search(client, typed)) == 1, typed


def test_a_shortened_name_and_a_repeated_word_are_found_as_they_are_said(client):
    make_public_article(title_th="นายกฯเยี่ยมคณะกรรมการฯ", body_th="<p>ของกรุงเทพฯ ตามเขตต่างๆ</p>")
    for typed in ("นายก", "นายกฯ", "กรรมการ", "กรุงเทพ", "กรุงเทพฯ", "เขตต่าง ๆ", "เขตต่างๆ"):
        assert total(search(client, typed)) == 1, typed
    assert total(search(client, "นา")) == 0
    make_public_article(title_th="กรุงเทพมหานคร")
    assert total(search(client, "กรุงเทพฯ")) == 2


HOSTILE = [
    "\u0e48" * 150,
    '"' * 199,
    '"a" "b',
    "' OR 1=1; DROP TABLE news_article; --",
    "NEAR(a b) AND NOT * ^ : { } col:x",
    "a:* & b | !c <-> d",
    "%_\\" * 60,
    "🙂🇹🇭👩‍👩‍👧‍👦" * 20,
    "\u202eאבג\u2067",
    "ก" * 200,
    "( " * 100,
    "-" * 200,
    "\ufffe\ud7ff",
    "0/0 1/99999999999999999999 ๙๙๙/๙๙๙๙",
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_gets_an_answer(client, typed):
    make_public_article(title_th="กระจอก", body_th="<p>a b c %_</p>")
    for language in ("th", "en"):
        response = search(client, typed, language)
        assert response.status_code == 200
        assert client.get(reverse("suggest"), {"q": typed}).status_code == 200


def test_a_query_of_a_hundred_kilobytes_is_refused_in_words(client):
    assert search(client, "ก" * 100_000).status_code == 400


def test_names_are_suggested_by_what_is_typed_of_them(client):
    make_department(name_th="สำนักอนามัย")
    make_person(name_th="อนามัย ดี")
    make_committee(name_th="คณะกรรมการอนามัย", name_en="Health Committee")
    make_public_article(title_th="อนามัย")
    told = client.get(reverse("suggest"), {"q": "อนามัย"}).json()["suggestions"]
    assert {one["text"] for one in told} == {"สำนักอนามัย", "คณะกรรมการอนามัย"}
    in_english = client.get(f"/en{reverse('suggest')}", {"q": "health"}).json()["suggestions"]
    assert [one["text"] for one in in_english] == ["Health Committee"]
    assert in_english[0]["address"].startswith("/en/committees/")
    assert client.get(reverse("suggest"), {"q": "อ"}).json() == {"suggestions": []}


def test_a_page_of_results_asks_as_much_of_the_database_as_one_result(
    client, django_assert_max_num_queries
):
    def portal(count):
        for _number in range(count):
            make_public_article(title_th="กระจอก", topics=[make_topic()])
            make_item(meeting=make_meeting(), title_th="กระจอก")
            make_page(title_th="กระจอก")
        refresh()

    portal(1)
    with django_assert_max_num_queries(30) as few:
        search(client, "กระจอก")
    portal(19)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(titles(search(client, "กระจอก"))) == 20
