"""The living page of components: for staff, in both languages, by the sheets of readers."""

import pytest
from bs4 import BeautifulSoup

from iad.components import PAIRS
from tests.factories import make_article, make_meeting, make_public_article, make_user

pytestmark = pytest.mark.django_db
PIECES = (".card", ".meeting-line", ".meeting-tile", ".notice", ".tag", ".empty")
PIECES += (".pagination", ".narrowings", ".tile")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_staff_see_every_piece(client, prefix):
    make_public_article(title_th="ข่าวตัวอย่าง", title_en="A sample")
    make_meeting()
    make_article(title_th="ข่าวที่ยังไม่เผยแพร่")
    client.force_login(make_user("author"))
    answer = client.get(f"{prefix}/admin/components/")
    page = BeautifulSoup(answer.content, "html.parser")

    assert "ยังไม่เผยแพร่" not in page.get_text()
    for piece in PIECES:
        assert page.select_one(f"main {piece}"), piece
    assert len(page.select(".swatch")) == len(PAIRS)
    assert "unsafe-inline" not in answer["Content-Security-Policy"]


def test_readers_are_sent_to_log_in(client):
    answer = client.get("/admin/components/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")


def test_every_class_of_a_swatch_has_its_colour(client):
    client.force_login(make_user("editor"))
    page = BeautifulSoup(client.get("/admin/components/").content, "html.parser")
    with open("static/css/components-page.css", encoding="utf-8") as sheet:
        written = sheet.read()
    for swatch in page.select(".swatch"):
        for name in swatch["class"][1:]:
            assert f".{name} {{" in written
