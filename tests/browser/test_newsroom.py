"""An article's whole way, in a browser: written, returned, mended, approved, scheduled,
translated, corrected while it is live, and withdrawn.

Each step leaves a picture in $ARTIFACTS_DIR (artifacts/ unless set).
"""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from iad.thai.dates import format_date, format_time
from news.models import Article
from tests.browser.test_editor import Editor
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db(transaction=True)
ARTIFACTS = Path(os.environ.get("ARTIFACTS_DIR") or settings.BASE_DIR / "artifacts")
SUBMIT, PUBLISH = "[name=_submit]", "[name=_publish]"
MENDED = "ต้อนรับคณะผู้แทนกรุงฮานอย"
CORRECTED = "ต้อนรับคณะผู้แทนกรุงฮานอยสิบสองคน"


class Desk:
    """The desk as one person after another sits down at it."""

    def __init__(self, page: Page, client: Client, home: str):
        self.page, self.client, self.home = page, client, home
        self.pictures = 0

    def sit_down(self, user):
        self.client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        value = self.client.cookies[name].value
        self.page.context.add_cookies([{"name": name, "value": value, "url": self.home}])
        self.page.goto("/admin/")

    def take_from(self, pile: str, title: str):
        self.page.locator(f"#pile-{pile}").get_by_role("link", name=title).click()

    def write(self, field: str, text: str):
        """Into an editor, over what stands there."""
        editor = Editor(self.page, field)
        editor.body.press("Control+a")
        editor.write(text)

    def press(self, button: str):
        self.page.locator(button).first.click()
        expect(self.page.locator(".messagelist li").first).to_be_visible()
        expect(self.page.locator(".messagelist .error")).to_have_count(0)

    def act(self, name: str, **answers: str):
        """An act's own page, reached by its link on the form."""
        self.page.locator(f"a[href$='/act/{name}/']").first.click()
        for field, answer in answers.items():
            self.page.locator(f"#id_{field}").fill(answer)
        self.keep(f"asked-{name}")
        self.press("#content-main input[type=submit]")

    def keep(self, step: str):
        self.pictures += 1
        ARTIFACTS.mkdir(parents=True, exist_ok=True)
        path = ARTIFACTS / f"newsroom-{self.pictures:02}-{step}.png"
        self.page.screenshot(path=path, full_page=True)


@pytest.fixture
def desk(page, client, live_server):
    return Desk(page, client, live_server.url)


def readers_see(address: str) -> tuple[int, str]:
    response = Client().get(address)
    return response.status_code, response.content.decode()


def test_the_whole_way_of_an_article(desk, page):
    author, editor = make_user("author", first_name="สมหญิง"), make_user("editor")
    written_and_submitted(desk, page, author)
    article = Article.objects.get()
    returned_and_mended(desk, page, author, editor)
    approved_for_a_later_hour(desk, page, editor, article)
    address = article.get_absolute_url()
    assert readers_see(address)[0] == 404

    hour = timezone.now() - timedelta(minutes=1)  # the hour has come
    Article.objects.update(publish_at=hour, first_published_at=hour)

    status, text = readers_see(address)
    assert (status, MENDED in text) == (200, True)
    page.goto(address)
    expect(page.locator("h1")).to_have_text("กรุงเทพมหานครต้อนรับแขก")
    desk.keep("readers")

    translated(desk, page, article)
    corrected_while_it_is_live(desk, page, editor, article)
    withdrawn(desk, page, editor, article)


def written_and_submitted(desk, page, author):
    desk.sit_down(author)
    expect(page.locator("#pile-returned .nothing")).to_be_visible()
    desk.keep("start-page")
    page.locator(".shortcuts a[href$='/article/add/']").click()
    page.locator("#id_title_th").fill("กรุงเทพมหานครต้อนรับแขก")
    desk.write("body_th", "ต้อนรับคณะผู้แทน")
    page.locator("#id_date").fill("๑๔ ก.พ. ๒๕๖๓")
    desk.keep("written")
    desk.press(SUBMIT)
    desk.keep("submitted")

    article = Article.objects.get()
    assert (article.state, article.author) == ("review", author)
    assert article.body_th == "<p>ต้อนรับคณะผู้แทน</p>"


def returned_and_mended(desk, page, author, editor):
    desk.sit_down(editor)
    desk.keep("editor-start-page")
    desk.take_from("review", "กรุงเทพมหานครต้อนรับแขก")
    desk.act("return", comment="เขียนว่าจากเมืองใด")

    desk.sit_down(author)
    expect(page.locator("#pile-returned blockquote")).to_have_text("เขียนว่าจากเมืองใด")
    desk.keep("returned-to-me")
    desk.take_from("returned", "กรุงเทพมหานครต้อนรับแขก")
    expect(page.locator(".timeline blockquote")).to_have_text("เขียนว่าจากเมืองใด")
    desk.write("body_th", MENDED)
    desk.press(SUBMIT)
    assert Article.objects.get().state == "review"


def approved_for_a_later_hour(desk, page, editor, article):
    later = timezone.localtime() + timedelta(hours=2)
    desk.sit_down(editor)
    desk.take_from("review", "กรุงเทพมหานครต้อนรับแขก")
    page.locator("#id_publish_at_0").fill(format_date(later, "long", thai_digits=True))
    page.locator("#id_publish_at_1").fill(format_time(later, thai_digits=True))
    desk.press(PUBLISH)

    page.goto("/admin/")
    expect(page.locator("#pile-scheduled .when")).to_have_text(
        f"{format_date(later)} เวลา {format_time(later)}"
    )
    desk.keep("scheduled")
    article.refresh_from_db()
    assert (article.is_scheduled, article.approved_by) == (True, editor)


