"""A portal in which every field of the open data is filled at least once."""

from datetime import date, timedelta

from django.utils import timezone

from committees.models import Meeting
from tests.factories import (
    make_agenda_heading,
    make_assignment,
    make_attachment,
    make_attendee,
    make_committee,
    make_department,
    make_document,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_photo,
    make_public_article,
    make_resolution,
    make_term,
    make_topic,
    picture,
)

NOW = timezone.now()


class Filled:
    def __init__(self):
        both = {"th": "ไทย", "en": "English"}
        self.office = make_department(
            short_name_th="สกต.",
            short_name_en="IAO",
            aliases="กองการต่างประเทศ\nกกต.",
            parent=make_department(),
            closed_on=date(2026, 1, 1),
        )
        self.committee = make_committee(
            name_en="ASEAN Committee",
            slug="asean",
            short_name_th="คอ.",
            short_name_en="AC",
            mandate_th="ติดตามงาน",
            mandate_en="Follows the work",
            parent=make_committee(),
            secretariat=self.office,
            order_ref="คำสั่งที่ 12/2563",
            established_on=date(2020, 1, 1),
            dissolved_on=date(2026, 1, 1),
        )
        self.term = make_term(
            committee=self.committee, ordered_on=date(2020, 1, 1), ends_on=date(2024, 1, 1)
        )
        self.person = make_person(
            prefix_en="Mr.", name_en="Somebody Tested", photo=picture(size=(24, 16))
        )
        before = make_membership(committee=self.committee, ends_on=date(2020, 5, 1))
        self.seat = make_membership(
            committee=self.committee,
            person=self.person,
            department=self.office,
            position_th="ผู้อำนวยการ",
            position_en="Director",
            starts_on=date(2020, 5, 2),
            ends_on=date(2024, 1, 1),
            replaces=before,
            term=self.term,
            order=1,
        )
        self.convene(both)
        self.report(both)

    def convene(self, both):
        certifying = make_meeting(committee=self.committee, number=2, time_is_stated=False)
        self.meeting = make_meeting(
            committee=self.committee,
            number=1,
            starts_at=NOW - timedelta(days=9, hours=3),
            ends_at=NOW - timedelta(days=9),
            **in_both("venue", both),
            **in_both("summary", both),
            **in_both("status_note", both),
        )
        make_attendee(
            meeting=self.meeting,
            person=self.person,
            department=self.office,
            membership=self.seat,
            capacity="chair",
            **in_both("name", both),
            **in_both("position", both),
        )
        make_attendee(meeting=self.meeting, presence="substitute", substitute_for=self.seat)
        make_attendee(meeting=self.meeting, department=self.office)
        item = make_item(meeting=self.meeting, **in_both("title", both), **in_both("detail", both))
        make_agenda_heading(meeting=self.meeting, number=item.section, title_en="To consider")
        resolution = make_resolution(item=item, kind="assigned", **in_both("text", both))
        make_assignment(
            resolution=resolution,
            department=self.office,
            due_on=date(2026, 3, 1),
            **in_both("task", both),
        )
        make_document(meeting=self.meeting, access="public", **in_both("title", both))
        Meeting.objects.filter(pk=self.meeting.pk).update(
            minutes_state="certified", certified_at=certifying, certified_on=date(2026, 2, 1)
        )

    def report(self, both):
        self.topic = make_topic(name_en="Sister cities", slug="cities")
        self.article = make_public_article(
            topics=[self.topic],
            departments=[self.office],
            meeting=self.meeting,
            changed_at=NOW,
            body_en="<p>English</p>",
            **in_both("title", both),
            **in_both("summary", both),
            **in_both("source", both),
            **in_both("change_note", both),
        )
        make_photo(
            article=self.article,
            image=picture(size=(24, 16)),
            **in_both("alt", both),
            **in_both("caption", both),
            **in_both("credit", both),
        )
        make_attachment(article=self.article, **in_both("title", both))


def in_both(name: str, both: dict[str, str]) -> dict[str, str]:
    return {f"{name}_{language}": f"{text} {name}" for language, text in both.items()}
