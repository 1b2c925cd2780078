"""What of the record is found: committees, meetings, departments, people."""

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import override

from committees.models import AgendaItem, Committee, Department, Meeting, Person, Resolution
from iad.bilingual import LANGUAGES
from iad.finding.kinds import Document, Kind, Watched

# A meeting's words are those of its committee, its agenda and what it decided.
OF_ITEM = "SELECT meeting_id AS id FROM committees_agendaitem WHERE id = {row}.item_id"
OF_COMMITTEE = "SELECT id FROM committees_meeting WHERE committee_id = {row}.id"


def texts(record, name: str) -> dict[str, str]:
    return {language: getattr(record, f"{name}_{language}") or "" for language in LANGUAGES}


def in_each_language(write) -> dict[str, str]:
    """What ``write()`` says in either language."""
    said = {}
    for language in LANGUAGES:
        with override(language):
            said[language] = write(language)
    return said


def meetings():
    """With what readers may see of each: open items, and resolutions once it was held."""
    return Meeting.objects.with_committee().prefetch_related(
        Prefetch("agenda", AgendaItem.objects.public(), "open_items"),
        Prefetch("open_items__resolutions", Resolution.objects.public(), "open_resolutions"),
    )


def meeting_document(meeting: Meeting) -> Document:
    held = meeting.open_items
    body = in_each_language(
        lambda language: "\n".join(
            filter(None, (text for item in held for text in _of_item(item, language)))
        )
    )
    places = texts(meeting, "venue")
    return Document(
        title=in_each_language(lambda language: _title(meeting, language)),
        summary=texts(meeting, "summary"),
        body={language: f"{places[language]}\n{body[language]}".strip() for language in LANGUAGES},
        date=timezone.localdate(meeting.starts_at),
        reference=meeting.reference,
        facets={"committee": [meeting.committee.slug]},
    )


def _title(meeting: Meeting, language: str) -> str:
    """As it is cited: the committee and ครั้งที่ 1/2563."""
    names = texts(meeting.committee, "name")
    if not names[language]:
        return ""
    word = {"th": "การประชุม{} ครั้งที่ {}", "en": "{}, meeting {}"}[language]
    return word.format(names[language], meeting.reference)


def _of_item(item: AgendaItem, language: str):
    yield getattr(item, f"title_{language}")
    yield getattr(item, f"detail_{language}")
    for resolution in item.open_resolutions:
        yield getattr(resolution, f"text_{language}")


def committee_document(committee: Committee) -> Document:
    return Document(
        title=texts(committee, "name"),
        summary=texts(committee, "short_name"),
        body=texts(committee, "mandate"),
        facets={"committee": [committee.slug]},
    )


def department_document(department: Department) -> Document:
    short = texts(department, "short_name")
    return Document(
        title=texts(department, "name"),
        summary=short | {"th": f"{short['th']}\n{department.aliases or ''}".strip()},
        facets={"department": [department.pk]},
    )


def person_document(person: Person) -> Document:
    return Document(
        title={
            language: " ".join(filter(None, (prefix, name))) if language == "en" else prefix + name
            for language, prefix, name in (
                (one, texts(person, "prefix")[one], texts(person, "name")[one]) for one in LANGUAGES
            )
            if name
        }
    )


KINDS = (
    Kind(
        "committee",
        Committee,
        public=lambda: Committee.objects.public(),
        every=lambda: Committee.objects.order_by("pk"),
        document=committee_document,
        watched=(Watched("committees_committee"),),
    ),
    Kind(
        "department",
        Department,
        public=lambda: Department.objects.public(),
        every=lambda: Department.objects.order_by("pk"),
        document=department_document,
        watched=(Watched("committees_department"),),
    ),
    Kind(
        "person",
        Person,
        public=lambda: Person.objects.public(),
        every=lambda: Person.objects.order_by("pk"),
        document=person_document,
        watched=(Watched("committees_person"),),
    ),
    Kind(
        "meeting",
        Meeting,
        public=lambda: meetings().public(),
        every=lambda: meetings().order_by("pk"),
        document=meeting_document,
        watched=(
            Watched("committees_meeting"),
            Watched("committees_committee", OF_COMMITTEE),
            Watched("committees_agendaitem", "SELECT {row}.meeting_id AS id"),
            Watched("committees_resolution", OF_ITEM),
        ),
    ),
)
