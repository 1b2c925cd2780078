"""What the desk says may be wrong with an article, and what it offers to repair."""

import datetime
import json
import time

import pytest
from django.urls import reverse

from iad.demo.content import DATA, dated, read_all
from news import checking
from news.checks.blanks import repaired
from news.checks.finding import Draft, Kind, Picture
from news.publishing import unfit_to_publish
from tests.factories import (
    make_article,
    make_committee,
    make_department,
    make_page,
    make_photo,
    make_public_article,
    make_user,
)
from tests.news.drafts import draft, found

# --- blanks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "right"),
    [
        ("<p>รอง     ปลัดกรุงเทพมหานคร</p>", "<p>รองปลัดกรุงเทพมหานคร</p>"),
        ("<p>รอง&nbsp;&nbsp; ปลัด</p>", "<p>รองปลัด</p>"),
        ("<p>รอง <strong> ปลัด</strong></p>", "<p>รอง<strong>ปลัด</strong></p>"),
        ("<p>ส ำนักงาน และเ ขต</p>", "<p>สำนักงาน และเขต</p>"),
        ("<p>ประชุมแล้ว  จากนั้นจึงกลับ</p>", "<p>ประชุมแล้ว จากนั้นจึงกลับ</p>"),
        (
            "<p>The  city &amp;  its  <em>guests</em></p>",
            "<p>The city &amp; its <em>guests</em></p>",
        ),
    ],
)
def test_a_repair_changes_nothing_but_blanks(html, right):
    mended, repairs = repaired(html, is_html=True)

    assert mended == right
    assert repairs
    assert repaired(mended, is_html=True) == (mended, [])
    assert found(Kind.BLANKS, draft(html, field="body"))[0].repair == "blanks"


@pytest.mark.parametrize(
    "html",
    [
        "<p>วันที่ 14 กุมภาพันธ์ 2563 เวลา 13.30 น.</p>",
        "<p>เรื่องอื่น ๆ ของเมือง</p>",
        "<p>10&nbsp;คน และ A&nbsp;B</p>",
        "<p>หนึ่ง</p>\n\n   <p>สอง</p>",
        "<ul>\n  <li>หนึ่ง</li>\n  <li>สอง</li>\n</ul>",
        "<p>a line\n    and the next</p>",
    ],
)
def test_a_blank_that_is_right_stays(html):
    assert repaired(html, is_html=True) == (html, [])


# --- structure --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ("<h3>ก่อน</h3>", True),
        ("<h2>หนึ่ง</h2><h4>สาม</h4>", True),
        ("<h2>หนึ่ง</h2><h3>สอง</h3><h4>สาม</h4><h2>หนึ่ง</h2>", False),
        ("<p>ไม่มีหัวเรื่อง</p>", False),
    ],
)
def test_headings_go_down_one_step_at_a_time(html, wrong):
    assert bool(found(Kind.HEADING, draft(html, field="body"))) is wrong


@pytest.mark.parametrize(
    ("picture", "blocks"),
    [
        (Picture(alt={"th": "", "en": ""}), True),
        (Picture(alt={"th": "", "en": "A bridge"}), True),  # the article is Thai
        (Picture(alt={"th": "สะพาน"}), False),
        (Picture(alt={}, is_decorative=True), False),
    ],
)
def test_a_picture_has_words_in_the_articles_language_or_needs_none(picture, blocks):
    findings = found(Kind.PICTURE, draft(pictures=(Picture(alt={"th": "คน"}), picture)))

    assert [finding.anchor for finding in findings] == ["id_photos-1-alt_th"] * blocks
    assert all(finding.is_blocking for finding in findings)


def test_no_text_and_no_date_block_and_stand_first():
    blocking = checking.check(Draft(texts={("summary", "th"): "รอง  ปลัด"}))

    assert [finding.kind for finding in blocking] == [Kind.TEXT, Kind.DATE, Kind.BLANKS]
    assert [finding.is_blocking for finding in blocking] == [True, True, False]


def test_a_missing_translation_is_only_information():
    (finding,) = checking.check(draft())

    assert (finding.kind, finding.level, finding.anchor) == (
        Kind.TRANSLATION,
        "information",
        "id_body_en",
    )


# --- links ------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_link_inside_the_portal_leads_where_readers_find_something():
    public, hidden = make_public_article(), make_article()
    make_page(slug="mission")
    make_committee(slug="asean")
    good = [
        f"/news/{public.pk}/",
        f"/en/news/{public.pk}",
        f"https://testserver/news/{public.pk}/?a=1#b",
        "/pages/mission/",
        "/committees/asean/",
        "/en/",
        "../",
        "https://example.org/nowhere",
        "mailto:a@bangkok.go.th",
        f"/departments/{make_department().pk}/",
    ]
    dead = [
        f"/news/{hidden.pk}/",
        "/news/999999/",
        "/en/pages/none/",
        "/committees/none/2563/1/",
        "http://testserver/nowhere/",
        "/admin/",
        "old.html",
        "#_Toc123",
        "/node/77",
    ]
    body = "".join(f'<p><a href="{link}">ลิงก์</a></p>' for link in good + dead)

    article = make_article(body_th=body)

    assert checking.draft_of(article).dead_links == set(dead)


