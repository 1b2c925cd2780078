"""How the subjects of a meeting are worded, in Thai and in English. Fragments of patterns.

A new way of saying something is one more line here and a text in ``tests/reading/topics/``.
"""

# What a meeting does with a matter. Those of the first list only hear of it.
TH_HEARS = (
    r"รับทราบ",
    r"รับฟัง",
    r"ติดตาม(?!และ)",
    r"รับรายงาน",
)
TH_DECIDES = (
    r"(?:ให้ความ)?เห็นชอบ(?:ในหลักการ)?",
    r"พิจารณา(?:ให้ความเห็นชอบ|เห็นชอบ|อนุมัติ|ทบทวน|กลั่นกรอง|กำหนด(?=แนว|กรอบ|มาตร))?",
    r"(?:ปรึกษา)?หารือ",
    r"อภิปราย",
    r"อนุมัติ",
    r"ทบทวน",
    r"แลกเปลี่ยน(?:ความ(?:คิด)?เห็น|ข้อมูล|ประสบการณ์|มุมมอง)(?:และ(?:ความ(?:คิด)?เห็น|ข้อมูล|ประสบการณ์|มุมมอง))?(?=\s?(?:เกี่ยวกับ|ใน|เรื่อง|ด้าน))",
)
# Between the meeting and its verb.
TH_AND_SO = r"(?:ครั้งนี้|ดังกล่าว)?(?: ?(?:ได้|ยัง|จึง|มีมติ|มีการ|ร่วมกัน|ร่วม|เป็นเอกฉันท์|ต่อมา|:))* ?"
# Between the verb and the matter.
TH_MARK = r"(?: ?(?:ร่วมกัน|เกี่ยวกับ|เรื่อง|ใน(?=ประเด็น|หัวข้อ|เรื่อง)|ถึง(?!แม้)|ประเด็น(?!ที่|ปัญหา)|หัวข้อ))* ?"
# A matter does not begin so: what follows is a manner, an order or another sentence.
TH_NO_MATTER = (
    r"(?:ให้|แล้ว|ตาม|ว่า|ใน|ร่วม|ต่อ(?!อายุ)|อีก|จาก|ไป(?!รษ)|กับ|ดังนี้|และ|หรือ|ก่อน|โดย|ด้วย|ทั้งนี้|เพื่อ|ของ|เป็น|ได้|จะ|ที่(?!พัก|ดิน|จอด|ตั้ง)|ซึ่ง|ตั้งแต่|เมื่อ|มา(?!ตร)|กัน|ณ\s"
    r"|เพิ่มเติม|อย่าง|รอบคอบ|ร่าง\s|นาย|นาง|น\.ส\.|มติ|มอบ|ครั้ง|วันที่|เวลา|[0-9]+ ?(?:ประเด็น|เรื่อง|ด้าน|หัวข้อ|วาระ)"
    r"|คำชี้แจง|ความเห็นชอบ|คัดเลือก(?!.{0,3}ผู้)|ข้อ ?[0-9]|รายละเอียดดังกล่าว|เรื่องดังกล่าว|ดังกล่าว|ประเด็นดังกล่าว)"
)
# Nouns that a matter begins with: after a blank they go on with a list.
TH_NOUN = (
    r"(?:การ(?!ประชุม(?:ดัง|ครั้ง|ใน))|ความ|ร่าง|แผน|โครงการ|แนวทาง|ผล|ข้อ(?:เสนอ|กำหนด|ตกลง|มูล)|ราย(?:งาน|ชื่อ|ละเอียด|การ)|งบประมาณ|กรอบ|กำหนดการ|มาตรการ"
    r"|นโยบาย|รูปแบบ|หลักเกณฑ์|หลักสูตร|สถาน(?:ะ|การณ์|ที่)|ปัญหา|บันทึก|ระเบียบ|คำ(?:ขอ|แปล|ของ)|ระบบ|กิจกรรม|มาตรฐาน|ค่าใช้จ่าย|วงเงิน|หัวข้อ|ทะเบียน|ยุทธศาสตร์|ตัวชี้วัด|เกณฑ์|ญัตติ|แบบ|บทบาท|เอกสาร|ด้าน|เส้นทาง|ชื่อ|สิทธิ)"
)
# Words that say nothing of what the matter was.
TH_VAGUE = r"(?:ความ(?:คืบ|ก้าว)หน้า(?:การดำเนินงาน)?|ข้อเสนอ(?:แนะ)?|ผล(?:การดำเนินงาน)?|แผน(?:งาน)?|แนวทาง|ข้อมูล|รายละเอียด|รายงาน(?:การประชุม)?|โครงการ|ระเบียบวาระ(?:การประชุม)?|หลักการ|เรื่องต่าง ?ๆ|ปัญหา(?:และ)?อุปสรรค)(?:ดังกล่าว|ต่าง ?ๆ)?"
# After a blank the same phrase goes on with these.
TH_GOES_ON = rf"(?:(?:และ|หรือ|รวมทั้ง|ตลอดจน|รวมถึง)\s?(?={TH_NOUN}|[A-Z0-9“\"])|[0-9A-Za-z(“\"]|ของ|กับ|ใน(?!การนี้|โอกาส|ตอนท้าย|ที่ประชุม|จำนวนนี้)|จำนวน|ปี|ประจำ|พ\.ศ\.|ระหว่าง|ระยะ|ชั้น|สำหรับ(?!การ)|ว่าด้วย|เรื่อง|เกี่ยวกับ|ภายใต้|แห่ง|สู่|ๆ|ฉบับ|เขต|ครั้งที่|กรุงเทพมหานคร|รุ่นที่|วันที่|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|[ก-ฮ]{{1,2}}\.[ก-ฮ]\.)"
# Where a phrase ends whatever stands before.
TH_STOPS = (
    r"[\n\u2029;]|\s?(?:ทั้งนี้|นอกจากนี้|จากนั้น|ซึ่ง(?=\S)|พบว่า|โดย(?!เฉพาะ|สาร|ตรง|รวม)|พร้อม(?:ทั้ง|ด้วย)|เพื่อ|ก่อน(?!การ|หน้า|วัย)|ตามที่|ต่อที่ประชุม|ให้ที่ประชุม|และได้|เป็นต้น|เนื่องจาก|หลังจาก|จึง)"
    r"|\s(?:ณ|เมื่อ|ที่ห้อง|ที่ประชุม|มติ|เช่น|อาทิ|ได้แก่)"
    r"|\s?(?:และ|รวมทั้ง|ตลอดจน)(?:ได้|ยัง|มี(?:มติ|การ)|จะ|ให้|ขอให้|มอบหมาย|เห็น(?:ชอบ|ควร|ว่า)|รับ(?:ทราบ|ฟัง|ข้อ|ไป)|อนุมัติ|กำหนด(?:ให้|วัน|ประชุม)|เลือก|นัด|แจ้ง|สั่ง|พิจารณา|หารือ|ติดตาม|ทบทวน|เสนอ(?:ให้|ต่อ)|กำชับ|เน้นย้ำ|ร่วม(?:กัน|หารือ|พิจารณา)|มา(?=หารือ|เสนอ))"
    r"|(?:มา)(?:หารือ|เสนอ)|ร่วมกับ(?=ผู้แทน|นาย|นาง|สำนัก|หน่วยงาน|คณะ)|\((?:ต่อ|รายละเอียด|เอกสาร)"
)
TH_LIST = r"(?:ได้แก่|ดังนี้|ดังต่อไปนี้|ประกอบด้วย|คือ|อาทิ|:)"
# A list of matters: 3 ประเด็น ได้แก่; มีวาระสำคัญ ดังนี้; เรื่องที่พิจารณา :
TH_LISTED = (
    rf"(?:[0-9]+ ?(?:ประเด็น|เรื่อง|หัวข้อ|ด้าน|วาระ)|(?:ประเด็น|หัวข้อ|วาระ|เรื่อง|ด้าน)(?:การ(?:ประชุม|หารือ)|หารือ|พิจารณา|เพื่อพิจารณา|ที่(?:พิจารณา|หารือ|สำคัญ)|สำคัญ|หลัก|ต่าง ?ๆ)+)"
    rf"\s?(?:หลัก|สำคัญ|ที่สำคัญ|ในการประชุม|ในการหารือ)*\s?{TH_LIST}\s?"
)
# The standard sections of an agenda are no matters themselves.
TH_SECTION_INFORMATION = r"(?:เรื่อง)?(?:ที่)?(?:เสนอ)?(?:เพื่อ)(?:โปรด)?ทราบ|เรื่องแจ้งเพื่อทราบ"
TH_SECTION_CONSIDERATION = r"(?:เรื่อง)?(?:ที่)?(?:เสนอ)?(?:เพื่อ)(?:โปรด)?พิจารณา"
TH_SECTION_OTHER = r"(?:เรื่อง)?(?:ที่)?ประธาน(?:ฯ)?\s?(?:กรรมการ)?\s?(?:แจ้ง|กล่าว)|(?:เรื่อง)?(?:การ)?(?:พิจารณา)?รับรองรายงาน|(?:เรื่อง)?สืบเนื่อง|(?:เรื่อง)?อื่น ?ๆ|เรื่องค้าง"

