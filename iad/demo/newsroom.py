"""Sample news and pages, written, published, scheduled and withdrawn as the office would."""

import datetime

from django.core.files.base import ContentFile
from django.utils import timezone

from committees.models import Meeting
from iad.demo.content import dated, office_day, read, read_all
from iad.demo.register import department
from iad.demo.scenes import draw
from iad.models import User
from iad.publication import Publication
from news.models import Announcement, Article, OldAddress, Page, Photo, Topic
from news.publishing import publish, withdraw

State = Publication.State
# What a sample article says that is no text of its own.
BESIDE_THE_COLUMNS = (
    *("key", "date", "days_ago", "meeting", "featured_for_days", "topics", "departments"),
    *("photos", "end", "reason", "old_addresses"),
)


class Newsroom:
    """Who writes and who publishes on one day, which meetings they report, how wide they draw."""

    def __init__(
        self,
        log_ins: dict[str, User],
        meetings: list[Meeting],
        today: datetime.date,
        picture_width: int,
    ):
        self.log_ins = log_ins
        self.meetings = dict(enumerate(meetings, start=1))
        self.today = today
        self.picture_width = picture_width

    def load(self) -> None:
        for row in read("topics.toml")["topics"]:
            Topic.objects.get_or_create(slug=row.pop("slug"), defaults=row)
        for row in read_all("articles"):
            if not Article.objects.filter(import_key=_import_key(row["key"])).exists():
                self._write(row)
        for order, row in enumerate(read_all("pages"), start=1):
            self._page(order, row)
        self._announce()

    def _write(self, row: dict) -> None:
        """Write one article, give it its photos, and take it to the state it is shown in."""
        beside = {name: row.pop(name, None) for name in BESIDE_THE_COLUMNS}
        meeting = self.meetings.get(beside["meeting"])
        day = self._day(beside, meeting)
        facts = {"reference": meeting.reference if meeting else ""}
        article = Article.objects.create(
            import_key=_import_key(beside["key"]),
            author=self.log_ins["author"],
            meeting=meeting,
            date=day,
            featured_until=_from_now(beside["featured_for_days"]),
            **dated(row, day, **facts),
        )
        article.topics.set(Topic.objects.filter(slug__in=beside["topics"]))
        article.departments.set([department(name) for name in beside["departments"]])
        for order, photo in enumerate(beside["photos"] or [], start=1):
            self._hang(article, order, dated(photo, day, **facts))
        self._take_to(article, beside["end"] or State.PUBLISHED, day, beside["reason"])
        _lead_old_addresses(beside["old_addresses"], article=article)

    def _day(self, beside: dict, meeting: Meeting | None) -> datetime.date:
        """The day of the news: stated, that of its meeting, or so many days ago."""
        if beside["date"]:
            return beside["date"]
        if meeting:
            return timezone.localdate(meeting.starts_at)
        return office_day(self.today - datetime.timedelta(days=beside["days_ago"] or 0))

    def _hang(self, article: Article, order: int, row: dict) -> None:
        scene, seed = row.pop("scene"), row.pop("seed")
        picture = ContentFile(draw(scene, seed, self.picture_width), name=f"{scene}.jpg")
        Photo.objects.create(article=article, order=order, image=picture, **row)

    def _take_to(self, article: Article, end: str, day: datetime.date, reason: str) -> None:
        editor = self.log_ins["editor"]
        if end in {State.PUBLISHED, State.WITHDRAWN}:
            publish(article, by=editor, at=min(_morning_after(day), timezone.now()))
        if end == State.WITHDRAWN:
            withdraw(article, by=editor, reason=reason)
        if end == "scheduled":
            publish(article, by=editor, at=_morning_after(self.today))
        if end == State.REVIEW:
            article.state = State.REVIEW
            article.save(update_fields=["state"])

    def _page(self, order: int, row: dict) -> None:
        old_addresses = row.pop("old_addresses", None)
        parent = Page.objects.filter(slug=row.pop("parent", "")).first()
        page, is_new = Page.objects.get_or_create(
            slug=row.pop("key"), defaults=row | {"order": order, "parent": parent}
        )
        if is_new:
            publish(page, by=self.log_ins["administrator"])
            _lead_old_addresses(old_addresses, page=page)

    def _announce(self) -> None:
        if Announcement.objects.exists():
            return
        for order, row in enumerate(read("announcements.toml")["announcements"], start=1):
            Announcement.objects.create(order=order, **row)


def _import_key(key: str) -> str:
    return f"demo:{key}"


def _from_now(days: int | None) -> datetime.datetime | None:
    return timezone.now() + datetime.timedelta(days=days) if days else None


def _morning_after(day: datetime.date) -> datetime.datetime:
    morning = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time(9, 30))
    return timezone.make_aware(morning)


def _lead_old_addresses(paths: list[str] | None, **to: Article | Page) -> None:
    for path in paths or []:
        OldAddress.objects.get_or_create(path=path, defaults=to)
