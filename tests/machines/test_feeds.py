"""Feeds of the news: valid, whole, in the right language, true in their dates."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from news.feeding import MOST_ENTRIES
from news.models import Article
from tests.factories import (
    make_article,
    make_attachment,
    make_committee,
    make_item,
    make_meeting,
    make_page,
    make_photo,
    make_public_article,
    make_resolution,
    make_topic,
)
from tests.machines.feeds import ATOM, LANGUAGE, atom_of, read, rss_of

pytestmark = pytest.mark.django_db
BANGKOK = timezone.get_default_timezone()
HOSTILE = "]]></title><script>alert(1)</script> & \"x\" 'y' <b>z</b> \u202e ราชการ 😀"


@pytest.fixture
def visit():
    article = make_public_article(
        title_th="ต้อนรับคณะผู้แทน",
        title_en="A delegation is welcomed",
        summary_th="สรุป",
        body_th='<p><a href="/pages/history/">ดู</a> <a href="#top">บนสุด</a> href="/x"</p>',
        body_en="<p>Text</p>",
        first_published_at=datetime(2020, 2, 17, 9, tzinfo=BANGKOK),
        changed_at=datetime(2020, 3, 2, 9, tzinfo=BANGKOK),
        topics=[make_topic(name_th="เมืองพี่เมืองน้อง", slug="sister-cities")],
    )
    make_photo(article=article, alt_th="จับมือ", caption_th="ที่ศาลาว่าการ")
    make_attachment(article=article, title_th="กำหนดการ")
    return article


def titles(client, address: str) -> list[str]:
    return [entry.title for entry in read(client, address).entries]


@pytest.mark.parametrize(
    ("prefix", "title"), [("", "ต้อนรับคณะผู้แทน"), ("/en", "A delegation is welcomed")]
)
def test_a_feed_holds_the_whole_article(prefix, title, visit, client):
    feed = atom_of(client, f"{prefix}/news/feed/")
    [entry] = read(client, f"{prefix}/news/feed/").entries

    assert feed.get(LANGUAGE) == ("en" if prefix else "th")
    assert entry.title == title
    assert entry.link == f"http://testserver{prefix}/news/{visit.pk}/"
    assert (entry.published, entry.updated) == (
        "2020-02-17T02:00:00+00:00",
        "2020-03-02T02:00:00+00:00",
    )
    assert [(one.term, one.label) for one in entry.tags] == [("sister-cities", "เมืองพี่เมืองน้อง")]
    text = entry.content[0].value
    assert "/original.jpg" in text
    assert "http://testserver/media/attachments/" in text


def test_links_are_whole_and_words_stay_as_they_are(visit, client):
    [entry] = atom_of(client, "/news/feed/").iter(f"{ATOM}entry")
    text = entry.findtext(f"{ATOM}content")

    assert 'href="http://testserver/pages/history/"' in text
    assert f'href="http://testserver/news/{visit.pk}/#top"' in text
    assert '</a> href="/x"</p>' in text


@pytest.mark.parametrize("address", ["/news/rss/", "/en/news/rss/"])
def test_the_same_is_there_in_rss(address, visit, client):
    channel = rss_of(client, address)
    [entry] = read(client, address).entries
    [in_atom] = read(client, address.replace("rss", "feed")).entries

    assert channel.findtext("language") == ("en" if address.startswith("/en") else "th")
    assert (entry.title, entry.link, entry.id) == (in_atom.title, in_atom.link, in_atom.id)
    assert entry.content[0].value == in_atom.content[0].value
    assert entry.published_parsed == in_atom.published_parsed


def test_files_come_along_with_their_length_and_type(visit, client):
    photo, paper = visit.photos.get().image, visit.attachments.get().file
    enclosed = {
        link.href: (int(link.length), link.type)
        for link in read(client, "/news/feed/").entries[0].links
        if link.rel == "enclosure"
    }

    assert enclosed == {
        f"http://testserver{photo.url}": (photo.size, "image/jpeg"),
        f"http://testserver{paper.url}": (paper.size, "application/pdf"),
    }
    for address, (length, media_type) in enclosed.items():
        answer = client.get(address.removeprefix("http://testserver"))
        assert (len(b"".join(answer)), answer["Content-Type"]) == (length, media_type)
    assert len(rss_of(client, "/news/rss/").findall("item/enclosure")) == 1


def test_a_file_that_is_gone_is_left_out(visit, client):
    photo = visit.photos.get().image
    photo.storage.delete(photo.name)

    links = atom_of(client, "/news/feed/").findall(f"{ATOM}entry/{ATOM}link[@rel='enclosure']")

    assert [link.get("type") for link in links] == ["application/pdf"]


def test_a_text_that_is_missing_is_given_in_the_other_language(client):
    make_public_article(title_th="ข่าวไทย", body_th="<p>เนื้อ</p>")
    [entry] = atom_of(client, "/en/news/feed/").iter(f"{ATOM}entry")

    assert entry.find(f"{ATOM}title").get(LANGUAGE) == "th"
    assert entry.find(f"{ATOM}content").get(LANGUAGE) == "th"
    assert '<div lang="th"><p>เนื้อ</p></div>' in entry.findtext(f"{ATOM}content")
    [item] = rss_of(client, "/en/news/rss/").findall("item")
    assert item.findtext("{http://purl.org/dc/elements/1.1/}language") == "th"


def test_a_translation_held_back_is_in_no_feed(client):
    make_public_article(
        title_th="ข่าวไทย",
        title_en="held_back",
        summary_en="held_back",
        body_en="<p>held_back</p>",
        holds_translation_back=True,
    )
    for address in ("/en/news/feed/", "/en/news/rss/"):
        said = client.get(address).content.decode()
        assert "held_back" not in said
        assert "ข่าวไทย" in said


def test_what_is_withdrawn_disappears_for_who_asks_again(visit, client):
    other = make_public_article(title_th="อยู่ต่อ", date=date(2019, 1, 1))
    first = client.get("/news/feed/")
    known = {"if-none-match": first["ETag"]}
    assert client.get("/news/feed/", headers=known).status_code == 304
    assert "Last-Modified" not in first

    Article.objects.filter(pk=other.pk).update(state="withdrawn")
    again = client.get("/news/feed/", headers=known)

    assert again.status_code == 200
    assert "อยู่ต่อ" not in again.content.decode()


def test_an_entry_keeps_its_name_when_title_and_host_change(visit, client, settings):
    [before] = read(client, "/news/feed/").entries
    settings.ALLOWED_HOSTS = ["other.example.go.th"]
    Article.objects.filter(pk=visit.pk).update(title_th="ชื่อใหม่")

    after = client.get("/news/feed/", headers={"host": "other.example.go.th"}).content.decode()

    assert f"<id>{before.id}</id>" in after
    assert "ชื่อใหม่" in after


def test_an_empty_feed_is_valid_and_says_the_same_each_time(client):
    for address, valid in (("/news/feed/", atom_of), ("/news/rss/", rss_of)):
        valid(client, address)
        tag = client.get(address)["ETag"]
        assert client.get(address, headers={"if-none-match": tag}).status_code == 304


def test_hostile_signs_break_no_feed(client):
    topic = make_topic(name_th=HOSTILE)
    article = make_public_article(
        title_th=HOSTILE, summary_th=HOSTILE, body_th=f"<p>{HOSTILE}", topics=[topic]
    )
    make_photo(article=article, alt_th=HOSTILE, caption_th=HOSTILE)
    make_attachment(article=article, title_th=HOSTILE)

    title = atom_of(client, "/news/feed/").findtext(f"{ATOM}entry/{ATOM}title")
    in_rss = rss_of(client, "/news/rss/").findtext("item/title")

    assert title == in_rss == article.title_th
    rss_of(client, f"/news/rss/?topic={topic.slug}")


def test_a_feed_follows_the_filters_of_the_list(visit, client):
    make_public_article(title_th="อีกเรื่อง", date=date(2019, 5, 1))

    assert titles(client, "/news/feed/") == ["ต้อนรับคณะผู้แทน", "อีกเรื่อง"]
    assert titles(client, "/news/feed/?topic=sister-cities") == ["ต้อนรับคณะผู้แทน"]
    assert titles(client, "/news/rss/?year=2562") == ["อีกเรื่อง"]
    assert titles(client, "/news/feed/?year=2562&topic=sister-cities") == []
    assert client.get("/news/feed/?topic=nothing").status_code == 404
    assert client.get("/news/feed/?year=x").status_code == 404


def test_feeds_of_different_lists_have_different_names(visit, client):
    addresses = ["/news/feed/", "/en/news/feed/", "/news/feed/?year=2563"]
    addresses += ["/news/feed/?topic=sister-cities", "/search/feed/?q=a", "/search/feed/?q=b"]

    names = [atom_of(client, address).findtext(f"{ATOM}id") for address in addresses]

    assert len(set(names)) == len(addresses)


def test_a_feed_is_bounded(client):
    for number in range(MOST_ENTRIES + 2):
        make_public_article(date=date(2020, 1, 1) + timedelta(days=number))

    entries = read(client, "/news/feed/").entries

    assert len(entries) == MOST_ENTRIES
    assert entries[0].link == f"http://testserver/news/{Article.objects.newest_first()[0].pk}/"


def test_a_committee_has_a_feed_of_its_meetings_and_their_news(client):
    committee = make_committee(name_th="คณะกรรมการอาเซียน", slug="asean")
    meeting = make_meeting(
        committee=committee, number=1, starts_at=datetime(2020, 2, 14, 10, tzinfo=BANGKOK)
    )
    make_resolution(item=make_item(meeting=meeting, title_th="แผนงาน"), text_th="เห็นชอบ")
    make_public_article(title_th="ข่าวการประชุม", meeting=meeting, date=date(2020, 2, 15))
    make_public_article(title_th="ข่าวอื่น")
    behind_doors = make_meeting(committee=committee, access="internal")
    make_public_article(title_th="ข่าวของการประชุมภายใน", meeting=behind_doors)
    make_article(title_th="ร่าง", meeting=meeting)

    news, record = read(client, "/committees/asean/feed/").entries
    atom_of(client, "/en/committees/asean/feed/")
    rss_of(client, "/committees/asean/rss/")

    assert news.title == "ข่าวการประชุม"
    assert record.title == str(meeting)
    assert "14 กุมภาพันธ์ 2563" in record.content[0].value
    assert "แผนงาน" in record.content[0].value
    assert "เห็นชอบ" in record.content[0].value
    assert client.get("/committees/nothing/feed/").status_code == 404


def test_a_search_is_a_feed_newest_first(client):
    older = make_public_article(title_th="ความร่วมมือ", date=date(2019, 1, 1))
    newer = make_public_article(body_th="<p>ความร่วมมือ</p>", date=date(2020, 1, 1))
    page = make_page(title_th="ความร่วมมือ")
    make_committee(name_th="คณะกรรมการความร่วมมือ")
    meeting = make_meeting(venue_th="ห้องความร่วมมือ", starts_at=datetime(2019, 6, 1, tzinfo=BANGKOK))
    make_public_article(title_th="เรื่องอื่น")

    found = [newer, meeting, older, page]
    links = [entry.link for entry in read(client, "/search/feed/?q=ความร่วมมือ").entries]

    assert links == [f"http://testserver{one.get_absolute_url()}" for one in found]
    rss_of(client, "/search/rss/?q=ความร่วมมือ")
    narrowed = read(client, "/search/feed/?q=ความร่วมมือ&kind=article").entries
    assert [entry.link for entry in narrowed] == [links[0], links[2]]


@pytest.mark.parametrize(
    "typed", ["", " ", '"', "-", "ก" * 1000, "' OR 1=1 --", "😀", "\u202e", "%_\\"]
)
def test_a_hostile_search_is_a_valid_feed(typed, client):
    make_public_article()
    for address in ("/search/feed/", "/search/rss/"):
        response = client.get(address, {"q": typed})
        assert response.status_code in {200, 400}
        read(client, address)


def test_pages_name_the_feeds_that_follow_them(visit, client):
    committee = make_committee(slug="asean")
    for address, feed in [
        ("/", "/news/feed/"),
        ("/en/", "/en/news/feed/"),
        (visit.get_absolute_url(), "/news/feed/"),
        ("/news/?topic=sister-cities&page=1", "/news/feed/?topic=sister-cities"),
        ("/en/news/?year=2563", "/en/news/feed/?year=2563"),
        (committee.get_absolute_url(), "/committees/asean/feed/"),
        ("/search/?q=a b&kind=article", "/search/feed/?q=a+b&amp;kind=article"),
    ]:
        said = client.get(address).content.decode()
        for form, media_type in ((feed, "atom"), (feed.replace("/feed/", "/rss/"), "rss")):
            assert f'type="application/{media_type}+xml"' in said
            assert f'href="{form}"' in said, (address, form)
