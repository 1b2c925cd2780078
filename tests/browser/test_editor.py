"""The editor of rich text in the admin, under `script-src 'self'`."""

import re

import pytest
from django.db import connection
from django.urls import reverse
from playwright.sync_api import Page, expect

from news.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db(transaction=True)


class Editor:
    """One editor as its user sees it: buttons, menus, dialogs, and the text."""

    def __init__(self, page: Page, field: str):
        self.page = page
        self.frame = page.locator(f"#cke_id_{field}")
        self.body = self.frame.frame_locator("iframe.cke_wysiwyg_frame").locator("body")

    def press(self, button: str):
        self.frame.locator(f".cke_button__{button}").click()

    def choose_format(self, tag: str):
        self.frame.locator(".cke_combo__format .cke_combo_button").click()
        panel = self.page.frame_locator(".cke_combopanel:visible iframe")
        panel.locator(f".cke_panel_listItem {tag}").click()

    @property
    def dialog(self):
        return self.page.locator(".cke_dialog:visible")

    def agree(self):
        self.dialog.locator(".cke_dialog_ui_button_ok").click()
        expect(self.page.locator(".cke_dialog:visible")).to_have_count(0)

    def field(self, label: str):
        return self.dialog.get_by_label(label)

    def write(self, text: str):
        self.body.press_sequentially(text)


@pytest.fixture
def article():
    return make_article(title_th="ข่าวเดิม", body_th="<p>เนื้อข่าวเดิม</p>", body_en="<p>Old</p>")


@pytest.fixture
def form(page, login, article):
    """The article's form in the admin, in Thai, with its Thai editor ready."""
    login("administrator", is_superuser=True)
    page.goto(reverse("admin:news_article_change", args=[article.pk]))
    expect(Editor(page, "body_th").body).to_have_text("เนื้อข่าวเดิม")
    return page


def open_tab(page: Page, field: str, language: str):
    page.locator(f".ui-tabs-nav a[href='#tab_id_{field}_{language}']").click()


