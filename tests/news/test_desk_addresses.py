"""Every address of the desk × every role: open to whoever may, closed to the rest."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.test import Client
from django.urls import URLResolver, reverse

from committees.models import AgendaItem, Assignment, Progress
from iad.models import User
from iad.roles import ROLES
from news.models import Article, OldAddress, Page
from tests.factories import FACTORIES, make_article, make_meeting, make_person, make_user

pytestmark = pytest.mark.django_db

NEWS_WRITERS, TRANSLATORS = {"author", "editor", "secretary"}, {"editor", "translator"}
KEEPS_RECORD, APPOINTS = {"secretary"}, {"administrator"}
READS_MEETINGS = set(ROLES)
PAGE_READERS = {"translator", "administrator"}
# The screens that Django makes for each kind of record, and the right that opens each.
SCREENS = {"changelist": "view", "add": "add", "change": "view", "history": "view"} | {
    "delete": "delete"
}
# Ours, about a draft of somebody else or a page: by which method one acts there, and who may.
OWN = {
    "admin_logentry_export": ("get", {"administrator"}),
    "committees_assignment_board": ("get", {"secretary", "administrator"}),
    "committees_assignment_csv": ("get", {"secretary", "administrator"}),
    "committees_assignment_report": ("get", {"secretary", "administrator"}),
    "committees_assignment_release": ("post", KEEPS_RECORD),
    "committees_committee_new_term": ("get", APPOINTS),
    "committees_committee_next": ("get", KEEPS_RECORD),
    "committees_membership_end": ("get", APPOINTS),
    "committees_membership_replace": ("get", APPOINTS),
    "committees_meeting_agenda": ("get", KEEPS_RECORD),
    "committees_meeting_cancel": ("get", KEEPS_RECORD),
    "committees_meeting_certify": ("get", KEEPS_RECORD),
    "committees_meeting_circulate": ("get", KEEPS_RECORD),
    "committees_meeting_draft": ("get", KEEPS_RECORD),
    "committees_meeting_from_text": ("get", KEEPS_RECORD),
    "committees_meeting_hold": ("get", KEEPS_RECORD),
    "committees_meeting_paper": ("get", KEEPS_RECORD),
    "committees_meeting_papers": ("get", KEEPS_RECORD),
    "committees_meeting_postpone": ("get", KEEPS_RECORD),
    "committees_meeting_print": ("get", KEEPS_RECORD),
    "committees_meeting_refresh": ("get", KEEPS_RECORD),
    "committees_meeting_reinstate": ("get", KEEPS_RECORD),
    "committees_meeting_roll": ("get", KEEPS_RECORD),
    "committees_meeting_roster": ("get", KEEPS_RECORD),
    "committees_meeting_take_back": ("get", KEEPS_RECORD),
    "committees_person_alike": ("get", APPOINTS),
    "committees_person_apart": ("post", APPOINTS),
    "committees_person_merge": ("get", APPOINTS),
    "committees_person_undo": ("post", APPOINTS),
    "news_article_from_meeting": ("post", NEWS_WRITERS),
    "auth_user_password_change": ("get", {"administrator"}),
    "iad_user_take_away_second_factor": ("post", {"administrator"}),
    "news_article_act": ("post", {"editor"}),
    "news_article_add_photos": ("post", {"editor"}),
    "news_article_bring_back": ("post", {"editor"}),
    "news_article_compare": ("get", set(ROLES)),
    "news_article_deleted": ("get", NEWS_WRITERS),
    "news_article_deleted_draft": ("get", NEWS_WRITERS),
    "news_article_kept_file": ("get", set(ROLES)),
    "news_article_meeting": ("get", KEEPS_RECORD),
    "news_article_present": ("post", TRANSLATORS),
    "news_article_preview_link": ("post", {"editor"}),
    "news_article_recover": ("post", NEWS_WRITERS),
    "news_article_translate": ("get", TRANSLATORS),
    "news_article_translations": ("get", TRANSLATORS),
    "news_page_act": ("post", {"administrator"}),
    "news_page_bring_back": ("post", {"administrator"}),
    "news_page_compare": ("get", PAGE_READERS),
    "news_page_kept_file": ("get", PAGE_READERS),
    "news_page_present": ("post", PAGE_READERS),
}
# Django's and the log-in's own, for whoever works here; what they show is asked elsewhere.
OF_THE_SITE = {"index", "password_change", "password_change_done", "autocomplete"} | {
    "jsi18n",
    "view_on_site",
    "app_list",
    "second_factor",
}
LOG_IN = {"login", "logout", "log_in_code"}

# Decisions make assignments, at the page of their item.
NEVER = {(Assignment, "add"), (Assignment, "delete")}
# A page that nobody has seen yet; an old address leads somewhere.
UNSEEN = {
    Page: lambda: {"state": "draft", "publish_at": None, "first_published_at": None},
    OldAddress: lambda: {"article": make_article()},
}


def patterns(resolver) -> list:
    found = []
    for pattern in resolver:
        inner = patterns(pattern.url_patterns) if isinstance(pattern, URLResolver) else [pattern]
        found += [one for one in inner if one.name]
    return found


def desk() -> dict:
    return {pattern.name: pattern for pattern in patterns(admin.site.urls[0])}


def kinds() -> list[type]:
    return sorted(admin.site._registry, key=lambda model: model._meta.label)


def of_django() -> set[str]:
    """The names of the screens that Django makes."""
    rooms = [f"{model._meta.app_label}_{model._meta.model_name}" for model in kinds()]
    return {f"{room}_{screen}" for room in rooms for screen in SCREENS}


def make_row(model):
    if model is User:
        return make_user("author")
    if model is LogEntry:
        user = make_user()
        return LogEntry.objects.log_actions(user.pk, [user], CHANGE, "x", single_object=True)
    return FACTORIES[model](**UNSEEN.get(model, dict)())


def row_of(name: str):
    """A row of the record that the screen is about."""
    if name == "news_article_from_meeting":
        return make_meeting()
    if name == "committees_assignment_release":
        return FACTORIES[Progress]()
    label = "_".join(name.split("_")[:2])
    models = {f"{one._meta.app_label}_{one._meta.model_name}": one for one in FACTORIES}
    return FACTORIES[models.get(label, Article)]()


def own_address(name: str) -> str:
    row = row_of(name)
    given = {"pk": row.pk, "act": "publish", "version": 1, "name": "x"}
    given |= {"paper": "minutes", "kind": "docx"}
    given |= dict.fromkeys(["into", "other"], make_person().pk)
    given |= dict.fromkeys(["id", "object_id"], make_user("author").pk)
    if name == "news_article_preview_link":
        given["act"] = "make"
    if name == "news_page_act":
        given["act"] = "withdraw"
    wanted = desk()[name].pattern.converters
    return reverse(f"admin:{name}", kwargs={key: given[key] for key in wanted})


def as_role(role: str) -> Client:
    client = Client()
    client.force_login(make_user(role))
    return client


def test_every_address_of_the_desk_is_walked():
    assert set(desk()) == of_django() | set(OWN) | OF_THE_SITE | LOG_IN


@pytest.mark.parametrize("model", kinds(), ids=lambda model: model._meta.label_lower)
def test_a_screen_opens_to_the_roles_that_have_its_right(model):
    row = make_row(model)
    of_meeting = {"meeting": row.meeting_id} if model is AgendaItem else {}
    rights = {role: given.get(model._meta.label_lower, ()) for role, given in ROLES.items()}

    for role, has in rights.items():
        client = as_role(role)
        for screen, right in SCREENS.items():
            may = right in has and (model, screen) not in NEVER
            if model is Article and screen == "delete":
                may = role == "editor"  # somebody else's draft
            args = [] if screen in {"changelist", "add"} else [row.pk]
            address = reverse(
                f"admin:{model._meta.app_label}_{model._meta.model_name}_{screen}", args=args
            )
            asked = client.get(address, of_meeting if screen == "add" else {})
            assert asked.status_code == (200 if may else 403), (role, screen)
            if not may:
                assert client.post(address).status_code == 403, (role, screen)
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("name", OWN)
def test_an_address_of_our_own_opens_to_whoever_may(name):
    method, roles = OWN[name]

    for role in ROLES:
        status = getattr(as_role(role), method)(own_address(name)).status_code
        if role in roles:
            assert status in {200, 302, 404}, role  # 404: let in, and there is no such version
        else:
            assert status == 403, role


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_find_the_log_in_at_every_address(method):
    for name in sorted(set(desk()) - LOG_IN):
        wanted = desk()[name].pattern.converters | desk()[name].pattern.regex.groupindex
        given = {key: {"app_label": "news", "act": "publish"}.get(key, "1") for key in wanted}
        response = getattr(Client(), method)(reverse(f"admin:{name}", kwargs=given))
        assert response.status_code == 302, name
        assert response.url.startswith("/admin/login/"), name
