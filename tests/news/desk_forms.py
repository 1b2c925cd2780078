"""The forms of the desk as a browser fills and sends them: every field that stands in the page."""

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.factories import make_user

CHOICES = "#content-main form"


def fields_of(response, selector: str = "#article_form, #page_form") -> dict[str, list[str]]:
    """What a browser would send if nothing were typed, without the buttons."""
    form = BeautifulSoup(response.content, "html.parser").select_one(selector)
    sent: dict[str, list[str]] = {}
    for tag in form.select("input[name], textarea[name], select[name]"):
        if "disabled" in tag.attrs or "__prefix__" in tag["name"]:
            continue
        for value in values_of(tag):
            sent.setdefault(tag["name"], []).append(value)
    return sent


def values_of(tag) -> list[str]:
    if tag.name == "select":
        return [option["value"] for option in tag.select("option[selected]")]
    if tag.name == "textarea":
        return [tag.get_text().removeprefix("\n")]
    kind = tag.get("type", "text")
    if kind in {"submit", "button", "file"}:
        return []
    if kind in {"checkbox", "radio"} and "checked" not in tag.attrs:
        return []
    return [tag.get("value", "on" if kind == "checkbox" else "")]


def send(client, address: str, fields: dict, **typed):
    """The form as it was opened, with what was typed into it."""
    return client.post(address, fields | typed)


def address(screen: str, *args, model: str = "article") -> str:
    return reverse(f"admin:news_{model}_{screen}", args=args)


def save(client, text, **typed) -> None:
    """Open the form, type, and save."""
    change = address("change", text.pk, model=text._meta.model_name)
    response = send(client, change, fields_of(client.get(change)), **typed)
    assert response.status_code == 302, response.content.decode()
    text.refresh_from_db()


def main_part(client, where: str) -> BeautifulSoup:
    """What a page of the desk shows beside its frame."""
    response = client.get(where)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").select_one("#content-main")


class Desk:
    """One person at the desk with one form open."""

    def __init__(self, role: str, text, **fields):
        self.user = make_user(role, **fields)
        self.client = Client()
        self.client.force_login(self.user)
        self.address = address("change", text.pk, model=text._meta.model_name)
        self.opened = fields_of(self.client.get(self.address))

    def save(self, **typed):
        return send(self.client, self.address, self.opened, **typed)

    def choose(self, page, how: str, **choices):
        """Press a button of the page that asks, perhaps after other choices than it offers."""
        chosen = {name.replace("__", "-"): value for name, value in choices.items()}
        fields = fields_of(page, CHOICES) | chosen
        return self.client.post(self.address, fields | {"_choose": how})


def read(page) -> BeautifulSoup:
    return BeautifulSoup(page.content, "html.parser")


def offered(page) -> dict[str, str]:
    """Each column that is asked about, and what is offered for it."""
    radios = read(page).select("input[type=radio][checked]")
    return {radio["name"].removeprefix("take-"): radio["value"] for radio in radios}
