"""The pictures of shared pages that have no photo: a meeting's, and the office's for all else."""

import pytest
from django.urls import reverse

from tests.factories import make_committee, make_meeting
from tests.pictures import decoded

pytestmark = pytest.mark.django_db
PREFIXES = ["", "/en"]


def card_of(meeting, prefix="") -> str:
    slug, year, number = meeting.committee.slug, meeting.be_year, meeting.number
    return f"{prefix}/committees/{slug}/{year}/{number}/card.jpg"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_public_meeting_has_a_card(prefix, client):
    response = client.get(card_of(make_meeting(), prefix))

    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert decoded(response.content).size == (1200, 630)
    assert len(response.content) < 300_000


def test_an_internal_meeting_has_none(client):
    assert client.get(card_of(make_meeting(access="internal"))).status_code == 404


def test_another_name_makes_another_card(client):
    committee = make_committee(name_th="คณะกรรมการเมืองพี่เมืองน้อง", name_en="Sister Cities Committee")
    meeting = make_meeting(committee=committee)
    before = client.get(card_of(meeting))
    again = client.get(card_of(meeting), HTTP_IF_NONE_MATCH=before["ETag"])
    english = client.get(card_of(meeting, "/en"))

    committee.name_th = "คณะกรรมการเมืองคู่มิตร"
    committee.save()
    after = client.get(card_of(meeting), HTTP_IF_NONE_MATCH=before["ETag"])

    assert again.status_code == 304
    assert after.status_code == 200
    assert len({before.content, english.content, after.content}) == 3


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("name", ["home", "news:articles", "committees:meetings"])
def test_a_page_without_a_picture_is_shared_with_the_offices_card(name, prefix, client):
    page = client.get(f"{prefix}{reverse(name)}").content.decode()
    address = f"{prefix}/card.jpg"

    assert f'<meta property="og:image" content="http://testserver{address}">' in page
    assert decoded(client.get(address).content).size == (1200, 630)
