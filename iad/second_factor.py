"""The second factor of log-in: one-time codes of a telephone (RFC 6238) and recovery codes.

A recovery code is kept as a fingerprint, so that it is shown once and read by nobody later; it is
made of digits, so that one field and one keyboard serve for both kinds of code.
"""

import math
import re
import secrets
from base64 import b32encode
from datetime import timedelta

import segno
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _, ngettext
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from iad.log import note_change
from iad.models import User
from iad.sessions import end_sessions
from iad.thai.text import fold

CODE_DIGITS = 6
RECOVERY_CODES = 10
RECOVERY_DIGITS = 12  # some 40 bits, behind a throttle
DRAWN_FOR = timedelta(hours=1)
NAME = "portal"  # of the devices; an account has one of each kind
NO_CODE_SIGNS = re.compile(r"[\s\-–]+")


def has(user: User) -> bool:
    return _telephones(user).exists()


def read_code(text: str) -> str:
    """The digits of a code as people type it: in groups, with hyphens, in Thai digits."""
    return NO_CODE_SIGNS.sub("", fold(text))


def verify(user: User, code: str) -> Device:
    """The device that this code is of, telephone or recovery codes; used up by this.

    A ValidationError says in words why not; its code is "wrong" where a guess was counted.
    """
    code = read_code(code)
    if re.fullmatch(rf"[0-9]{{{RECOVERY_DIGITS}}}", code):
        return _check(StaticDevice.objects.filter(user=user), _fingerprint(code))
    if not re.fullmatch(rf"[0-9]{{{CODE_DIGITS}}}", code):
        raise ValidationError(_("Write the six digits that your telephone shows."))
    return _check(_telephones(user), code)


def draw(user: User) -> TOTPDevice:
    """A secret that waits for its first code; the same for an hour, so that a page may reload."""
    drawn = TOTPDevice.objects.filter(user=user, confirmed=False)
    drawn.filter(created_at__lt=timezone.now() - DRAWN_FOR).delete()
    return drawn.first() or TOTPDevice.objects.create(user=user, name=NAME, confirmed=False)


def confirm(user: User, code: str, *, session_key: str | None = None) -> tuple[Device, list[str]]:
    """Take the telephone into use by its first code; its recovery codes, shown this once.

    Sessions elsewhere end: they began without it.
    """
    device = _check(TOTPDevice.objects.filter(user=user, confirmed=False), read_code(code))
    with transaction.atomic():
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        codes = renew_codes(user)
        note_change(user, _("Second factor set up."), by=user)
        end_sessions(user, but=session_key)
    return device, codes


def renew_codes(user: User) -> list[str]:
    """Ten new recovery codes; those before them open nothing any more."""
    codes = [
        "".join(secrets.choice("0123456789") for _digit in range(RECOVERY_DIGITS))
        for _code in range(RECOVERY_CODES)
    ]
    with transaction.atomic():
        device, _is_new = StaticDevice.objects.get_or_create(user=user, defaults={"name": NAME})
        device.token_set.all().delete()
        StaticToken.objects.bulk_create(
            StaticToken(device=device, token=_fingerprint(code)) for code in codes
        )
    return codes


@transaction.atomic
def remove(user: User, *, by: User, session_key: str | None = None) -> None:
    """Take the second factor away, as of a lost telephone; sessions elsewhere end."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    note_change(user, _("Second factor removed."), by=by)
    end_sessions(user, but=session_key)


def codes_left(user: User) -> int:
    return StaticToken.objects.filter(device__user=user).count()


def in_groups(text: str) -> str:
    """Four by four, as one reads aloud or copies by hand."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def secret_of(device: TOTPDevice) -> str:
    """The secret as a telephone takes it by hand."""
    return in_groups(b32encode(device.bin_key).decode())


def qr_of(device: TOTPDevice) -> str:
    """The same as a QR code: the address of an SVG image that is all in itself."""
    return segno.make(device.config_url, error="m").svg_data_uri(scale=5, light="#fff")


def _telephones(user: User) -> QuerySet:
    return TOTPDevice.objects.filter(user=user, confirmed=True)


def _check(devices: QuerySet, token: str) -> Device:
    """The device if the token is right. A wrong one is counted, so the refusal comes after it."""
    with transaction.atomic():
        device = devices.select_for_update().order_by("pk").first()
        allowed, told = device.verify_is_allowed() if device else (True, None)
        is_right = device is not None and device.verify_token(token)
    if is_right:
        return device
    if not allowed:
        wait = math.ceil((told["locked_until"] - timezone.now()).total_seconds())
        raise ValidationError(
            ngettext(
                "Too many wrong codes. Wait %(count)d second, then try again.",
                "Too many wrong codes. Wait %(count)d seconds, then try again.",
                max(wait, 1),
            )
            % {"count": max(wait, 1)}
        )
    raise ValidationError(
        _("That code is not right, or was used already. Wait for the next one and try again."),
        code="wrong",
    )


def _fingerprint(code: str) -> str:
    return salted_hmac("iad.second_factor", code).hexdigest()[:16]
