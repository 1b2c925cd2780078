"""Departments and people."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from committees.models import Department, Person
from iad.admin.desk import DeskAdmin


@admin.register(Department)
class DepartmentAdmin(DeskAdmin):
    list_display = ("name_th", "name_en", "short_name_th", "parent", "closed_on")
    list_filter = (("closed_on", admin.EmptyFieldListFilter),)
    list_select_related = ("parent",)
    search_fields = ("name_th", "name_en", "short_name_th", "short_name_en", "aliases")
    autocomplete_fields = ("parent",)
    ordering = ("sort_th",)


@admin.register(Person)
class PersonAdmin(DeskAdmin):
    list_display = ("shown_name", "name_en", "seat_count")
    search_fields = ("name_th", "name_en")
    ordering = ("sort_th",)

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(seats=Count("memberships"))

    @admin.display(description=_("name"), ordering="sort_th")
    def shown_name(self, person):
        return person.full_name

    @admin.display(description=_("seats"), ordering="seats")
    def seat_count(self, person):
        return person.seats
