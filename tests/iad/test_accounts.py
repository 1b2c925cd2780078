"""An administrator gives roles, and cannot make anybody, himself included, more than that."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from iad.models import User
from iad.roles import ROLES
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

NEW = "a-new-and-longer-one"
RIGHTS = {"is_superuser": "on", "is_staff": "on"}


def address(screen, *args):
    return reverse(f"admin:iad_user_{screen}", args=args)


def change_form(user, **fields) -> dict:
    return {"username": user.username, "is_active": "on", "first_name": "", "email": ""} | fields


@pytest.fixture
def boss():
    return User.objects.create_superuser("boss", password=PASSWORD)


@pytest.fixture
def desk(client):
    """The screens as an administrator of the office sees them."""
    client.raise_request_exception = False
    client.administrator = make_user("administrator")
    client.force_login(client.administrator)
    return client


def test_an_administrator_makes_an_account_with_a_role(desk):
    editor = Group.objects.get(name="editor")

    response = desk.post(
        address("add"),
        {"username": "new", "usable_password": "true", "password1": NEW, "password2": NEW}
        | {"groups": [editor.pk]}
        | RIGHTS,
    )

    assert response.status_code == 302
    user = User.objects.get(username="new")
    assert list(user.groups.all()) == [editor]
    assert (user.is_staff, user.is_superuser) == (True, False)
    assert user.has_perm("news.publish_article")


@pytest.mark.parametrize("whose", ["own", "another"])
def test_nobody_becomes_more_than_a_role_through_the_form(whose, desk):
    user = desk.administrator if whose == "own" else make_user("author")
    everything = list(Permission.objects.values_list("pk", flat=True))

    form = change_form(user, user_permissions=everything, **RIGHTS)
    response = desk.post(address("change", user.pk), form)

    assert response.status_code == 302
    user.refresh_from_db()
    assert not user.is_superuser
    assert not user.user_permissions.exists()


@pytest.mark.parametrize("field", ["is_superuser", "user_permissions", "is_staff"])
def test_the_form_has_no_field_for_it(field, desk):
    page = desk.get(address("change", desk.administrator.pk))

    assert field not in page.context["adminform"].form.fields


def test_the_account_of_a_superuser_is_read_and_not_changed(desk, boss):
    page = desk.get(address("change", boss.pk))
    assert page.status_code == 200
    assert 'type="submit"' not in page.content.decode().partition('id="user_form"')[2]
    assert boss.password not in page.content.decode()

    taken = desk.post(address("change", boss.pk), change_form(boss, username="taken"))
    opened = desk.get(reverse("admin:auth_user_password_change", args=[boss.pk]))
    passed = desk.post(
        reverse("admin:auth_user_password_change", args=[boss.pk]),
        {"usable_password": "true", "password1": NEW, "password2": NEW},
    )

    assert [taken.status_code, opened.status_code, passed.status_code] == [403, 403, 403]
    before, after = boss.password, User.objects.get(pk=boss.pk)
    assert (after.username, after.password) == ("boss", before)


def test_an_administrator_sets_the_password_of_staff(desk):
    user = make_user("author")

    response = desk.post(
        reverse("admin:auth_user_password_change", args=[user.pk]),
        {"usable_password": "true", "password1": NEW, "password2": NEW},
    )

    assert response.status_code == 302
    user.refresh_from_db()
    assert user.check_password(NEW)


@pytest.mark.parametrize("whose", ["own", "another", "superuser"])
def test_an_account_is_never_deleted(whose, desk, boss):
    user = {"own": desk.administrator, "another": make_user("author"), "superuser": boss}[whose]

    assert desk.post(address("delete", user.pk), {"post": "yes"}).status_code == 403
    desk.post(
        address("changelist"),
        {"action": "delete_selected", "_selected_action": [user.pk], "post": "yes"},
    )

    assert User.objects.filter(pk=user.pk).exists()


def test_even_a_superuser_deletes_no_account(client, boss):
    client.force_login(boss)

    assert client.post(address("delete", make_user().pk), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("role", [role for role in ROLES if role != "administrator"] + [""])
def test_only_an_administrator_sees_the_accounts(role, client):
    other = make_user("author")
    client.force_login(make_user(role))

    for there in [
        address("changelist"),
        address("add"),
        address("change", other.pk),
        address("history", other.pk),
        reverse("admin:auth_user_password_change", args=[other.pk]),
    ]:
        assert client.get(there).status_code == 403
        assert client.post(there, {}).status_code == 403


def test_roles_themselves_are_changed_on_no_screen(desk):
    assert desk.get("/admin/auth/group/").status_code == 404


@pytest.mark.parametrize(
    ("role", "screen", "query"),
    [
        ("administrator", "iad_user", "password__startswith=md5"),
        ("administrator", "iad_user", "is_superuser__exact=1&password__contains=a"),
        ("editor", "news_article", "author__password__startswith=md5"),
        ("editor", "news_article", "author__groups__name=editor"),
    ],
)
def test_nobody_guesses_a_password_by_filtering(role, screen, query, client):
    client.force_login(make_user(role))

    response = client.get(reverse(f"admin:{screen}_changelist") + f"?{query}")

    assert response.status_code == 400
