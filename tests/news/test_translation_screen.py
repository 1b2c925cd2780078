import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.history import versions_of
from news.models import Article
from news.translating import Kind, state_of
from tests.factories import (
    make_article,
    make_committee,
    make_department,
    make_membership,
    make_photo,
    make_public_article,
    make_user,
)
from tests.news.test_translating import make_translated

pytestmark = pytest.mark.django_db

ROLES = ["author", "editor", "secretary", "translator", "administrator"]
WORK = "admin:news_article_translations"


def screen(article) -> str:
    return reverse("admin:news_article_translate", args=[article.pk])


def typed(article, **texts) -> dict:
    """What a browser sends for the screen as it was opened."""
    fields = {f"{name}_en": getattr(article, f"{name}_en") or "" for name in ("summary",)}
    for photo in article.photos.all():
        for name in ("alt", "caption", "credit"):
            column = f"{name}_en"
            fields[f"photo-{photo.pk}-{column}"] = getattr(photo, column) or ""
    english = {"title_en": article.title_en or "", "body_en": article.body_en or ""}
    return {"version": article.version} | fields | english | texts


@pytest.fixture
def translator(client):
    user = make_user("translator")
    client.force_login(user)
    return user


def changed_source(**texts) -> Article:
    """A published article whose Thai moved since its English was right."""
    article = make_translated(title_th="รองปลัดกรุงเทพมหานคร")
    Article.objects.filter(pk=article.pk).update(**{"title_th": "ปลัดกรุงเทพมหานคร"} | texts)
    article.refresh_from_db()
    return article


def test_the_screen_shows_what_changed_in_words(client, translator):
    shown = client.get(screen(changed_source())).content.decode()
    start = shown.index("<del>")
    assert shown.count("<del>") == 1
    assert "<ins>" not in shown
    assert shown[start:].split("</span>")[1].startswith("รอง</del>ปลัดกรุงเทพมหานคร")


def test_a_translation_that_is_right_shows_no_changes(client, translator):
    shown = client.get(screen(make_translated())).content.decode()
    assert "<del>" not in shown
    assert "_right" not in shown


def test_only_the_target_language_is_saved(client, translator):
    article = make_public_article(title_th="เดิม")
    make_photo(article=article)
    before = dict(vars(article))
    forged = {"title_th": "ปลอม", "state": "draft", "date": "1/1/2560"}
    sent = typed(article, title_en="New", body_en="<p>New</p><script>x</script>", **forged)
    photo = article.photos.get()
    sent |= {f"photo-{photo.pk}-alt_en": "Handshake", f"photo-{photo.pk}-alt_th": "ปลอม"}
    assert client.post(screen(article), sent | {"_ready": "1"}).status_code == 302

    article.refresh_from_db()
    photo.refresh_from_db()
    assert (article.title_en, article.body_en) == ("New", "<p>New</p>")
    assert (article.title_th, article.state, article.date) == (
        before["title_th"],
        "published",
        before["date"],
    )
    assert (photo.alt_en, photo.alt_th) == ("Handshake", "ผู้บริหารจับมือกัน")
    assert article.version == before["version"] + 1
    assert state_of(article).kind == Kind.CURRENT


def test_every_save_is_in_the_log_and_in_the_history(client, translator):
    article = make_translated()
    client.post(screen(article), typed(article, title_en="Mended") | {"_save": "1"})
    assert LogEntry.objects.filter(object_id=str(article.pk), user=translator).count() == 1
    newest = versions_of(article).first()
    assert newest.revision.user == translator
    assert newest.field_dict["title_en"] == "Mended"


def test_checked_still_right_is_one_click(client, translator):
    article = changed_source()
    assert state_of(article).kind == Kind.OUTDATED
    client.post(screen(article), typed(article) | {"_right": "1"})
    article.refresh_from_db()
    assert state_of(article).kind == Kind.CURRENT


def test_ready_without_a_text_is_refused_in_words_and_keeps_what_was_typed(client, translator):
    article = make_public_article()
    answer = client.post(screen(article), typed(article, title_en="Typed") | {"_ready": "1"})
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert 'value="Typed"' in answer.content.decode()
    article.refresh_from_db()
    assert not article.title_en


def test_the_second_saver_is_told_and_loses_nothing(client, translator):
    article = make_translated(title_en="First words")
    opened = typed(article, title_en="Second words")
    colleague = make_user("translator", first_name="Somsri")
    client.force_login(colleague)
    client.post(screen(article), typed(article, title_en="Third words") | {"_save": "1"})

    client.force_login(translator)
    answer = client.post(screen(article), opened | {"_save": "1"})
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert Article.objects.get(pk=article.pk).title_en == "Third words"
    assert "Somsri" in shown
    assert 'value="Second words"' in shown
    assert "Third</del>" in shown
    assert "Second</ins>" in shown

    again = opened | {"version": answer.context["form"]["version"].value(), "_save": "1"}
    assert client.post(screen(article), again).status_code == 302
    assert Article.objects.get(pk=article.pk).title_en == "Second words"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", ["draft", "review", "published", "withdrawn"])
