"""A draft with dull defaults for the checks; a test names only the text that it is about."""

import datetime

from news import checking
from news.checks.finding import Draft

REGISTER = ("สำนักงานการต่างประเทศ", "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว", "กองกลาง", "สำนักอนามัย")


def draft(text="", language="th", field="summary", **fields) -> Draft:
    texts = {("title", "th"): "ข่าว", ("body", "th"): "<p>เนื้อข่าว</p>", (field, language): text}
    return Draft(
        texts=texts | fields.pop("texts", {}),
        date=datetime.date(2020, 2, 14),
        departments=REGISTER,
        **fields,
    )


def found(kind, checked: Draft) -> list:
    return [finding for finding in checking.check(checked) if finding.kind == kind]
