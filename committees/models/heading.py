"""The sections of an agenda: the standard six, or the list that a committee has made its own."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.models.committee import Committee
from committees.models.meeting import Meeting
from iad.bilingual import passage
from iad.fields import LineField

MOST_SECTIONS = 12


class Section(models.IntegerChoices):
    """What a section of an agenda is for; also the standard agenda (ระเบียบวาระที่ 1 to 6)."""

    CHAIR = 1, _("Matters the chair informs the meeting of")
    CERTIFICATION = 2, _("Certification of the minutes")
    ARISING = 3, _("Matters arising")
    INFORMATION = 4, _("Matters for information")
    CONSIDERATION = 5, _("Matters for consideration")
    OTHER = 6, _("Other matters")


class Heading(models.Model):
    """One section of an agenda: its number, what it is for, and its words where they differ."""

    number = models.PositiveSmallIntegerField(_("number"))
    purpose = models.PositiveSmallIntegerField(
        _("purpose"), choices=Section, default=Section.CONSIDERATION
    )
    title = LineField(
        _("title"), max_length=200, blank=True, help_text=_("Empty for the standard words.")
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_number_is_one_to_twelve",
                condition=Q(number__gte=1, number__lte=MOST_SECTIONS),
                violation_error_message=_("Sections are numbered from 1 to 12."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_purpose_is_known",
                condition=Q(purpose__in=Section.values),
                violation_error_message=_("This purpose is not known."),
            ),
        ]

    def __str__(self):
        return passage(self, "title").text or str(Section(self.purpose).label)


class StandingHeading(Heading):
    """A section of every agenda of one committee, for meetings planned from now on."""

    committee = models.ForeignKey(
        Committee, on_delete=models.CASCADE, related_name="headings", verbose_name=_("committee")
    )

    class Meta(Heading.Meta):
        ordering = ("committee", "number")
        verbose_name = _("section of the agenda")
        verbose_name_plural = _("sections of the agenda")
        constraints = [
            *Heading.Meta.constraints,
            models.UniqueConstraint(
                fields=("committee", "number"),
                name="committees_standingheading_number_is_used_once",
                violation_error_message=_("Two sections have the same number."),
            ),
        ]


class AgendaHeading(Heading):
    """A section of one meeting's agenda: a copy, so that an old agenda keeps its sections."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="headings", verbose_name=_("meeting")
    )

    class Meta(Heading.Meta):
        ordering = ("meeting", "number")
        verbose_name = _("section of the agenda")
        verbose_name_plural = _("sections of the agenda")
        constraints = [
            *Heading.Meta.constraints,
            models.UniqueConstraint(
                fields=("meeting", "number"),
                name="committees_agendaheading_number_is_used_once",
                violation_error_message=_("Two sections have the same number."),
            ),
        ]


@dataclass(frozen=True)
class SectionShown:
    """A section as agendas print it; ``title`` is in the reader's language."""

    number: int
    purpose: Section
    title: str


def sections_of(owner: Committee | Meeting) -> list[SectionShown]:
    """The sections of a meeting's agenda, or of a committee's next one; one query."""
    rows = list(owner.headings.all())
    if rows:
        return [SectionShown(row.number, Section(row.purpose), str(row)) for row in rows]
    return [SectionShown(one.value, one, str(one.label)) for one in Section]


def section_of(sections: list[SectionShown], number: int) -> SectionShown:
    """The section of that number; items of one that was struck stand among other matters."""
    there = (one for one in sections if one.number == number)
    return next(there, SectionShown(number, Section.OTHER, str(Section.OTHER.label)))


def number_for(sections: list[SectionShown], purpose: Section) -> int:
    """Where matters of that purpose stand; at the end where no section is for them."""
    return next((one.number for one in sections if one.purpose == purpose), sections[-1].number)
