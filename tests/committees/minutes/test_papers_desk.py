"""The screen that hands out a meeting's papers, and each paper as a file."""

import io

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from committees.minutes.text import text_of
from committees.models import Assignment, Meeting
from tests import factories
from tests.committees.minutes.half_open import (
    CLOSED,
    half_open_meeting,
    latin,
    said_among,
    text_of_pdf,
)
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db
FILES = [
    *(("minutes", "docx"), ("minutes", "pdf"), ("minutes", "txt"), ("minutes", "html")),
    *(("invitation", "docx"), ("invitation", "pdf"), ("attendance", "docx"), ("attendance", "pdf")),
]


@pytest.fixture
def secretary(client):
    user = factories.make_user("secretary")
    client.force_login(user)
    return user


def papers(meeting: Meeting, query="") -> str:
    return reverse("admin:committees_meeting_papers", args=[meeting.pk]) + query


def paper(meeting: Meeting, name: str, kind: str, query="") -> str:
    return reverse("admin:committees_meeting_paper", args=[meeting.pk, name, kind]) + query


def links_of(client, meeting: Meeting) -> list[str]:
    page = page_of(client, papers(meeting))
    return [a["href"] for a in page.select(".papers-files a")]


def words_in(response, kind: str) -> str:
    if kind == "docx":
        return text_of(io.BytesIO(response.content))
    return text_of_pdf(response.content) if kind == "pdf" else response.content.decode()


def test_every_paper_on_the_list_is_there(client, secretary):
    links = links_of(client, half_open_meeting())

    assert len(links) > 10
    for link in links:
        response = client.get(link)
        assert response.status_code == 200, link
        assert "no-store" in response["Cache-Control"], link
        assert response["X-Content-Type-Options"] == "nosniff"


def test_nothing_of_the_meeting_online_address_is_in_a_paper(client, secretary):
    meeting = half_open_meeting()

    for name, kind in FILES:
        assert "meet.example" not in words_in(client.get(paper(meeting, name, kind)), kind)


@pytest.mark.parametrize("kind", ["docx", "pdf", "txt", "html"])
def test_the_version_for_readers_holds_nothing_closed(client, secretary, kind):
    meeting = half_open_meeting()

    public = words_in(client.get(paper(meeting, "minutes", kind, "?version=public")), kind)
    internal = words_in(client.get(paper(meeting, "minutes", kind)), kind)

    assert said_among(latin(CLOSED), public) == set()
    assert said_among(latin(CLOSED), internal) == set(latin(CLOSED))


def test_files_have_plain_names(client, secretary):
    meeting = half_open_meeting()
    task = Assignment.objects.filter(resolution__item__meeting=meeting, task_th="งานOpenItem").get()
    names = {
        paper(meeting, "minutes", "docx"): "minutes-sister-cities-1-2563.docx",
        paper(meeting, "minutes", "pdf", "?version=public"): (
            "minutes-sister-cities-1-2563-public.pdf"
        ),
        paper(meeting, "extract", "docx", f"?assignment={task.pk}"): (
            f"extract-sister-cities-1-2563-5-2-{task.pk}.docx"
        ),
    }

    for address, name in names.items():
        assert client.get(address)["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_digits_are_a_choice(client, secretary):
    meeting = half_open_meeting()

    thai = words_in(client.get(paper(meeting, "minutes", "txt", "?digits=thai")), "txt")
    arabic = words_in(client.get(paper(meeting, "minutes", "txt", "?digits=arabic")), "txt")

    assert "ครั้งที่ ๑/๒๕๖๓" in thai
    assert "ครั้งที่ 1/2563" in arabic
    page = page_of(client, papers(meeting, "?digits=arabic"))
    assert all("digits=arabic" in a["href"] for a in page.select(".papers-files a"))
    assert page.select_one("input[name=digits][checked]")["value"] == "arabic"


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_an_extract_tells_one_department_its_own_task(client, secretary, kind, language):
    meeting = half_open_meeting(minutes_state="draft", certified_on=None)
    task = Assignment.objects.filter(resolution__item__meeting=meeting, task_th="งานOpenItem").get()
    other = factories.make_department(name_th="หน่วยงานอื่น", name_en="Another Office")
    type(task.department).objects.filter(pk=task.department_id).update(name_en="Office")
    factories.make_assignment(resolution=task.resolution, department=other, task_th="OtherTask")
    address = paper(meeting, "extract", kind, f"?assignment={task.pk}")

    response = client.get(address.replace("/th/", f"/{language}/", 1))

    text = "".join(words_in(response, kind).split())
    assert text.count("OpenItem") >= 3
    assert "OtherTask" not in text


@pytest.mark.parametrize("role", ["author", "editor", "translator", "administrator"])
def test_who_may_not_read_closed_items_gets_no_paper(client, role):
    meeting = half_open_meeting()
    client.force_login(factories.make_user(role))

    assert client.get(papers(meeting)).status_code in (302, 403)
    for name, kind in FILES:
        response = client.get(paper(meeting, name, kind))
        assert response.status_code in (302, 403)
        assert "Content-Disposition" not in response


def test_the_author_is_told_no(client):
    client.force_login(factories.make_user("author"))

    assert client.get(papers(half_open_meeting())).status_code == 403


def test_before_a_meeting_there_are_invitation_and_sheet_only(client, secretary):
    meeting = factories.make_meeting(status="planned")
    item = factories.make_item(meeting=meeting)
    task = factories.make_assignment(resolution=factories.make_resolution(item=item))
    links = links_of(client, meeting)

    assert links
    assert all("/invitation." in link or "/attendance." in link for link in links)
    assert all(client.get(link).status_code == 200 for link in links)
    for name, kind, query in (
        *(("minutes", kind, "") for kind in ("docx", "pdf", "txt", "html")),
        ("extract", "docx", f"?assignment={task.pk}"),
    ):
        assert client.get(paper(meeting, name, kind, query)).status_code == 404


def test_a_closed_meeting_has_no_version_for_readers(client, secretary):
    meeting = half_open_meeting(access="internal")

    assert not any("version=public" in link for link in links_of(client, meeting))
    for kind in ("docx", "html"):
        address = paper(meeting, "minutes", kind, "?version=public")
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("name", "kind", "query"),
    [
        *(("nothing", "docx", ""), ("minutes", "odt", ""), ("invitation", "html", "")),
        *(("minutes", "docx", "?version=secret"), ("attendance", "docx", "?version=public")),
        *(("extract", "txt", ""), ("extract", "docx", ""), ("extract", "pdf", "?assignment=x")),
        ("extract", "docx", "?assignment=99999999999999999999"),
        ("extract", "docx", "?assignment=" + "9" * 1500),
        ("extract", "docx", "?assignment=-1"),
        ("extract", "docx", "?assignment=%E0%B9%91%C2%B2"),
    ],
)
def test_what_is_no_paper_is_not_there(client, secretary, name, kind, query):
    assert client.get(paper(half_open_meeting(), name, kind, query)).status_code == 404


