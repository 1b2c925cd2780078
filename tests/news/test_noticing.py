"""Notices by e-mail: who hears of what, in both languages, and never in the way of the act."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from news import publishing
from news.models import Article
from tests.factories import make_article, make_public_article, make_user, published

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def mails(mailoutbox, django_capture_on_commit_callbacks):
    """The mails that an act sends once it is committed."""

    def after(act, *args, **asked):
        mailoutbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act(*args, **asked)
        return list(mailoutbox)

    return after


@pytest.fixture
def author():
    return make_user("author", email="author@example.org", first_name="สมหญิง")


@pytest.fixture
def editor():
    return make_user("editor", email="editor@example.org", first_name="สมชาย")


def in_review(author, **fields) -> Article:
    return make_article(author=author, state="review", **fields)


def test_what_is_submitted_is_told_to_the_editors(mails, author, editor):
    second = make_user("editor", email="second@example.org")

    (mail,) = mails(publishing.submit, make_article(author=author), by=author)

    assert sorted(mail.to) == [editor.email, second.email]


@pytest.mark.parametrize(
    "fields", [{"is_active": False}, {"is_staff": False}, {"email": ""}], ids=str
)
def test_who_left_or_has_no_address_gets_no_mail(fields, mails, author):
    make_user("editor", **{"email": "gone@example.org"} | fields)

    assert mails(publishing.submit, make_article(author=author), by=author) == []


@pytest.mark.parametrize("role", ["author", "secretary", "translator", "administrator"])
def test_only_editors_hear_of_what_is_submitted(role, mails, author):
    make_user(role, email="colleague@example.org")

    assert mails(publishing.submit, make_article(author=author), by=author) == []


def test_an_editor_who_submits_his_own_hears_nothing_of_it(mails, editor):
    assert mails(publishing.submit, make_article(author=editor), by=editor) == []


def test_what_is_returned_is_told_to_its_author_with_the_comment(mails, author, editor):
    article = in_review(author)

    (mail,) = mails(publishing.send_back, article, by=editor, comment="แก้ <วันที่> & ชื่อ")

    assert mail.to == [author.email]
    assert mail.body.count("แก้ <วันที่> & ชื่อ") == 2
    assert "สมชาย" in mail.body


def test_one_mail_speaks_thai_first_then_english(mails, author, editor, settings):
    settings.SITE_URL = "https://portal.example.go.th"
    article = in_review(author, title_th="ข่าวไทย", title_en="English news")

    (mail,) = mails(publishing.send_back, article, by=editor, comment="แก้")
    thai, english = mail.body.split("-" * 60)

    assert f" https://portal.example.go.th/admin/news/article/{article.pk}/change/" in thai
    assert f" https://portal.example.go.th/en/admin/news/article/{article.pk}/change/" in english
    assert ("ข่าวไทย" in thai, "English news" in english) == (True, True)
    assert str(timezone.localdate().year + 543) in thai
    assert str(timezone.localdate().year) in english


@pytest.mark.parametrize("title", ["ข่าว\r\nBcc: all@example.org", "ข่าว\nสองบรรทัด", "ย" * 300])
def test_a_title_cannot_break_the_head_of_the_mail(title, mails, author, editor):
    article = in_review(author, title_th=title)

    (mail,) = mails(publishing.send_back, article, by=editor, comment="แก้")

    assert "\n" not in mail.subject
    assert list(mail.message().get_all("To")) == [author.email]
    assert mail.message()["Bcc"] is None


def test_what_is_published_is_told_to_its_author_with_the_address(mails, author, editor, settings):
    article = in_review(author)

    (mail,) = mails(publishing.publish, article, by=editor)

    assert mail.to == [author.email]
    assert f"{settings.SITE_URL}/news/{article.pk}/" in mail.body
    assert f"{settings.SITE_URL}/en/news/{article.pk}/" in mail.body


def test_what_is_scheduled_is_told_with_its_hour(mails, author, editor):
    article = in_review(author)
    hour = datetime(2099, 12, 5, 9, tzinfo=timezone.get_default_timezone())

    (mail,) = mails(publishing.publish, article, by=editor, at=hour)

    assert "5 ธันวาคม 2642 เวลา 09.00 น." in mail.body
    assert "5 December 2099 at 09.00 hrs." in mail.body


def test_what_is_withdrawn_is_told_to_its_author_with_the_reason(mails, author, editor):
    article = make_public_article(author=author)

    (mail,) = mails(publishing.withdraw, article, by=editor, reason="ข้อมูลผิด")

    assert mail.to == [author.email]
    assert "ข้อมูลผิด" in mail.body


def test_who_publishes_his_own_hears_nothing_of_it(mails, editor):
    assert mails(publishing.publish, in_review(editor), by=editor, override=True) == []


def test_a_confirmation_is_told_to_nobody(mails, author, editor):
    article = make_public_article(author=author, approved_by=author)

    assert mails(publishing.confirm, article, by=editor) == []


def test_an_act_that_was_done_already_is_not_told_twice(mails, author, editor):
    article = in_review(author)
    assert len(mails(publishing.publish, article, by=editor)) == 1

    assert mails(publishing.publish, article, by=editor) == []


def test_an_act_that_is_undone_is_never_told(mails, author, editor):
    article = in_review(author)

    def publish_and_fail():
        with transaction.atomic():
            publishing.publish(article, by=editor)
            transaction.set_rollback(True)

    assert mails(publish_and_fail) == []


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_is_down_is_logged_and_the_act_stands(author, editor, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there
    article = in_review(author)

    assert publishing.publish(article, by=editor)

    assert Article.objects.public().get() == article
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "Connection refused" in caplog.text


def test_a_scheduled_article_restored_is_told_as_published(mails, author, editor):
    article = make_article(author=author, **published(state="withdrawn"))

    (mail,) = mails(publishing.restore, article, by=editor)

    assert mail.to == [author.email]
