"""The record that a text would make, as forms; the page carries all of it."""

from collections.abc import Collection
from itertools import takewhile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from committees import proposing
from committees.admin.evidence import Evidence
from committees.admin.text_beginning import Beginning
from committees.admin.text_forms import MeetingForm
from committees.admin.text_rows import LONGEST_NAME, MOST, ROWS, Beyond, Office, Tasks, Who
from committees.admin.text_topics import Topics
from committees.calling import Capacity
from committees.models import Meeting
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
        self.topic = Topics(data, prefix="topic", initial=begun.topic)
        self.task = Tasks(data, prefix="task", initial=begun.task, form_kwargs={"offices": offices})
        self.beyond = Beyond(data, initial=begun.beyond)

    def is_valid(self, rows: Collection[str] = ROWS) -> bool:
        """Every form is asked, so that all errors are shown at once."""
        asked = (getattr(self, name) for name in rows)
        is_valid = [one.is_valid() for one in (self.meeting, *asked)]
        return all(is_valid) and not ("who" in rows and self._found_twice())

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

    def told(self, rows: Collection[str] = ROWS) -> Told:
        told = [[form.told() for form in getattr(self, name) if name in rows] for name in ROWS]
        who, offices, topics, tasks = (tuple(filter(None, each)) for each in told)
        return Told(
            **self.meeting.facts(),
            people=who,
            departments=offices,
            topics=topics,
            assignments=tasks,
        )

    @property
    def recorded_already(self) -> Meeting | None:
        """The meeting that has the number which stands in the form."""
        committee, number, be_year = self._number()
        return committee and number and be_year and proposing.recorded_as(*self._number())

    @property
    def recorded_that_day(self) -> Meeting | None:
        committee, day = self.meeting.chosen_committee, self.value("day")
        return committee and day and proposing.recorded_on(committee, day)

    def _number(self):
        return (self.meeting.chosen_committee, self.value("number"), self.value("be_year"))

    def value(self, name: str):
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
