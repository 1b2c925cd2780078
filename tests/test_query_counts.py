"""A page asks the database as often for a hundred rows as for one."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from committees.models import (
    AgendaItem,
    Assignment,
    Attendee,
    Committee,
    Department,
    Document,
    Meeting,
    Membership,
    Person,
    Resolution,
)
from iad.api.ledger import catch_up
from iad.api.resources import RESOURCES
from iad.finding.writing import refresh
from news.models import Announcement, Article, Attachment, Page, Photo, Topic
from tests.factories import (
    make_article,
    make_committee,
    make_department,
    make_meeting,
    make_page,
    make_person,
    make_photo,
    make_user,
    published,
)
from tests.public_addresses import WALK

pytestmark = pytest.mark.django_db

# Every page asks once for the pages of its footer; the rest is what it is about.
QUERIES = {
    "home": 11,
    "site-map": 6,
    "news:articles": 6,
    "news:articles?year=2563&topic=subject-0": 8,
    "sitemap": 6,
    "sitemap-section": 3,
    "news:feed": 6,
    "news:rss": 6,
    "news:feed?year=2563&topic=subject-0": 7,
    "news:committee-feed": 10,
    "news:committee-rss": 10,
    "search?q=ข่าว": 13,
    "suggest?q=กอง": 4,
    "search-feed?q=ข่าว": 10,
    "search-rss?q=ข่าว": 10,
    "news:article": 11,
    "news:article-card": 3,
    "news:page": 3,
    "committees:committees": 3,  # the next meeting of each
    "committees:committee": 7,
    "committees:meetings": 5,
    "committees:meetings?year=2563": 4,
    "committees:meetings?month=2563-02": 3,  # its meetings, and the months that have any
    "committees:meeting": 15,  # the meetings beside it in one
    "committees:meeting-calendar": 2,
    "committees:minutes": 12,
    "committees:minutes-pdf": 11,
    "committees:committee-calendar": 2,
    "committees:calendar": 1,
    "committees:follow-up": 10,
    "committees:follow-up?year=2563": 10,
    "committees:follow-up-csv": 4,
    "committees:departments": 2,
    "committees:department": 10,  # whether something is assigned to it
    "committees:person": 5,
    "open-data": 1,
    # Of each, two for the account of what was given (iad.api.ledger).
    "api:articles": 8,
    "api:article": 7,
    "api:meetings?year=2560": 11,
    "api:meeting": 10,
    "api:committees": 4,
    "api:committee": 3,
    "api:memberships": 3,
    "api:membership": 2,
    "api:people": 3,
    "api:person": 2,
    "api:departments": 3,
    "api:department": 2,
    "api:topics": 3,
    "api:topic": 2,
}


class Archive:
    """A portal with ``rows`` rows of everything that a page lists."""

    def __init__(self, rows: int):
        self.rows = range(rows)
        self.now = timezone.now()
        self.department = make_department()
        self.committee = make_committee(
            secretariat=self.department, parent=make_committee(secretariat=self.department)
        )
        self.person = make_person()
        self.meeting = make_meeting(committee=self.committee, be_year=2560, number=1)
        self.article = make_article(**published(), meeting=self.meeting)
        self.page = make_page()
        self.topics = self.many(Topic, lambda n: {"name_th": f"หัวข้อ {n}", "slug": f"subject-{n}"})
        self.offices = self.many(
            Department, lambda n: {"name_th": f"กอง {n}", "parent": self.department}
        )
        self.people = self.many(Person, lambda n: {"name_th": f"ชื่อ {n}"})
        self.appoint()
        self.convene()
        self.report()
        # Last of all: from then on the record is locked.
        Meeting.objects.filter(pk=self.meeting.pk).update(minutes_state="certified")
        # Else the first who searches, or asks the open data, does it.
        refresh()
        catch_up()

    def many(self, model, columns):
        return model.objects.bulk_create([model(**columns(number)) for number in self.rows])

    def appoint(self):
        """Seats of one committee, of one person and of one department."""
        committees = self.many(
            Committee,
            lambda n: {
                "name_th": f"คณะทำงาน {n}",
                "slug": f"group-{n}",
                "parent": self.committee,
                "secretariat": self.department,
            },
        )
        for ends_on in (None, date(2020, 1, 1)):
            seat = {"ends_on": ends_on, "position_th": "กรรมการ"}
            self.many(
                Membership,
                lambda n, seat=seat: (
                    seat
                    | {
                        "committee": self.committee,
                        "person": self.people[n],
                        "department": self.offices[n],
                    }
                ),
            )
            self.many(
                Membership,
                lambda n, seat=seat: (
                    seat
                    | {
                        "committee": committees[n],
                        "person": self.person,
                        "department": self.department,
                    }
                ),
            )

    def convene(self):
        held = self.many(
            Meeting,
            lambda n: {
                "committee": self.committee,
                "number": n + 1,
                "be_year": 2563,
                "starts_at": self.now - timedelta(days=n),
                "status": "held",
            },
        )
        planned = self.many(
            Meeting,
            lambda n: {
                "committee": self.committee,
                "number": n + 1,
                "be_year": 2564,
                "starts_at": self.now + timedelta(days=n + 1),
            },
        )
        self.many(AgendaItem, lambda n: {"meeting": planned[n], "title_th": f"เรื่อง {n}"})
        seats = list(Membership.objects.filter(committee=self.committee, ends_on=None))
        for presence in ("present", "substitute", "absent"):
            people = self.many(Person, lambda n: {"name_th": f"ผู้แทน {n}"})
            self.many(
                Attendee,
                lambda n, presence=presence, people=people: {
                    "meeting": self.meeting,
                    "person": people[n],
                    "presence": presence,
                    "department": self.offices[n],
                    "substitute_for": seats[n] if presence == "substitute" else None,
                },
            )
        self.many(
            Attendee,
            lambda n: {"meeting": held[n], "person": self.person, "department": self.department},
        )
        self.record(self.meeting)
        self.meeting.certified_at, self.meeting.minutes_state = held[0], "certified"
        self.meeting.save()

    def record(self, meeting):
        items = self.many(AgendaItem, lambda n: {"meeting": meeting, "title_th": f"เรื่อง {n}"})
        resolutions = self.many(Resolution, lambda n: {"item": items[n], "text_th": "รับทราบ"})
        for office in (self.department, make_department()):
            self.many(
                Assignment,
                lambda n, office=office: {
                    "resolution": resolutions[n],
                    "department": office,
                    "task_th": "ดำเนินการ",
                },
            )
        paper = {"meeting": meeting, "title_th": "แผน", "access": "public", "file": "documents/a"}
        self.many(Document, lambda n: paper)
        self.many(Document, lambda n: paper | {"item": items[n]})

    def report(self):
        author = make_user()
        common = published(
            date=date(2020, 2, 14),
            author=author,
            meeting=self.meeting,
            featured_until=self.now + timedelta(hours=1),
        )
        articles = [self.article, *self.many(Article, lambda n: common | {"title_th": f"ข่าว {n}"})]
        image = make_photo(article=self.article).image.name
        photo = {"image": image, "width": 640, "height": 400, "alt_th": "ภาพ"}
        for article in articles:
            article.topics.set(self.topics[:5])
            article.departments.set([self.department])
            Photo.objects.create(article=article, **photo)
        self.many(Photo, lambda n: photo | {"article": self.article})
        self.many(
            Attachment,
            lambda n: {"article": self.article, "title_th": "กำหนดการ", "file": "attachments/a"},
        )
        self.many(Announcement, lambda n: {"text_th": f"ประกาศ {n}", "starts_at": self.now})
        self.many(
            Page,
            lambda n: published(title_th=f"หน้า {n}", slug=f"sub-{n}", parent=self.page),
        )
        self.many(Page, lambda n: published(title_th=f"เมนู {n}", slug=f"menu-{n}"))

    def address(self, page: str) -> str:
        view, mark, query = page.partition("?")
        reference = [self.committee.slug, self.meeting.be_year, self.meeting.number]
        arguments = {
            "sitemap-section": ["articles"],
            "news:article": [self.article.pk],
            "news:article-card": [self.article.pk],
            "news:page": [self.page.slug],
            "news:committee-feed": [self.committee.slug],
            "news:committee-rss": [self.committee.slug],
            "committees:committee": [self.committee.slug],
            "committees:meeting": reference,
            "committees:meeting-calendar": reference,
            "committees:minutes": reference,
            "committees:minutes-pdf": reference,
            "committees:committee-calendar": [self.committee.slug],
            "committees:department": [self.department.pk],
            "committees:person": [self.person.pk],
            **{f"api:{one.kind}": [one.visible().first().pk] for one in RESOURCES},
        }
        return reverse(view, args=arguments.get(view)) + mark + query


@pytest.mark.parametrize("rows", [1, 100])
def test_a_page_asks_as_often_for_many_rows_as_for_one(rows, client):
    archive = Archive(rows)
    pages = list(product(("th", "en"), QUERIES))

    asked = {}
    for language, page in pages:
        with translation.override(language):
            address = archive.address(page)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
            assert answer.status_code == 200
            b"".join(answer)  # a stream asks while it is read
        asked[language, page] = len(queries)

    assert asked == {(language, page): QUERIES[page] for language, page in pages}


def test_every_page_that_lists_rows_is_counted():
    counted = {page.partition("?")[0] for page in QUERIES}

    assert set(WALK) - counted == {
        *("health", "robots", "media", "old-address", "api:openapi-json"),
        *("card", "committees:meeting-card"),
        # Some hundreds of rows at a time: tests/api/test_files.py.
        *(f"api:{one.name}-{suffix}" for one in RESOURCES for suffix in ("csv", "jsonl")),
    }
