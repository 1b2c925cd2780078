"""How English meeting news is worded: the words the reader knows, by what they say. Fragments of patterns.

A new way of saying something is one more line here.
"""

import re

from committees.reading.patterns import one_of_words

CUES_AFTER = r"(?=[A-Za-z(])(?<![\w-])"
# A word with a capital; what joins such words into the name of an office, a post or a body.
CAPITAL = r"(?:[A-Z0-9À-Þ][\w&'’.-]*\w(?:(?<=s)['’](?= ))?|[A-Z])"
JOINING = r"(?:of|for|the|on|and|&|in|to|de|at|with)"
# A name's further parts, among them the small ones: van, de, bin.
NAME_WORD = (
    r"(?:[A-ZÀ-Þ][\w'’-]*\.?|(?:van|von|der|den|de|la|bin|binti|dos|da|el|i|y)(?= [A-Zdlv])|al-\w+)"
)
PREFIXES = r"(?:His|Her|Their) Excellenc(?:y|ies)|H\.\s?E\.|(?:Pol(?:ice)?\.?\s)?(?:Gen(?:eral)?|Lt|Lieutenant|Maj(?:or)?|Col(?:onel)?|Capt(?:ain)?|Adm(?:iral)?|ACM)\b\.?|(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Madame|Dr|Prof|Professor|(?:Assoc|Asst|Associate|Assistant)(?=\.? Prof)|Sir|Dame|Hon|Datuk|Dato|Khun|M\.R|M\.L|M\.C|Mx|Dr\.-Ing|Engr|Ar|Rev|Councillor|Cllr)\b\.?"

# What stands before the word for a post: these with a capital or without, and those with one.
_BEFORE = [
    "acting",
    "affairs",
    "assistant",
    "associate",
    "chief",
    "city",
    "climate",
    "commercial",
    "country",
    "cultural",
    "data",
    "deputy",
    "economic",
    "environmental",
    "executive",
    "foreign",
    "former",
    "general",
    "health",
    "international",
    "legal",
    "liaison",
    "managing",
    "permanent",
    "plan",
    "policy",
    "political",
    "principal",
    "private",
    "professional",
    "program",
    "programme",
    "project",
    "public",
    "regional",
    "relations",
    "research",
    "resident",
    "senior",
    "special",
    "strategic",
    "system",
    "systems",
    "technical",
    "the",
    "town",
    "trade",
    "urban",
    "vice",
]
_BEFORE_CAPITAL = [
    "First",
    "Second",
    "Third",
    "Lord",
    "Minister",
    "Under",
    "Bangkok",
    "Council",
    "Cabinet",
]
POST_BEFORE = (
    rf"(?:{one_of_words([*_BEFORE, *map(str.capitalize, _BEFORE), *_BEFORE_CAPITAL])}[ -])*"
)
# After a name and a comma any words may stand before the word for the post.
POST_MODIFIERS = r"(?:(?!Mr\b|Ms\b|Mrs\b|Miss\b|Dr\b|H\.E|The\b)[A-Z][A-Za-z&'’-]+ ){0,4}"
# Any other words are a post if they go on so: Environmentalist at the Environment Department.
POST_OF = r"(?:(?!Mr\b|Ms\b|Mrs\b|Miss\b|Dr\b|H\.E|The\b)[A-Z][A-Za-z&'’-]+ ){0,3}[A-Z][a-z-]+(?= (?:of|at|for) (?:the )?[A-Z])"
POST_HEADS = (
    r"(?:Director|Deputy|Head|Chief|Officer|Ambassador|Consul|Secretary|Governor|Clerk|Manager|Mayor|President|Chair(?:man|person|woman)?|Counsell?or|Advis[eo]r|Coordinator"
    r"|Analyst|Expert|Specialist|Minister|Dean|Professor|Lecturer|Inspector|Spokesperson|Representative|Member|Commissioner|Attach[eé]|Engineer|Architect|Planner|Economist|Consultant"
    r"|Researcher|Fellow|Rector|Chancellor|Superintendent|Registrar|Treasurer|Founder|Leader|Interpreter|Translator|Curator|Principal|Envoy|Councillor|Rapporteur|CEO|Delegate)"
)
POST = rf"{POST_BEFORE}(?:{POST_HEADS}|{POST_HEADS.lower()})\b(?:[- ](?:[Gg]eneral|[Dd]irector|[Ss]ecretary|[Oo]fficer|[Cc]hief|[Cc]ommissioner|[Ii]n[- ][Cc]harge|[Dd]esignate))*"
OF_MANY = r"(?i:(?:.*\b)?(?:representative|member|officer|expert|delegate|adviser|advisor|engineer|analyst|specialist|planner|official|interpreter|translator)s?\b)"

