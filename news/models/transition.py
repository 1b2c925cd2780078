"""What was done to a text, by whom, and why: the memory behind the author's timeline."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad.fields import ProseField
from iad.publication import Publication
from news.models.article import Article


class Transition(models.Model):
    """One act on an article: the state it came from, the one it went to, and the comment."""

    class Act(models.TextChoices):
        SUBMIT = "submit", _("submitted for review")
        RETURN = "return", _("returned")
        PUBLISH = "publish", _("published")
        CONFIRM = "confirm", _("confirmed")
        WITHDRAW = "withdraw", _("withdrawn")
        RESTORE = "restore", _("restored")
        REVISE = "revise", _("edited")

    # The timeline is a part of its article; one that was public is never deleted.
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="transitions", verbose_name=_("article")
    )
    act = models.CharField(_("act"), max_length=10, choices=Act)
    from_state = models.CharField(_("from"), max_length=10, choices=Publication.State)
    to_state = models.CharField(_("to"), max_length=10, choices=Publication.State)
    # Who acted stays named after leaving the office.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    comment = ProseField(_("comment"), blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("act on an article")
        verbose_name_plural = _("acts on articles")
        constraints = [
            models.CheckConstraint(
                name="news_transition_act_is_known",
                condition=models.Q(
                    act__in=[
                        "submit",
                        "return",
                        "publish",
                        "confirm",
                        "withdraw",
                        "restore",
                        "revise",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="news_transition_a_return_says_why",
                condition=~models.Q(act="return") | ~models.Q(comment=""),
            ),
        ]

    def __str__(self):
        return f"{self.get_act_display()}: {self.article}"
