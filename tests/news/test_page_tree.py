"""A reader of a standing page knows where it stands: what is above, beside and under it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Page
from news.page_tree import tree
from tests.factories import make_page
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    """A top page, two pages under it, and one under the first of these."""
    top = make_page(title_th="เกี่ยวกับสำนักงาน")
    plans = make_page(title_th="แผนงาน", parent=top, order=1)
    history = make_page(title_th="ประวัติ", parent=top, order=2)
    yearly = make_page(title_th="แผนประจำปี", parent=plans)
    return top, plans, history, yearly


def hide(page):
    Page.objects.filter(pk=page.pk).update(state="draft")


def listed(page, where: str) -> list[str]:
    return [said(link) for link in page.select(f"{where} li a")]


def test_the_breadcrumbs_name_every_page_above(client, family):
    *_others, yearly = family

    steps = page_of(client, yearly.get_absolute_url()).select(".breadcrumbs li")

    assert [said(step) for step in steps] == [
        "หน้าแรก",
        "เกี่ยวกับสำนักงาน",
        "แผนงาน",
        "แผนประจำปี",
    ]
    assert steps[-1]["aria-current"] == "page"


def test_pages_beside_and_under_are_listed_and_the_present_one_is_marked(client, family):
    _top, plans, _history, _yearly = family

    page = page_of(client, plans.get_absolute_url())

    assert listed(page, ".page-beside") == ["แผนงาน", "ประวัติ"]
    assert said(page.select_one(".page-beside [aria-current]")) == "แผนงาน"
    assert listed(page, ".page-under") == ["แผนประจำปี"]


def test_what_is_hidden_is_neither_above_nor_beside_nor_under(client, family):
    top, plans, history, yearly = family
    hide(yearly)
    assert not page_of(client, plans.get_absolute_url()).select(".page-under")
    hide(history)
    assert not page_of(client, plans.get_absolute_url()).select(".page-beside")
    hide(top)
    steps = page_of(client, plans.get_absolute_url()).select(".breadcrumbs li")
    assert [said(step) for step in steps] == ["หน้าแรก", "แผนงาน"]


def test_a_page_deep_down_asks_no_more_than_one_at_the_top(client, family):
    asked = []
    for page in (family[0], family[-1]):
        with CaptureQueriesContext(connection) as queries:
            client.get(page.get_absolute_url())
        asked.append(len(queries))

    assert asked == [3, 3]


def test_the_tree_holds_every_page_once_even_pages_in_a_ring(family):
    top, _plans, _history, yearly = family
    Page.objects.filter(pk=top.pk).update(parent=yearly)

    def keys(branches):
        return [key for one in branches for key in (one.page.pk, *keys(one.branches))]

    assert sorted(keys(tree(Page.objects.all()))) == sorted(page.pk for page in family)
