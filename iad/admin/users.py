"""Accounts of staff: an administrator gives roles, and cannot make himself more than that."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from iad.admin.desk import Desk
from iad.models import User

admin.site.unregister(Group)  # roles are kept by the code: iad.roles


@admin.register(User)
class UserAdmin(Desk, DjangoUserAdmin):
    list_display = ("username", "full_name", "roles", "is_active", "last_login")
    list_filter = ("groups", "is_active")
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
