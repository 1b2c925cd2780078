"""Whatever is typed on the desk or sent to it, it answers in words, never with a broken page."""

from urllib.parse import quote

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from iad.models import User
from news.models import Announcement, Article, Topic
from tests.factories import make_committee, make_meeting

pytestmark = pytest.mark.django_db

HUGE = 10**30
LONG = "x" * 100_000
ODD = ["%ff%fe", "%ed%a0%80", "%", quote("\u202e"), quote("😀"), "%25_%5C", "'%22%3B--"]


@pytest.fixture
def desk(client):
    client.raise_request_exception = False
    client.force_login(User.objects.create_superuser("boss", password="x"))
    return client


SCREENS = sorted(admin.site._registry, key=lambda model: model._meta.label)
FILTERS = {
    "news.Article": [
        "be_year",
        "state__exact",
        "english",
        "topics__id__exact",
        "author__id__exact",
    ],
    "news.Page": ["state__exact", "in_menu__exact"],
    "committees.Meeting": ["be_year", "status__exact", "access__exact", "committee__id__exact"],
    "committees.Committee": ["kind__exact", "dissolved_on__isempty"],
    "committees.Membership": ["held", "role__exact", "committee__id__exact"],
    "committees.Department": ["closed_on__isempty"],
    "committees.AgendaItem": ["section__exact", "meeting__committee__id__exact"],
    "iad.User": ["groups__id__exact", "is_active__exact"],
}
JUNK = ["abc", "0", "-1", "0543", "9" * 20, *ODD]
TEXTS = {"AutoField", "BigAutoField", "BinaryField", "CharField", "TextField"}
# A list that cannot make sense of its query shows itself whole (?e=1).
POLITE = {200, 302, 400, 403, 404}


def screen(model, name, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
def test_a_list_of_the_desk_takes_any_query(model, desk):
    everywhere = ["p", "q", "id__exact", "id__in", "_facets", "unknown"]
    address = screen(model, "changelist")

    answers = {
        f"{name}={value}": desk.get(f"{address}?{name}={value}").status_code
        for name in [*everywhere, *FILTERS.get(model._meta.label, [])]
        for value in JUNK
    }

    assert not {query: status for query, status in answers.items() if status not in POLITE}


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
def test_a_list_of_the_desk_is_sorted_by_any_column(model, desk):
    make_meeting()
    columns = len(admin.site._registry[model].list_display) + 2
    orders = [*range(-columns, columns), "abc", HUGE, "1.-2", "%ff", "..", "1." * 500]

    answers = {n: desk.get(f"{screen(model, 'changelist')}?o={n}").status_code for n in orders}

    assert set(answers.values()) == {200}


def test_meetings_are_sorted_by_year_and_then_by_number(desk):
    committee = make_committee()
    for be_year, number in [(2563, 2), (2562, 10), (2563, 10), (2563, 1)]:
        make_meeting(committee=committee, be_year=be_year, number=number)

    page = desk.get(reverse("admin:committees_meeting_changelist") + "?o=1")

    shown = [meeting.reference for meeting in page.context["cl"].result_list]
    assert shown == ["10/2562", "1/2563", "2/2563", "10/2563"]


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
def test_a_form_of_the_desk_takes_any_beginning(model, desk):
    """A link may fill a form in: /add/?meeting=12."""
    fields = [field for field in model._meta.get_fields() if field.concrete]
    names = [field.name for field in fields if field.get_internal_type() not in TEXTS]
    address = screen(model, "add")

    answers = {
        f"{name}={value}": desk.get(f"{address}?{name}={value}").status_code
        for name in [*names, "_popup", "_to_field", "_changelist_filters"]
        for value in ["abc", str(HUGE)]
    }

    assert not {query: status for query, status in answers.items() if status not in POLITE}


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
@pytest.mark.parametrize("name", ["change", "delete", "history"])
def test_a_record_that_is_not_there_is_said_to_be_missing(model, name, desk):
    for pk in ["abc", "0", "-1", HUGE, "_00", "_FF", "9" * 5000, "ก", "a/b", "'"]:
        assert desk.get(screen(model, name, pk)).status_code in {302, 400, 403, 404}, pk


@pytest.mark.parametrize(
    "query",
    [
        "term=x&page=abc",
        "term=x&page=0",
        f"term=x&page={HUGE}",
        "term=%00",
        f"term={LONG}",
        "term=" + "x" * 1500,
        *(f"term={odd}" for odd in ODD),
    ],
)
@pytest.mark.parametrize("field", ["meeting", "topics", "departments", "nothing", "title_th", "id"])
def test_the_search_for_a_record_takes_any_words(query, field, desk):
    target = f"app_label=news&model_name=article&field_name={field}"

    assert desk.get(f"{reverse('admin:autocomplete')}?{target}&{query}").status_code in POLITE


@pytest.mark.parametrize(
    "query", ["", "app_label=x", "app_label=news&model_name=x&field_name=y", "app_label=%ff"]
)
def test_the_search_for_a_record_asks_of_what(query, desk):
    assert desk.get(f"{reverse('admin:autocomplete')}?{query}").status_code in {400, 403}


def article(**fields) -> dict:
    empty = {f"{p}-{n}_FORMS": 0 for p in ("photos", "attachments") for n in ("TOTAL", "INITIAL")}
    return empty | {"title_th": "ข่าว", "body_th": "<p>เนื้อข่าว</p>"} | fields


PHOTO = {"photos-TOTAL_FORMS": 1, "photos-0-alt_th": "ภาพ"}
ODD_ARTICLES = {
    "NUL in the title": article(title_th="ข่าว\0"),
    "NUL in a reference": article(meeting="\0"),
    "a date of no calendar": article(date="99/99/9999"),
    "a date as a text": article(date="x" * 10_000),
    "an hour without a day": article(publish_at_1="13.30"),
    "a reference that is none": article(meeting="abc", topics=["abc", str(HUGE), "-1", "%"]),
    "a huge reference": article(meeting=str(HUGE)),
    "a title too long": article(title_th="ก" * 301),
    "a text too long": article(body_th="<p>" + "ก" * 1_000_001),
    "a text too deep": article(body_th="<div>" * 30_000),
    "no title": article(title_th=""),
    "blanks for a title": article(title_th="\u200b \u00a0"),
    "a count that is none": article(**{"photos-TOTAL_FORMS": "abc"}),
    "more kept than sent": article(**{"photos-INITIAL_FORMS": "7", "photos-TOTAL_FORMS": "7"}),
    "a part that is not there": article(
        **PHOTO | {"photos-INITIAL_FORMS": 1, "photos-0-id": "999", "photos-0-order": "0"}
    ),
    "a part with a false name": article(
        **PHOTO | {"photos-INITIAL_FORMS": 1, "photos-0-id": "abc\0", "photos-0-order": "0"}
    ),
    "an order that is none": article(**PHOTO | {"photos-0-order": str(HUGE)}),
    "a picture that is a text": article(
        **PHOTO | {"photos-0-image": "text", "photos-0-order": "0"}
    ),
    "a broken file": article(
        **PHOTO
        | {"photos-0-image": SimpleUploadedFile("\u202egpj.exe", b"MZ"), "photos-0-order": "0"}
    ),
}


@pytest.mark.parametrize("fields", ODD_ARTICLES.values(), ids=ODD_ARTICLES)
def test_an_article_that_cannot_be_saved_is_shown_with_its_errors(fields, desk):
    response = desk.post(reverse("admin:news_article_add"), fields)

    assert response.status_code == 200
    assert "errornote" in response.content.decode()
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ข่าว\u200bใหม่", "ข่าวใหม่"),
        ("ข่าว\ufffe\uffff\x07ใหม่", "ข่าวใหม่"),
        ("ข่าว\nใหม่", "ข่าว ใหม่"),
        ("😀 100 %_\\ '\"<b>", "😀 100 %_\\ '\"<b>"),
    ],
)
def test_what_can_be_cleaned_is_cleaned_and_saved(typed, kept, desk):
    assert desk.post(reverse("admin:news_article_add"), article(title_th=typed)).status_code == 302
    assert Article.objects.get().title_th == kept


