"""Rows with dull defaults; a test names only what it is about."""

import io
from datetime import date, timedelta
from itertools import count

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

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
from iad.models import User
from news.models import (
    Announcement,
    Article,
    Attachment,
    OldAddress,
    Page,
    Photo,
    Topic,
    UnknownAddress,
)

serial = count(1)
PASSWORD = "the-long-one-for-tests"


def make_user(role: str = "", **fields) -> User:
    number = next(serial)
    user = User.objects.create_user(
        **{"username": f"{role or 'user'}{number}", "password": PASSWORD, "is_staff": True} | fields
    )
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def make_department(**fields) -> Department:
    number = next(serial)
    defaults = {"name_th": f"สำนักทดสอบที่ {number}", "name_en": f"Test Department {number}"}
    return Department.objects.create(**defaults | fields)


def make_person(**fields) -> Person:
    defaults = {"prefix_th": "นาย", "name_th": f"ทดสอบ คนที่{next(serial)}"}
    return Person.objects.create(**defaults | fields)


def make_committee(**fields) -> Committee:
    number = next(serial)
    defaults = {"name_th": f"คณะกรรมการที่ {number}", "slug": f"committee-{number}"}
    return Committee.objects.create(**defaults | fields)


def make_membership(**fields) -> Membership:
    if "committee" not in fields:
        fields["committee"] = make_committee()
    if not {"person", "department", "position_th"} & fields.keys():
        fields["person"] = make_person()
    return Membership.objects.create(**fields)


def make_meeting(**fields) -> Meeting:
    if "committee" not in fields:
        fields["committee"] = make_committee()
    defaults = {
        "number": next(serial),
        "be_year": 2563,
        "starts_at": timezone.now() - timedelta(days=3),
        "status": Meeting.Status.HELD,
    }
    return Meeting.objects.create(**defaults | fields)


def make_attendee(**fields) -> Attendee:
    if "meeting" not in fields:
        fields["meeting"] = make_meeting()
    if not {"person", "department", "name_th"} & fields.keys():
        fields["person"] = make_person()
    return Attendee.objects.create(**fields)


def make_item(**fields) -> AgendaItem:
    if "meeting" not in fields:
        fields["meeting"] = make_meeting()
    return AgendaItem.objects.create(**{"title_th": f"เรื่องที่ {next(serial)}"} | fields)


def make_resolution(**fields) -> Resolution:
    if "item" not in fields:
        fields["item"] = make_item()
    return Resolution.objects.create(**{"text_th": "ที่ประชุมรับทราบ"} | fields)


def make_assignment(**fields) -> Assignment:
    if "resolution" not in fields:
        fields["resolution"] = make_resolution()
    if "department" not in fields:
        fields["department"] = make_department()
    return Assignment.objects.create(**{"task_th": "จัดทำรายละเอียด"} | fields)


def make_progress(**fields) -> Progress:
    if "assignment" not in fields:
        fields["assignment"] = make_assignment()
    return Progress.objects.create(
        **{"status": "in_progress", "text_th": "อยู่ระหว่างดำเนินการ"} | fields
    )


def make_standing_heading(**fields) -> StandingHeading:
    if "committee" not in fields:
        fields["committee"] = make_committee()
    return StandingHeading.objects.create(**{"number": 1, "title_th": "เรื่องแจ้ง"} | fields)


def make_agenda_heading(**fields) -> AgendaHeading:
    if "meeting" not in fields:
        fields["meeting"] = make_meeting()
    return AgendaHeading.objects.create(**{"number": 1, "title_th": "เรื่องแจ้ง"} | fields)


def make_term(**fields) -> Term:
    if "committee" not in fields:
        fields["committee"] = make_committee()
    defaults = {"starts_on": date(2020, 1, 1), "order_ref": f"คำสั่งที่ {next(serial)}/2563"}
    return Term.objects.create(**defaults | fields)


def make_document(**fields) -> Document:
    if "meeting" not in fields:
        fields["meeting"] = make_meeting()
    defaults = {"title_th": "เอกสารประกอบการประชุม", "file": pdf()}
    return Document.objects.create(**defaults | fields)


def make_topic(**fields) -> Topic:
    number = next(serial)
    return Topic.objects.create(**{"name_th": f"หัวข้อ {number}", "slug": f"topic-{number}"} | fields)


def make_article(*, topics=(), departments=(), **fields) -> Article:
    """A draft; `make_public_article` for one that readers see."""
    if "author" not in fields:
        fields["author"] = make_user()
    number = next(serial)
    defaults = {
        "title_th": f"ข่าวที่ {number}",
        "body_th": f"<p>เนื้อข่าวที่ {number}</p>",
        "date": date(2020, 2, 14),
    }
    article = Article.objects.create(**defaults | fields)
    article.topics.set(topics)
    article.departments.set(departments)
    return article


def published(**fields) -> dict:
    hour = timezone.now() - timedelta(hours=1)
    return {"state": "published", "publish_at": hour, "first_published_at": hour} | fields


def make_public_article(**fields) -> Article:
    return make_article(**published(**fields))


def make_page(**fields) -> Page:
    number = next(serial)
    defaults = {"title_th": f"หน้าที่ {number}", "body_th": "<p>ข้อความ</p>", "slug": f"page-{number}"}
    return Page.objects.create(**published(**defaults | fields))


def make_photo(**fields) -> Photo:
    if "article" not in fields:
        fields["article"] = make_article()
    defaults = {"image": picture(), "alt_th": "ผู้บริหารจับมือกัน"}
    return Photo.objects.create(**defaults | fields)


def make_attachment(**fields) -> Attachment:
    if "article" not in fields:
        fields["article"] = make_article()
    return Attachment.objects.create(**{"title_th": "กำหนดการ", "file": pdf()} | fields)


def make_announcement(**fields) -> Announcement:
    return Announcement.objects.create(**{"text_th": f"ประกาศที่ {next(serial)}"} | fields)


def make_old_address(**fields) -> OldAddress:
    return OldAddress.objects.create(**{"path": f"/node/{next(serial)}"} | fields)


def make_unknown_address(**fields) -> UnknownAddress:
    defaults = {"path": f"/node/{next(serial)}", "hits": 1, "last_asked_on": date(2020, 2, 14)}
    return UnknownAddress.objects.create(**defaults | fields)


def picture(size=(640, 400), file_format="JPEG", **options) -> ContentFile:
    out = io.BytesIO()
    Image.new("RGB", size, "#1b6e4a").save(out, file_format, **options)
    return ContentFile(out.getvalue(), name=f"photo.{file_format.lower()}")


def pdf(text: bytes = b"agenda") -> ContentFile:
    return ContentFile(b"%PDF-1.7\n% " + text + b"\n%%EOF\n", name="paper.pdf")


FACTORIES = {
    AgendaHeading: make_agenda_heading,
    AgendaItem: make_item,
    Announcement: make_announcement,
    Article: make_article,
    Assignment: make_assignment,
    Attachment: make_attachment,
    Attendee: make_attendee,
    Committee: make_committee,
    Department: make_department,
    Document: make_document,
    Meeting: make_meeting,
    Membership: make_membership,
    OldAddress: make_old_address,
    Page: make_page,
    Person: make_person,
    Photo: make_photo,
    Progress: make_progress,
    Resolution: make_resolution,
    StandingHeading: make_standing_heading,
    Term: make_term,
    Topic: make_topic,
    UnknownAddress: make_unknown_address,
}
