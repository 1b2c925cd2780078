"""Who chaired where no verb of chairing stands right beside anybody.

The capacity tells it (ประธานคณะทำงาน… who calls the meeting), a verb of chairing some words off,
or at last a verb of leading: นำการประชุม, ดำเนินการประชุม.
"""

import re

from committees.reading.meetings import Meetings
from committees.reading.people import Who
from committees.reading.thai import LEADS

LED = re.compile(rf"(?<!การ)(?<!จะ){LEADS}(?!เชิง)")
# What may stand between somebody and the words that they chaired.
NEAR = 60
MEETING = re.compile("(?<!ห้อง)(?<!หอ)ประชุม")
HAT = re.compile("ประธาน")
TO_THE_PRESS = re.compile(r"\s?(?:ได้|ก็|จึง)*(?:เปิดเผย|เผย|แถลง|กล่าวภายหลัง|กล่าวหลัง)")


def leader(plain: str, meetings: Meetings, people: list[Who]) -> Who | None:
    """Who led the meeting, by the first of these signs that the text has."""
    here = [one for one in people if one.name or one.position]
    for act in meetings.chairs:
        # ซึ่งตนเป็นประธาน … <name> เปิดเผยว่า: who speaks of themselves is named after it.
        if plain.endswith("ตน", 0, act.span[0]):
            speaker = next((one for one in here if one.name and one.start > act.span[1]), None)
            if speaker and TO_THE_PRESS.match(plain, speaker.end):
                return speaker
    for act in meetings.chairs:
        if act.kind == "chairs" and (one := _before(plain, here, act.span[0], NEAR)):
            return one
    for one in here:
        if one.name and one.capacity and HAT.match(plain, one.capacity[0]):
            end = meetings.sentence(one.end)[1]
            if MEETING.search(plain, one.end, end) and not TO_THE_PRESS.match(plain, one.end):
                return one
    for match in LED.finditer(plain):
        if meetings.belongs(match.start()):
            one = _before(plain, here, match.start(), NEAR // 2)
            if one and one.position:
                return one
    return None


def _before(plain: str, people: list[Who], at: int, near: int) -> Who | None:
    """The last who is named before the place, if nothing but a few words stands between."""
    last = max((one for one in people if one.end <= at), key=lambda one: one.end, default=None)
    if last is None or at - last.end > near or "\n" in plain[last.end : at]:
        return None
    return last
