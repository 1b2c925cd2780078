"""The one table of the foundation: who may log in."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff. What they may do follows from their groups (iad.roles)."""

    class Meta:
        ordering = ("username",)
        verbose_name = _("staff account")
        verbose_name_plural = _("staff accounts")

    def __str__(self):
        return self.get_full_name() or self.username
