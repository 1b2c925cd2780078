"""JSON-LD and Open Graph: in schema.org's terms, true, in both languages, harmless."""

import json
from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from tests.factories import (
    make_committee,
    make_department,
    make_meeting,
    make_membership,
    make_page,
    make_person,
    make_photo,
    make_public_article,
    make_topic,
    picture,
)
from tests.hidden_world import LEAK, World
from tests.machines.schema_org import faults
from tests.public_addresses import every_address

pytestmark = pytest.mark.django_db
BANGKOK = timezone.get_default_timezone()
HOSTILE = "</script><script>alert(1)</script><!-- & ' \" \u2028 ]]>"


@pytest.fixture(autouse=True)
def empty_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def page_at(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def graph_of(page: BeautifulSoup) -> list[dict]:
    blocks = page.select('script[type="application/ld+json"]')
    assert len(blocks) <= 1
    told = [json.loads(block.string) for block in blocks]
    assert all(one["@context"] == "https://schema.org" for one in told)
    return [thing for one in told for thing in one["@graph"]]


def thing_at(client, address: str, kind: str) -> dict:
    [thing] = [one for one in graph_of(page_at(client, address)) if one["@type"] == kind]
    return thing


def graph_properties(page: BeautifulSoup) -> dict[str, str]:
    return {tag["property"]: tag["content"] for tag in page.select("meta[property]")}


def test_every_page_speaks_the_terms_of_schema_org(client):
    World()
    kinds = set()
    for address in every_address():
        response = client.get(address)
        if response.status_code != 200 or "html" not in response["Content-Type"]:
            b"".join(response)  # which closes a file
            continue
        page = BeautifulSoup(response.content, "html.parser")
        for thing in graph_of(page):
            assert faults(thing) == [], address
            kinds.add(thing["@type"])
        assert not LEAK.search(str(page.head)), address

    assert kinds == {
        "BreadcrumbList",
        "Event",
        "GovernmentOrganization",
        "NewsArticle",
        "Person",
        "WebPage",
        "WebSite",
    }


def test_the_steps_told_are_those_that_readers_see(client):
    World()
    compared = 0
    for address in every_address():
        response = client.get(address)
        if response.status_code != 200 or "html" not in response["Content-Type"]:
            b"".join(response)
            continue
        page = BeautifulSoup(response.content, "html.parser")
        seen = [" ".join(step.get_text().split()) for step in page.select(".breadcrumbs li")]
        for told in graph_of(page):
            if told["@type"] == "BreadcrumbList":
                compared += 1
                assert [step["name"] for step in told["itemListElement"]] == seen, address
                last = told["itemListElement"][-1]["item"]["@id"]
                assert client.get(last.removeprefix("http://testserver")).status_code == 200

    assert compared > 20


@pytest.mark.parametrize(
    ("prefix", "headline", "language"),
    [("", "ต้อนรับ", "th"), ("/en", "A welcome", "en")],
)
def test_an_article_is_told_in_the_readers_language(prefix, headline, language, client):
    first = datetime(2020, 2, 17, 9, tzinfo=BANGKOK)
    article = make_public_article(
        title_th="ต้อนรับ",
        title_en="A welcome",
        first_published_at=first,
        topics=[make_topic(name_th="หัวข้อ")],
        meeting=make_meeting(),
    )
    photo = make_photo(article=article, alt_th="จับมือ")
    address = f"{prefix}/news/{article.pk}/"
    told = thing_at(client, address, "NewsArticle")
    shared = graph_properties(page_at(client, address))

    assert (told["headline"], told["inLanguage"]) == (headline, language)
    assert told["datePublished"] == told["dateModified"] == "2020-02-17T02:00:00+00:00"
    assert [image["contentUrl"] for image in told["image"]] == [
        f"http://testserver{photo.image.url}"
    ]
    assert told["keywords"] == ["หัวข้อ"]
    assert told["about"][0]["@type"] == "Event"
    assert shared["og:type"] == "article"
    assert shared["og:title"] == headline
    assert shared["og:url"] == f"http://testserver{address}"
    assert shared["og:locale"] == {"th": "th_TH", "en": "en_GB"}[language]
    assert shared["og:image"] == f"http://testserver{address}card.jpg"
    assert (shared["og:image:width"], shared["og:image:height"]) == ("1200", "630")
    assert shared["og:image:type"] == "image/jpeg"
    assert shared["og:image:alt"] == headline


def test_an_article_without_photos_has_its_card_for_a_picture(client):
    address = make_public_article().get_absolute_url()

    (image,) = thing_at(client, address, "NewsArticle")["image"]

    assert image["contentUrl"] == f"http://testserver{address}card.jpg"
    assert client.get(f"{address}card.jpg")["Content-Type"] == "image/jpeg"


def test_a_wide_picture_is_shown_wide_and_a_portrait_is_not(client):
    person = make_person(photo=picture((300, 400)))
    make_membership(person=person)
    article = make_public_article()

    shown = [
        page_at(client, one.get_absolute_url()).select_one("meta[name='twitter:card']")["content"]
        for one in (article, person)
    ]

    assert shown == ["summary_large_image", "summary"]


def test_a_title_in_the_other_language_says_so(client):
    article = make_public_article(title_th="ข่าวไทย")

    assert thing_at(client, f"/en/news/{article.pk}/", "NewsArticle")["inLanguage"] == "th"


def test_a_translation_held_back_is_told_to_no_machine(client):
    article = make_public_article(
        title_th="ข่าว", title_en="held_back", summary_en="held_back", holds_translation_back=True
    )

    assert "held_back" not in str(page_at(client, f"/en/news/{article.pk}/"))


@pytest.mark.parametrize(
    ("fields", "starts", "ends"),
    [
        ({}, "2020-02-14T09:30:00+07:00", None),
        ({"time_is_stated": False}, "2020-02-14", None),
        (
            {"ends_at": datetime(2020, 2, 15, 12, tzinfo=BANGKOK)},
            "2020-02-14T09:30:00+07:00",
            "2020-02-15T12:00:00+07:00",
        ),
        (
            {"time_is_stated": False, "ends_at": datetime(2020, 2, 15, 12, tzinfo=BANGKOK)},
            "2020-02-14",
            "2020-02-15",
        ),
    ],
)
def test_a_meeting_tells_no_hour_that_is_not_stated(fields, starts, ends, client):
    at = datetime(2020, 2, 14, 9, 30, tzinfo=BANGKOK)
    told = thing_at(client, make_meeting(starts_at=at, **fields).get_absolute_url(), "Event")

    assert (told["startDate"], told.get("endDate")) == (starts, ends)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("planned", "EventScheduled"),
        ("held", "EventScheduled"),
        ("postponed", "EventPostponed"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_a_meeting_tells_what_became_of_it(status, told, client):
    meeting = make_meeting(status=status)

    event = thing_at(client, meeting.get_absolute_url(), "Event")

    assert event["eventStatus"] == f"https://schema.org/{told}"


@pytest.mark.parametrize(
    ("mode", "told", "places"),
    [
        ("in_person", "OfflineEventAttendanceMode", ["Place"]),
        ("online", "OnlineEventAttendanceMode", ["VirtualLocation"]),
        ("hybrid", "MixedEventAttendanceMode", ["Place", "VirtualLocation"]),
    ],
)
def test_a_meeting_tells_how_people_meet_and_keeps_its_link(mode, told, places, client):
    meeting = make_meeting(mode=mode, venue_th="ห้องรัตนโกสินทร์", online_url="https://meet.example/x")
    page = page_at(client, meeting.get_absolute_url())
    [event] = [thing for thing in graph_of(page) if thing["@type"] == "Event"]

    assert event["eventAttendanceMode"] == f"https://schema.org/{told}"
    assert [place["@type"] for place in event["location"]] == places
    assert event["organizer"]["name"] == meeting.committee.name_th
    assert "meet.example" not in str(page.head)


def test_a_committee_tells_its_names_and_who_sits_in_it(client):
    committee = make_committee(
        name_th="คณะกรรมการอาเซียน",
        name_en="ASEAN Committee",
        slug="asean",
        established_on=date(2010, 5, 1),
        parent=make_committee(name_th="คณะกรรมการใหญ่"),
    )
    person = make_person(name_th="สมชาย ใจดี", photo=picture())
    make_membership(committee=committee, person=person, role="chair")
    make_membership(committee=committee, department=make_department(name_en="First Department"))

    told = thing_at(client, "/en/committees/asean/", "GovernmentOrganization")
    human = thing_at(client, f"/people/{person.pk}/", "Person")

    assert (told["name"], told["alternateName"]) == ("ASEAN Committee", ["คณะกรรมการอาเซียน"])
    assert told["foundingDate"] == "2010-05-01"
    assert told["parentOrganization"]["name"] == "คณะกรรมการใหญ่"
    assert [(one["roleName"], one["member"]["name"]) for one in told["member"]] == [
        ("chair", "สมชาย ใจดี"),
        ("member", "First Department"),
    ]
    assert (human["name"], human["honorificPrefix"]) == ("สมชาย ใจดี", "นาย")
    assert human["image"] == f"http://testserver{person.photo.url}"
    assert human["memberOf"][0]["memberOf"]["name"] == "คณะกรรมการอาเซียน"


def test_the_home_page_tells_how_to_search(client):
    site = thing_at(client, "/en/", "WebSite")
    template = site["potentialAction"]["target"]["urlTemplate"]

    assert template == "http://testserver/en/search/?q={search_term_string}"
    assert client.get(template.format(search_term_string="x")).status_code == 200


def test_a_hostile_text_stays_inside_its_block(client):
    article = make_public_article(title_th=HOSTILE, summary_th=HOSTILE)
    response = client.get(article.get_absolute_url())
    page = BeautifulSoup(response.content, "html.parser")

    assert (
        thing_at(client, article.get_absolute_url(), "NewsArticle")["headline"] == article.title_th
    )
    assert len(page.select("script:not([src])")) == 1
    assert graph_properties(page)["og:title"] == article.title_th
    assert b"alert(1)</script>" not in response.content


def test_what_is_no_page_for_machines_tells_nothing(client):
    withdrawn = make_public_article(state="withdrawn")
    for address in ("/nothing/", f"/news/{withdrawn.pk}/", "/search/?q=x"):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        assert page.select("meta[property], script[type='application/ld+json']") == [], address


def test_standing_pages_tell_their_dates(client):
    first = datetime(2020, 2, 17, 9, tzinfo=BANGKOK)
    make_page(title_th="ประวัติ", slug="history", first_published_at=first)

    told = thing_at(client, "/pages/history/", "WebPage")

    assert told["name"] == "ประวัติ"
    assert told["datePublished"] == told["dateModified"] == "2020-02-17T02:00:00+00:00"
