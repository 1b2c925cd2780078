"""How the list of articles is narrowed: by state, and by what waits for whoever looks."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad.publication import Publication
from news.waiting import piles_of

State = Publication.State


class StateFilter(admin.SimpleListFilter):
    """The states, with what is published and not yet seen as one of its own."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [*State.choices, ("scheduled", _("scheduled"))]

    def queryset(self, request, queryset):
        asked = self.value()
        if asked == "scheduled":
            return queryset.scheduled()
        if asked == State.PUBLISHED:
            return queryset.public()
        return queryset.filter(state=asked) if asked else queryset


class WaitingFilter(admin.SimpleListFilter):
    """The piles of the start page, whole."""

    title = _("waiting for me")
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [(pile.key, pile.title) for pile in piles_of(request.user)]

    def queryset(self, request, queryset):
        pile = next((pile for pile in piles_of(request.user) if pile.key == self.value()), None)
        if pile is None:
            return queryset
        return queryset.filter(pk__in=pile.rows(request.user).order_by().values("pk"))
