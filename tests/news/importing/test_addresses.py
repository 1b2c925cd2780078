"""Where a saved page stood in the old portal."""

import pytest

from news.importing.addresses import from_file_name, normal_path, saved_from


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("http://iad.bangkok.go.th/node/3256", "/node/3256"),
        ("/th/node/4198/", "/th/node/4198"),
        ("https://iad.bangkok.go.th/content-detail/27277?x=1#top", "/content-detail/27277"),
        ("http://iad.bangkok.go.th/?q=th/node/9", "/th/node/9"),
        ("/index.php/node/3", "/node/3"),
        ("/th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7", "/th/ข่าว"),
        ("http://iad.bangkok.go.th/", ""),
        ("file:///C:/node/3256", ""),
        ("javascript:alert(1)", ""),
        ("http://[broken/node/1", ""),
        ("/node/1%00", ""),
        ("/" + "x" * 400, ""),
        ("", ""),
    ],
)
def test_an_address_is_its_path_without_host(address, path):
    assert normal_path(address) == path


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("node-3256.html", "/node/3256"),
        ("th_node_4198.txt", "/th/node/4198"),
        ("saved/EN-node-0012.htm", "/en/node/12"),
        ("content-detail-27277.html", "/content-detail/27277"),
        ("nodes-3.html", ""),
        ("old-portal-page.txt", ""),
    ],
)
def test_a_file_name_may_tell_the_address(name, path):
    assert from_file_name(name) == path


def test_a_browsers_note_tells_the_address():
    assert saved_from("<!-- saved from url=(0040)http://iad.bangkok.go.th/node/3256 -->") == (
        "/node/3256"
    )
    assert saved_from("<p>saved from url=http://iad.bangkok.go.th/node/3256</p>") == ""