ROLE = r"(?:(?:Vice-|Co-|Acting )?[Cc]hair(?:man|person|woman)?|(?:Assistant )?[Ss]ecretary|[Mm]ember(?: and [Ss]ecretary)?|[Aa]dviser|[Oo]bserver)"
OFFICE_HEAD = r"(?:Department|Division|Office|Ministry|Bureau|Authority|Agency|University|Institute|Hospital|Foundation|Association|Company|Corporation|Council|Centre|Center|Chamber|Federation|Embassy|Consulate|Secretariat|Commission|Administration|Organi[sz]ation|Bank|Board|School|College|Programme|Section|Group|Network|Union|Co\.|Ltd\.?|Limited|Service|Police|Facult(?:y|ies)|Municipality|Prefecture|Headquarters|Co\.|PLC|Inc\.|Forum|Club|Alliance|Consortium|Trust|Mission|Delegation|Port|Railway|Museum|Enterprise|Secretaries|Commune|Academy)"

# Bangkok Noi fire station: what an office or a place is may be written small.
SMALL_HEAD = re.compile(
    r"(?: (?!(?:and|or|of|the|an?|for|from|at|in|on|to|with|by|as|near|its|their)\b)[a-z]+)? (?:station|office|community|branch|chapter|campus|school|hospital|department|division|bureau|council|association|network|club|cooperative|embassy|chamber|police|university|hotel|temple|mosque|museum|library|headquarters|centre|center|hall|building|pier|market)\b(?!['’-])"
)