EN_WHO = r"(?:(?:[Tt]he|[Tt]his|[Bb]oth|[Oo]ur)\s)?(?:[Mm]eeting|(?:[Ss]ub-?\s?)?[Cc]ommittee|[Cc]ommission|[Cc]ouncil|[Bb]oard|[Pp]articipants|[Mm]embers|[Dd]elegates|[Oo]fficials|(?:two |both )?[Ss]ides|[Pp]arties|[Ww]orking [Gg]roup|[Tt]ask [Ff]orce|[Ff]orum|[Gg]roup|[Ss]ession|[Dd]elegations|[Pp]anel|[Tt]hey|[Ii]t)"
EN_ALSO = r"(?:\s(?:also|then|further|first|subsequently|jointly|unanimously|next|furthermore|formally|in principle|had|have|has|was|were))*\s"
EN_HEARS = r"(?:noted|took note of|acknowledged|(?:was |were )?briefed on|heard(?: an?)?(?: progress| brief)?(?: reports?| updates?| presentations?)? (?:on|about|from [^.,]{2,40}? on)|heard|received(?: an?)? (?:reports?|updates?|briefings?) (?:on|about)|followed up on|(?:was |were )?informed (?:of|about))"
EN_DECIDES = r"(?:discussed|considered|reviewed|examined|deliberated (?:on|over|upon)|exchanged (?:views|ideas|information) (?:on|about)|approved|endorsed|adopted|debated|talked about|looked (?:at|into)|agreed (?:on|upon)|finali[sz]ed)"
EN_TO_DO = r"(?:discuss|consider|review|examine|deliberate on|exchange views on|approve|follow up on|finali[sz]e)"
EN_LISTED = (
    r"(?:(?:[Tt]he |[Mm]ain |[Kk]ey )*(?:[Tt]opics?|[Ii]ssues?|[Mm]atters|[Ss]ubjects?|[Aa]genda(?: items?)?|[Ii]tems?)(?: (?:of|for|on|under) (?:the )?(?:meeting|discussion|consideration|agenda|information|day))?(?: (?:raised|discussed|considered|covered|addressed|reviewed))?(?: (?:at|in|during) the meeting)?\s?(?:included?|includes|were|was|covered|comprised|featured|consisted of|:)"
    r"|(?:[Tt]he )?[Dd]iscussions? (?:centred|centered|focus(?:s)?ed|was held|were held|concentrated|turned|covered)(?: mainly| also)?(?: on| to| around)?|(?:[Tt]he )?(?:[Mm]eeting|[Tt]alks|[Ss]ession) (?:focus(?:s)?ed|centred|centered|concentrated)(?: mainly)? on)\s?:?\s?"
)
EN_STOPS = (
    r"[\n\u2029;]|\.(?=\s|$)|[.)] |,? (?:which|who|whose|while|whereas|where|when|before|after|following|so that|in order|with a view|as well as (?:to|of)|as proposed|as presented|as submitted|without|pending|to be|by the end|by [0-9]|within|subject to|and (?:also |then )?(?:agreed|asked|requested|instructed|decided|assigned|approved|endorsed|adopted|noted|acknowledged|discussed|considered|reviewed|resolved|expressed|thanked|welcomed|recommended|invited|admitted|set|proposed|heard|urged|tasked|called|will|was|were|is|are|has|had))\b"
    r"|, (?:agreed|asked|requested|instructed|decided|admitted|approved|endorsed|adopted|noted|acknowledged|discussed|considered|reviewed|resolved|expressed|thanked|with|held|chaired|at|on [0-9])\b|,? (?:held|submitted|presented|prepared|proposed) (?:by|on|at|in)\b"
)
EN_VAGUE = r"(?:(?:the|an?|this|these|its|their|all|[a-z]+) )?(?:proposals?|reports?|matters?|issues?|items?|agenda|minutes|plans?|results?|outcomes?|progress|it|following)"
EN_NO_MATTER = r"(?:(?:The )?(?:Meeting|Minutes) (?:of|No)|that|to|whether|how|with|and|it|them|this|these|by|at|on|as|further|again|together|without|only|three|two|four|five|several|various|various|many|some|a number)\b"