def save(page: Page):
    page.locator("[name=_continue]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_both_languages_are_written_and_saved(form, article):
    thai = Editor(form, "body_th")
    thai.body.press("Control+a")
    thai.write("กรุงเทพมหานครต้อนรับคณะผู้แทน & เมืองพี่น้อง")
    form.locator("#id_title_th").fill("ข่าวใหม่")
    open_tab(form, "body", "en")
    english = Editor(form, "body_en")
    expect(english.body).to_have_text("Old")
    english.body.press("Control+a")
    english.write("Bangkok welcomes a delegation")
    open_tab(form, "title", "en")
    form.locator("#id_title_en").fill("News")

    save(form)

    article.refresh_from_db()
    assert (article.title_th, article.title_en) == ("ข่าวใหม่", "News")
    assert article.body_th == "<p>กรุงเทพมหานครต้อนรับคณะผู้แทน &amp; เมืองพี่น้อง</p>"
    assert article.body_en == "<p>Bangkok welcomes a delegation</p>"


def test_heading_bold_link_and_table_are_made_with_the_mouse(form, article):
    editor = Editor(form, "body_th")
    editor.body.press("Control+a")
    editor.write("หัวข้อ")
    editor.choose_format("h2")
    editor.body.press("Enter")
    editor.press("bold")
    editor.write("หนา")
    editor.press("bold")
    editor.write(" ")
    editor.press("link")
    editor.field("ข้อความที่แสดง").fill("ลิงก์")
    editor.field("ที่อยู่ (URL)").fill("https://example.org/a?b=1")
    editor.agree()
    editor.body.press("End")  # the new link stays selected
    editor.body.press("Enter")
    editor.press("table")
    editor.field("แถว").fill("2")
    editor.field("คอลัมน์").fill("2")
    editor.field("ส่วนหัว").select_option("row")
    editor.field("หัวเรื่องของตาราง").fill("ตารางกำหนดการ")
    editor.agree()

    save(form)

    article.refresh_from_db()
    assert article.body_th.replace("&nbsp;", "").startswith(
        '<h2>หัวข้อ</h2><p><strong>หนา</strong><a href="https://example.org/a?b=1">ลิงก์</a></p>'
        '<table><caption>ตารางกำหนดการ</caption><thead><tr><th scope="col"></th>'
    )


def test_a_list_is_made_and_taken_back(form):
    editor = Editor(form, "body_th")
    editor.body.click()
    editor.press("bulletedlist")
    expect(editor.body.locator("ul li")).to_have_text("เนื้อข่าวเดิม")
    editor.press("undo")
    expect(editor.body.locator("ul")).to_have_count(0)


def test_the_menu_of_a_table_works(form, article):
    Article.objects.update(body_th="<table><tbody><tr><td>หนึ่ง</td></tr></tbody></table>")
    form.reload()
    editor = Editor(form, "body_th")
    editor.body.locator("td").click(button="right")
    menu = form.frame_locator(".cke_menu_panel:visible iframe").first
    menu.get_by_text("แถว").hover()
    rows = form.frame_locator(".cke_menu_panel:visible iframe").last
    rows.get_by_text("แทรกแถวถัดไป").click()
    expect(editor.body.locator("tr")).to_have_count(2)


def test_what_is_pasted_never_runs_and_is_not_kept(form, article):
    editor = Editor(form, "body_th")
    editor.body.press("Control+a")
    editor.body.evaluate(
        """(body, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true});
            body.dispatchEvent(paste);
        }""",
        "<h1 style='color:red'>หัวเรื่อง</h1><p onclick='window.top.ran = 1'>ปลอดภัย"
        "<img src='data:,x' onerror='window.top.ran = 1'><script>window.top.ran = 1</script>"
        "<a href='javascript:window.top.ran = 1'>ลิงก์</a></p>",
    )
    expect(editor.body).to_contain_text("ปลอดภัย")

    save(form)

    article.refresh_from_db()
    assert article.body_th == "<h2>หัวเรื่อง</h2><p>ปลอดภัยลิงก์</p>"
    assert form.evaluate("window.ran") is None


def test_an_old_row_does_not_bring_its_script_into_the_editor(form, article):
    raw = '<p>เก่า<img src="x" onerror="window.top.ran = 1"><a href="javascript:x">ลิงก์</a></p>'
    with_raw_sql(raw, article)
    form.reload()
    expect(Editor(form, "body_th").body).to_have_text("เก่าลิงก์")
    assert form.locator("#id_body_th").input_value() == "<p>เก่าลิงก์</p>"
    assert form.evaluate("window.ran") is None


def with_raw_sql(html: str, article: Article):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE news_article SET body_th = %s WHERE id = %s", [html, article.pk])


def test_a_row_added_later_gets_its_editor(form):
    form.evaluate(
        """() => {
            const area = document.querySelector("#id_body_th");
            const row = document.createElement("fieldset");
            row.innerHTML = "<textarea id='id_rows-0-text' name='rows-0-text'></textarea>";
            row.firstChild.dataset.editor = area.dataset.editor;
            area.form.prepend(row);
            row.dispatchEvent(new CustomEvent("formset:added", {bubbles: true}));
        }"""
    )
    editor = Editor(form, "rows-0-text")
    editor.write("แถวใหม่")
    expect(editor.body).to_have_text("แถวใหม่")


def test_only_forms_with_an_editor_allow_inline_styles(page, login, article):
    login("administrator", is_superuser=True)
    policies = [
        page.goto(reverse(name, args=args)).headers["content-security-policy"]
        for name, args in [
            ("admin:news_article_change", [article.pk]),
            ("admin:news_article_add", []),
            ("admin:news_article_changelist", []),
        ]
    ]
    assert ["'unsafe-inline'" in policy for policy in policies] == [True, True, False]
    assert all("script-src 'self';" in f"{policy};" for policy in policies)
    assert not any("unsafe-eval" in policy for policy in policies)


@pytest.mark.parametrize(("prefix", "label"), [("", "ตัวหนา"), ("/en", "Bold")])
def test_buttons_speak_the_language_of_the_desk(page, login, article, prefix, label):
    login("administrator", is_superuser=True)
    page.goto(f"{prefix}/admin/news/article/{article.pk}/change/")
    language = "en" if prefix else "th"
    button = Editor(page, f"body_{language}").frame.locator(".cke_button__bold")
    expect(button).to_have_attribute("title", re.compile(label))


def test_no_english_is_left_in_the_thai_editor(form):
    editor = Editor(form, "body_th")
    editor.body.click()
    texts = [editor.frame.inner_text()]
    texts += [button.get_attribute("title") for button in editor.frame.locator("a[title]").all()]
    for button in ("link", "table"):
        editor.press(button)
        texts.append(editor.dialog.inner_text())
        texts += editor.dialog.locator("option").all_inner_texts()
        texts += [part.get_attribute("title") for part in editor.dialog.locator("[title]").all()]
        editor.dialog.locator(".cke_dialog_ui_button_cancel").click()
    english = set(re.findall(r"[A-Za-z][A-Za-z ]{2,}", " ".join(texts)))
    assert english - {"URL", "Ctrl", "Shift", "https", "http", "id", "body"} == set()
