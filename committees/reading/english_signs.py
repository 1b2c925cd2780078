"""The signs by which an English text says who chaired, who came, and who did not.

Each is looked for beside the people it is said of: OPENS_… right before them, in words without
capitals (where the case is nothing, ``re`` is several times as fast), ENDS_… right after.
"""

import re

from committees.reading.patterns import Begun

CHAIR_WORD = r"(?:co-?)?(?:chair(?:man|person|woman|men|persons|s)?|presid(?:ing officer|ent))"
SIT = r"(?:meeting|session|sitting|talks|discussions?|proceedings|gathering|conference|round ?table|dialogue|panel|committee|group|board|forum|task force)"
MEET = re.compile(rf"\b{SIT}\b", re.IGNORECASE)

# Right before who chaired.
OPENS_CHAIR = re.compile(
    rf"(?:\b(?:co-|jointly |being |was |were )*(?:chaired|presided over|moderated|called to order|steered|conducted|opened|led|headed)(?: and (?:chaired|led|moderated))?(?: jointly)? by(?: (?:its|the|their) {CHAIR_WORD})?(?: of \w+)?(?: (?:his|her|its|their) [\w ]{{1,30}},)?,?"
    r"|\brepresented in the chair by"
    r"|\b(?:in|taking|occupying|holding|filling|who took|who had|assuming) the (?:co-)?chair (?:was|were|is|sat|once again was|again was)"
    r"|\bin the (?:co-)?chair\s?[:–-]?"
    rf"|(?:^|[\n.;(|]\s?|^the )(?:meeting |session |\w+ and )?(?:{CHAIR_WORD}(?: of the {SIT})?|chaired by|presiding|presided by)(?:(?: was| were| is)?\s?[:\t–-]| was| were)"
    rf"|\bpresiding\b[^.;]{{0,90}} (?:was|were)|\bpresiding:?"
    rf"|\b(?:under|with) the (?:joint |able |overall )?(?:co-?)?(?:chair(?:man|person|woman)?ship|leadership|presidency|stewardship|gavel|direction|guidance) of"
    rf"|\b(?:{CHAIR_WORD}|chairing) (?:of|for|at) (?:the|this|that) (?:{SIT}|day|occasion|afternoon|morning)\b[\w ]{{0,20}}(?:was|were|:)"
    r"|\bchair (?:was|were|had been|being) (?:taken|occupied|held|filled|assumed) (?:jointly )?by|\bgavel[\w ]{0,120} (?:of|by|to|was|with)|\bhead of the table (?:was|sat|were)"
    rf"|\b(?:its|the|their) (?:acting |new |elected )?{CHAIR_WORD},|(?:^|, |; |by |by its |by the )(?:chairman|chairwoman|chairperson|chair)|\bchairing\b[^.;,]{{0,60}} (?:was|were)"
    rf"|\b(?:acting as|serving as|as) (?:the |its )?{CHAIR_WORD} (?:was|were))(?: once again| again| today)?(?: the)?\s*$",
)
# One of these stands in each of them, and is found many times as fast.
MAY_OPEN_CHAIR = re.compile(
    r"chair|presid|moderat|order|steer|conduct|opened|led|head|leader|stewardship|gavel|direction|guidance"
)
LEADS_OTHERS = re.compile(
    r"(?:delegation|team|side|party|mission|group of|delegates)[^.;]{0,60}(?:led|headed) by\s*$",
    re.IGNORECASE,
)
ADVERBS = r"(?:(?:who|which|and|also|then|today|again|himself|herself|jointly|both|personally|yesterday|together|once|more|was|were|had|has|he|she|they|as usual|this (?:morning|afternoon|week)|on (?:\w+ ){1,4}|in turn|later|formally|officially|together|ably|afterwards|subsequently)[ ,]+){0,4}"
# Right after who chaired.
ENDS_CHAIR = re.compile(
    rf"[\s,)–-]*{ADVERBS}"
    rf"(?:(?:opened|convened|hosted|called|summoned|attended) and (?:co-)?chaired|(?:co-|jointly )?(?:chaired|presided)\b(?! by)|(?:took|taking|takes|occupied|occupying|assumed|assuming|held|in|to take) the (?:co-)?chairs?\b(?! of the (?!{SIT}))"
    rf"|(?:act(?:s|ed|ing)|serv(?:es|ed|ing)|sat|sitting|presiding|officiat(?:ed|ing)|function(?:ed|ing)|to (?:act|serve)) (?:as|in) (?:the |an? |its )?(?:acting )?{CHAIR_WORD}\b|(?:was|were) (?:the |its )?{CHAIR_WORD} (?:of|for) (?:the|this) {SIT}"
    rf"|as (?:the |its |a )?{CHAIR_WORD}\b(?! of (?!the {SIT}))|(?:co-)?chairing\b|presiding\b|to (?:co-)?(?:chair|preside)\b|(?:chairs|co-chairs|presides)(?= over| the| its| an?| [A-Z0-9])"
    rf"|(?:led|leads|leading|steered|conducted|guided|moderated|directed|to lead) (?:the|this|its|an?|that|their)\b[^.;,]{{0,40}}\b{SIT}|(?:wielded|held|holding|with) the gavel|(?:was|were) (?:elected|chosen|asked) (?:as |to be |to )?(?:the )?(?:{CHAIR_WORD}|preside)"
    rf"|called the {SIT} to order|at the (?:head of the table|helm)|(?:sharing|shared|sharing out|alternating in) the chair|(?:was|were) in charge of the {SIT})",
    re.IGNORECASE,
)
# Several chair: what is said of the first is said of the next.
SEVERAL = re.compile(r"\b(?:co-|joint)")
# Who is named after these words is not whom the verb is said of.
ACCOMPANIED_BY = re.compile(
    r",? (?:accompanied|joined|assisted|flanked) by\s*$|(?:, along|, together) with\s*$"
)
NO_SUBJECT = re.compile(
    r"\b(?:by|with|of|from|to|for|and|were|was|included|including)(?: the)?\s*$"
)
# A role beside a person that makes them the chair: (Chair), a column that says Chairperson.
CHAIR_ROLE = re.compile(
    r"(?:\s?\(|\t|, | [–-] |: )(?:Acting |Co-|the |as )?(?:Meeting )?(?:[Cc]o-)?[Cc]hair(?:man|person|woman|ing)?(?:\s?\)|(?=[\t\n;.]|$| of the (?:[Mm]eeting|[Ss]ession))|(?=, and|,? with))|\s?\((?:in the chair|presiding)\)"
)
# Later in the sentence whose subject somebody is: X called a meeting … and chaired it.
CHAIRS_LATER = re.compile(
    r"\b(?:and|who) (?:\w+ly |later |then |also |himself |herself |went on to |proceeded to )?(?:(?:co-)?chair(?:ed)? (?:it|the|this|him|her|them)|chaired|presided|preside over|took the chair)\b",
    re.IGNORECASE,
)

