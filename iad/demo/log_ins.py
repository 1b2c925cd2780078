"""One log-in for each role of the office, to try the portal with."""

import secrets

from django.contrib.auth.models import Group

from iad.models import User
from iad.roles import ROLES

# Without the letters and digits that are taken for one another.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
DISPLAY_NAMES = {
    "author": "ผู้เขียนข่าว",
    "editor": "บรรณาธิการข่าว",
    "secretary": "ฝ่ายเลขานุการ",
    "translator": "ผู้แปล",
    "administrator": "ผู้ดูแลระบบ",
}


class OwnAccountError(Exception):
    """A user name of the demo belongs to a superuser, whose password is not ours to set."""


def load_log_ins() -> dict[str, User]:
    """The five users by role, made where they are missing; they cannot log in yet."""
    return {role: _user(role) for role in ROLES}


def give_password() -> str:
    """Draw a password, set it for the five users and return it; it is kept only as a hash."""
    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(3))
    for user in load_log_ins().values():
        user.set_password(password)
        user.save(update_fields=["password"])
    return password


def _user(role: str) -> User:
    user, is_new = User.objects.get_or_create(
        username=role,
        defaults={"first_name": DISPLAY_NAMES[role], "last_name": "(สาธิต)", "is_staff": True},
    )
    if user.is_superuser:
        raise OwnAccountError(role)
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        user.groups.add(Group.objects.get(name=role))
    return user
