"""The screen “Read a meeting from a text” as a browser opens, fills and sends it."""

from bs4 import BeautifulSoup
from django.urls import reverse

from committees.models import Committee, Department
from iad.demo.register import load_register
from tests.news.desk_forms import fields_of
from tests.pages import said
from tests.reading.test_old_page import BODY, PAGE

RECORD = ".from-text-record"


def address() -> str:
    return reverse("admin:committees_meeting_from_text")


def office() -> Committee:
    """The city's departments, and the committee that the page tells of."""
    load_register()
    return Committee.objects.create(name_th=BODY, slug="asean")


def read(client, text: str = PAGE, at: str = ""):
    return client.post(at or address(), {"text": text, "_read": "1"})


def send(client, shown, at: str = "", button: str = "_create", **typed):
    """The page as it was shown, with what was typed, and a button pressed."""
    return client.post(at or address(), fields_of(shown, RECORD) | {button: "1"} | typed)


def page_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser").select_one("#content-main")


def errors_in(response) -> str:
    return " ".join(said(error) for error in page_of(response).select(".errorlist"))


def department(name: str) -> Department:
    return Department.objects.get(name_th=name)