# X sends Y: Y comes, X does not.
SENDS = re.compile(
    r"\b(?:has |had |having )?(?:assigned|delegated|designated|sent|appointed|deputed|authori[sz]ed|deputi[sz]ed|nominated|dispatched|entrusted|asked|requested|tasked|named|instructed)(?: the)?(?: duty to| task to)?(?: his| her| its)?(?: deputy,?)?\s*$"
)
# … was unable to attend and sent Y: to the meeting, whatever follows.
SENT = re.compile(
    r"(?:unable to|could not|did not|cannot|not able to) (?:attend|join|come|be present)[\w ,]{0,20} (?:sent|deputed|delegated|dispatched|designated)(?: (?:his|her|its) deputy,?)?\s*$"
)
SENT_TO = re.compile(
    r"[\s,)]*(?:(?:to|who|would|will|and|also) )*(?:attend|represent|join|take part|participate|sit in|stand in|come|go|deputi[sz]e|serve|act|speak|present|take (?:his|her) (?:place|seat)|in (?:his|her|their) (?:place|stead)|on (?:his|her|their) behalf|instead|as (?:his|her|its|their) )"
)
# Y for X: X is not there.
OPENS_STOOD_FOR = re.compile(
    r"\b(?:on behalf of|in (?:the )?(?:place|stead|absence|lieu) of|instead of|standing in for|stood in for|sitting in for|filling in for|deputi[sz](?:ing|ed) for|substitut\w+ for|acting for|speaking for|replacing|replaced|representing|(?:who )?represented(?! by)|(?:assigned|delegated|designated|sent|deputed|nominated|authori[sz]ed|asked|appointed|invited|signed|instructed) by|alternate (?:to|for)|for)(?: the)?\s*$",
)
STAYED = r"(?:absent|unable|abroad|overseas|away|excused|indisposed|unwell|ill|sick|unavailable|prevented|detained|travelling|traveling|not (?:present|able|in attendance|available)|on (?:\w+ ){0,2}(?:leave|mission|duty)|elsewhere)\b"
REGRETS = r"(?:sent|gave|tendered|extended|conveyed|offered|expressed|presented|submitted)\b[^.;]{0,40}(?:apolog|regret|excuse|message|greeting)"
# Right after somebody who did not come.
ENDS_ABSENT = re.compile(
    rf"[\s,(–:-]*(?:(?:who|whose|however|though|although|while|but|had|has|been|was|were|is|are|being|also|both|all|initially|originally|unfortunately) )*"
    rf"(?:{STAYED}|could not|cannot|did not|was not|were not|{REGRETS}|apologi[sz]ed|apologies|regrets|declined|missed|cancelled|withdrew|failed to|expected but|invited but|(?:was |were )?represented[\w ]{{0,20}} by|had (?:another|a prior|other)|begged|asked (?:to be excused|for leave)|stayed away|[Ll]eave\b|[Oo]n leave|[Oo]n official|no-show|flight)"
)
ABSENT_LATER = re.compile(
    rf"\b(?:unable to (?:attend|join|come|take|travel|be|participate)|could not (?:attend|join|connect|come|be|take|make)|did not (?:attend|join|come|take)|(?:was|were|is|are|being) (?:{STAYED})|{REGRETS.replace('|message|greeting', '')})"
)
OPENS_ABSENT = re.compile(
    r"(?:\bapolog|\bregrets?\b|\babsent|\babsence\b|\bnot present|\bexcused|\bunable to|\bleave of absence|\bnot in attendance|\bon leave\b|\bdid not attend|\bmissing\b|\babsentees?)[^.]{0,70}$",
)
# Named, but as nobody who is said to be there.
OPENS_OTHER = re.compile(
    r"(?:\b(?:letter|message|e-mail|email|note|report|memo\w*|paper|request|proposal|order|statement|call|visit|gift|instructions?|approval|directive|invitation|recommendation) (?:from|by|of|to|on)|courtesy call on|(?:appointed|signed|issued|approved|drafted|written|prepared|compiled|hosted|received|greeted|endorsed|posted|published|proposed at|taken|recorded) by|\blate|\bformer|thank(?:ed|ing|s to)|congratulat\w+|condolences to|appointment of|retirement of|secondment of|succe(?:ed|ss)\w*(?: to)?|predecessor|invite[sd]?|inviting|(?:to|be) (?:ask|invite|appoint|contact|consult|inform)|ask(?:s|ed|ing)|request(?:s|ed|ing)?|task(?:s|ed|ing)|assign(?:s|ed|ing)?|instruct(?:s|ed|ing)|urg(?:ed|es|ing)|call(?:ed|s) (?:up)?on|order(?:ed|s)|direct(?:ed|s)|report(?:ed|s|ing)? (?:back )?to|submitt?(?:ed|s|ing)? to|forward(?:ed)? (?:it )?to|address(?:ed)? to|sent to|according to|quot(?:ed|ing)|nominat\w+|elect(?:ed|s)?|contact|further details from|information:?|photo(?:graph)?s?(?: by)?:?|text:?|contact(?: person)?:|posted by:?|by:|\b(?:his|her) (?:\w+ )?(?:secretary|spokes\w+|aide|wife|husband|lawyer),)(?: the)?\s*$",
)
# Whom a newspaper asked, or whom it tells what is still to be done: that is no attendance.
PAPER = r"(?:Post|Times|Courier|Daily|Nation|Herald|News|Journal|Gazette|Tribune|Star|Mail|Standard|Guardian|Observer|Radio|Television|TV|Bulletin|Chronicle|Telegraph|Inquirer|Review|Agency)"
ENDS_OUTSIDE = re.compile(
    rf"[\s,)–-]*{ADVERBS}(?:told (?:reporters|journalists|the (?:press|media)|an? (?:news|press) (?:conference|briefing)|this (?:news)?paper|(?:the )?(?:[A-Z][\w-]+ ){{0,3}}{PAPER}\b)"
    rf"|(?:said|says|speaking|complained|argued|explained|warned|added)(?: \w+){{0,3}} (?:in an? (?:\w+ )?interview|by (?:tele)?phone|outside\b|on (?:social media|Facebook|television|the radio|(?:his|her|their) (?:Facebook|page|blog)))"
    rf"|wrote (?:on|in)\b|posted (?:on|a)\b|tweeted|has until\b|ha(?:s|ve) been (?:told|asked|ordered|instructed|given)\b)"
)
# What is told of another day or meeting.
OTHER_OCCASION = re.compile(
    r"\b(?:next (?:meeting|session|time|year|month|round)|(?:will|is to|are to|shall|would) (?:be (?:held|hosted|convened|invited|chaired|asked)|meet|host|chair|convene|take place|attend|join|visit|sit|travel)|(?:previous|last|earlier|preceding|past) (?:meeting|session|year|month|week|round)|minutes of (?:the|its) [\w ]{0,30}(?:meeting|session)|courtesy call|(?:in|at) an? (?:earlier|previous|separate)|(?:the )?(?:day|evening|week|month|year) before|a (?:day|week|month|year) (?:earlier|later|ago)|welcome dinner|reception (?:hosted|given)|dinner (?:hosted|given)|lunch(?:eon)? (?:hosted|given)|in a (?:letter|message|statement)|passed away|retired|had (?:earlier|previously|already)|to be invited|scheduled (?:for|to)|tomorrow|in (?:19|20)[0-9]{2}, (?:when|the)|back in)\b",
    re.IGNORECASE,
)
OCCASIONS = Begun(OTHER_OCCASION)
COME = r"(?:attend(?:ed|ing|s)?|t(?:ook|ake|aking) part|(?:was|were|is|are) (?:also |all |both |each )?(?:present|there|in attendance|on hand|at the table|seated|among|represented(?! by))|participat(?:ed|ing|e)|join(?:ed|ing|s)?(?! by)|in attendance|present|online|on hand|sat (?:in|on|at|beside|alongside)|observ(?:ed|ing)|logged in|dialled in|dialed in|connected|came|appeared|flew in|travell?ed (?:to|in)|followed the|representing|represented|at (?:his|her) side|to (?:attend|represent|join))"
ENDS_PRESENT = re.compile(
    rf"[\s,);–-]*{ADVERBS}(?:(?:all|each|in person|also|likewise|too) )*{COME}\b", re.IGNORECASE
)
# A and representatives of B took part: A did.
ENDS_WITH_OFFICES = re.compile(
    r",? (?:and|as well as|together with|along with)(?: the| senior| other)* (?:representatives?|delegates|officials|officers|staff)\b(?:(?! (?:who|which|were|was|did|had)\b)[^.;:\n]){0,300} (?:participated|attended|took part|joined|were (?:also )?present|were in attendance)\b(?! by)"
)
OPENS_PRESENT = re.compile(
    r"\b(?:attend\w*|present|participa\w*|tak(?:ing|en) part|took part|joined by|joining|accompanied by|accompanying|together with|along with|alongside|as well as|compris\w+|includ\w+|consist\w* of|composed of|made up of|brought together|gather\w*|seated|around the table|at the table|logging in|logged in|dialling in|represented by|welcom\w+|as did|so did|as was|as were|those|member\w*|delegates?|flanked by|assisted by|supported by|beside (?:him|her)|at (?:his|her) side|in the room|table|online|guests?|attendance|led by|headed by|also there|on hand|came|with|heard from|presence of|side|delegation|team|secretar\w+|rapporteur|observ\w+|invited (?:guests|experts))\b[^.]{0,80}$",
)
SPOKE = r"(?:briefed|told|informed|addressed|updated|reported|presented|explained|noted|proposed|suggested|stressed|outlined|described|warned|remarked|answered|added|asked|introduced|gave|walked|demonstrated|summari[sz]ed|observed|pointed|said|spoke|raised|urged|recommended|reminded|shared|showed|offered|argued|acknowledged|commented|replied|responded|thanked|welcomed|called|requested|drew|highlighted|emphasi[sz]ed|underlined|praised|voiced|expressed|read|delivered|opened|tabled|laid|moved|seconded|confirmed|announced|clarified|cautioned|agreed|volunteered|pledged|promised|undertook|served|acted|took (?:the )?(?:minutes|notes)|kept|recorded|interpreted|translated|handled|moderated|facilitated|led|made|set out|went through|ran through|put forward)"
ENDS_SPOKE = re.compile(rf"[\s,);–-]*{ADVERBS}{SPOKE}\b", re.IGNORECASE)
# What parts people in a list, with what may stand beside each of them.
JOINS = re.compile(
    r"(?:[\s,;:)&•*|–-]|\([a-z][^()\n]{0,40}\)|\([A-Z][\w -]{0,30}\)|[0-9]{1,2}[.)]|\b(?:and|as well as|together with|along with|alongside|also|the|plus|finally|both|from|of|representatives?|officials?|delegates?|officers?|staff|executives|observers?|experts?|an?|two|three|other|senior|with|including|for|in|to|on|their|his|her|colleagues)\b|[A-Z][\w'’&./-]*)*"
)
HERE_TOO = re.compile(r"\s?(?:,|\band\b|&|,? and(?: by)?|jointly with|together with)\s?(?:the )?")
ENDED = re.compile(r"[^\n]*[a-z)]\.\s*\n\s*(?![0-9•*–-])")
BULLET = re.compile(r"\s*(?:[0-9]{1,2}\s?[.)]|\([0-9a-z]{1,2}\)|[-•*–])")
LISTED_LINE = re.compile(r"\s*\n\s*(?:[0-9]{1,2}\s?[.)]|[-•*–])\s")
NUMBERING = re.compile(r"[\s>]*(?:[0-9]{1,2}\s?[.)]|\([0-9a-z]{1,2}\)|[-•*–])?\s*")