def test_an_extract_is_of_its_own_meeting(client, secretary):
    foreign = factories.make_assignment()
    closed = Assignment.objects.filter(task_th="งานClosedItem")
    meeting = half_open_meeting()

    for query in (
        f"?assignment={foreign.pk}",
        f"?assignment={closed.first().pk}&version=public",
    ):
        assert client.get(paper(meeting, "extract", "docx", query)).status_code == 404


def test_a_meeting_that_is_not_there(client, secretary):
    for pk in (999999, 99999999999999999999):
        assert client.get(reverse("admin:committees_meeting_papers", args=[pk])).status_code == 404


def test_a_template_that_can_not_be_filled_is_said_on_the_list(
    client, secretary, settings, tmp_path
):
    settings.PAPER_TEMPLATES = str(tmp_path / "nowhere")
    meeting = half_open_meeting()

    response = client.get(paper(meeting, "minutes", "docx", "?digits=arabic"))

    assert response.url == papers(meeting, "?digits=arabic")
    assert "nowhere" in " ".join(str(one) for one in get_messages(response.wsgi_request))
    assert client.get(papers(meeting)).status_code == 200


def test_the_list_says_what_is_missing(client, secretary):
    meeting = factories.make_meeting(time_is_stated=False)
    factories.make_item(meeting=meeting)
    bare = said(page_of(client, papers(meeting)).select_one(".papers-missing"))
    meeting.time_is_stated, meeting.recorder = True, "นางสาวญาดา รุ่งเรืองกิจ"
    meeting.save()
    factories.make_attendee(meeting=meeting, capacity="chair")
    better = page_of(client, papers(meeting)).select(".papers-missing li")

    assert len(bare) > 20
    # The hour of the end, the venue, the item without a resolution.
    assert len(better) == 3


def test_a_phrase_that_strays_from_the_form_is_shown_with_the_better_one(client, secretary):
    meeting = factories.make_meeting()
    factories.make_item(meeting=meeting, detail_th="ตามบันทึกการประชุมครั้งก่อน")
    factories.make_attendee(meeting=meeting, position_th="ผู้บันทึกการประชุม")

    words = said(page_of(client, papers(meeting)).select_one(".papers-wording"))

    for phrase in ("บันทึกการประชุม", "รายงานการประชุม", "ผู้บันทึกการประชุม", "ผู้จดรายงานการประชุม"):
        assert phrase in words


def test_the_list_of_a_long_meeting_asks_little(client, secretary, django_assert_max_num_queries):
    meeting = factories.make_meeting()
    department = factories.make_department()
    for _each in range(30):
        resolution = factories.make_resolution(item=factories.make_item(meeting=meeting))
        factories.make_assignment(resolution=resolution, department=department)

    with django_assert_max_num_queries(40):
        assert len(links_of(client, meeting)) > 60