def test_a_control_in_the_text_and_in_the_date_is_cleaned_away(desk):
    fields = article(body_th="<p>เนื้อ\0ข่าว</p>", date="14/2/2563\0", publish_at="x")

    assert desk.post(reverse("admin:news_article_add"), fields).status_code == 302
    saved = Article.objects.get()
    assert (saved.body_th, saved.date.isoformat()) == ("<p>เนื้อข่าว</p>", "2020-02-14")
    assert saved.publish_at is None


def test_half_a_character_in_a_form_is_no_reason_to_break(desk):
    body = b"name_th=%ED%A0%80%ff%FE&slug=half&name_en="

    response = desk.post(
        reverse("admin:news_topic_add"), body, content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code in {200, 302}
    assert all("\ud800" not in topic.name_th for topic in Topic.objects.all())


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/x-www-form-urlencoded", b"text_th=" + b"x" * 7_000_000),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=" % n for n in range(5001))),
        ("application/x-www-form-urlencoded; charset=utf-16", b"text_th=x"),
        ("multipart/form-data", b"nonsense"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: nonsense"),
        ("multipart/form-data; boundary=\xff", b"--x"),
        ("application/json", b'{"text_th": "\\ud800"}'),
        ("nonsense", b"\0\xff"),
    ],
)
def test_a_body_that_is_no_form_is_refused(content_type, body, desk):
    response = desk.post(reverse("admin:news_announcement_add"), body, content_type=content_type)

    assert response.status_code in {200, 400}
    assert not Announcement.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "0"},
        {"number": "99999"},
        {"number": str(HUGE)},
        {"number": "๑\0"},
        {"be_year": "2025"},
        {"be_year": str(HUGE)},
        {"starts_at_0": "31/2/2568"},
        {"starts_at_0": "1/1/2568", "starts_at_1": "25.00"},
        {"starts_at_0": "\0"},
        {"online_url": "javascript:alert(1)"},
        {"online_url": "http://[::1"},
        {"online_url": "x" * 5000},
        {"committee": "abc"},
    ],
)
def test_a_meeting_that_cannot_be_is_refused_in_words(fields, desk):
    data = {"committee": make_committee().pk, "number": "1", "be_year": "2568"}
    data |= {"kind": "ordinary", "status": "planned", "access": "public", "minutes_state": "none"}
    data |= {"starts_at_0": "1/1/2568"}
    for prefix in ("attendees", "agenda", "documents"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}

    response = desk.post(reverse("admin:committees_meeting_add"), data | fields)

    assert response.status_code == 200
    assert response.context["adminform"].form.errors


@pytest.mark.parametrize("action", ["publish_selected", "delete_selected", "nothing", "\0", ""])
@pytest.mark.parametrize("selected", [["abc"], [str(HUGE)], ["\0"], [], ["-1"]])
def test_an_act_on_nothing_breaks_nothing(action, selected, desk):
    data = {"action": action, "_selected_action": selected}

    response = desk.post(reverse("admin:news_article_changelist"), data)

    assert response.status_code in POLITE


@pytest.mark.parametrize("pk", [0, HUGE])
def test_withdrawing_what_is_not_there_is_not_found(pk, desk):
    assert desk.post(f"/admin/news/article/{pk}/act/withdraw/", {"reason": "x"}).status_code == 404
