"""What readers may meet and the sample content has none of: long lists, galleries, wide tables."""

from datetime import date, timedelta

from django.utils import timezone

from committees.models import Committee, Meeting
from iad.models import User
from news.models import Article, OldAddress, Topic
from tests.factories import (
    make_article,
    make_attachment,
    make_document,
    make_meeting,
    make_old_address,
    make_photo,
    picture,
    published,
)

GALLERY = "ภาพบรรยากาศการต้อนรับคณะผู้แทนเมืองพี่เมืองน้อง"
TABLE = "ตารางเปรียบเทียบความร่วมมือกับเมืองต่าง ๆ"
GONE = "/node/29977"
LONG_WORD = "www.example.go.th/" + "a" * 120
MANY = 24  # with what is there already, more than the 20 of one page


def add_rarities() -> None:
    if OldAddress.objects.filter(path=GONE).exists():
        return
    make_old_address(path=GONE, is_left_behind=True)
    add_old_news()
    add_gallery()
    add_table()
    call_off_a_meeting()


def write(**fields) -> Article:
    """By somebody who is there: a password in production's way takes a second to set."""
    return make_article(author=User.objects.get(username="author"), **published(**fields))


def add_old_news() -> None:
    topic = Topic.objects.order_by("pk").first()
    for number in range(1, MANY + 1):
        write(
            title_th=f"กรุงเทพมหานครหารือความร่วมมือด้านการพัฒนาเมือง ครั้งที่ {number}",
            title_en=f"Bangkok discusses cooperation in urban development, round {number}",
            body_th="<p>ที่ประชุมหารือแนวทางความร่วมมือและกำหนดการดำเนินงานในระยะต่อไป</p>",
            body_en="<p>Both sides discussed how they will cooperate and what comes next.</p>",
            date=date(2018, 3, 1) + timedelta(days=7 * number),
            topics=[topic],
        )


def add_gallery() -> None:
    article = write(
        title_th=GALLERY,
        title_en="Pictures of a welcome for delegates of a sister city",
        body_th="<h2>การต้อนรับ</h2><p>ผู้บริหารกรุงเทพมหานครให้การต้อนรับคณะผู้แทน</p>",
        body_en="<h2>The welcome</h2><p>Executives of the city welcomed the delegates.</p>",
        date=date(2020, 2, 14),
    )
    for number, size in enumerate([(960, 640), (640, 960), (960, 400), (640, 640), (960, 640)], 1):
        make_photo(
            article=article,
            order=number,
            image=picture(size),
            alt_th=f"ผู้บริหารจับมือกับผู้แทนคนที่ {number}",
            alt_en=f"An executive shakes hands with delegate {number}",
            caption_th=f"ภาพที่ {number} การต้อนรับที่ศาลาว่าการกรุงเทพมหานคร",
            caption_en=f"Picture {number}: the welcome at City Hall",
            credit="สำนักงานการต่างประเทศ",
        )
    make_attachment(article=article, title_th="กำหนดการ", title_en="Programme")
    make_attachment(article=article, title_th="รายชื่อผู้แทน")


def add_table() -> None:
    cells = "<td>ด้านสิ่งแวดล้อม</td>" * 12
    write(
        title_th=TABLE,
        title_en="Cooperation with other cities, compared in a table",
        body_th=f"<p>{LONG_WORD}</p><table><tbody><tr>{cells}</tr></tbody></table>"
        "<blockquote><p>ความร่วมมือเริ่มจากการรู้จักกัน</p></blockquote>"
        "<ol><li>ข้อแรก</li><li>ข้อที่สอง</li></ol>",
        date=date(2019, 5, 3),
    )


def call_off_a_meeting() -> None:
    committee = Committee.objects.get(slug="asean-capitals")
    meeting = make_meeting(
        committee=committee,
        number=9,
        status=Meeting.Status.CANCELLED,
        starts_at=timezone.now() + timedelta(days=9),
        status_note_th="งดการประชุมเนื่องจากติดภารกิจราชการ",
        status_note_en="Called off because of other official duties",
        venue_th="ห้องรัตนโกสินทร์ ศาลาว่าการกรุงเทพมหานคร",
        venue_en="Rattanakosin Room, Bangkok City Hall",
    )
    make_document(meeting=meeting, title_th="หนังสือแจ้งงดการประชุม", access="public")
