"""The register of departments."""

from django.contrib import admin

from committees.models import Department
from iad.admin.desk import DeskAdmin


@admin.register(Department)
class DepartmentAdmin(DeskAdmin):
    list_display = ("name_th", "name_en", "short_name_th", "parent", "closed_on")
    list_filter = (("closed_on", admin.EmptyFieldListFilter),)
    list_select_related = ("parent",)
    search_fields = ("name_th", "name_en", "short_name_th", "short_name_en", "aliases")
    autocomplete_fields = ("parent",)
    ordering = ("sort_th",)
