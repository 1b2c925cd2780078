"""A colleague's lost second factor: who takes it away, and who never reads it."""

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from iad import second_factor
from iad.models import User
from iad.roles import ROLES
from tests.factories import PASSWORD, make_user
from tests.iad.codes import OWN, give_password, log_in, set_up

pytestmark = pytest.mark.django_db


def address(user) -> str:
    return reverse("admin:iad_user_take_away_second_factor", args=[user.pk])


@pytest.fixture
def desk(client):
    """The desk as an administrator of the office sees it."""
    client.administrator = make_user("administrator")
    client.force_login(client.administrator)
    return client


def test_an_administrator_takes_it_away_and_the_log_says_so(desk):
    user, elsewhere = make_user("editor"), Client()
    set_up(user)
    log_in(user, elsewhere)
    account = reverse("admin:iad_user_change", args=[user.pk])
    assert address(user) in desk.get(account).content.decode()
    assert desk.get(address(user)).status_code == 200
    assert second_factor.has(user)

    response = desk.post(address(user))

    assert (response.status_code, response.url) == (302, account)
    assert not second_factor.has(user)
    assert elsewhere.get("/admin/").status_code == 302
    entry = LogEntry.objects.filter(user=desk.administrator, object_id=str(user.pk)).get()
    assert entry.change_message
    assert address(user) not in desk.get(account).content.decode()


def test_after_that_the_colleague_sets_up_another(desk, settings):
    user = make_user("editor")
    set_up(user)
    desk.post(address(user))
    settings.SECOND_FACTOR_REQUIRED = True

    assert give_password(user).url == OWN


def test_nobody_takes_away_the_own_one_without_a_code(desk):
    set_up(desk.administrator)
    client = Client()
    log_in(desk.administrator, client)

    assert client.post(address(desk.administrator)).status_code == 403
    assert second_factor.has(desk.administrator)


def test_that_of_a_superuser_is_for_superusers(desk):
    boss = User.objects.create_superuser("boss", password=PASSWORD)
    set_up(boss)

    assert desk.get(address(boss)).status_code == 403
    assert desk.post(address(boss)).status_code == 403
    assert second_factor.has(boss)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "administrator"])
def test_no_other_role_takes_it_away(role, client):
    user = make_user("author")
    set_up(user)
    client.force_login(make_user(role))

    assert client.get(address(user)).status_code == 403
    assert client.post(address(user)).status_code == 403
    assert second_factor.has(user)


def test_the_secret_is_on_no_screen_of_another(desk):
    user = make_user("editor")
    set_up(user)
    device = TOTPDevice.objects.get(user=user)

    secret = second_factor.secret_of(device)
    for there in (reverse("admin:iad_user_change", args=[user.pk]), address(user), OWN):
        page = desk.get(there).content.decode()
        assert device.key not in page
        assert secret not in page


@pytest.mark.parametrize("model", ["otp_totp_totpdevice", "otp_static_staticdevice"])
def test_the_library_shows_no_screens_of_its_own(model):
    with pytest.raises(NoReverseMatch):
        reverse(f"admin:{model}_changelist")


def test_one_that_is_not_there_is_not_found(desk):
    missing = reverse("admin:iad_user_take_away_second_factor", args=[999999])

    assert desk.get(missing).status_code == 404
