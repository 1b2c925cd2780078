"""Whatever is typed into an address or a form, the answer is in words, never a broken page."""

from urllib.parse import quote

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from iad.models import User
from news.models import Announcement, Article, Topic
from tests.factories import make_committee, make_meeting, make_public_article, make_topic

pytestmark = pytest.mark.django_db

HUGE = 10**30
LONG = "x" * 100_000
NUL, RTL, EMOJI, THAI = "%00", quote("\u202e\u200f"), quote("😀"), quote("ภาษาไทย")
BROKEN = ["%ff%fe", "%ed%a0%80", "%c0%80", "%", "%zz", "%u0e01"]
ODD = [*BROKEN, RTL, EMOJI, THAI, "%25_%5C", "'%22%3B--", "%3Cscript%3E", "a,b", "[]", "-1", "0x1"]


@pytest.fixture
def visitor(client):
    client.raise_request_exception = False
    return client


@pytest.fixture
def desk(client):
    client.raise_request_exception = False
    client.force_login(User.objects.create_superuser("boss", password="x"))
    return client


# --- public pages -------------------------------------------------------------------------------

LISTS = ["/news/", "/meetings/", "/committees/", "/departments/", "/"]
PAGED = ["/news/", "/meetings/"]
BAD_PAGES = ["abc", "0", "-1", str(10**9), str(HUGE), "1.5", "9" * 1900, "1e3", NUL, *ODD]
BAD_YEARS = ["abc", "2020", "9999", "0", "-2563", "1", str(HUGE), "9" * 1900, "2483", "2.5e3", NUL]


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("address", PAGED)
@pytest.mark.parametrize("page", BAD_PAGES)
def test_a_page_that_is_not_there_is_not_found(page, address, language, visitor):
    make_public_article()
    make_meeting()

    assert visitor.get(f"{language}{address}?page={page}").status_code in {400, 404}


@pytest.mark.parametrize("address", PAGED)
@pytest.mark.parametrize("year", [*BAD_YEARS, *ODD])
def test_a_year_that_is_none_is_not_found(year, address, visitor):
    assert visitor.get(f"{address}?year={year}").status_code in {400, 404}


@pytest.mark.parametrize("address", PAGED)
@pytest.mark.parametrize("year", ["2563", quote("๒๕๖๓"), "", quote("พ.ศ. 2563"), "2484", "+2563+"])
def test_a_year_in_either_digits_is_taken(year, address, visitor):
    make_public_article()
    make_meeting()

    assert visitor.get(f"{address}?year={year}").status_code == 200


def test_thai_digits_choose_the_same_year(visitor):
    make_public_article(title_th="ข่าวของปีนั้น")

    for year in ("2563", "๒๕๖๓"):
        assert "ข่าวของปีนั้น" in visitor.get("/news/", {"year": year}).content.decode()
    assert "ข่าวของปีนั้น" not in visitor.get("/news/", {"year": "2562"}).content.decode()


@pytest.mark.parametrize("topic", ["unknown", NUL, "sister'--", "x" * 1900, "1", *ODD])
def test_a_topic_that_is_not_there_is_not_found(topic, visitor):
    make_public_article(topics=[make_topic(slug="sister-cities")])

    assert visitor.get(f"/news/?topic={topic}").status_code in {400, 404}


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("value", [NUL, "x\0", LONG, quote(LONG[:3000] + "ก")])
def test_what_no_database_can_look_up_is_refused(value, address, visitor):
    for name in ("q", "page", "year", "topic", "unknown"):
        assert visitor.get(f"{address}?{name}={value}").status_code == 400


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("value", ["", *ODD])
def test_what_no_page_asks_for_is_passed_over(value, address, visitor):
    assert visitor.get(f"{address}?unknown={value}&q={value}").status_code == 200
    assert visitor.get(f"{address}?{value}").status_code == 200


PATHS = [
    *(f"/{name}/{pk}/" for name in ("news", "departments", "people") for pk in [0, HUGE, 2**63]),
    *(f"/{name}/abc/" for name in ("news", "departments", "people", "pages", "committees")),
    "/news/-1/",
    "/news/" + "9" * 5000 + "/",
    f"/news/{quote('๑')}/",
    "/committees/asean/0/0/",
    "/committees/asean/99999999999/1/",
    f"/committees/asean/{HUGE}/{HUGE}/",
    "/committees/asean/2563/65536/",
    "/committees/asean/2563/" + "9" * 5000 + "/",
    "/committees/asean/2563/abc/",
    "/committees/" + "x" * 5000 + "/",
    "/pages/" + "x" * 5000 + "/",
    f"/pages/{THAI}/",
    *(f"/{odd}/" for odd in ODD),
    *(f"/news/{odd}/" for odd in ODD if odd != "-1"),
    *(f"/pages/{odd}" for odd in [NUL, f"a{NUL}b/", *BROKEN]),
    f"/{NUL}",
    "/node/99999999999",
    f"/node/{NUL}",
    "/node/9999999999",
    "/content-detail/0",
    "/en/th/news/",
    "//evil.example/",
    "/" + "a/" * 3000,
    "/health/x",
    "/.env",
    "/.git/config",
    "/static/../iad/settings.py",
    "/static/%2e%2e/%2e%2e/.env",
    f"/static/{NUL}",
]


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("address", PATHS)
def test_an_address_that_leads_nowhere_says_so(address, language, visitor):
    make_committee(slug="asean")

    assert visitor.get(language + address).status_code in {400, 404}