# The meeting as the one that does something; ขอให้ที่ประชุมพิจารณา is a wish.
TH_MEETING = r"(?<!ให้)(?<!ต่อ)(?<!เสนอ)(?<!นำ)(?<!หลัง)(?<!ห้อง)ที่ประชุม"
# ประชุมหารือแนวทาง…, ประชุมติดตามความคืบหน้า…
TH_MET = (
    r"(?<!ห้อง)ประชุม(?:ร่วม)?(?P<hears>ติดตาม)?(?:หารือ|พิจารณา)?(?:ร่วมกัน)?"
    r"(?:เรื่อง|ประเด็น|เกี่ยวกับ|(?=แนวทาง|แผน|ความคืบหน้า|มาตรการ|การ(?:เตรียม|แก้|จัด|พัฒนา|ดำเนิน)))\s?"
)
# After a number: how many there are, no matter of its own.
TH_NO_UNIT = (
    r"(?!(?<=[0-9]\s)(?:โครงการ|รายการ|เส้นทาง|ระบบ|กิจกรรม|หลักสูตร|แผน|มาตรการ|ด้าน|แนวทาง|ประเด็น))"
)
# English, Chinese and Korean: short words after blanks up to the last of them.
TH_SHORT_LIST = (
    r" (?!นาย|นาง|ผู้|พบ|อนุมัติ|ให้|ที่|โดย|เห็น|ได้|จึง|มอบ|ขอ)[ก-๎]{2,14}(?: [ก-๎]{2,14}){0,3}"
    r" และ(?!ให้|ขอ|มอบ|เห็น|ได้|รับ)[ก-๎]{2,20}(?=[ \n\u2029]|$)"
)
# Another time than this one, and what was not done.
ELSEWHEN = (
    r"ครั้ง(?:ก่อน|ที่แล้ว|ที่ผ่านมา|ต่อไป|ถัดไป|หน้า)|คราวก่อน|เมื่อคราว|ในคราว|แต่งตั้ง|จัดตั้ง|กำหนดจัด"
    r"|จะ(?:จัด|มี|ประชุม|นำ|เสนอ|หารือ)|มีอำนาจ|มีหน้าที่"
    r"|\b(?:previous|last|next|earlier|forthcoming|upcoming) (?:meeting|session)"
    r"|\bwill (?:be|meet|convene|discuss|consider|review)"
    r"|\b(?:was|were) (?:appointed|established|set up|formed)\b"
)
NOT_DONE = r"(?:จะ|ไม่ได้|ยังไม่|มิได้|ขอให้|เสนอให้|มอบหมายให้|เชิญ)\s?$|(?:not|will|to|asked|that)\s$"
