"""Who in the register may be the same person."""

import pytest

from committees.merging import merge, tell_apart
from committees.recognising import KnownNames, like
from iad.thai.likeness import Likeness
from tests.factories import make_person, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def kitti():
    return make_person(name_th="กิตติ สุขสวัสดิ์", name_en="Kitti Suksawat")


def test_another_spelling_and_another_prefix_are_found(kitti):
    make_person(name_th="สมชาย ใจดี")
    spelling = make_person(name_th="กิติ สุขสวัสดิ์")
    prefix = make_person(prefix_th="ดร.", name_th="กิตติ  สุขสวัสดิ์")

    assert like(kitti) == {prefix.pk: Likeness.SAME, spelling.pk: Likeness.ALIKE}


def test_somebody_not_yet_in_the_register_is_compared_too(kitti):
    typed = type(kitti)(name_th="กิติ สุขสวัสดิ์")

    assert like(typed) == {kitti.pk: Likeness.ALIKE}


def test_english_names_are_compared_where_one_has_no_thai_name(kitti):
    guest = make_person(name_th="", name_en="Mr. Kitthi Suksawad")
    same = make_person(name_th="", name_en="Kiti Suksawat")

    assert like(kitti) == {same.pk: Likeness.ALIKE, guest.pk: Likeness.ALIKE}


def test_the_official_language_decides_where_both_names_are_in_it(kitti):
    make_person(name_th="กฤติน สุขสวัสดิ์", name_en="Kitti Suksawat")

    assert like(kitti) == {}
    assert KnownNames().pairs() == []


def test_a_pair_is_listed_once_and_the_most_alike_first(kitti):
    spelling = make_person(name_th="กิติ สุขสวัสดิ์", name_en="Kiti Suksawat")
    other, twin = (make_person(name_th="สมชาย ใจดี") for _person in range(2))

    assert KnownNames().pairs() == [
        (other.pk, twin.pk, Likeness.SAME),
        (kitti.pk, spelling.pk, Likeness.ALIKE),
    ]


def test_people_told_apart_do_not_come_back(kitti):
    by, other = make_user("administrator"), make_person(name_th="กิติ สุขสวัสดิ์")
    tell_apart(kitti, other, by=by)

    assert KnownNames().pairs() == []
    assert like(kitti) == like(other) == {}


def test_what_was_said_of_a_merged_entry_holds_for_the_kept_one(kitti):
    by, other = make_user("administrator"), make_person(name_th="กิติ สุขสวัสดิ์")
    stays = make_person(name_th="ชื่อใหม่ สกุลใหม่")
    tell_apart(kitti, other, by=by)
    merge(kitti, into=stays, by=by)

    assert KnownNames().pairs() == []
    assert like(stays) == {}


def test_the_spelling_of_a_merged_entry_is_still_known(kitti):
    by, stays = make_user("administrator"), make_person(name_th="กิตติศักดิ์ สุขสวัสดิ์")
    merge(kitti, into=stays, by=by)

    assert like(type(kitti)(name_th="กิตติ สุขสวัสดิ์")) == {stays.pk: Likeness.SAME}


def test_a_weak_likeness_is_no_pair_unless_asked_for():
    single = make_person(prefix_th="นางสาว", name_th="พิมพ์ใจ ทองดี")
    married = make_person(prefix_th="นาง", name_th="พิมพ์ใจ รักสงบ")

    assert KnownNames().pairs() == []
    assert KnownNames().pairs(weakest=Likeness.WEAK) == [(single.pk, married.pk, Likeness.WEAK)]
    assert like(single) == {married.pk: Likeness.WEAK}


def test_the_register_is_read_once_however_large(kitti, django_assert_num_queries):
    for _person in range(20):
        make_person()

    with django_assert_num_queries(2):
        KnownNames().pairs()
    with django_assert_num_queries(2):
        like(kitti)
