"""Where a meeting took place, in English: what follows at, in or Venue: and begins with a room, hall or house.

A venue is a row of capitals, from the room out to the city; it ends where the row does.
"""

import re

from committees.reading.english import SMALL_HEAD
from committees.reading.english_posts import MONTH
from committees.reading.normal import PARAGRAPH, Span
from committees.reading.patterns import Begun, Sought

HOUSES = "Hall|Hotel|Building|Centre|Center|Tower|Ballroom|Pavilion|Palace|University|Auditorium|House|Campus|Headquarters|Museum|Complex|Theatre|Library|Resort|Lounge|Office|Embassy|Plaza|Chamber|Club|Gallery|Court|Terrace|Annexe?|Clubhouse|Compound|Institute|Academy|Station|Park|Garden|Wing|Suite|Studio|Arena|Stadium|Terminal|School|College|Residence|Ministry|Department"
PLACE = re.compile(f"room|Room|{HOUSES}")
# What stands before it: at, in, Venue:; or nothing but what parts it from the day or the hour.
ROW = (
    r"(?=(?:(?:[A-Z0-9][\w'’&-]*+|of|the|and|on|\(?[0-9]+(?:st|nd|rd|th)),? ?){0,7}"
    rf"(?:(?:meeting |conference )?[Rr]oom|{HOUSES})\b)"
)
EN_AT = (
    Begun(
        re.compile(
            rf"\b(?:(?:at|in) the (?=(?:meeting|conference) room of the [A-Z])|(?:[Aa]t|[Ii]n|(?i:venue|location|place|where|held at)\s?:|inside|within)(?: the)?\s){ROW}"
        )
    ),
    Sought(
        rf"[📍A-Z](?:(?<=📍)|(?<=[\n{PARAGRAPH}].)|(?<=[–—|,;-] .))",
        re.compile(
            rf"(?:📍\s?(?:the )?|(?<=[0-9.] [–—|-] )(?=[A-Z][\w ]{{0,40}}(?:[Rr]oom|Hall|Ballroom)\b)|(?:(?<=hrs\., )|(?<=hrs, )|(?<=[ap]\.m\., )|(?<=[12][0-9][0-9][0-9], ))(?=[A-Z][\w ]{{0,40}}(?:[Rr]oom|Hall|Ballroom)\b)|(?<=[\n{PARAGRAPH}])(?=Room [0-9])|(?<=[,;] )(?=[A-Z][\w ]{{0,50}}[Mm]eeting [Rr]oom\b)|(?<=[\n{PARAGRAPH}])(?=[A-Z][\w ]{{0,50}}(?:[Rr]oom|Ballroom)\b(?! (?:was|is|were|has|will)))){ROW}"
        ),
    ),
)
# Where something is said to be held, a name without a word for a place is one: at Pacifico Yokohama.
NO_PLACE = r"(?!Zoom|Microsoft|Google|Cisco|WebEx|Webex|Line\b|Noon|Midday|Midnight|Deputy|Governor|Director|Mayor|Minister|Permanent|Senior|Level|Mr|Ms|H\.E|(?:[A-ZÀ-Þ][\w'’-]+[ -])+(?:[Ll]evel|time|request|invitation|initiative)\b|[A-Z][\w-]+['’]s? (?:request|invitation|initiative))"
HELD_AT = tuple(
    Begun(re.compile(rf"\b(?:{before} at (?:the )?(?=[A-ZÀ-Þ][\w'’-]*\w){NO_PLACE}"))
    for before in (
        r"met|gathered|held|convened|hosted|organi[sz]ed|took place|taking place)\b(?:(?! (?:at|by|with|and|which|who|will|to(?! [0-9]))\b|[.;\n\u2029]\s)[^\n\u2029;]){0,60}?",
        rf"met|attend(?:ed)?|took part|participated|joined|gathered)\b(?:(?! (?:at|by|which|who|will)\b|[.;\n\u2029]\s)[^\n\u2029;]){{0,160}}? {MONTH} (?:[0-9]{{1,2}}, )?[0-9]{{4}}",
    )
)
ROW_ENDS = re.compile(
    r"[.,;:)\n\u2029]|$| (?:[(–-]|(?:on|in|at|to|from|by|and|with|for|where|when|which|under|after|before|during|today|yesterday|last|this|as|near|while|attended|chaired)\b)"
)
# A floor (3rd floor, Floor 3), the words for a room, or a capital after what joins it to the row.
EN_PART = re.compile(
    r",? (?:on |of )?(?:the )?(?:[0-9]+(?:st|nd|rd|th)|[A-Za-z]+) [Ff]loor\b|,? [Ff]loors? [0-9]+|(?: meeting| conference)? room\b"
    r"|(?:,? (?:of the |of |the |on the |in the |at the |in |at |and |de |du |de la |del )?(?=[A-Z0-9À-Þ(])|^)\(?[A-Z0-9À-Þ](?:[\w'’&.()-]*[\w)])?"
)
EN_STOP = re.compile(
    r",? (?:on |in |at )?(?:the )?(?:On|The|It|He|She|They|At|In|With|Mr|Mrs|Ms|Miss|Dr|H\.E|Prof|Deputy|Governor|Director|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Present|Chair|Participants|[0-9]{1,2}[.:][0-9]{2}|[0-9]{4})\b"
    r"|,? (?:on )?[0-9]{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
ROOM_NUMBER = re.compile(
    r"(?:[Rr]oom|Hall|Building|Floor) [0-9]{1,5}[A-Z]?\b(?! (?:[A-Z][a-z]+ )?[0-9]{4})"
)
FIRST = re.compile(r"[\w(][\w'’&.-]*")
LONGEST = 220


def english_venues(plain: str) -> list[Span]:
    """Every place that a text says something happened at."""
    held = {match.end() for at in HELD_AT for match in at.finditer(plain)}
    bare = [_row(plain, begin) for begin in held]
    begins = {begin for begin, end in bare if ROW_ENDS.match(plain, end)}
    if PLACE.search(plain):
        begins |= {match.end() for before in EN_AT for match in before.finditer(plain)}
    return [_row(plain, begin) for begin in sorted(begins)]


def _row(plain: str, begin: int) -> Span:
    """On over the parts of the row, which begin with capitals."""
    limit = min(len(plain), begin + LONGEST)
    first = ROOM_NUMBER.match(plain, begin) or FIRST.match(plain, begin)
    end = first.end() if first else begin
    while (match := EN_PART.match(plain, end, limit)) and not EN_STOP.match(plain, end):
        end = match.end()
    if small := SMALL_HEAD.match(plain, end, limit):
        end = small.end()
    if plain.count("(", begin, end) < plain.count(")", begin, end):
        end = plain.rfind(")", begin, end)
    while end > begin and plain[end - 1] in " .,-–":
        end -= 1
    return begin, end
