"""The log of who did what: the acts that the desk writes down, and who came in and went.

One table holds both, Django's own (`LogEntry`). Its flags 1 to 3 are acts on records, which stay
as long as the record; those from 11 on are about log-ins and are forgotten after LOG_INS_KEPT.

A failed log-in under a name that nobody has is not kept here: what is typed there by mistake is
often a password. django-axes reports it on the server's log and counts it.
"""

from datetime import datetime, timedelta

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_ip_address
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import models
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

# The least that the Computer-Related Crime Act, B.E. 2550, section 26, asks for.
LOG_INS_KEPT = timedelta(days=90)


class Kind(models.IntegerChoices):
    """What happened, as a flag of a log entry."""

    ADDED = ADDITION, _("added")
    CHANGED = CHANGE, _("changed")
    DELETED = DELETION, _("deleted")
    LOGGED_IN = 11, _("logged in")
    LOGGED_OUT = 12, _("logged out")
    LOG_IN_FAILED = 13, _("log-in failed")
    WRONG_CODE = 14, _("wrong code at log-in")


ABOUT_RECORDS = (Kind.ADDED, Kind.CHANGED, Kind.DELETED)


def note_log_in(kind: Kind, user: AbstractBaseUser, request: HttpRequest | None) -> None:
    """Who, when and from which address; no record was changed, so none is named."""
    address = get_client_ip_address(request) if request else None
    LogEntry.objects.create(
        user_id=user.pk,
        object_repr=str(user)[:200],
        action_flag=kind,
        change_message=address or "",
    )


def note_change(user: AbstractBaseUser, what: str, *, by: AbstractBaseUser) -> None:
    """An act on an account, which its history shows."""
    LogEntry.objects.log_actions(by.pk, [user], CHANGE, what, single_object=True)


def forget_log_ins(before: datetime) -> int:
    """Delete what is known of log-ins before that hour; acts on records stay."""
    old = LogEntry.objects.filter(action_time__lt=before).exclude(action_flag__in=ABOUT_RECORDS)
    return old.delete()[0]


@receiver(user_logged_in, dispatch_uid="iad.log.logged_in")
def _logged_in(request, user, **kwargs):
    note_log_in(Kind.LOGGED_IN, user, request)


@receiver(user_logged_out, dispatch_uid="iad.log.logged_out")
def _logged_out(request, user, **kwargs):
    if user is not None:
        note_log_in(Kind.LOGGED_OUT, user, request)


@receiver(user_login_failed, dispatch_uid="iad.log.log_in_failed")
def _log_in_failed(credentials, request=None, **kwargs):
    if request is not None and _is_refused_unread(request, credentials):
        return
    user = get_user_model().objects.filter(username=credentials.get("username")).first()
    if user is not None:
        note_log_in(Kind.LOG_IN_FAILED, user, request)


def _is_refused_unread(request, credentials) -> bool:
    """While a name is locked nothing is tried; a flood of requests is not to fill the log.

    We are told before django-axes counts this attempt (iad.site is loaded first).
    """
    return not AxesProxyHandler.is_allowed(request, credentials)
