"""Receipts and feedback for units."""

from datetime import UTC, date, datetime

import pypdfium2
import pytest

from desk.drafts import Channel, Status
from desk.layout.fonts import bundled_fonts
from desk.office_clock import office_time
from desk.reports.letter_pdf import letters_pdf
from desk.reports.receipts import Fault, Sent, feedback, receipt

DAY = date(2026, 7, 15)


def sent(title, status=Status.NEW, **facts):
    received = datetime(2026, 7, 3, 2, 5, tzinfo=UTC)
    return Sent(12, title, received, Channel.MAIL, status, **facts)


def told(*items, period=None):
    return feedback("县政府办公室", "云岭县教育局", items, DAY, period).text


def test_a_receipt_names_item_moment_and_number():
    local = office_time(datetime(2026, 7, 3, 2, 5, tzinfo=UTC))
    text = receipt("县政府办公室", "云岭县教育局", [sent("校园安全")], DAY).text
    assert f"“校园安全”，7月3日{local.hour}时05分收到（邮件），来稿编号12。" in text
    assert text.startswith("收稿回执\n云岭县教育局：\n")
    assert text.endswith("县政府办公室\n2026年7月15日")


def test_feedback_says_why_and_what_to_do():
    item = sent(
        "开会了！",
        Status.RETURNED,
        reason="标题不合要求",
        advice="请改标题。",
        faults=(Fault("第一人称", 6),),
    )
    text = told(item)
    for line in ("理由：标题不合要求。", "建议：请改标题。", "检查发现：第一人称（6处）。"):
        assert line in text


def test_feedback_names_the_issue_an_item_was_printed_in():
    text = told(sent("校园安全", Status.RELEASED, carriers=("《政务信息》2026年第3期",)))
    assert "刊于《政务信息》2026年第3期。" in text


def test_what_was_printed_comes_before_what_was_returned():
    text = told(sent("甲", Status.RETURNED), sent("乙", Status.RELEASED), sent("丙"))
    assert text.index("一、已采用") < text.index("二、退稿") < text.index("三、正在处理")


def test_every_status_has_its_place():
    text = told(*(sent(f"题{status}", status) for status in Status))
    assert all(f"“题{status}”" in text for status in Status)


def test_faults_that_items_share_are_summed_up():
    fault = (Fault("第一人称", 2),)
    text = told(
        sent("甲", Status.RETURNED, faults=fault), sent("乙", Status.REJECTED, faults=fault)
    )
    assert "多篇来稿都有的问题：第一人称（2篇）" in text


def test_marks_inside_a_quoted_title_become_single():
    assert "“县教育局‘三个一’见效”" in told(sent("县教育局“三个一”见效"))


def test_a_joint_item_names_its_partners_and_a_late_one_is_called_late():
    text = told(sent("甲", partners=("县财政局",), is_late=True))
    assert "与县财政局联合报送，报送时已超过时限" in text


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 7, 1), date(2026, 7, 31), "2026年7月1日至31日"),
        (date(2026, 7, 1), date(2026, 8, 31), "2026年7月1日至8月31日"),
        (date(2025, 12, 1), date(2026, 1, 31), "2025年12月1日至2026年1月31日"),
        (DAY, DAY, "2026年7月15日，"),
    ],
)
def test_a_period_says_shared_parts_once(first, last, words):
    assert words in told(sent("甲"), period=(first, last))


def test_a_unit_that_sent_nothing_is_told_so():
    assert "没有收到你单位报送的信息" in told(period=(DAY, DAY))


def test_each_letter_has_a_page_of_its_own():
    letters = tuple(receipt("办公室", unit, [sent("甲")], DAY) for unit in ("县教育局", "县水利局"))
    with pypdfium2.PdfDocument(letters_pdf(letters, bundled_fonts())) as pdf:
        assert ["县水利局" in page.get_textpage().get_text_range() for page in pdf] == [False, True]
