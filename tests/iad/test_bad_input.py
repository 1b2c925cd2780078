"""Whatever is typed into a public address, the answer is in words, never a broken page."""

from urllib.parse import quote

import pytest

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
@pytest.mark.parametrize("value", [NUL, "x\0", LONG, quote(LONG[:4000] + "ก")])
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


def test_an_address_with_two_strokes_leads_nobody_elsewhere(visitor):
    response = visitor.get("/", PATH_INFO="//evil.example/news")

    assert response.status_code in {301, 404}
    assert not response.get("Location", "/").startswith(("//", "http"))
