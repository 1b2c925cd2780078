"""How long somebody who got in stays in: limits of idleness and of the day, the second factor.

Asked only where a page asks who reads it, so that readers' pages touch no session.
"""

import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django_otp import DEVICE_ID_SESSION_KEY

from iad.roles import needs_second_factor

BEGAN, SEEN = "began", "seen"  # in seconds since 1970
NOTED_EVERY = 60  # seconds; each note is a write


class LimitedAuthentication(AuthenticationMiddleware):
    """Who asks, unless the session went on for too long or lacks the second factor."""

    def process_request(self, request):
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: user_within_limits(request))


def user_within_limits(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    user = get_user(request)
    if not user.is_authenticated:
        return user
    if not is_current(request.session) or lacks_second_factor(user, request.session):
        request.session.flush()
        return AnonymousUser()
    _note_seen(request.session)
    return user


def is_current(session) -> bool:
    """Within SESSION_COOKIE_AGE of the log-in and SESSION_IDLE_MINUTES of the last request."""
    now = time.time()
    began, seen = session.get(BEGAN, 0), session.get(SEEN, 0)
    return (
        now - began < settings.SESSION_COOKIE_AGE
        and now - seen < settings.SESSION_IDLE_MINUTES * 60
    )


def lacks_second_factor(user: AbstractBaseUser, session) -> bool:
    return DEVICE_ID_SESSION_KEY not in session and needs_second_factor(user)


def end_sessions(user: AbstractBaseUser, *, but: str | None = None) -> None:
    """Log an account out everywhere, except from the session with the key ``but``.

    A session does not say in a column whose it is; an office has a few dozen of them.
    """
    for session in Session.objects.exclude(session_key=but):
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


@receiver(user_logged_in, dispatch_uid="iad.sessions.begin")
def _begin(request, **kwargs):
    request.session[BEGAN] = request.session[SEEN] = int(time.time())


def _note_seen(session) -> None:
    now = int(time.time())
    if now - session[SEEN] >= NOTED_EVERY:
        session[SEEN] = now
