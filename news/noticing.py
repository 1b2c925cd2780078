"""Notices by e-mail: whoever waits for an act hears of it once it is certain, after the commit.

One mail speaks both languages, Thai first. It never stands in the way of the act: a mail server
that fails is noted in the log.
"""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _, override

from iad.bilingual import LANGUAGES, passage
from iad.models import User
from news.models import Transition

Act = Transition.Act

# Permissions live in the groups; the other back-end of log-in only counts failures.
RIGHTS = "django.contrib.auth.backends.ModelBackend"
TEMPLATES = {
    Act.SUBMIT: "news/mail/submitted.txt",
    Act.RETURN: "news/mail/returned.txt",
    Act.PUBLISH: "news/mail/published.txt",
    Act.RESTORE: "news/mail/published.txt",
    Act.WITHDRAW: "news/mail/withdrawn.txt",
}
SUBJECTS = {
    Act.SUBMIT: _("For review"),
    Act.RETURN: _("Returned to you"),
    Act.PUBLISH: _("Approved"),
    Act.RESTORE: _("Published again"),
    Act.WITHDRAW: _("Withdrawn"),
}
BETWEEN_LANGUAGES = "\n\n" + "-" * 60 + "\n\n"


def notice(step: Transition) -> None:
    """Tell whom it concerns as soon as ``step`` is committed; an error there is logged."""
    if step.act in TEMPLATES:
        # A lambda: Django's log of a failure asks for a name, which a partial has not.
        transaction.on_commit(lambda: send(step), robust=True)


def send(step: Transition) -> None:
    addresses = list(recipients(step).values_list("email", flat=True))
    if addresses:
        send_mail(subject(step), text(step), None, addresses)


def recipients(step: Transition) -> QuerySet[User]:
    """The editors of what was submitted, else the author; never who did it."""
    if step.act == Act.SUBMIT:
        people = User.objects.with_perm(
            "news.publish_article", backend=RIGHTS, include_superusers=False
        )
    else:
        people = User.objects.filter(pk=step.article.author_id)
    return people.filter(is_active=True, is_staff=True).exclude(pk=step.by_id).exclude(email="")


def subject(step: Transition) -> str:
    """รอตรวจ / For review: the title, in one line."""
    labels = " / ".join(_in(language, lambda: str(SUBJECTS[step.act])) for language in LANGUAGES)
    return f"{labels}: {_in(LANGUAGES[0], lambda: passage(step.article, 'title').text)}"


def text(step: Transition) -> str:
    """The notice in Thai, then in English."""
    told = {"step": step, "article": step.article, "site": settings.SITE_URL}
    template = TEMPLATES[step.act]
    parts = [_in(language, lambda: render_to_string(template, told)) for language in LANGUAGES]
    return BETWEEN_LANGUAGES.join(part.strip() for part in parts) + "\n"


def _in(language: str, said) -> str:
    with override(language):
        return said()
