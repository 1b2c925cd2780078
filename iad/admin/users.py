"""Accounts of staff: an administrator gives roles, and cannot make himself more than that."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from iad.admin.desk import Desk
from iad.admin.second_factor import SecondFactorOfColleague
from iad.models import User
from iad.roles import ROLES

admin.site.unregister(Group)  # roles are kept by the code: iad.roles


class RoleField(forms.ModelMultipleChoiceField):
    """The roles by their names in the reader's language; groups carry the code's own."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, group):
        return role_name(group.name)


class RoleFilter(admin.SimpleListFilter):
    title = _("role of staff")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(role, role_name(role)) for role in ROLES]

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class UserAdmin(SecondFactorOfColleague, Desk, DjangoUserAdmin):
    list_display = ("username", "full_name", "roles", "is_active", "last_login")
    list_filter = (RoleFilter, "is_active")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (_("Role"), {"fields": ("is_active", "groups")}),
        (_("Log-in"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": ("username", "usable_password", "password1", "password2", "groups"),
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or request.user.is_superuser)

    def has_delete_permission(self, request, obj=None):
        """Who acted stays named; an account is made inactive instead."""
        return False

    def save_model(self, request, obj, form, change):
        obj.is_staff = True  # the portal has no other accounts
        super().save_model(request, obj, form, change)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            return RoleField(Group.objects.order_by("pk"), label=_("roles"), required=False)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description=_("name"), ordering="first_name")
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description=_("roles"))
    def roles(self, user):
        return ", ".join(str(role_name(group.name)) for group in user.groups.all())


def role_name(role: str):
    return {
        "author": _("author"),
        "editor": _("editor"),
        "secretary": _("secretary"),
        "translator": _("translator"),
        "administrator": _("administrator"),
    }.get(role, role)
