"""The screens of planning as a browser opens, fills and sends them."""

from datetime import timedelta

from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_meeting
from tests.news.desk_forms import fields_of
from tests.pages import said

FORM = "#content-main"
ACTS = ("postpone", "cancel", "hold", "refresh", "reinstate")


def next_address(committee):
    return reverse("admin:committees_committee_next", args=[committee.pk])


def act_address(meeting, act):
    return reverse(f"admin:committees_meeting_{act}", args=[meeting.pk])


def plan(client, committee, **typed):
    """Open the form, type, press the button."""
    address = next_address(committee)
    asked = fields_of(client.get(address), FORM)
    typed = {"day": "14/2/2573", "venue_th": "ห้องรัตนโกสินทร์", "_plan": "1"} | typed
    return client.post(address, asked | typed)


def do(client, meeting, act, **typed):
    address = act_address(meeting, act)
    return client.post(address, fields_of(client.get(address), FORM) | typed)


def errors_in(response) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return " ".join(said(error) for error in page.select(".errorlist"))


def planned(committee, **fields):
    later = timezone.now() + timedelta(days=9)
    return make_meeting(
        **{"committee": committee, "status": "planned", "starts_at": later} | fields
    )
