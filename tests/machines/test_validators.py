"""The validators themselves: what is wrong is refused, so that what passes is right."""

import pytest
from lxml import etree

from tests.machines.feeds import SCHEMA
from tests.machines.schema_org import faults

FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>tag:a.th,2026:x</id>
<updated>2020-02-17T02:00:00+00:00</updated><entry><title>t</title><id>tag:a.th,2026:y</id>
<updated>2020-02-17T02:00:00+00:00</updated><link href="http://a.th/"/></entry></feed>"""


def test_the_schema_takes_a_feed():
    assert SCHEMA.validate(etree.fromstring(FEED))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<id>tag:a.th,2026:x</id>", ""),
        ("<title>t</title><id>tag:a.th,2026:y", "<id>tag:a.th,2026:y"),
        ("2020-02-17T02:00:00+00:00", "17 Feb 2020"),
        ('<link href="http://a.th/"/>', "<link/>"),
        ('<link href="http://a.th/"/>', '<link href="http://a.th/" type="html"/>'),
        ("<title>t</title>", '<title type="markdown">t</title>'),
        ("<title>t</title>", '<title xml:lang="ไทย">t</title>'),
        ("<title>t</title>", "<title>t</title><guid>t</guid>"),
    ],
)
def test_the_schema_refuses_what_is_no_atom(right, wrong):
    assert right in FEED
    assert not SCHEMA.validate(etree.fromstring(FEED.replace(right, wrong, 1)))


@pytest.mark.parametrize(
    "thing",
    [
        {"name": "no type"},
        {"@type": "Newsitem"},
        {"@type": "Event", "startsAt": "2020-02-14"},
        {"@type": "Event", "startDate": "14 February 2020"},
        {"@type": "Event", "startDate": "2020-02-14T09:30:00"},
        {"@type": "Event", "eventStatus": "https://schema.org/EventHeld"},
        {"@type": "Event", "headline": "of a creative work"},
        {"@type": "Event", "location": {"@type": "Person", "name": "x"}},
        {"@type": "Event", "location": {"@type": "Place", "name": ""}},
        {"@type": "ImageObject", "width": 640},
        {"@type": "Person", "roleName": "of a role"},
        {"@type": "Place", "member": {"@type": "Person", "name": "x"}},
    ],
)
def test_the_vocabulary_refuses_what_it_does_not_know(thing):
    assert faults(thing) != []
