"""Reading a meeting from a text: the text with what was read from it, the record it would make.

Nothing is stored before the click on “Create the meeting”: no session, no draft. The page carries
the text and every value, so that what is recorded is what was shown and nothing typed is lost.
`TextScreen` is one visit; a room above opens it on a text of its own and does more in the same
transaction (see its seam).
"""

from typing import ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from committees.admin.evidence import Evidence
from committees.admin.screens import MeetingScreens
from committees.admin.text_beginning import begin
from committees.admin.text_filling import offer
from committees.admin.text_forms import TextForm
from committees.admin.text_proposal import Proposal
from committees.admin.text_shown import (
    beyond_of,
    facts_of,
    left_to_do,
    marked,
    rows_of,
    warnings_of,
)
from committees.filling_in import fill_in, said
from committees.models import Committee, Meeting
from committees.proposing import Offices, People
from committees.reading.reader import read_report
from committees.recording import NumberTakenError, record_meeting
from committees.registering import known_register
from committees.told import Told


class TextScreen:
    """One visit to the screen; a room above has its own ``text``, ``record`` and ``link``."""

    # Where there is something to be linked to a meeting recorded already: what is said of that,
    # and the words of the button.
    link_words: ClassVar[tuple[str, str] | None] = None

    def __init__(self, admin: MeetingScreens, request: HttpRequest):
        self.admin, self.request = admin, request
        self.offices = Offices()

    # --- the seam --------------------------------------------------------------------------

    def text(self) -> str:
        """What the screen opens with; empty asks for a text."""
        return ""

    def record(self, told: Told) -> Meeting:
        return record_meeting(told, by=self.request.user)

    def fill(self, meeting: Meeting, told: Told, shown: tuple[str, ...]) -> tuple[str, ...]:
        return fill_in(meeting, told, shown=shown, by=self.request.user)

    def link(self, meeting: Meeting) -> None:
        """Link what the text came from to a meeting recorded already; a paste came from nothing."""

    def context(self) -> dict:
        """What the page shows beside: the way back; ``came_from`` is words, and a name."""
        return {"back": reverse("admin:committees_meeting_changelist")}

    # --- the visit -------------------------------------------------------------------------

    def answer(self):
        if not self.request.user.has_perm("committees.add_meeting"):
            raise PermissionDenied
        sent = self.request.POST if self.request.method == "POST" else None
        if sent is None and not (text := self.text()):
            return self._page(TextForm())
        paste = TextForm({"text": text} if sent is None else sent)
        if not paste.is_valid() or (sent and "_again" in sent):
            return self._page(paste)
        text = paste.cleaned_data["text"]
        if sent and "_link" in sent and self.link_words:
            return self._linked(sent.get("_link", ""))
        if sent and {"_create", "_fill", "_names"} & sent.keys():
            return self._sent_back(paste, text, sent)
        return self._read(paste, text)

    def _read(self, paste: TextForm, text: str):
        report = read_report(text, known_register())
        if not report.is_meeting:
            return self._page(paste, nothing_found=True)
        people = People()
        begun, evidence = begin(text, report, self.offices, people, self._asked())
        proposal = Proposal(
            evidence, self.request.user, begun=begun, people=people, offices=self.offices
        )
        return self._page(paste, proposal)

    def _asked(self) -> Committee | None:
        """The committee from whose page the screen was opened."""
        asked = self.request.GET.get("committee", "")
        return next((one for one in self.offices.committees if str(one.pk) == asked), None)

    def _sent_back(self, paste: TextForm, text: str, sent):
        evidence = Evidence.sent(text, sent.get("evidence", ""))
        proposal = Proposal(
            evidence, self.request.user, data=sent, people=People(), offices=self.offices
        )
        if "_fill" in sent:
            return self._filled(paste, proposal, sent)
        if "_create" not in sent or not proposal.is_valid():
            return self._page(paste, proposal, has_errors="_create" in sent)
        try:
            meeting = self.record(proposal.told())
        except NumberTakenError:
            return self._page(paste, proposal, is_taken=True)
        except ValidationError as error:
            proposal.meeting.refuse(error)
            return self._page(paste, proposal, has_errors=True)
        self._say(told_of(meeting))
        return redirect("admin:committees_meeting_change", meeting.pk)

    def _filled(self, paste: TextForm, proposal: Proposal, sent):
        found = offer(proposal)
        if found is None or str(found.meeting.pk) != sent["_fill"] or not self._may_fill():
            words = _(
                "There is nothing to fill in any more: somebody changed the meeting meanwhile."
            )
            return self._page(paste, proposal, refused=words)
        if not proposal.is_valid(found.rows):
            return self._page(paste, proposal, has_errors=True)
        shown = tuple(filter(None, sent.get("lacks", "").split(",")))
        try:
            filled = self.fill(found.meeting, proposal.told(found.rows), shown)
        except ValidationError as error:
            return self._page(paste, proposal, refused=" ".join(error.messages))
        words = {"meeting": found.meeting, "what": said(filled)}
        self._say(_("Filled in at %(meeting)s: %(what)s.") % words)
        return redirect("admin:committees_meeting_change", found.meeting.pk)

    def _may_fill(self) -> bool:
        return self.request.user.has_perm("committees.change_meeting")

    def _linked(self, key: str):
        meeting = Meeting.objects.filter(pk=int(key)).first() if key.isdecimal() else None
        if meeting is None:
            raise PermissionDenied
        self.link(meeting)
        self._say(_("Linked to %(meeting)s.") % {"meeting": meeting})
        return redirect("admin:committees_meeting_change", meeting.pk)

    def _say(self, words: str, level: int = messages.SUCCESS) -> None:
        self.admin.message_user(self.request, words, level)

    def _page(self, paste: TextForm, proposal: Proposal | None = None, **told):
        context = self.admin.admin_site.each_context(self.request) | {
            "title": _("Read a meeting from a text"),
            "opts": Meeting._meta,
            "paste": paste,
            "proposal": proposal,
            "link_words": self.link_words,
        }
        if proposal:
            context |= {
                "pieces": marked(proposal),
                "facts": facts_of(proposal),
                "rows": rows_of(proposal),
                "left_to_do": left_to_do(proposal),
                "warnings": warnings_of(proposal.evidence),
                "beyond": beyond_of(proposal),
                "offer": offer(proposal) if self._may_fill() else None,
                "taken": proposal.recorded_already,
                "that_day": proposal.recorded_that_day,
            }
        context |= self.context() | told
        return render(self.request, "admin/committees/from_text.html", context)


class FromText(MeetingScreens):
    """A mixin of ``MeetingAdmin``: the screen with a text that is pasted."""

    change_list_template = "admin/committees/meeting_list.html"

    def get_urls(self):
        return [self.screen("from-text/", self.from_text_view, "from_text"), *super().get_urls()]

    def from_text_view(self, request: HttpRequest):
        return TextScreen(self, request).answer()


def told_of(meeting: Meeting) -> str:
    people = meeting.attendees.count()
    named = ngettext("%d line on the roll", "%d lines on the roll", people) % people
    items = meeting.agenda.count()
    told = {"meeting": meeting, "roll": named}
    if not items:
        return _("%(meeting)s is recorded, with %(roll)s.") % told
    told["items"] = ngettext("%d agenda item", "%d agenda items", items) % items
    return _("%(meeting)s is recorded, with %(roll)s and %(items)s.") % told
