"""`manage.py demo`: a portal to try, safe to load again, never on a public site."""

import datetime
import io
import re
import socket

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.utils import timezone
from PIL import Image

from committees.models import (
    AgendaItem,
    Assignment,
    Committee,
    Department,
    Meeting,
    Membership,
    Progress,
    Resolution,
)
from iad.demo.content import read, read_all
from iad.demo.log_ins import give_password
from iad.demo.record import load_record, sample_meetings
from iad.demo.register import load_register, read_register
from iad.demo.scenes import SCENES, draw
from iad.finding.answering import answer
from iad.finding.writing import refresh
from iad.models import User
from iad.publication import Access
from iad.roles import ROLES
from iad.thai.dates import be_year
from news.models import Article, Page, Photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_ones_own_machine(settings, tmp_path):
    settings.DEBUG = True
    settings.MEDIA_ROOT = tmp_path


def demo(**options) -> str:
    said = io.StringIO()
    options = {"no_serve": True, "picture_width": 40} | options
    call_command("demo", stdout=said, **options)
    return said.getvalue()


def passwords(said: str) -> dict[str, str]:
    lines = (line.split() for line in said.splitlines())
    return {line[1]: line[2] for line in lines if len(line) == 3 and line[0] in ROLES}


def counts() -> dict[str, int]:
    models = [
        model
        for label in ("iad", "committees", "news", "auth", "admin")
        for model in apps.get_app_config(label).get_models()
    ]
    return {model._meta.label: model._base_manager.count() for model in models}


def test_a_second_run_doubles_nothing():
    demo()
    first = counts()
    demo()
    assert counts() == first


def test_the_first_search_finds_all_of_the_sample():
    demo()
    first = answer("อาเซียน").total
    refresh()
    assert 0 < first == answer("อาเซียน").total


def test_what_staff_changed_survives_the_second_run():
    demo()
    article = Article.objects.public().first()
    Article.objects.filter(pk=article.pk).update(title_th="แก้แล้ว", state="withdrawn")
    Page.objects.filter(slug="history").update(body_en="<p>Ours.</p>")
    Department.objects.filter(name_th="สำนักอนามัย").update(
        name_th="สำนักสาธารณสุข", aliases="สำนักอนามัย"
    )
    AgendaItem.objects.filter(meeting__status="planned").first().delete()
    User.objects.filter(username="author").update(first_name="อื่น")
    first = counts()

    demo()
    article.refresh_from_db()
    assert (article.title_th, article.state) == ("แก้แล้ว", "withdrawn")
    assert Page.objects.get(slug="history").body_en == "<p>Ours.</p>"
    assert User.objects.get(username="author").first_name == "อื่น"
    assert counts() == first


def test_it_refuses_where_debug_is_off(settings):
    settings.DEBUG = False
    before = counts()
    with pytest.raises(CommandError, match="DEBUG=1"):
        demo()
    assert counts() == before


def test_a_taken_port_is_said_before_anything_is_loaded():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} "):
            demo(no_serve=False, port=port)
    assert not Department.objects.exists()


def test_it_never_sets_the_password_of_a_superuser():
    own = User.objects.create_superuser("administrator", password="mine-and-only-mine")
    with pytest.raises(CommandError, match="superuser"):
        demo()
    own.refresh_from_db()
    assert own.check_password("mine-and-only-mine")
    assert not Department.objects.exists()


@pytest.mark.parametrize("role", ROLES)
def test_each_role_logs_into_the_admin(client, role):
    answer = client.post("/admin/login/", {"username": role, "password": give_password()})
    assert answer.status_code == 302
    assert client.get("/admin/").status_code == 200
    user = User.objects.get(username=role)
    assert not user.is_superuser
    assert [group.name for group in user.groups.all()] == [role]


def test_every_run_draws_new_passwords_and_keeps_them_hashed_only():
    first, second = passwords(demo()), passwords(demo())
    assert set(first) == set(second) == set(ROLES)
    assert not set(first.values()) & set(second.values())
    for user in User.objects.all():
        assert user.check_password(second[user.username])
        assert second[user.username] not in user.password


def test_what_the_sample_publishes_is_reachable_in_both_languages(client):
    demo()
    shown = [*Article.objects.public(), *Page.objects.public(), *Committee.objects.public()]
    shown += [*Meeting.objects.public().with_committee()]
    paths = ["/", "/news/", "/meetings/", "/departments/"]
    paths += [one.get_absolute_url() for one in shown]
    addresses = [f"{prefix}{path}" for path in paths for prefix in ("", "/en")]
    answers = {address: client.get(address).status_code for address in addresses}
    assert answers == dict.fromkeys(addresses, 200)


@pytest.mark.parametrize("path", ["/node/1001", "/en/node/1002", "/th/node/1003"])
def test_old_addresses_lead_to_the_sample(client, path):
    demo()
    answer = client.get(path)
    assert answer.status_code == 301
    assert client.get(answer["Location"]).status_code == 200


def test_nothing_internal_appears_on_public_pages(client):
    demo()
    hidden = [
        one.title_th or one.title_en
        for one in Article.objects.exclude(pk__in=Article.objects.public())
    ]
    hidden += ["กรอบงบประมาณ", "Budget frame", "ปาณิสรา", "Panisara", "meet.example.org"]
    hidden += ["ค่าจ้างที่ปรึกษา", "consultant", "อัครวิชญ์", "Akkharawit", "หารือสถานที่แห่งแรก"]
    pages = ["/", "/news/", "/meetings/"]
    pages += [one.get_absolute_url() for one in Article.objects.public()]
    pages += [one.get_absolute_url() for one in Meeting.objects.public().with_committee()]
    for page in pages + [f"/en{page}" for page in pages]:
        text = client.get(page).content.decode()
        assert not [words for words in hidden if words in text], page