@pytest.mark.parametrize(
    "headers",
    [
        {"if-none-match": "nonsense"},
        {"if-modified-since": "Thu, 99 Jan 99999 99:99:99 GMT"},
        {"if-modified-since": "\xff"},
        {"accept-language": "x" * 5000},
        {"accept-language": "th;q=nonsense,,,;"},
        {"cookie": "=;=;;; session"},
        {"cookie": 'django_language="\\000"; session="\\377"'},
        {"x-forwarded-for": "nonsense", "x-forwarded-host": "evil.example"},
        {"range": "bytes=9-1"},
        {"content-type": "text/html; charset=nonsense"},
        {"content-length": "nonsense"},
    ],
)
@pytest.mark.parametrize("address", ["/", "/en/news/", "/health/", "/admin/login/"])
def test_nonsense_in_the_headers_breaks_nothing(headers, address, visitor):
    assert visitor.get(address, headers=headers).status_code in {200, 400}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", [*LISTS, "/health/", "/robots.txt", "/node/1"])
def test_a_public_page_takes_nothing(method, address, visitor):
    assert getattr(visitor, method)(address).status_code == 405


# --- the desk -----------------------------------------------------------------------------------

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
JUNK = [
    "abc",
    "0",
    "0000",
    "0543",
    "-1",
    "9999",
    "9" * 20,
    "9" * 1000,
    THAI,
    quote("๒๕๖๓"),
    *BROKEN,
]
# A list that cannot make sense of its query shows itself whole (?e=1).
POLITE = {200, 302, 400, 403, 404}


def screen(model, name, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
def test_a_list_of_the_desk_takes_any_query(model, desk):
    everywhere = [
        "p",
        "o",
        "q",
        "all",
        "id__exact",
        "id__in",
        "id",
        "pk",
        "_facets",
        "e",
        "unknown",
    ]
    address = screen(model, "changelist")

    answers = {
        f"{name}={value}": desk.get(f"{address}?{name}={value}").status_code
        for name in [*everywhere, *FILTERS.get(model._meta.label, [])]
        for value in [*JUNK, EMOJI, RTL, "%25_%5C", "%22", "%5C", "'"]
    }

    assert not {query: status for query, status in answers.items() if status not in POLITE}


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
def test_a_form_of_the_desk_takes_any_beginning(model, desk):
    """A link may fill a form in: /add/?meeting=12."""
    names = [field.name for field in model._meta.get_fields() if field.concrete]
    address = screen(model, "add")

    answers = {
        f"{name}={value}": desk.get(f"{address}?{name}={value}").status_code
        for name in [*names, "_popup", "_to_field", "_changelist_filters"]
        for value in ["abc", "-1", str(HUGE), "2020-99-99", EMOJI, "%ff"]
    }

    assert not {query: status for query, status in answers.items() if status not in POLITE}


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
@pytest.mark.parametrize("name", ["change", "delete", "history"])
@pytest.mark.parametrize("pk", ["abc", "0", "-1", HUGE, "_00", "_FF", "9" * 5000, "ก", "a/b", "'"])
def test_a_record_that_is_not_there_is_said_to_be_missing(model, name, pk, desk):
    assert desk.get(screen(model, name, pk)).status_code in {302, 400, 403, 404}


@pytest.mark.parametrize(
    "query",
    [
        "term=x&page=abc",
        "term=x&page=0",
        f"term=x&page={HUGE}",
        f"term={NUL}",
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
    "NUL in the text": article(body_th="<p>\0</p>"),
    "NUL in the date": article(date="14/2/2563\0"),
    "NUL in a reference": article(meeting="\0"),
    "a date of no calendar": article(date="99/99/9999"),
    "a date as a text": article(date="x" * 10_000),
    "an hour without a day": article(publish_at_1="13.30"),
    "a hidden part of a date": article(publish_at="x"),
    "a reference that is none": article(meeting="abc", topics=["abc", str(HUGE), "-1", "%"]),
    "a huge reference": article(meeting=str(HUGE)),
    "a title too long": article(title_th="ก" * 301),
    "a text too long": article(body_th="<p>" + "ก" * 1_000_001),
    "a text too deep": article(body_th="<div>" * 30_000),
    "no title": article(title_th=""),
    "blanks for a title": article(title_th="\u200b \u00a0"),
    "a count that is none": article(**{"photos-TOTAL_FORMS": "abc"}),
    "a huge count": article(**{"photos-TOTAL_FORMS": str(HUGE)}),
    "a negative count": article(**{"photos-TOTAL_FORMS": "-1"}),
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
        {"be_year": "2568\0"},
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
    assert desk.post(f"/admin/news/article/{pk}/withdraw/", {"reason": "x"}).status_code == 404
