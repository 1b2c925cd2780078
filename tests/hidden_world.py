"""A portal in which everything stands twice, open and hidden, and every word tells which it is.

Each text column of each row, in both languages, holds a word of its own: ``open_…`` where readers
may see it, ``leak_…`` where they may not. A column added later is filled like the others.
"""

import re
from datetime import date, timedelta
from itertools import count

from django.db import models
from django.utils import timezone

from committees.models import (
    AgendaHeading,
    AgendaItem,
    Assignment,
    Attendee,
    Committee,
    Department,
    Document,
    Meeting,
    Membership,
    Person,
    Progress,
    Resolution,
    StandingHeading,
    Term,
)
from iad.publication import Access
from news.models import Announcement, Article, Attachment, OldAddress, Page, Photo, Topic
from tests.factories import FACTORIES, pdf, picture, published

HIDDEN_YEAR = 2551  # only hidden news and meetings are of this year
HIDDEN_NUMBER = 29977  # of every hidden meeting
LEAK = re.compile(rf"leak_\w+|leak-\w+|\b{HIDDEN_NUMBER}\b|value=\"{HIDDEN_YEAR}\"")
# A department that was represented, and nothing is written of by whom.
UNNAMED = dict.fromkeys(
    ["name_th", "name_en", "position_th", "position_en", "reason_th", "reason_en"], ""
)
# What colleagues write to one another, on open rows as on hidden ones; and what is no word.
SIGNED = {"recorder", "recorder_position", "reviewer", "reviewer_position"}
INSIDE = SIGNED | {
    "withdrawn_reason",
    "withdrawn_note_th",
    "withdrawn_note_en",
    "preview_key",
    "import_key",
}
NO_WORDS = {"moved_to"}
serial = count(1)
nodes = count(501)


def words(mark: str, model: type[models.Model]) -> dict[str, str]:
    columns = {field.name: field for field in model._meta.concrete_fields}
    texts = [
        name
        for name, field in columns.items()
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and f"{name}_th" not in columns  # the bare column of a translated one
        and name not in NO_WORDS
    ]
    marks = {name: "leak" if name in INSIDE else mark for name in texts}
    return {name: f"{marks[name]}_{model._meta.model_name}_{name}_{next(serial)}" for name in texts}