# The chair.
CHAIRS = (
    r"(?:(?:opened|convened|hosted) and )?(?:co-|jointly )?(?:chaired|presided over)(?! by)(?: jointly)?|to (?:preside over|act as (?:the )?(?:co-)?chair)|elected (?:as )?chair(?:man|person)?(?= of the (?:meeting|session))",
    r"(?:took|taking|in|occupied) the chair\b(?! of)",
    r"(?:was|were|is) in the chair",
    r"(?:to|and) (?:co-)?chair (?=the|this|its|a\b|on)|presiding over|(?<=, )(?:chairing|presiding)\b|(?:led|leading|conducted) the (?:[\w-]+ )?meeting",
    r"(?:acted|served|serving|acting|sat) as (?:the )?(?:co-)?chair(?:man|person|woman|s)?\b(?! of (?!the (?:meeting|session)))",
    r"as (?:the )?(?:co-)?chair(?:man|person|s)? of the (?:meeting|session)|(?<=, )presided\b|(?<= )presided\b(?! over)",
    r"\((?:Chair|Chairman|Chairperson|Chairing|in the chair)\)|(?<=, )(?:in the chair|Chair(?:man|person)?)(?=[\n\u2029;]|$)",
)
CHAIR_IS = (
    r"(?<!Vice )(?<!Vice-)[Cc]hair(?:man|person|woman)?(?= (?:Mr|Ms|Mrs|Miss|Dr|Prof|H\.E))",
    r"(?:co-|jointly )?(?:chaired|presided over)(?: jointly)? by",
    r"(?:under the )?(?:co-)?chair(?:man|person)?ship of",
    r"chair of the meeting\s?(?:was|:)\s?|(?<=[\n\u2029])(?:[Cc]o-)?[Cc]hair(?:man|person|ed by|s)?\s?:\s?|with (?=[^.\n]{5,120} (?:in the chair|as (?:the )?chair|presiding|chairing|acting as chair))",
)
DELEGATES = (
    r"(?:has |had )?(?:assigned|delegated|designated|sent|asked|appointed|deputed|authori[sz]ed) (?=(?:[A-Z]|the|his|her))|deputi[sz]ed (?=[A-Z])",
)
INSTEAD = (
    r"on behalf of|representing|instead of|in place of|standing in for|deputi[sz]ing for|in lieu of|(?:was |who was )?(?:assigned|delegated|designated|sent) by|substitut\w+ for|\bfor (?=the (?:Director|Head|Permanent|Governor|Chief|Deputy))|represented",
)
ABSENT = (
    r"(?:who )?(?:was|were|is|being) (?:absent|unable|excused|away|on leave|on (?:an )?official)|could not (?:attend|join|be present|come)|did not (?:attend|take part|come)|(?:sent|gave|tendered|extended) (?:his|her|their )?\s?apolog|had (?:another|a prior)|was unavailable|unable to attend",
)
ABSENT_ARE = (
    r"(?:[Aa]pologies|[Aa]bsent|ABSENT|[Aa]bsentees|[Nn]ot present|[Rr]egrets)(?: (?:were received|for absence))?(?: (?:from|were|was))?\s?:?|[Nn]ot in attendance\s?:?",
)
ATTENDS = (
    r"(?:also |then )?(?:attended|took part|were present|was present|participated|joined|were in attendance|was also present|were also present|also present)\b(?! by)",
    r"to represent (?:her|him|them|the (?:Governor|BMA|city)|Bangkok)\b|(?:to|will) (?:attend|join|take part in)\b|represent(?:ed|ing) Bangkok",
    r"(?:acted|served|acting|serving) as (?:the )?(?:secretary|rapporteur)",
)
LISTS = (
    r"(?:as|so) (?:did|was|were) (?=[A-Z])",
    r"(?:was |were )?(?:also )?attended(?: online| virtually| in person)? by|as well as (?=(?:officials|representatives|delegates|staff|officers))|(?:together|along) with|accompanied by|joined by|alongside|(?:was|were) (?:also )?represented (?:at the meeting )?by|(?:side|delegation|team|participants) (?:comprised|included|consisted of|was composed of|was made up of)|(?:[Aa]lso )?(?:taking part|participating|in attendance|attending) were|delegation,? (?:led|headed) by|(?:[Ll]ist of )(?:participants|attendees)|in the presence of",
    r"(?:[Tt]he )?(?:(?:[Oo]ther |[Kk]ey )?[Pp]articipants|PRESENT|[Aa]ttendees|[Tt]hose (?:present|attending|joining|taking part|in attendance)(?: online| remotely| virtually| in person)?|[Aa]lso (?:present|attending|in attendance)|[Ii]n attendance|[Pp]resent|[Mm]embers [Pp]resent)(?: at the meeting)?(?:\s(?:included?|were|was|comprised|came from|consisted of))?\s?:?(?=\s)",
    r"with (?=(?:representatives|delegates|officials|participants|the participation|members|senior|the attendance))|brought together|participation of|welcomed (?=representatives|delegates)|attendance of|comprising|(?:meeting|session) (?:also )?(?:included|gathered)|with (?=(?:H\.E|Mr|Mrs|Ms|Miss|Dr|Prof))",
)
DELEGATE = (
    r"(?:(?:[Ss]enior|[Tt]he|[Oo]ther) )?(?:[Rr]epresentatives?|[Dd]elegates?|[Oo]fficials?|[Oo]fficers?|delegations?(?= from)|executives|staff|experts|participants|members|observers)(?: and (?:officials|staff|observers|experts))?(?: (?:of|from))(?: the)?",
    r"from(?= the [A-Z])",
)
MEETS = (r"convened the (?=[A-Z])",)
SPEAKS = (
    r"(?:briefed|told|informed|addressed|updated) the (?:meeting|committee|working group|session|members)|(?:reported|presented|said|noted|explained|proposed|suggested) (?:to|at) the (?:meeting|committee|working group|session)|explained the|presented (?:the|a|an) (?:report|draft|progress|update)",
)
SENT = (
    r"(?:was|were) (?:also )?represented(?! by)|(?:also )?sent (?:an? |its |their )?(?:observers?|representatives?|delegates?|officials?|officers?)",
)
BETWEEN = (
    "today",
    "yesterday",
    "subsequently",
    "officially",
    "who",
    "both",
    "jointly",
    "has",
    "was",
    "were",
    "had",
    "then",
    "also",
    "and",
    "to",
    "the",
)
ENDS = (
    r"\b(?:to (?:discuss|consider|review|follow|prepare|exchange|plan|hear|report|share|finali[sz]e|examine|explore)|discussed|considered|agreed|reviewed|was asked|were asked|resolved|approved|who (?:said|noted|told|reported|explained)|which |noted|reported|decided|exchanged|endorsed|heard|adopted|the (?:meeting|committee|chair|agenda)\b(?! room)|will (?:be|meet)|said\b|explained|opened the|at the [A-Z]|on (?:\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|in the (?=[\w ]{3,20}Room))",
    r"\.\s(?=[A-Z])(?<!Mr\.\s)(?<!Ms\.\s)(?<!Dr\.\s)(?<!Mrs\.\s)(?<!H\.E\.\s)(?<!Prof\.\s)(?<!Pol\.\s)(?<!Gen\.\s)(?<!Lt\.\s)(?<!Col\.\s)(?<!Co\.\s)(?<!St\.\s)(?<![\s.][A-Z]\.\s)",
)
