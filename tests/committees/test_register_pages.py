"""Lists of committees and departments: who stands under whom, and what comes next."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee, Department
from tests.factories import (
    make_assignment,
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_resolution,
    make_term,
)
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client):
    return partial(page_of, client)


def planned(committee, days, **fields):
    starts_at = timezone.now() + timedelta(days=days)
    return make_meeting(committee=committee, status="planned", starts_at=starts_at, **fields)


def test_a_working_group_stands_under_the_committee_that_appointed_it(read):
    upper = make_committee(name_th="คณะกรรมการ ก")
    group = make_committee(name_th="คณะทำงาน ข", parent=upper)
    make_committee(name_th="คณะทำงานย่อย ค", parent=group)
    make_committee(name_th="คณะกรรมการ ง")
    first, second = read("/committees/").select(".family")

    assert said(first.h2) == "คณะกรรมการ ก"
    assert [said(one) for one in first.select("h3")] == ["คณะทำงาน ข", "คณะทำงานย่อย ค"]
    assert said(second.h2) == "คณะกรรมการ ง"


def test_a_dissolved_committee_stands_apart_and_its_groups_are_not_lost(read):
    yesterday = timezone.localdate() - timedelta(days=1)
    gone = make_committee(name_th="คณะกรรมการเก่า", dissolved_on=yesterday)
    make_committee(name_th="คณะทำงานที่เหลือ", parent=gone)
    page = read("/committees/")

    past = page.find(id="dissolved").find_parent("section")
    assert "คณะกรรมการเก่า" in said(past)
    assert said(page.select_one(".family h2")) == "คณะทำงานที่เหลือ"


def test_two_that_name_each_other_are_both_listed(read):
    one = make_committee(name_th="คณะหนึ่ง")
    other = make_committee(name_th="คณะสอง", parent=one)
    Committee.objects.filter(pk=one.pk).update(parent=other)

    page = said(read("/committees/").main)

    assert "คณะหนึ่ง" in page
    assert "คณะสอง" in page


def test_the_next_open_meeting_of_each_committee_is_named(read):
    committee = make_committee()
    planned(committee, 20, number=6, be_year=2569)
    planned(committee, 10, number=5, be_year=2569)
    planned(committee, 5, number=4, be_year=2569, access="internal")
    entry = said(read("/committees/").select_one(".family"))

    assert "5/2569" in entry
    assert "4/2569" not in entry
    assert "6/2569" not in entry


def test_the_page_of_a_committee_sets_its_next_meeting_apart(read):
    committee = make_committee()
    planned(committee, 20, number=6, be_year=2569)
    coming = planned(committee, 10, number=7, be_year=2569)
    make_meeting(committee=committee, number=1, be_year=2569)
    page = read(committee.get_absolute_url())

    assert page.select_one(".next-meeting-title a")["href"] == coming.get_absolute_url()
    assert not read(make_committee().get_absolute_url()).select(".next-meeting")


def test_meetings_fold_by_year_and_the_newest_year_is_open(read):
    committee = make_committee()
    for year, number in ((2563, 1), (2563, 2), (2565, 1)):
        make_meeting(committee=committee, be_year=year, number=number)
    years = read(committee.get_absolute_url()).select(".of-year")

    assert [said(year.h3).split()[-1] for year in years] == ["2565", "2563"]
    assert [year.has_attr("open") for year in years] == [True, False]
    assert [len(year.select("li")) for year in years] == [1, 2]


def test_a_member_without_a_picture_has_initials_and_an_office_its_sign(read):
    committee = make_committee()
    person = make_person(prefix_th="นาย", name_th="เฉลิมพล โชตินุชิต")
    make_membership(committee=committee, person=person, order=1)
    make_membership(committee=committee, position_th="ปลัดกรุงเทพมหานคร", order=2)
    seats = read(committee.get_absolute_url()).select(".seat")

    faces = [seat.select_one(".face") for seat in seats]
    assert [said(face) for face in faces] == ["ฉช", ""]
    assert all(face["aria-hidden"] == "true" for face in faces)
    english = read(f"/en{committee.get_absolute_url()}").select_one(".initials")
    assert (said(english), english["lang"]) == ("ฉช", "th")


def test_the_order_that_appointed_all_is_named_once(read):
    committee = make_committee()
    term = make_term(committee=committee, order_ref="คำสั่งที่ 1/2565")
    for order in (1, 2):
        make_membership(committee=committee, term=term, order=order)
    members = read(committee.get_absolute_url()).find(id="members").find_parent("section")

    assert said(members).count("คำสั่งที่ 1/2565") == 1
    make_membership(committee=committee, order=3)
    members = read(committee.get_absolute_url()).find(id="members").find_parent("section")
    assert [("คำสั่งที่ 1/2565" in said(seat)) for seat in members.select(".seat")] == [
        *(True, True, False),
    ]


def test_a_term_leads_to_who_sat_at_its_beginning(read):
    term = make_term(starts_on=date(2022, 7, 1))

    for prefix in ("", "/en"):
        terms = read(prefix + term.committee.get_absolute_url()).find(id="terms")
        assert terms.find_parent("section").select_one('a[href="?on=2022-07-01#members"]')


def test_departments_hold_their_offices_and_districts_stand_by_themselves(read):
    upper = make_department(name_th="สำนักปลัด")
    office = make_department(name_th="สำนักงานการต่างประเทศ", parent=upper)
    make_department(name_th="ส่วนส่งเสริม", parent=office)
    make_department(name_th="สำนักงานเขตพระนคร")
    make_department(name_th="กองเก่า", closed_on=date(2020, 1, 1))
    page = read("/departments/")

    (row,) = page.select("#offices ~ .register > li")
    assert said(row.select_one(".entry-title")) == "สำนักปลัด"
    parts = [said(one) for one in row.select("li")]
    assert parts[0].startswith("ส่วนส่งเสริม")
    assert parts[0].endswith("สำนักงานการต่างประเทศ")
    assert parts[1] == "สำนักงานการต่างประเทศ"
    districts = page.select("#districts ~ .register > li")
    assert [said(one) for one in districts] == ["สำนักงานเขตพระนคร"]
    assert "กองเก่า" not in said(page.main)


def test_a_part_of_a_closed_department_is_not_lost(read):
    closed = make_department(name_th="กองเก่า", closed_on=date(2020, 1, 1))
    make_department(name_th="งานที่เหลือ", parent=closed)

    assert "งานที่เหลือ" in said(read("/departments/").main)


def test_a_list_without_departments_says_so(read):
    Department.objects.all().delete()

    assert read("/departments/").select_one(".empty")


def test_a_department_leads_to_what_is_assigned_to_it_in_the_open(read):
    department, other = make_department(), make_department()
    make_assignment(department=department)
    closed = make_resolution(item=make_item(access="internal"))
    make_assignment(department=other, resolution=closed)

    link = read(department.get_absolute_url()).select_one(".ways a")
    assert link["href"] == f"/follow-up/?department={department.pk}"
    assert said(link) == _("What committees have assigned to this department")
    assert not read(other.get_absolute_url()).select(".ways")