def translated(desk, page, article):
    desk.sit_down(make_user("translator"))
    desk.take_from("translate", "กรุงเทพมหานครต้อนรับแขก")
    expect(page.locator(".translation-text").first).to_have_text("กรุงเทพมหานครต้อนรับแขก")
    page.locator("#id_title_en").fill("Bangkok receives guests")
    desk.write("body_en", "A delegation from Hanoi")
    desk.keep("translated")
    desk.press("[name=_ready]")

    page.goto(f"/en{article.get_absolute_url()}")
    expect(page.locator("h1")).to_have_text("Bangkok receives guests")
    desk.keep("readers-in-english")


def corrected_while_it_is_live(desk, page, editor, article):
    """One editor opens the edit, another publishes it; readers see the old text until then."""
    address = article.get_absolute_url()
    desk.sit_down(editor)
    page.goto(f"/admin/news/article/{article.pk}/change/")
    page.locator("[form=open-edit]").click()
    expect(Editor(page, "body_th").body).to_have_text(MENDED)
    desk.write("body_th", CORRECTED)
    desk.keep("open-edit")
    desk.press(SUBMIT)
    assert MENDED in readers_see(address)[1]

    desk.sit_down(make_user("editor"))
    desk.take_from("review", "กรุงเทพมหานครต้อนรับแขก")
    page.locator(PUBLISH).click()
    page.locator("#id_note_th").fill("แก้ไขจำนวนผู้เยือน")
    desk.keep("note-for-readers")
    desk.press("#content-main input[type=submit]")

    text = readers_see(address)[1]
    assert CORRECTED in text
    assert "แก้ไขจำนวนผู้เยือน" in text
    page.goto(address)
    desk.keep("readers-after-the-correction")
    assert Article.objects.get() == article


def withdrawn(desk, page, editor, article):
    desk.sit_down(editor)
    page.goto(f"/admin/news/article/{article.pk}/change/")
    desk.act("withdraw", reason="กำหนดการยกเลิก", note_th="การเยือนถูกยกเลิก")
    desk.keep("withdrawn")

    article.refresh_from_db()
    assert (article.state, article.withdrawn_note_th) == ("withdrawn", "การเยือนถูกยกเลิก")
    status, text = readers_see(article.get_absolute_url())
    assert status == 410
    assert "การเยือนถูกยกเลิก" in text
    assert CORRECTED not in text


# --- what is pasted ------------------------------------------------------------------------

WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style>@font-face{font-family:"TH SarabunPSK"} p.MsoNormal{margin:0}</style>
<xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml>
<script>window.top.ran = 1</script></head>
<body lang="TH"><!--StartFragment-->
<h1 style="mso-outline-level:1">หัวข้อจาก<span style="mso-spacerun:yes"> </span>Word</h1>
<p class="MsoNormal" style="mso-margin-top-alt:auto" onclick="window.top.ran = 1">
<b style="mso-bidi-font-weight:normal"><span lang="TH" style="font-family:TH SarabunPSK">ตัวหนา
</span></b><o:p></o:p></p>
<p class="MsoNormal"><img src="x" onerror="window.top.ran = 1"><svg onload="window.top.ran = 1">
</svg><a href="javascript:window.top.ran = 1">ลิงก์</a>
<iframe srcdoc="<script>window.top.ran = 1</script>"></iframe></p>
<table class="MsoTableGrid"><tr><td style="mso-border-alt:solid">ช่อง</td></tr></table>
<!--EndFragment--></body></html>
"""


def paste(editor: Editor, html: str):
    editor.body.evaluate(
        """(body, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true});
            body.dispatchEvent(paste);
        }""",
        html,
    )


@pytest.fixture
def draft(desk, page):
    author = make_user("author")
    article = make_article(author=author, body_th="<p>เดิม</p>")
    desk.sit_down(author)
    page.goto(f"/admin/news/article/{article.pk}/change/")
    expect(Editor(page, "body_th").body).to_have_text("เดิม")
    return article


def test_a_document_pasted_from_word_keeps_its_words_and_loses_all_that_runs(desk, page, draft):
    editor = Editor(page, "body_th")
    editor.body.press("Control+a")
    paste(editor, WORD)
    expect(editor.body).to_contain_text("ช่อง")
    desk.keep("pasted-from-word")

    desk.press("[name=_continue]")

    draft.refresh_from_db()
    for words in ("หัวข้อจาก", "ตัวหนา", "<strong>", "ลิงก์", "ช่อง", "<table>"):
        assert words in draft.body_th
    for trace in ("Mso", "mso", "style", "onerror", "javascript", "script", "svg", "o:p", "window"):
        assert trace not in draft.body_th
    assert page.evaluate("window.ran") is None


def test_five_megabytes_of_nested_tags_are_refused_in_words_and_nothing_runs(desk, page, draft):
    nested = "<div onclick='window.top.ran=1'><b>" * 140_000 + "<script>window.top.ran = 1</script>"
    assert len(nested) > 4_900_000
    expect(page.locator("#id_body_th")).to_be_attached()
    # Past the editor, as a script would send it: the editor itself takes minutes over so much.
    page.evaluate(
        """html => {
            CKEDITOR.instances.id_body_th.destroy(true);
            document.querySelector("#id_body_th").value = html;
        }""",
        nested,
    )
    page.locator("[name=_continue]").click(no_wait_after=True)

    expect(page.locator(".errorlist").first).to_be_visible(timeout=60_000)
    desk.keep("nested-tags-refused")
    assert page.evaluate("window.ran") is None
    draft.refresh_from_db()
    assert draft.body_th == "<p>เดิม</p>"
