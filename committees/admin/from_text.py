"""Reading a meeting from a text: the text with what was read from it, the record it would make.

Nothing is stored before the click on “Create the meeting”: no session, no draft. The page carries
the text and every value, so that what is recorded is what was shown and nothing typed is lost.
`TextScreen` is one visit; a room above opens it on a text of its own and does more in the same
transaction (see its seam).
"""

from itertools import takewhile
from typing import ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from committees import proposing
from committees.admin.evidence import Evidence
from committees.admin.screens import MeetingScreens
from committees.admin.text_beginning import Beginning, begin
from committees.admin.text_forms import MeetingForm, TextForm
from committees.admin.text_rows import LONGEST_NAME, MOST, Office, Tasks, Who
from committees.admin.text_shown import facts_of, left_to_do, marked, rows_of, warnings_of
from committees.calling import Capacity
from committees.models import Committee, Meeting
from committees.proposing import Offices, People
from committees.reading.reader import read_report
from committees.recording import NumberTakenError, record_meeting
from committees.registering import known_register
from committees.told import Told
from iad.models import User


class Proposal:
    """The record that a text would make, as forms: as read, or as a person sent them back."""

    def __init__(self, evidence: Evidence, user: User, *, begun=None, data=None, people, offices):
        self.evidence, self.offices = evidence, offices
        begun = begun or Beginning()
        self.meeting = MeetingForm(
            data,
            initial=begun.meeting,
            offices=offices,
            may_add=user.has_perm("committees.add_committee"),
        )
        likely = [people.likely(name) for name in _names(begun, data)]
        posts = people.posts_of({one for each in likely for one in each})
        may_add = user.has_perm("committees.add_person")
        self.who = Who(
            data,
            prefix="who",
            initial=begun.who,
            form_kwargs={"likely": likely, "posts": posts, "may_add": may_add},
        )
        may_add = user.has_perm("committees.add_department")
        self.office = Office(
            data,
            prefix="office",
            initial=begun.office,
            form_kwargs={"offices": offices, "may_add": may_add},
        )
        self.task = Tasks(data, prefix="task", initial=begun.task, form_kwargs={"offices": offices})

    def is_valid(self) -> bool:
        """Every form is asked, so that all errors are shown at once."""
        is_valid = [one.is_valid() for one in (self.meeting, self.who, self.office, self.task)]
        return all(is_valid) and not self._found_twice()

    def _found_twice(self) -> bool:
        """Marks who is chosen twice, and a second chair."""
        seen, chairs = set(), 0
        for form in self.who:
            one = form.told()
            if one is None:
                continue
            key = one.person.pk if one.person else None
            if key in seen:
                form.add_error("take", _("This person is chosen twice."))
            seen |= {key} - {None}
            chairs += one.capacity == Capacity.CHAIR
            if one.capacity == Capacity.CHAIR and chairs > 1:
                form.add_error("capacity", _("A meeting has one chair."))
        return any(form.errors for form in self.who)

    def told(self) -> Told:
        rows = [[form.told() for form in forms] for forms in (self.who, self.office, self.task)]
        who, offices, tasks = (tuple(filter(None, each)) for each in rows)
        return Told(**self.meeting.facts(), people=who, departments=offices, assignments=tasks)

    @property
    def recorded_already(self) -> Meeting | None:
        """The meeting that has the number which stands in the form."""
        committee, number, be_year = self._number()
        return committee and number and be_year and proposing.recorded_as(*self._number())

    @property
    def recorded_that_day(self) -> Meeting | None:
        committee, day = self.meeting.chosen_committee, self._value("day")
        return committee and day and proposing.recorded_on(committee, day)

    def _number(self):
        return (self.meeting.chosen_committee, self._value("number"), self._value("be_year"))

    def _value(self, name: str):
        field, value = self.meeting.fields[name], self.meeting[name].value()
        try:
            return field.clean(value)
        except ValidationError:
            return None


def _names(begun: Beginning, data) -> list[str]:
    """As the rows write them, so that a name corrected by hand is looked up anew."""
    if data is None:
        return [row["name"] or "" for row in begun.who]
    sent = takewhile(lambda key: key in data, (f"who-{at}-name" for at in range(MOST)))
    return [data[key].strip()[:LONGEST_NAME] for key in sent]


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

    def link(self, meeting: Meeting) -> None:
        """Link what the text came from to a meeting recorded already."""
        raise NotImplementedError

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
        if sent and {"_create", "_names"} & sent.keys():
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
    return _("%(meeting)s is recorded, with %(roll)s.") % {"meeting": meeting, "roll": named}
