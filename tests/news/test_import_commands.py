"""The old portal's pages and bulk files come in: once, whole, and with a word on what was done."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from news.models import Article, OldAddress, Photo
from tests.factories import make_topic, picture

pytestmark = pytest.mark.django_db
REAL_PAGE = Path(__file__).resolve().parents[3] / "shared" / "data" / "old-portal-page.txt"

PAGE = """Jump to Navigation

พิธีลงนามความร่วมมือด้านห้องสมุดเมือง

ผู้แทนเมืองทั้งสองลงนามในบันทึกความเข้าใจว่าด้วยห้องสมุดประชาชน รอง     ปลัดกรุงเทพมหานครร่วมเป็นสักขีพยาน

ที่มา:
สกต.
วันที่ของข่าว:
พุธ, มีนาคม 4, 2020

Main menu 2
"""


def run(command, *args, **options) -> str:
    out = StringIO()
    call_command(command, *map(str, args), stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.fixture
def saved_page(tmp_path):
    file = tmp_path / "node-4101.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def jsonl(folder, *lines) -> Path:
    file = folder / "articles.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return file


LINE = {"title_th": "ข่าวหนึ่ง", "body_th": "<p>เนื้อความ</p>", "date": "2020-02-14"}


def test_a_saved_page_becomes_a_draft_with_all_its_parts(saved_page):
    told = run("import_pages", saved_page)

    article = Article.objects.get()
    assert article.state == "draft"
    assert article.title_th == "พิธีลงนามความร่วมมือด้านห้องสมุดเมือง"
    assert article.title_en is None
    assert article.source_th == "สกต."
    assert article.date == date(2020, 3, 4)
    assert "รองปลัดกรุงเทพมหานคร" in article.body_th
    assert "Jump" not in article.body_th
    assert OldAddress.objects.get().path == "/node/4101"
    assert "added: 1" in told


def test_a_second_run_keeps_what_was_corrected_by_hand(saved_page):
    run("import_pages", saved_page)
    Article.objects.update(title_th="แก้ไขแล้ว")

    told = run("import_pages", saved_page)

    assert Article.objects.get().title_th == "แก้ไขแล้ว"
    assert "already there: 1" in told


def test_a_page_without_an_address_is_known_by_what_it_says(saved_page, tmp_path):
    first = saved_page.rename(tmp_path / "first.txt")
    run("import_pages", first)

    run("import_pages", first.rename(tmp_path / "renamed.txt"))

    assert Article.objects.count() == 1


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(saved_page, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    told = run("import_pages", tmp_path)

    assert Article.objects.count() == 1
    assert "empty.txt: not read:" in told
    assert "photo.html: not read:" in told


def test_a_dry_run_reports_and_keeps_nothing(saved_page):
    told = run("import_pages", saved_page, dry_run=True)

    assert "added: 1" in told
    assert not Article.objects.exists()


def test_the_report_is_json_when_asked(saved_page):
    (report,) = json.loads(run("import_pages", saved_page, json=True))

    assert report["outcome"] == "added"
    assert report["date"] == "2020-03-04"
    assert any("รอง" in note for note in report["notes"])


def test_a_path_that_is_not_there_is_an_error_in_words(tmp_path):
    with pytest.raises(CommandError, match=r"missing\.txt"):
        run("import_pages", tmp_path / "missing.txt")


@pytest.mark.skipif(not REAL_PAGE.exists(), reason="the real page is not part of the repository")
def test_the_real_page_comes_in_whole():
    run("import_pages", REAL_PAGE)

    article = Article.objects.get()
    assert article.title_th.endswith("ครั้งที่ 1/2563")
    assert article.body_th.count("<p>") == 3
    assert (article.source_th, article.date) == ("สกต.", date(2020, 2, 14))


def test_bulk_articles_are_published_at_once(tmp_path):
    topic = make_topic(slug="sister-cities")
    file = jsonl(
        tmp_path,
        LINE | {"address": "/node/7", "topic": "sister-cities", "title_en": "One"},
        LINE | {"title_th": "ข่าวสอง", "body_th": "ย่อหน้าแรก\n\nย่อหน้าสอง"},
    )

    told = run("import_articles", file)

    one, two = Article.objects.public().order_by("pk")
    assert (one.title_en, list(one.topics.all())) == ("One", [topic])
    assert one.old_addresses.get().path == "/node/7"
    assert two.body_th.count("<p>") == 2
    assert "added: 2" in told


def test_bulk_bodies_are_cleaned(tmp_path):
    run("import_articles", jsonl(tmp_path, LINE | {"body_th": "<p onclick=x>ก<script>1</script>"}))

    assert Article.objects.get().body_th == "<p>ก</p>"


def test_a_bulk_file_run_twice_adds_only_what_is_new(tmp_path):
    old, new = LINE | {"address": "/node/1"}, LINE | {"address": "/node/2"}
    run("import_articles", jsonl(tmp_path, old))

    told = run("import_articles", jsonl(tmp_path, old, new))

    assert "added: 1" in told
    assert "already there: 1" in told
    assert Article.objects.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"colour": "green"},
        {"date": "2563-02-14"},
        {"date": "14/2/2563"},
        {"title_th": ""},
        {"topic": "nowhere"},
        {"photo": "no-such-photo.jpg"},
        {"source_th": "ก" * 200},
        {"address": "/node/1"},
    ],
    ids=lambda wrong: next(iter(wrong)) + "=" + str(next(iter(wrong.values())))[:12],
)
def test_one_wrong_line_stops_the_whole_file_and_is_named(wrong, tmp_path):
    file = jsonl(tmp_path, LINE | {"address": "/node/1"}, LINE | wrong)

    with pytest.raises(CommandError, match="2"):
        run("import_articles", file)

    assert not Article.objects.exists()


def test_a_bulk_photo_is_taken_from_beside_the_file(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(picture().read())

    run("import_articles", jsonl(tmp_path, LINE | {"photo": "photos/one.jpg"}))

    photo = Photo.objects.get()
    assert (photo.width, photo.alt_th) == (640, "ข่าวหนึ่ง")


def test_a_bulk_dry_run_keeps_nothing(tmp_path):
    assert "added: 1" in run("import_articles", jsonl(tmp_path, LINE), dry_run=True)
    assert not Article.objects.exists()
