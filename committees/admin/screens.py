"""What every screen of a meeting beside its form shares: address, permission, page, lock."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse

from committees.models import Meeting


class MeetingScreens:
    """Base of the mixins that make up ``MeetingAdmin``; each adds its own addresses.

    A mixin writes ``get_urls`` as ``[self.screen("<int:pk>/roll/", self.roll_view, "roll"),
    *super().get_urls()]``; the name is ``admin:committees_meeting_roll``.
    """

    def screen(self, route: str, view, name: str):
        name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(route, self.admin_site.admin_view(view), name=name)

    def address(self, screen: str, *args) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{screen}", args=args)

    def meeting_to_read(self, request: HttpRequest, pk: int) -> Meeting:
        meeting = get_object_or_404(Meeting.objects.with_committee(), pk=pk)
        if not self.has_view_permission(request, meeting):
            raise PermissionDenied
        return meeting

    def meeting_to_change(self, request: HttpRequest, pk: int, *, though_locked=False) -> Meeting:
        """The row, locked for this request where there is a transaction: 403 once certified."""
        rows = Meeting.objects.with_committee()
        if transaction.get_connection().in_atomic_block and request.method == "POST":
            rows = rows.select_for_update(of=("self",))
        meeting = get_object_or_404(rows, pk=pk)
        if not super().has_change_permission(request, meeting):
            raise PermissionDenied
        if meeting.is_locked and not though_locked:
            raise PermissionDenied
        return meeting

    def page(self, request: HttpRequest, template: str, meeting: Meeting, title: str, **context):
        return render(
            request,
            f"admin/committees/{template}.html",
            self.admin_site.each_context(request)
            | {"title": title, "opts": self.opts, "original": meeting, "meeting": meeting}
            | context,
        )

    def attempt(self, request: HttpRequest, doing, done: str, done_before: str = "") -> bool:
        """Do an act, and say in words what became of it; False where it was refused."""
        try:
            happened = doing()
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return False
        if happened or not done_before:
            self.message_user(request, done, messages.SUCCESS)
        else:
            self.message_user(request, done_before, messages.WARNING)
        return True
