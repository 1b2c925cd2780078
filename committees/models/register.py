"""The register: the BMA's departments and the officials who act in its committees."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iad.bilingual import active_language, filled, passage
from iad.fields import LineField, ProseField, SortKeyField
from iad.files import PictureField


class AlphabeticalQuerySet(models.QuerySet):
    def alphabetical(self):
        """In the reader's language, in that language's order."""
        return self.order_by(f"sort_{active_language()}", "pk")


class DepartmentQuerySet(AlphabeticalQuerySet):
    def public(self):
        """Every department: the organisation of the city is public, closed offices included."""
        return self.all()

    def current(self):
        return self.filter(closed_on=None)


class Department(models.Model):
    """An office of the city: สำนัก, สำนักงานเขต, กอง (Popolo Organization)."""

    name = LineField(_("name"), max_length=200)
    short_name = LineField(_("short name"), max_length=40, blank=True)
    aliases = ProseField(
        _("other and former names"), blank=True, help_text=_("One name on each line.")
    )
    # A department that has parts is closed, not deleted.
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    sort_th = SortKeyField("name_th")
    sort_en = SortKeyField("name_en")

    objects = DepartmentQuerySet.as_manager()

    class Meta:
        ordering = ("sort_th", "pk")
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        constraints = [
            models.UniqueConstraint(
                fields=("name_th",),
                name="committees_department_name_is_used_once",
                violation_error_message=_("There is already a department of that name."),
            ),
            models.CheckConstraint(
                name="committees_department_has_a_thai_name",
                condition=filled("name_th"),
                violation_error_message=_("A department has an official Thai name."),
            ),
            models.CheckConstraint(
                name="committees_department_is_not_part_of_itself",
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                violation_error_message=_("A department is not a part of itself."),
            ),
        ]

    def __str__(self):
        return passage(self, "name").text

    def get_absolute_url(self):
        return reverse("committees:department", args=[self.pk])


class PersonQuerySet(AlphabeticalQuerySet):
    def kept(self):
        """Without entries that were merged into another: whom the desk offers."""
        return self.filter(merged_into=None)

    def at_address(self, pk: int):
        """Whom /people/<pk>/ speaks of: that entry, or the one that it was merged into."""
        return self.filter(
            Q(pk=pk) | Q(Exists(self.model.objects.filter(pk=pk, merged_into=OuterRef("pk"))))
        )

    def public(self):
        """Officials acting in office: members of committees and those listed openly at a meeting.

        Somebody recorded only as an internal guest has no page (PDPA B.E. 2562).
        """
        from_room = self.model._meta.apps.get_model
        seats = from_room("committees", "Membership").objects.public()
        attended = from_room("committees", "Attendee").objects.public()
        return self.kept().filter(
            Exists(seats.filter(person=OuterRef("pk")))
            | Exists(attended.filter(person=OuterRef("pk")))
        )


class Person(models.Model):
    """An official by name. No phone, e-mail or number: what is not stored cannot leak."""

    prefix = LineField(_("prefix"), max_length=60, blank=True)
    name = LineField(_("name"), max_length=200)
    photo = PictureField(
        _("portrait"),
        upload_to="people",
        blank=True,
        width_field="photo_width",
        height_field="photo_height",
    )
    photo_width = models.PositiveIntegerField(null=True, editable=False)
    photo_height = models.PositiveIntegerField(null=True, editable=False)
    # A forward: the entry that is kept is not deleted under it.
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="forwards",
        verbose_name=_("merged into"),
    )
    sort_th = SortKeyField("name_th", names_of_people=True)
    sort_en = SortKeyField("name_en", names_of_people=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ("sort_th", "pk")
        verbose_name = _("person")
        verbose_name_plural = _("people")
        permissions = [("merge_person", _("Can merge entries of one person"))]
        constraints = [
            models.CheckConstraint(
                name="committees_person_is_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")),
                violation_error_message=_("An entry is not merged into itself."),
            ),
            models.CheckConstraint(
                name="committees_person_has_a_name",
                condition=filled("name_th") | filled("name_en"),
                violation_error_message=_("Write the name in Thai or in English."),
            ),
        ]

    def __str__(self):
        return self.full_name

    def get_absolute_url(self):
        return reverse("committees:person", args=[self.pk])

    @property
    def full_name(self) -> str:
        """With the prefix of the same language: นายวัลลภ glued in Thai, Mr. Wallop apart."""
        name = passage(self, "name")
        prefix = getattr(self, f"prefix_{name.language}") or ""
        glue = "" if name.language == "th" or not prefix else " "
        return f"{prefix}{glue}{name.text}"