def test_news_is_shown_in_every_state():
    demo()
    assert Article.objects.public().count() == 10
    assert Article.objects.public().featured().count() == 2
    assert Article.objects.filter(state="draft").count() == 2
    assert Article.objects.filter(state="review").count() == 1
    assert Article.objects.filter(state="withdrawn").count() == 1
    scheduled = Article.objects.get(state="published", publish_at__gt=timezone.now())
    assert not scheduled.is_public
    assert (
        len({be_year(day) for day in Article.objects.public().values_list("date", flat=True)}) > 2
    )


def test_photos_are_described_in_both_languages_or_said_to_be_ornament():
    demo()
    many = Article.objects.annotate(how_many=Count("photos")).filter(how_many=3)
    assert many.count() == 2
    assert Photo.objects.filter(decorative=True).count() == 1
    for photo in Photo.objects.filter(decorative=False):
        said = (photo.alt_th, photo.alt_en, photo.caption_th, photo.caption_en)
        assert all((*said, photo.credit_th, photo.credit_en))


def test_meetings_stand_before_and_after_today_and_certify_one_another():
    demo()
    certified, written, planned = sample_meetings()
    assert certified.certified_at == written
    assert (written.status, written.minutes_state) == ("held", "draft")
    assert written.starts_at < timezone.now() < planned.starts_at
    assert planned.status == "planned"
    for meeting in (certified, written, planned):
        day = timezone.localdate(meeting.starts_at)
        assert meeting.be_year == be_year(day)
        assert day.weekday() < 5
    assert set(Resolution.objects.values_list("kind", flat=True)) == set(Resolution.Kind.values)
    assert {"open", "in_progress", "done"} <= set(
        Assignment.objects.values_list("status", flat=True)
    )
    assert certified.documents.get().access == Access.PUBLIC
    assert written.documents.get().access == Access.INTERNAL


def test_a_secretary_finds_every_state_that_the_desk_knows():
    demo()
    held = Meeting.objects.filter(status="held")
    assert {"draft", "circulated", "certified"} == set(held.values_list("minutes_state", flat=True))
    by_circulation = held.get(minutes_state="certified", certified_at=None)
    assert by_circulation.certified_on > timezone.localdate(by_circulation.starts_at)
    assert not held.filter(recorder="").exists()
    assert Meeting.objects.filter(status="postponed").exclude(status_note_th="").exists()
    assert set(Progress.objects.values_list("is_public", flat=True)) == {True, False}
    late = Assignment.objects.open().filter(due_on__lt=timezone.localdate())
    assert late.exists()
    successor = Membership.objects.get(replaces__isnull=False)
    assert successor.term.seats.filter(pk=successor.replaces_id).exists()
    assert by_circulation.headings.count() == by_circulation.committee.headings.count() == 5
    assert AgendaItem.objects.filter(access="internal", meeting__access="public").exists()


def test_the_next_meeting_is_ready_with_its_roll_and_what_is_open():
    demo()
    planned = Meeting.objects.get(status="planned")
    assert (planned.mode, bool(planned.online_url)) == ("hybrid", True)
    assert planned.attendees.count() == planned.committee.memberships.current().count()
    open_tasks = Assignment.objects.open().filter(
        resolution__item__meeting__committee=planned.committee
    )
    carried = set(planned.agenda.values_list("follows", flat=True))
    assert {task.resolution.item_id for task in open_tasks} <= carried


@pytest.mark.parametrize(
    ("today", "references"),
    [
        (datetime.date(2026, 11, 23), ["1/2569", "2/2569", "3/2569"]),
        (datetime.date(2026, 12, 20), ["1/2569", "2/2569", "1/2570"]),
        (datetime.date(2027, 2, 1), ["1/2569", "1/2570", "2/2570"]),
    ],
)
def test_meetings_are_numbered_anew_at_the_turn_of_the_year(today, references):
    load_register()
    load_record(today)
    assert [meeting.reference for meeting in sample_meetings()] == references


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_drawn_alike_from_the_same_seed(name):
    picture = draw(name, 1, 80)
    assert picture == draw(name, 1, 80)
    assert picture != draw(name, 2, 80)
    assert Image.open(io.BytesIO(picture)).size == (80, 50)


def test_the_register_holds_every_department_once_with_its_parent():
    demo()
    assert Department.objects.count() == 74
    office = Department.objects.get(short_name_th="สกต.")
    assert office.parent.name_th == "สำนักปลัดกรุงเทพมหานคร"
    assert "กองการต่างประเทศ" in office.aliases.splitlines()


def test_the_sample_calls_positions_and_rooms_by_their_official_english_names():
    register = read_register()
    official = {row["th"]: row["en"] for row in register["positions"] + register["venues"]}
    seats = [seat for row in read("committees.toml")["committees"] for seat in row["seats"]]
    said = {seat["position_th"]: seat["position_en"] for seat in seats}
    said |= {row["venue_th"]: row["venue_en"] for row in read_all("meetings/asean-capitals")}
    shared = official.keys() & said.keys()
    assert len(shared) >= 8
    assert {name: said[name] for name in shared} == {name: official[name] for name in shared}


def test_a_password_is_long_and_easy_to_read_aloud():
    (password,) = set(passwords(demo()).values())
    assert re.fullmatch(r"[a-z2-9]{5}(-[a-z2-9]{5}){2}", password)
