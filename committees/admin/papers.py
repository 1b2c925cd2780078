"""The screen that hands out a meeting's papers, and what is still to mend before they are fit.

Closed items stand in the internal papers, so whoever fetches one may read agenda items.
"""

from collections.abc import Iterable
from functools import partial

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _, gettext_lazy, override

from committees.admin.screens import MeetingScreens
from committees.certifying import doubts_about_minutes, missing_in_minutes
from committees.minutes import docx, pdf, text
from committees.minutes.digits import DIGITS
from committees.minutes.reading import read_meeting_record
from committees.minutes.wording import check_wording
from committees.models import AgendaItem, Assignment, Meeting
from committees.models.agenda import shown_numbers
from committees.views.minutes import as_page, file_name
from iad.bilingual import OFFICIAL, passage
from iad.publication import Access

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {"docx": WORD, "pdf": "application/pdf", "txt": "text/plain; charset=utf-8"}
KINDS = {
    "docx": gettext_lazy("Word"),
    "pdf": gettext_lazy("PDF"),
    "txt": gettext_lazy("plain text"),
}
WRITERS = {
    ("minutes", "docx"): docx.write_minutes,
    ("minutes", "pdf"): pdf.write_minutes_pdf,
    ("minutes", "txt"): text.write_text,
    ("invitation", "docx"): docx.write_invitation,
    ("invitation", "pdf"): pdf.write_invitation_pdf,
    ("attendance", "docx"): docx.write_attendance_sheet,
    ("attendance", "pdf"): pdf.write_attendance_sheet_pdf,
    ("extract", "docx"): docx.write_extract,
    ("extract", "pdf"): pdf.write_extract_pdf,
}
PAPERS = {
    "minutes": gettext_lazy("minutes"),
    "invitation": gettext_lazy("letter of invitation with the agenda"),
    "attendance": gettext_lazy("attendance sheet to sign"),
}


class DigitsForm(forms.Form):
    digits = forms.ChoiceField(
        label=gettext_lazy("digits"),
        choices=[("thai", gettext_lazy("Thai digits")), ("arabic", gettext_lazy("Arabic digits"))],
        widget=forms.RadioSelect,
    )


class Papers(MeetingScreens):
    """A mixin of ``MeetingAdmin``: minutes, invitation, attendance sheet and extracts as files."""

    def get_urls(self):
        papers = [
            self.screen("<int:pk>/papers/", self.papers_view, "papers"),
            self.screen("<int:pk>/papers/minutes.html", self.print_view, "print"),
            self.screen("<int:pk>/papers/<slug:paper>.<slug:kind>", self.paper_view, "paper"),
        ]
        return [*papers, *super().get_urls()]

    def meeting_with_papers(self, request: HttpRequest, pk: int) -> Meeting:
        if not request.user.has_perm("committees.view_agendaitem"):
            raise PermissionDenied
        return self.meeting_to_read(request, pk)

    def papers_view(self, request: HttpRequest, pk: int):
        meeting = self.meeting_with_papers(request, pk)
        digits = digits_asked(request)
        link = partial(self._link, meeting, digits)
        versions = ["internal", *(["public"] if meeting.access == Access.PUBLIC else [])]
        return self.page(
            request,
            "papers",
            meeting,
            _("Minutes, invitation and papers"),
            form=DigitsForm(initial={"digits": digits}),
            papers=[
                {"title": title, "versions": self._versions(paper, versions, link)}
                for paper, title in PAPERS.items()
                if is_there(meeting, paper)
            ],
            extracts=[
                {"task": one, "versions": self._versions("extract", shown, link, assignment=one.pk)}
                for one, shown in extracts_of(meeting, versions)
                if is_there(meeting, "extract")
            ],
            missing=what_is_missing(meeting),
            findings=self._findings(request, meeting) if is_held(meeting) else (),
            is_held=is_held(meeting),
        )

    def _findings(self, request: HttpRequest, meeting: Meeting) -> list[dict]:
        try:
            return findings_in(meeting)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return []

    def _versions(self, paper: str, versions: Iterable[str], link, **asks):
        """The links of each version; a sheet to sign never goes to readers."""
        names = {"internal": _("internal version"), "public": _("public version")}
        kinds = [kind for name, kind in WRITERS if name == paper]
        prints = [("html", _("page to print"))] if paper == "minutes" else []
        return [
            {
                "name": names[version],
                "links": [
                    (link(paper, kind, version=version, **asks), words)
                    for kind, words in [*((kind, KINDS[kind]) for kind in kinds), *prints]
                ],
            }
            for version in versions
            if paper != "attendance" or version == "internal"
        ]

    def _link(self, meeting: Meeting, digits: str, paper: str, kind: str, **asks) -> str:
        query = urlencode(asks | {"digits": digits})
        if kind == "html":
            return f"{self.address('print', meeting.pk)}?{query}"
        return f"{self.address('paper', meeting.pk, paper, kind)}?{query}"

    def paper_view(self, request: HttpRequest, pk: int, paper: str, kind: str):
        meeting = self.meeting_with_papers(request, pk)
        writer = WRITERS.get((paper, kind))
        if writer is None or not is_there(meeting, paper):
            raise Http404
        digits = digits_asked(request)
        record = read_version(request, meeting)
        if paper == "attendance" and record.is_public_version:
            raise Http404
        which = extract_asked(request, meeting, record) if paper == "extract" else ()
        try:
            written = writer(record, *which, digits=digits)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect(f"{self.address('papers', meeting.pk)}?{urlencode({'digits': digits})}")
        name = file_name(paper, meeting)
        if which:
            name += f"-{which[0].replace('.', '-')}-{int(request.GET['assignment'])}"
        if record.is_public_version:
            name += "-public"
        disposition = f'attachment; filename="{name}.{kind}"'
        return kept_nowhere(
            HttpResponse(
                written, content_type=TYPES[kind], headers={"Content-Disposition": disposition}
            )
        )

    def print_view(self, request: HttpRequest, pk: int):
        """The minutes as readers will see them, or with what is closed; for nobody to keep."""
        meeting = self.meeting_with_papers(request, pk)
        if not is_there(meeting, "minutes"):
            raise Http404
        paper = as_page(read_version(request, meeting), digits=digits_asked(request))
        told = {"meeting": meeting, "paper": paper}
        return kept_nowhere(render(request, "admin/committees/print.html", told))


