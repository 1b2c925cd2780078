"""Which columns of the record are kept in both languages."""

from modeltranslation.translator import TranslationOptions, register

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
)


@register(Department)
class DepartmentTranslation(TranslationOptions):
    fields = ("name", "short_name")
    required_languages = {"th": ("name",)}


@register(Person)
class PersonTranslation(TranslationOptions):
    fields = ("prefix", "name")


@register(Committee)
class CommitteeTranslation(TranslationOptions):
    fields = ("name", "short_name", "mandate")
    required_languages = {"th": ("name",)}


@register(Membership)
class MembershipTranslation(TranslationOptions):
    fields = ("position",)


@register(Meeting)
class MeetingTranslation(TranslationOptions):
    fields = ("venue", "summary", "status_note")


@register(Attendee)
class AttendeeTranslation(TranslationOptions):
    fields = ("name", "position", "reason")


@register(AgendaItem)
class AgendaItemTranslation(TranslationOptions):
    fields = ("title", "detail")


@register(Resolution)
class ResolutionTranslation(TranslationOptions):
    fields = ("text",)


@register(Assignment)
class AssignmentTranslation(TranslationOptions):
    fields = ("task",)


@register(Document)
class DocumentTranslation(TranslationOptions):
    fields = ("title",)


@register(Progress)
class ProgressTranslation(TranslationOptions):
    fields = ("text",)


@register(StandingHeading)
class StandingHeadingTranslation(TranslationOptions):
    fields = ("title",)


@register(AgendaHeading)
class AgendaHeadingTranslation(TranslationOptions):
    fields = ("title",)
