"""After another has saved: what was typed is edited further, its photos and files included."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import make_article, make_photo
from tests.news.desk_forms import CHOICES, Desk, fields_of, offered, read, send
from tests.pictures import WHOLE

BODY = "<p>ประชุมเรื่องเมืองพี่น้อง</p>"
HERS, HIS = "<p>ประชุมเรื่องเมืองพี่น้องเมื่อวาน</p>", "<p>ประชุมเรื่องเมืองพี่น้องวันนี้</p>"


@pytest.fixture
def article(db):
    return make_article(title_th="ข่าว", body_th=BODY)


@pytest.fixture
def her(article):
    return Desk("editor", article, first_name="มาลี", last_name="ก่อน")


@pytest.fixture
def him(article):
    return Desk("editor", article)


# --- go on editing -------------------------------------------------------------------------


def test_going_on_shows_what_was_typed_with_theirs_beside_it(article, her, him):
    her.save(body_th=HERS, title_en="Hers")
    told = him.save(body_th=HIS, summary_th="ย่อ")

    again = him.choose(told, "go-on")

    article.refresh_from_db()
    assert article.body_th == HERS, "nothing is saved yet"
    fields = fields_of(again)
    typed = [fields[name][0] for name in ("body_th", "summary_th", "title_en")]
    assert typed == [HIS, "ย่อ", "Hers"]
    assert "เมื่อวาน" in read(again).select_one(".beside del").get_text()
    assert send(him.client, him.address, fields).status_code == 302
    article.refresh_from_db()
    assert (article.body_th, article.summary_th, article.title_en) == (HIS, "ย่อ", "Hers")


def test_a_third_save_meanwhile_is_told_as_well(article, her, him):
    her.save(body_th=HERS)
    told = him.save(body_th=HIS, title_en="His")
    third = Desk("editor", article)
    third.save(body_th="<p>ของคนที่สาม</p>")

    again = him.choose(told, "mine")

    assert again.status_code == 409
    assert "คนที่สาม" in read(again).select_one("td.diff").get_text()
    him.choose(again, "mine")
    article.refresh_from_db()
    assert (article.body_th, article.title_en) == (HIS, "His")


def test_a_mistake_in_the_form_does_not_hide_the_quarrel(article, her, him):
    her.save(body_th=HERS)
    told = him.save(body_th=HIS, date="31/2/2563")
    assert told.status_code == 409

    answer = him.choose(told, "mine")

    assert answer.status_code == 200
    fields = fields_of(answer)
    assert (fields["body_th"], fields["date"]) == ([HIS], ["31/2/2563"])
    assert send(him.client, him.address, fields, date="1/3/2563").status_code == 302


# --- photos --------------------------------------------------------------------------------


@pytest.fixture
def photo(article):
    return make_photo(article=article, caption_th="เดิม")


def test_a_caption_that_only_the_other_wrote_is_not_undone(photo, article):
    her, him = Desk("editor", article), Desk("editor", article)
    her.save(**{"photos-0-caption_th": "ของเธอ"})

    told = him.save(**{"photos-0-alt_th": "ของเขา"})

    assert offered(told) == {"photos-0-caption_th": "theirs"}
    him.choose(told, "chosen")
    photo.refresh_from_db()
    assert (photo.caption_th, photo.alt_th) == ("ของเธอ", "ของเขา")


def test_a_photo_removed_meanwhile_leaves_what_was_typed_to_be_read(photo, article):
    her, him = Desk("editor", article), Desk("editor", article)
    her.save(**{"photos-0-DELETE": "on"})

    told = him.save(body_th=HIS, **{"photos-0-caption_th": "คำบรรยายยาวของเขา"})

    assert told.status_code == 409
    assert "คำบรรยายยาวของเขา" in read(told).select_one("#content-main").get_text()
    assert him.choose(told, "chosen").status_code == 302
    article.refresh_from_db()
    assert (article.body_th, article.photos.count()) == (HIS, 0)


def test_a_photo_added_meanwhile_stays(article, her, him):
    make_photo(article=article)
    her.save(title_en="Hers")

    him.choose(him.save(title_en="His"), "mine")

    assert article.photos.count() == 1


def test_a_file_that_has_to_be_chosen_again_is_named(article, her, him):
    her.save(body_th=HERS)
    new = {
        "photos-TOTAL_FORMS": "1",
        "photos-0-order": "0",
        "photos-0-alt_th": "มือ",
        "photos-0-image": SimpleUploadedFile("hands.jpg", WHOLE),
    }

    told = him.save(body_th=HIS, **new)

    assert "hands.jpg" in read(told).get_text()
    assert fields_of(told, CHOICES)["photos-0-alt_th"] == ["มือ"]
