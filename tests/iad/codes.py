"""Codes as a telephone would show them, and log-ins with both factors."""

from bs4 import BeautifulSoup
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from iad import second_factor
from iad.models import User
from tests.factories import PASSWORD
from tests.pages import said

LOGIN = "/admin/login/"
CODE = "/admin/login/code/"
OWN = "/admin/second-factor/"


def code_of(user: User, steps: int = 0) -> str:
    """What the telephone of ``user`` shows, so many half minutes from now."""
    device = TOTPDevice.objects.filter(user=user).latest("pk")
    return f"{TOTP(device.bin_key, drift=steps).token():06}"


def wrong_code_of(user: User) -> str:
    right = {code_of(user, steps) for steps in range(-2, 3)}
    return next(code for code in ("000000", "111111", "222222", "3" * 6) if code not in right)


def next_half_minute(user: User) -> None:
    """A code works once; the stored time of the last one goes back instead of waiting."""
    TOTPDevice.objects.filter(user=user).update(last_t=-1)


def set_up(user: User) -> list[str]:
    """Give ``user`` a second factor; its recovery codes."""
    second_factor.draw(user)
    _device, codes = second_factor.confirm(user, code_of(user))
    next_half_minute(user)
    return codes


def give_password(user: User, client: Client | None = None, **fields):
    client = client or Client()
    data = {"username": user.username, "password": PASSWORD} | fields
    return client.post(LOGIN, data, REMOTE_ADDR="192.0.2.1")


def log_in(user: User, client: Client) -> None:
    """Through both steps."""
    give_password(user, client)
    client.post(CODE, {"code": code_of(user)})
    next_half_minute(user)


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def page_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def codes_shown(response) -> list[str]:
    return [said(code).replace(" ", "") for code in page_of(response).select("ol code")]
