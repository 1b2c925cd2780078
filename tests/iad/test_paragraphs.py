"""Rich text as plain paragraphs, for whoever reads the words alone."""

import pytest

from iad.richtext import paragraphs


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>หนึ่ง</p>\n<p>สอง <strong>สาม</strong></p>", "หนึ่ง\n\nสอง สาม"),
        ("<p>หนึ่ง<br>สอง</p>", "หนึ่ง\nสอง"),
        ("<ul><li>ก</li><li>ข</li></ul>ค", "ก\n\nข\n\nค"),
        ("<table><tr><td>ก</td><td>ข</td></tr><tr><td>ค</td></tr></table>", "ก ข\n\nค"),
        ("<p>&nbsp;A&amp;B &lt;p&gt;</p>", "A&B <p>"),
        ("<script>alert(1)</script><p>จบ</p>", "จบ"),
        ("", ""),
    ],
)
def test_paragraphs_stay_apart_where_only_the_words_are_kept(html, text):
    assert paragraphs(html) == text
