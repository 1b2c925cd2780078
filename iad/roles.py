"""The five roles of the office and what each may do: groups with permissions, kept by the code.

An administrator gives people roles; what a role may do changes here, in review, not on a screen.
"""

from django.apps import apps as installed_apps
from django.conf import settings

ALL = ("view", "add", "change", "delete")
WRITE = ("view", "add", "change")
VIEW = ("view",)

REGISTER = {"committees.department": VIEW, "committees.person": VIEW}
ARTICLE_PARTS = {"news.photo": ALL, "news.attachment": ALL}

ROLES: dict[str, dict[str, tuple[str, ...]]] = {
    # Writes own drafts.
    "author": REGISTER
    | ARTICLE_PARTS
    | {
        "committees.committee": VIEW,
        "committees.meeting": VIEW,
        "news.topic": VIEW,
        "news.article": ALL,
    },
    # Checks, publishes and withdraws news.
    "editor": REGISTER
    | ARTICLE_PARTS
    | {
        "committees.committee": VIEW,
        "committees.meeting": VIEW,
        "news.topic": ALL,
        "news.article": (*ALL, "edit_any", "publish"),
        "news.announcement": ALL,
        "news.oldaddress": WRITE,
        "news.unknownaddress": VIEW,
    },
    # Keeps the record of committees and meetings, and drafts the news of them.
    "secretary": ARTICLE_PARTS
    | {
        "committees.department": VIEW,
        "committees.person": WRITE,
        "committees.committee": WRITE,
        "committees.membership": VIEW,
        "committees.meeting": ALL,
        "committees.attendee": ALL,
        "committees.agendaitem": ALL,
        "committees.resolution": ALL,
        "committees.assignment": ALL,
        "committees.document": ALL,
        "committees.progress": WRITE,
        "committees.agendaheading": ALL,
        "committees.standingheading": ALL,
        "committees.term": VIEW,
        "news.topic": VIEW,
        "news.article": ALL,
    },
    # Writes the English side of what is there.
    "translator": REGISTER
    | {
        "committees.committee": VIEW,
        "committees.meeting": VIEW,
        "news.topic": VIEW,
        "news.article": ("view", "translate"),
        "news.photo": VIEW,
        "news.page": ("view", "translate"),
    },
    # Manages who sits where, and who may log in.
    "administrator": {
        "iad.user": WRITE,
        "admin.logentry": VIEW,
        "committees.department": ALL,
        "committees.person": (*ALL, "merge"),
        "committees.committee": ALL,
        "committees.membership": ALL,
        "committees.term": ALL,
        "committees.standingheading": ALL,
        "committees.meeting": VIEW,
        "committees.assignment": VIEW,
        "committees.progress": VIEW,
        "news.topic": ALL,
        "news.article": VIEW,
        "news.page": (*ALL, "publish"),
        "news.announcement": ALL,
        "news.oldaddress": ALL,
        "news.unknownaddress": ("view", "delete"),
    },
}

# Who publishes for the city, and who lets others in.
WITH_SECOND_FACTOR = ("editor", "administrator")


def needs_second_factor(user) -> bool:
    """Whether this account opens the desk only with a second factor."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    return user.is_superuser or user.groups.filter(name__in=WITH_SECOND_FACTOR).exists()


def keep_roles(app_config, using, apps=installed_apps, **kwargs):
    """Make the groups where they are missing and set each one's rights in this app."""
    if app_config.label not in {"admin", "iad", "committees", "news"}:
        return
    group_model = installed_apps.get_model("auth", "Group")
    permission_model = installed_apps.get_model("auth", "Permission")
    in_app = permission_model.objects.using(using).filter(content_type__app_label=app_config.label)
    for role, rights in ROLES.items():
        group, _created = group_model.objects.using(using).get_or_create(name=role)
        wanted = {
            f"{right}_{model}"
            for name, model_rights in rights.items()
            for app_label, model in [name.split(".")]
            if app_label == app_config.label
            for right in model_rights
        }
        group.permissions.remove(*in_app.exclude(codename__in=wanted))
        group.permissions.add(*in_app.filter(codename__in=wanted))