@pytest.mark.parametrize("is_own", [True, False], ids=["own", "of-another"])
def test_who_may_translate(role, state, is_own, client):
    user = make_user(role)
    author = user if is_own else make_user("author")
    make = make_public_article if state in {"published", "withdrawn"} else make_article
    article = make(author=author, state=state)
    may = state != "withdrawn" and (
        role in {"translator", "editor"}
        or (role in {"author", "secretary"} and is_own and state == "draft")
    )
    client.force_login(user)
    assert client.get(screen(article)).status_code == (200 if may else 403)
    sent = typed(article, title_en="Title") | {"_save": "1"}
    assert client.post(screen(article), sent).status_code == (302 if may else 403)
    article.refresh_from_db()
    assert (article.title_en == "Title") is may


def test_official_names_of_the_source_stand_beside_it_longest_first(client, translator):
    make_department(name_th="สำนักการศึกษา", name_en="Department of Education")
    make_department(name_th="สำนัก", name_en="Department", aliases="สำนักเดิม")
    make_department(name_th="สำนักอนามัย", name_en="Department of Health")
    make_department(name_th="กองการต่างประเทศ", name_en="")
    make_committee(name_th="คณะกรรมการเมืองพี่เมืองน้อง", name_en="Sister City Committee")
    make_membership(position_th="ปลัดกรุงเทพมหานคร", position_en="Permanent Secretary")
    body = "<p>สำนัก<strong>การศึกษา</strong> กองการต่างประเทศ และปลัดกรุงเทพมหานคร</p>"
    article = make_public_article(title_th="คณะกรรมการเมืองพี่เมืองน้อง", body_th=body)
    names = client.get(screen(article)).context["glossary"]
    assert [name.official for name in names] == [
        "Sister City Committee",
        "Permanent Secretary",
        "Department of Education",
        "Department",
    ]


def test_an_english_article_is_translated_into_thai(client, translator):
    english = {"title_en": "Visit", "body_en": "<p>Visit of the Education Board</p>"}
    make_department(name_th="สำนักการศึกษา", name_en="Education Board")
    article = make_public_article(source_language="en", title_th="", body_th="", **english)
    answer = client.get(screen(article))
    assert [name.official for name in answer.context["glossary"]] == ["สำนักการศึกษา"]
    sent = {"version": 0, "title_th": "มาเยือน", "body_th": "<p>มาเยือน</p>", "_ready": "1"}
    client.post(screen(article), sent)
    article.refresh_from_db()
    assert (article.title_th, article.title_en) == ("มาเยือน", "Visit")


@pytest.mark.parametrize("rows", [1, 30])
def test_the_screen_asks_as_often_for_many_names_as_for_one(rows, client, translator):
    article = make_translated()
    for number in range(rows):
        make_department(name_th=f"สำนัก {number}")
        make_membership(position_th=f"ตำแหน่ง {number}")
        make_photo(article=article)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(screen(article)).status_code == 200
    assert len(queries) == 9


# --- the work list -----------------------------------------------------------------------------


@pytest.fixture
def work():
    missing = make_public_article(title_th="ยังไม่แปล")
    writing = make_public_article(title_th="กำลังแปล", title_en="Half")
    current = make_translated(title_th="แปลแล้ว")
    outdated = make_translated(title_th="แปลเก่า")
    outdated.translated_source |= {"outdated_since": "2020-02-14T03:00:00+00:00"}
    outdated.translated_from = "another"
    outdated.save()
    make_article(title_th="ฉบับร่าง")
    return {"missing": missing, "writing": writing, "outdated": outdated, "current": current}


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("", {"missing", "writing", "outdated"}),
        ("missing", {"missing"}),
        ("writing", {"writing"}),
        ("outdated", {"outdated"}),
        ("current", {"current"}),
        ("all", {"missing", "writing", "outdated", "current"}),
        ("nonsense", {"missing", "writing", "outdated"}),
    ],
)
def test_the_work_list_is_narrowed_by_state(asked, listed, client, translator, work):
    rows = client.get(reverse(WORK), {"translation": asked}).context["rows"]
    assert {str(state.kind) for _article, state in rows} == listed
    assert {article.pk for article, _state in rows} == {work[kind].pk for kind in listed}


def test_what_is_right_comes_last(client, translator, work):
    rows = client.get(reverse(WORK), {"translation": "all"}).context["rows"]
    assert rows[-1][0] == work["current"]


@pytest.mark.parametrize("rows", [1, 20])
def test_the_work_list_asks_as_often_for_many_rows_as_for_one(rows, client, translator):
    for _row in range(rows):
        make_translated(translated_from="another")
    with CaptureQueriesContext(connection) as queries:
        shown = client.get(reverse(WORK), {"translation": "all"})
    assert len(shown.context["rows"]) == rows
    assert len(queries) == 6


@pytest.mark.parametrize("role", ROLES)
def test_the_work_list_is_for_those_who_translate(role, client):
    client.force_login(make_user(role))
    expected = 200 if role in {"editor", "translator"} else 403
    assert client.get(reverse(WORK)).status_code == expected


# --- the other screens -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind.values)
def test_the_list_of_articles_is_narrowed_by_state_and_leads_to_the_screen(kind, client, work):
    client.force_login(make_user("editor"))
    answer = client.get(reverse("admin:news_article_changelist"), {"translation": kind})
    shown = answer.content.decode()
    assert f'href="{screen(work[kind])}"' in shown
    others = [article for other, article in work.items() if other != kind]
    assert not any(f'href="{screen(article)}"' in shown for article in others)


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_the_form_leads_to_the_screen(role, client):
    client.force_login(make_user(role))
    article = make_article()
    shown = client.get(reverse("admin:news_article_change", args=[article.pk])).content.decode()
    assert f'href="{screen(article)}"' in shown
