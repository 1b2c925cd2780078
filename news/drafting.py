"""A news report drafted from the public record of a meeting, in both languages.

Only what readers may see of the meeting goes into it: no closed item, nobody who is listed
internally. Who reads the draft finds each fact in the record that it links to.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from committees.models import AgendaItem, Assignment, Attendee, Meeting, Section
from committees.models.heading import section_of, sections_of
from iad.bilingual import LANGUAGES, passage
from iad.models import User
from iad.publication import Access
from iad.thai.dates import format_range, weekday_name
from news.history import keep
from news.models import Article
from news.translating import rightness

# Of an agenda, what is news: not the opening words and not the minutes of last time.
NEWS = {Section.ARISING, Section.INFORMATION, Section.CONSIDERATION, Section.OTHER}


@dataclass(frozen=True)
class Group:
    """People of one position, in the order of the roll: A และ B รองปลัดกรุงเทพมหานคร."""

    position: str
    names: list[str]


@transaction.atomic
def draft_report(meeting: Meeting, *, by: User) -> tuple[Article, bool]:
    """The draft, and whether it is new: a meeting has one report, however often it is asked for."""
    # Two who ask at once get the same one.
    meeting = Meeting.objects.select_for_update(of=("self",)).with_committee().get(pk=meeting.pk)
    if meeting.status != Meeting.Status.HELD:
        raise ValidationError(_("News is drafted from a meeting that was held."))
    if meeting.access != Access.PUBLIC:
        raise ValidationError(_("This meeting is closed: there is no news of it."))
    if there := Article.objects.originals().filter(meeting=meeting).order_by("pk").first():
        return there, False
    article = Article(
        author=by, meeting=meeting, date=timezone.localdate(meeting.starts_at), **_texts(meeting)
    )
    vars(article).update(rightness(article))
    article.full_clean(exclude=["author"])
    article.save()
    article.departments.set(_departments(meeting))
    keep(article, by=by, what="drafted")
    return article, True


def _texts(meeting: Meeting) -> dict[str, str]:
    texts = {}
    for language in LANGUAGES:
        with translation.override(language):
            facts = facts_of(meeting)
        for name in ("title", "summary", "body"):
            # Only the body is HTML; Django escapes by the name of the template.
            kind = "html" if name == "body" else "txt"
            text = render_to_string(f"news/drafts/{name}_{language}.{kind}", facts)
            texts[f"{name}_{language}"] = text.strip()
    return texts


def facts_of(meeting: Meeting) -> dict:
    """What the templates of a report say, in the active language."""
    language = translation.get_language()
    begins, ends = (
        timezone.localtime(moment) if moment else None
        for moment in (meeting.starts_at, meeting.ends_at)
    )
    present = [one for one in _roll(meeting) if not one.is_department]
    chair = next((one for one in present if one.capacity == Attendee.Capacity.CHAIR), None)
    return {
        "committee": passage(meeting.committee, "name").text,
        "reference": meeting.reference,
        "is_special": meeting.kind == Meeting.Kind.SPECIAL,
        "weekday": "" if meeting.spans_days else weekday_name(begins.date(), language),
        "day": format_range(begins.date(), ends.date() if ends else None, language=language),
        "venue": passage(meeting, "venue").text,
        "chair": chair and {"name": chair.shown_name, "position": passage(chair, "position").text},
        "groups": _by_position([one for one in present if one is not chair]),
        "departments": [str(department) for department in _departments(meeting)],
        "topics": _topics(meeting),
        "assignments": _assignments(meeting),
        "address": meeting.get_absolute_url(),
    }


def _roll(meeting: Meeting) -> list[Attendee]:
    roll = Attendee.objects.public().present().filter(meeting=meeting).with_names()
    ranks = Attendee.Capacity.values
    return sorted(roll, key=lambda one: ranks.index(one.capacity))


def _departments(meeting: Meeting) -> list:
    """Each that sent somebody, once, in the order of the roll."""
    return list(dict.fromkeys(one.department for one in _roll(meeting) if one.department))


def _by_position(people: list[Attendee]) -> list[Group]:
    groups: list[Group] = []
    for one in people:
        position = passage(one, "position").text
        if groups and position and groups[-1].position == position:
            groups[-1].names.append(one.shown_name)
        else:
            groups.append(Group(position, [one.shown_name]))
    return groups


def _topics(meeting: Meeting) -> list[str]:
    sections = sections_of(meeting)
    return [
        passage(item, "title").text
        for item in AgendaItem.objects.public().filter(meeting=meeting)
        if section_of(sections, item.section).purpose in NEWS
    ]


def _assignments(meeting: Meeting) -> list[dict]:
    assigned = Assignment.objects.public().filter(resolution__item__meeting=meeting)
    return [
        {
            "department": str(one.department),
            "task": passage(one, "task").text,
            "due_on": one.due_on,
        }
        for one in assigned.select_related("department").order_by(
            "resolution__item__section", "resolution__item__order", "resolution__order", "pk"
        )
    ]