class World:
    """What stands in it, by what readers may know of it."""

    def __init__(self):
        self.hidden: list[models.Model] = []
        self.open: list[models.Model] = []
        now = timezone.now()
        self.past, self.soon = now - timedelta(hours=1), now + timedelta(hours=1)
        self.committee = self.show(Committee, slug="committee")
        self.department = self.show(Department)
        self.named_in_secret = self.show(Department)  # itself public, as every department
        self.seat = self.show(
            Membership, committee=self.committee, person=self.show_person(), role="chair"
        )
        self.official = self.show_person()  # whose attendances are partly open
        self.hide_person(merged_into=self.official)
        self.show(Term, committee=self.committee)
        self.hide(StandingHeading, committee=self.committee)
        self.secret_topic = self.hide(Topic)
        self.topic = self.show(Topic)
        self.record_meetings()
        self.write_news()
        self.write_pages()
        self.hide(Announcement, link="/leak_link", starts_at=self.soon)
        self.hide(Announcement, starts_at=self.past - timedelta(days=1), ends_at=self.past, link="")
        self.show(Announcement, starts_at=self.past, ends_at=self.soon, link="/news/")

    def hide(self, model: type[models.Model], **fields) -> models.Model:
        return self._make("leak", self.hidden, model, fields)

    def show(self, model: type[models.Model], **fields) -> models.Model:
        return self._make("open", self.open, model, fields)

    def _make(self, mark, kept, model, fields):
        row = FACTORIES[model](**words(mark, model) | fields)
        kept.append(row)
        return row

    def hide_person(self, **fields):
        return self.hide(Person, photo=tiny_picture(), **fields)

    def show_person(self):
        return self.show(Person, photo=tiny_picture())

    def hide_document(self, **fields):
        return self.hide(Document, file=pdf(b"leak_file"), **{"access": Access.PUBLIC} | fields)

    def show_document(self, **fields):
        return self.show(Document, file=pdf(b"open_file"), access=Access.PUBLIC, **fields)

    # --- meetings --------------------------------------------------------------------------

    def record_meetings(self):
        self.behind_doors = self.hide(
            Meeting,
            committee=self.committee,
            number=HIDDEN_NUMBER,
            be_year=HIDDEN_YEAR + 2,
            access=Access.INTERNAL,
        )
        self.internal = self.internal_meeting(HIDDEN_NUMBER)
        self.meeting = self.show(
            Meeting,
            committee=self.committee,
            number=1,
            be_year=2563,
            status="held",
            starts_at=self.past,
            minutes_state="circulated",
        )
        self.fill(self.show, self.show_document, self.meeting, self.official, self.department)
        self.hide_within(self.meeting)
        self.certified = self.show(
            Meeting,
            committee=self.committee,
            number=2,
            be_year=2563,
            status="held",
            starts_at=self.past,
            **{name: f"open_{name}" for name in SIGNED},  # who signed certified minutes
        )
        self.fill(self.show, self.show_document, self.certified, self.official, self.department)
        self.hide_within(self.certified, minutes=False)
        self.show_document(meeting=self.certified, kind="minutes")
        certify(self.certified, certified_at=self.internal)
        self.plan_meetings()

    def internal_meeting(self, number, **fields):
        defaults = {
            "committee": self.committee,
            "number": number,
            "be_year": HIDDEN_YEAR,
            "access": Access.INTERNAL,
            "status": "held",
            "starts_at": self.past,
        }
        meeting = self.hide(Meeting, **defaults | fields)
        person = self.hide_person()
        self.fill(self.hide, self.hide_document, meeting, person, self.named_in_secret)
        self.hide(Attendee, meeting=meeting, person=self.official)
        self.hide_document(meeting=meeting, kind="minutes")
        if meeting.status == "held":
            certify(meeting)
        return meeting

    def fill(self, make, make_document, meeting, person, department):
        """Everything that a meeting can hold."""
        make(Attendee, meeting=meeting, capacity="chair", person=person)
        make(Attendee, meeting=meeting, department=department, **UNNAMED)
        make(Attendee, meeting=meeting, capacity="guest", is_public=True)
        make(Attendee, meeting=meeting, presence="absent")
        make(Attendee, meeting=meeting, presence="substitute", substitute_for=self.seat)
        item = make(AgendaItem, meeting=meeting)
        resolution = make(Resolution, item=item)
        task = make(Assignment, resolution=resolution, department=department)
        make(Progress, assignment=task, is_public=True)
        self.hide(Progress, assignment=task, is_public=False)
        self.hide(Progress, assignment=task, is_public=True, reported_in=self.behind_doors)
        make(AgendaHeading, meeting=meeting, number=item.section)
        make_document(meeting=meeting)
        make_document(meeting=meeting, item=item)

    def hide_within(self, meeting, minutes=True):
        """The hidden parts of an open meeting."""
        secret = {"meeting": meeting, "is_public": False}
        self.hide(Attendee, person=self.hide_person(), department=self.named_in_secret, **secret)
        self.hide(Attendee, department=self.named_in_secret, **UNNAMED | secret)
        self.hide(Attendee, presence="absent", **secret)
        item = self.hide(AgendaItem, meeting=meeting, access=Access.INTERNAL)
        resolution = self.hide(Resolution, item=item)
        task = self.hide(Assignment, resolution=resolution, department=self.named_in_secret)
        self.hide(Progress, assignment=task, is_public=True)
        follow_up = self.show(AgendaItem, meeting=meeting, section=3, follows=item)
        self.hide_document(meeting=meeting, item=item)
        self.hide_document(meeting=meeting, item=follow_up, access=Access.INTERNAL)
        self.hide_document(meeting=meeting, access=Access.INTERNAL)
        if minutes:
            self.hide_document(meeting=meeting, kind="minutes")  # circulated, not certified
        of_internal = AgendaItem.objects.filter(meeting=self.internal).first()
        self.hide_document(meeting=meeting, item=of_internal)

    def plan_meetings(self):
        plan = {"status": "planned", "starts_at": self.soon, "committee": self.committee}
        self.internal_meeting(HIDDEN_NUMBER, **plan | {"be_year": HIDDEN_YEAR + 1})
        self.planned = self.show(Meeting, number=3, be_year=2563, **plan)
        item = self.show(AgendaItem, meeting=self.planned)
        self.show_document(meeting=self.planned, kind="invitation")
        # Nobody has come yet and nothing is decided, whatever a secretary has prepared.
        resolution = self.hide(Resolution, item=item)
        self.hide(Assignment, resolution=resolution, department=self.named_in_secret)
        self.hide(
            Attendee,
            meeting=self.planned,
            person=self.hide_person(),
            department=self.named_in_secret,
        )

    # --- news and pages --------------------------------------------------------------------

    def write_news(self):
        self.article = self.show(
            Article,
            **published(),
            date=date(2020, 2, 14),
            featured_until=self.soon,
            topics=[self.topic],
            departments=[self.department],
            meeting=self.meeting,
        )
        self.carry(self.show, self.article, b"open_file")
        self.relative = self.show(
            Article,
            **published(),
            date=date(2019, 2, 14),
            topics=[self.topic],
            meeting=self.internal,
        )
        told = {"state": "withdrawn", "withdrawn_note_th": "บอก", "withdrawn_note_en": "told"}
        of_articles = [
            *self.unseen()[:-1],
            published(**told),
            published(**told, moved_to="/news/"),
            {"state": "draft", "replaces": self.article},
        ]
        for state in of_articles:
            article = self.hide(
                Article,
                **state,
                date=date(HIDDEN_YEAR - 543, 2, 14),
                featured_until=self.soon,
                topics=[self.topic, self.secret_topic],
                meeting=self.meeting,
                departments=[self.department, self.named_in_secret],
            )
            self.carry(self.hide, article, b"leak_file")

    def unseen(self) -> list[dict]:
        """The states in which a text is not for readers."""
        later = {"publish_at": self.soon, "first_published_at": self.soon}
        return [
            {"state": "draft"},
            {"state": "draft", "publish_at": self.past},
            {"state": "review", "publish_at": self.past},
            published(**later),
            published(state="withdrawn"),
        ]

    def carry(self, make, article, content):
        make(Photo, article=article, image=tiny_picture())
        make(Attachment, article=article, file=pdf(content))
        make(OldAddress, article=article, path=f"/node/{next(nodes)}")

    def write_pages(self):
        self.page = self.show(Page, slug="open-page")
        self.show(OldAddress, page=self.page, path=f"/content-detail/{next(nodes)}")
        for number, state in enumerate(self.unseen()):
            # The factory publishes; a state that says nothing of the hour has none.
            unseen = {"publish_at": None, "first_published_at": None} | state
            page = self.hide(Page, slug=f"leak-page-{number}", **unseen)
            self.hide(OldAddress, page=page, path=f"/content-detail/{next(nodes)}")
            self.hide(Page, slug=f"leak-child-{number}", parent=self.page, **unseen)
            self.show(Page, slug=f"open-child-{number}", parent=page)


def certify(meeting: Meeting, **fields) -> None:
    """Last of all: from then on the record is locked."""
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="certified", **fields)
    meeting.refresh_from_db()


def tiny_picture():
    return picture(size=(24, 16))