# --- all of them ------------------------------------------------------------------------------


def sample_drafts():
    register = json.loads(DATA.joinpath("departments.json").read_text(encoding="utf-8"))
    names = [row["name_th"] for row in register["departments"]]
    names += [name for row in register["departments"] for name in row.get("aliases", [])]
    for row in read_all("articles") + read_all("pages"):
        day = row.get("date") or datetime.date(2026, 11, 20)
        said = dated(row, day, reference="1/2563")
        texts = {
            (name, language): said.get(f"{name}_{language}", "")
            for name in ("title", "summary", "body")
            for language in ("th", "en")
        }
        yield pytest.param(Draft(texts=texts, date=day, departments=tuple(names)), id=row["key"])


@pytest.mark.parametrize("sample", list(sample_drafts()))
def test_the_sample_texts_raise_no_false_alarm(sample, request):
    # A page of contacts holds the office's own number, which is to be looked at like any other.
    meant = {Kind.PERSONAL} if request.node.callspec.id == "contact" else set()
    assert {finding.kind for finding in checking.check(sample)} - {Kind.TRANSLATION} == meant


HOSTILE = {
    "letters": "ก",
    "doubled blanks": "ก  ก",
    "blanks": " ",
    "digits": "1 2 3 4 5 6 7",
    "citizen ids": "1101700230708 ",
    "departments": "สำนักงานการตางประเทศ",
    "e-mail": "a@b.co ",
    "weekdays": "วันศุกร์ที่",
    "dates": "วันเสาร์ที่ 14 กุมภาพันธ์ 2563 ",
    "brackets": "<",
    "half headings": "<h2",
    "half links": '<a x="',
    "hard blanks": "&nbsp;",
}


@pytest.mark.parametrize("part", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("field", ["summary", "body"])
def test_five_megabytes_of_anything_are_checked_in_good_time(field, part):
    text = part * (5_000_000 // len(part))
    began = time.process_time()

    findings = checking.check(draft(text, field=field))

    assert time.process_time() - began < 3  # about one, on a machine that does nothing else
    assert len(findings) < 30


# --- at the desk ------------------------------------------------------------------------------


@pytest.fixture
def editor(client, db):
    client.force_login(make_user("administrator", is_superuser=True))
    return client


def form_of(article, **fields) -> dict:
    management = {
        f"{prefix}-{name}": 0
        for prefix in ("photos", "attachments")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    said = {"source_language": "th", "title_th": article.title_th, "body_th": article.body_th}
    # Opened before it was saved: what the form of the desk carries along.
    return management | said | {"_opened": article.version, "version": article.version} | fields


def test_the_form_lists_the_findings_with_a_jump_to_each_field(editor):
    article = make_article(body_th="<h3>หัวเรื่อง</h3><p>รอง     ปลัด</p>")
    make_photo(article=article, alt_th="", alt_en="")

    content = editor.get(reverse("admin:news_article_change", args=[article.pk])).content.decode()

    for anchor in ("id_body_th", "id_photos-0-alt_th"):
        assert f'href="#{anchor}"' in content
        assert f'id="{anchor}"' in content
    assert 'name="_repair_blanks"' in content


def test_the_repair_is_a_save_that_changes_only_blanks(editor):
    article = make_article(title_th="ข่าว", body_th="<p>เดิม</p>")
    change = reverse("admin:news_article_change", args=[article.pk])
    typed = "<p>โดย <strong>รอง     ปลัด</strong> มา</p>"

    response = editor.post(change, form_of(article, body_th=typed, _repair_blanks="1"), follow=True)

    article.refresh_from_db()
    assert article.body_th == "<p>โดย <strong>รองปลัด</strong> มา</p>"
    assert response.redirect_chain == [(change, 302)]
    assert "รองปลัด" in " ".join(str(message) for message in response.context["messages"])


def test_whoever_saves_and_leaves_is_pointed_to_the_findings(editor):
    article = make_article(body_th="<h3>หัวเรื่อง</h3>", date=None)
    change = reverse("admin:news_article_change", args=[article.pk])

    response = editor.post(change, form_of(article, _save="1"), follow=True)

    assert f'href="{change}#checks"' in response.content.decode()


def test_the_page_before_publishing_shows_the_warnings(editor):
    article = make_article(body_th="<h3>หัวเรื่อง</h3>")

    page = editor.get(reverse("admin:news_article_act", args=[article.pk, "publish"]))

    change = reverse("admin:news_article_change", args=[article.pk])
    assert f'href="{change}#id_body_th"' in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields", [{}, {"date": None}, {"body_th": ""}, {"title_th": "", "title_en": "Only a title"}]
)
@pytest.mark.parametrize("photo", [None, {}, {"alt_th": ""}, {"alt_th": "", "decorative": True}])
def test_what_the_list_calls_blocking_is_what_blocks(fields, photo):
    article = make_article(**fields)
    if photo is not None:
        make_photo(article=article, **photo)

    blocking = [one for one in checking.findings(article) if one.is_blocking]

    assert bool(blocking) is bool(unfit_to_publish(article))
