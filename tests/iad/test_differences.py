import time

import pytest

from iad.differences import diff_html, lines_of, rich_diff_html, word_diff


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (
            "รองปลัดกรุงเทพมหานคร",
            "ปลัดกรุงเทพมหานคร",
            [("removed", "รอง"), ("same", "ปลัดกรุงเทพมหานคร")],
        ),
        (
            "วันที่ 14 กุมภาพันธ์ 2563 เวลา",
            "วันที่ 15 กุมภาพันธ์ 2563 เวลา",
            [
                ("same", "วันที่ "),
                ("removed", "14"),
                ("added", "15"),
                ("same", " กุมภาพันธ์ 2563 เวลา"),
            ],
        ),
        (
            "the old big cat sat",
            "the new small cat sat down",
            [
                ("same", "the "),
                ("removed", "old big"),
                ("added", "new small"),
                ("same", " cat sat"),
                ("added", " down"),
            ],
        ),
        ("", "ใหม่", [("added", "ใหม่")]),
        ("เก่า", "", [("removed", "เก่า")]),
        ("เดิม", "เดิม", [("same", "เดิม")]),
        ("", "", []),
    ],
)
def test_changes_are_told_in_whole_words(before, after, changes):
    assert word_diff(before, after) == changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b " * 120_000, "b a " * 120_000),
        ("ก\n" * 250_000, "ก ข\n" * 120_000),
        ("ก" * 500_000, "ก" * 499_999 + "ข"),
        ("x y z " * 80_000, ""),
        ("หนึ่ง สอง สาม " * 300, "สาม สี่ หนึ่ง " * 300),
    ],
    ids=["woven", "lines", "one-letter", "emptied", "turned"],
)
def test_the_longest_texts_are_compared_in_good_time_and_whole(before, after):
    begun = time.process_time()
    changes = word_diff(before, after)
    assert time.process_time() - begun < 5
    assert "".join(text for kind, text in changes if kind != "added") == before
    assert "".join(text for kind, text in changes if kind != "removed") == after


def test_far_texts_still_show_the_paragraphs_that_stayed():
    before = "เหมือนเดิม\n" + " ".join(f"ก{n}" for n in range(2000)) + "\nท้ายเดิม"
    after = "เหมือนเดิม\n" + " ".join(f"b{n}" for n in range(2000)) + "\nท้ายเดิม"
    kinds = [kind for kind, _text in word_diff(before, after)]
    assert kinds == ["same", "removed", "added", "same"]


def test_markup_in_a_text_is_shown_and_never_obeyed():
    shown = diff_html("a <b>", "a <script>")
    assert "<script>" not in shown
    assert "&lt;" in shown


def test_changes_are_said_in_words_not_by_looks_alone():
    shown = diff_html("เก่า", "ใหม่")
    assert '<del><span class="visually-hidden">[' in shown
    assert '<ins><span class="visually-hidden">[' in shown


def test_rich_text_is_compared_in_its_words_block_by_block():
    before = "<p>ต้อนรับ <strong>ทูต</strong></p><ul><li>หนึ่ง</li></ul>"
    assert lines_of(before) == "ต้อนรับ ทูต\nหนึ่ง"
    after = "<p>ต้อนรับ ทูต</p><ul><li>หนึ่ง</li><li>สอง</li></ul>"
    shown = rich_diff_html(before, after)
    assert "<strong>" not in shown
    assert "&lt;" not in shown
    assert "<del>" not in shown
    assert shown.startswith("ต้อนรับ ทูต\nหนึ่ง<ins>")
