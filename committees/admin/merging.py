"""Screens of people who may be the same: the list, the merging, and how it is undone."""

import hashlib

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from committees.merging import conflicts, merge, tell_apart, undo
from committees.models import Attendee, Meeting, Membership, Merging, Person
from committees.recognising import KnownNames
from iad.thai.likeness import Likeness

PAIRS_A_PAGE = 20
SHOWN_ROWS = 50
IN_WORDS = {
    Likeness.SAME: gettext_lazy("the same name"),
    Likeness.ALIKE: gettext_lazy("another spelling"),
    Likeness.WEAK: gettext_lazy("an initial, or another surname"),
}


class MergingScreens:
    """Of PersonAdmin: for administrators, who keep the register."""

    def get_urls(self):
        return [
            self._screen("alike/", self.alike_view, "alike"),
            self._screen("<int:pk>/merge/<int:into>/", self.merge_view, "merge"),
            self._screen("<int:pk>/apart/<int:other>/", require_POST(self.apart_view), "apart"),
            self._screen("merging/<int:pk>/undo/", self.undo_view, "undo"),
            *super().get_urls(),
        ]

    def _screen(self, route: str, view, name: str):
        def for_administrators(request, **kwargs):
            if not may_merge(request.user):
                raise PermissionDenied
            return view(request, **kwargs)

        return path(
            route, self.admin_site.admin_view(for_administrators), name=f"committees_person_{name}"
        )

    def _page(self, request, template: str, **context):
        context = self.admin_site.each_context(request) | {"opts": self.opts} | context
        return render(request, f"admin/committees/{template}.html", context)

    def _change(self, person: Person):
        return redirect("admin:committees_person_change", person.pk)

    def alike_view(self, request):
        """Pairs of like names, with what tells whether they are one person."""
        is_wide = "weak" in request.GET
        pairs = KnownNames().pairs(weakest=Likeness.WEAK if is_wide else Likeness.ALIKE)
        page = Paginator(pairs, PAIRS_A_PAGE).get_page(request.GET.get("page"))
        people = with_evidence(key for pair in page for key in pair[:2])
        return self._page(
            request,
            "people_alike",
            title=_("People who may be the same"),
            is_wide=is_wide,
            count=len(pairs),
            page_obj=page,
            pairs=[
                (people[first], people[second], IN_WORDS[likeness])
                for first, second, likeness in page
            ],
        )

    def apart_view(self, request, pk, other):
        one, second = get_object_or_404(Person, pk=pk), get_object_or_404(Person, pk=other)
        try:
            tell_apart(one, second, by=request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            told = {"one": one.full_name, "other": second.full_name}
            self.message_user(
                request,
                _("%(one)s and %(other)s are two people; they are not listed again.") % told,
                messages.SUCCESS,
            )
        return redirect("admin:committees_person_alike")

    def merge_view(self, request, pk, into):
        if pk == into:
            raise Http404
        people = with_evidence([pk, into])
        duplicate = people.get(pk) or get_object_or_404(Person, pk=pk)
        kept = people.get(into) or get_object_or_404(Person, pk=into)
        if duplicate.merged_into_id == kept.pk:
            self.message_user(request, _("This was merged already."), messages.WARNING)
            return self._change(kept)
        state, error = digest_of(duplicate, kept), ""
        if request.method == "POST":
            error = self._merged(request, duplicate, kept, state)
            if not error:
                return self._change(kept)
        attendances = duplicate.attendances.order_by("-meeting__starts_at", "-pk")
        return self._page(
            request,
            "merge_person",
            title=_("Merge two entries"),
            original=kept,
            duplicate=duplicate,
            kept=kept,
            error=error,
            state=state,
            conflicts=conflicts(duplicate, kept),
            both_seats="both_seats" in request.POST,
            attendances=attendances.select_related("meeting__committee")[:SHOWN_ROWS],
            attendance_count=attendances.count(),
        )

    def _merged(self, request, duplicate, kept, state) -> str:
        """Merge as confirmed; else why not, in words."""
        if request.POST.get("state") != state:
            return _("Somebody changed one of the two meanwhile. Look again before you merge.")
        try:
            is_new = merge(
                duplicate, into=kept, by=request.user, both_seats="both_seats" in request.POST
            )
        except ValidationError as refused:
            return " ".join(refused.messages)
        told = {"duplicate": duplicate.full_name, "kept": kept.full_name}
        if is_new:
            done = _("%(duplicate)s is merged into %(kept)s. You can undo it below.") % told
            self.message_user(request, done, messages.SUCCESS)
        else:
            self.message_user(request, _("This was merged already."), messages.WARNING)
        return ""

    def undo_view(self, request, pk):
        rows = Merging.objects.select_related("duplicate", "kept", "by")
        merging = get_object_or_404(rows, pk=pk)
        error = ""
        if request.method == "POST":
            try:
                outcome = undo(merging, by=request.user)
            except ValidationError as refused:
                error = " ".join(refused.messages)
            else:
                self._tell(request, outcome)
                return self._change(merging.kept)
        return self._page(
            request,
            "undo_merging",
            title=_("Undo the merging"),
            original=merging.kept,
            merging=merging,
            error=error,
        )

    def _tell(self, request, outcome) -> None:
        if outcome is None:
            self.message_user(request, _("This was undone already."), messages.WARNING)
            return
        self.message_user(request, _("The merging is undone."), messages.SUCCESS)
        if outcome.left:
            told = ngettext(
                "%d row was changed meanwhile and stays as it is.",
                "%d rows were changed meanwhile and stay as they are.",
                outcome.left,
            )
            self.message_user(request, told % outcome.left, messages.WARNING)


def may_merge(user) -> bool:
    return user.has_perm("committees.merge_person")


def with_evidence(keys) -> dict[int, Person]:
    """People with their seats and where they were last, for comparison; three queries."""
    seats = Membership.objects.select_related("committee")
    held = Attendee.objects.present().filter(meeting__status=Meeting.Status.HELD)
    last = held.select_related("meeting__committee")
    people = Person.objects.filter(pk__in=set(keys)).prefetch_related(
        Prefetch("memberships", seats.order_by("-starts_on", "-pk"), to_attr="seats_held"),
        Prefetch(
            "attendances", last.order_by("-meeting__starts_at", "-pk")[:1], to_attr="last_seen"
        ),
    )
    return {person.pk: person for person in people}


def digest_of(duplicate: Person, kept: Person) -> str:
    """Of what the screen showed: both names, and the rows that would go over."""
    shown = [duplicate.full_name, kept.full_name]
    for person in (duplicate, kept):
        shown += map(str, person.memberships.order_by("pk").values_list("pk", flat=True))
        shown += map(str, person.attendances.order_by("pk").values_list("pk", flat=True))
    return hashlib.sha256("\x1f".join(shown).encode()).hexdigest()[:16]