def asked(request: HttpRequest, name: str, choices: tuple[str, str], default: str) -> str:
    """What the address asks for; 404 where that is nothing there is."""
    value = request.GET.get(name) or default
    if value not in choices:
        raise Http404
    return value


def digits_asked(request: HttpRequest) -> str:
    return asked(request, "digits", DIGITS, settings.PAPER_DIGITS)


def is_held(meeting: Meeting) -> bool:
    return meeting.status == Meeting.Status.HELD


def is_there(meeting: Meeting, paper: str) -> bool:
    """Before a meeting there is nothing to report of it, and nothing to extract."""
    return is_held(meeting) or paper in ("invitation", "attendance")


def kept_nowhere(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def read_version(request: HttpRequest, meeting: Meeting):
    public = asked(request, "version", ("internal", "public"), "internal") == "public"
    if public and not Meeting.objects.public().filter(pk=meeting.pk).exists():
        raise Http404
    return read_meeting_record(meeting, public=public)


def extracts_of(meeting: Meeting, versions: list[str]):
    """One assignment for each resolution and department, with the versions there are of it."""
    seen = set()
    rows = Assignment.objects.filter(resolution__item__meeting=meeting)
    for one in rows.select_related("department", "resolution__item").order_by(
        "resolution__item__section", "resolution__item__order", "resolution", "pk"
    ):
        if (key := (one.resolution_id, one.department_id)) not in seen:
            seen.add(key)
            is_open = one.resolution.item.access == Access.PUBLIC
            yield one, versions if is_open else ["internal"]


def extract_asked(request: HttpRequest, meeting: Meeting, record) -> tuple[str, int, str]:
    """Number of the item, place of the resolution on it, department; 404 for any other."""
    key = request.GET.get("assignment", "")
    if not (key.isascii() and key.isdecimal() and len(key) < 19):
        raise Http404
    rows = Assignment.objects.public() if record.is_public_version else Assignment.objects.all()
    one = get_object_or_404(
        rows.select_related("department", "resolution"),
        pk=int(key),
        resolution__item__meeting=meeting,
    )
    item = one.resolution.item_id
    resolutions = list(one.resolution.item.resolutions.values_list("pk", flat=True))
    with override(OFFICIAL):
        department = str(one.department)
    return shown_numbers([meeting.pk])[item], resolutions.index(one.resolution_id), department


def what_is_missing(meeting: Meeting) -> list[str]:
    """What a paper leaves a gap for, in words; nobody is kept from fetching it."""
    missing = []
    if is_held(meeting):
        missing += [*missing_in_minutes(meeting), *doubts_about_minutes(meeting)]
    else:
        if not meeting.attendees.exists():
            missing.append(_("The roll is empty, so the attendance sheet names nobody."))
        if not meeting.agenda.exists():
            missing.append(_("The agenda is empty."))
    if not meeting.time_is_stated:
        missing.append(_("The hour of the meeting is not stated."))
    elif is_held(meeting) and meeting.ends_at is None:
        missing.append(_("It is not stated when the meeting ended."))
    if not passage(meeting, "venue").text and meeting.mode != Meeting.Mode.ONLINE:
        missing.append(_("The venue is not stated."))
    return missing


def findings_in(meeting: Meeting) -> list[dict]:
    """Where the minutes stray from the form's words, with the screen that mends an item's.

    What stands in no item, a name or the office's own template, has no such screen.
    """
    numbers = shown_numbers([meeting.pk])
    items = AgendaItem.objects.filter(meeting=meeting).prefetch_related("resolutions")
    of_items = [
        {"number": numbers[item.pk], "finding": finding, "address": change_page(item)}
        for item in items
        for words in texts_of(item)
        for finding in check_wording(words or "")
    ]
    found = {one["finding"].found for one in of_items}
    whole = text.write_text(
        read_meeting_record(meeting, public=False), digits=settings.PAPER_DIGITS
    )
    elsewhere = {one.found: one for one in check_wording(whole) if one.found not in found}
    return [*of_items, *({"finding": one} for one in elsewhere.values())]


def texts_of(item: AgendaItem) -> list[str | None]:
    return [item.title_th, item.detail_th, *(one.text_th for one in item.resolutions.all())]


def change_page(item: AgendaItem) -> str:
    return reverse("admin:committees_agendaitem_change", args=[item.pk])
