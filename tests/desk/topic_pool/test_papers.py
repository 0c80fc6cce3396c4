"""The printed notice of a list, its text for the chat, and the minutes of a consultation."""

from datetime import date

from desk.body import Paragraph
from desk.layout.document import document_pdf
from desk.topic_pool.consultation import Consultation
from desk.topic_pool.papers import (
    addressees,
    list_document,
    list_text,
    minutes_document,
    numeral,
)
from desk.topic_pool.point_list import PointLine, PointList
from desk.topic_pool.rules import TopicRules

OFFICE = "云岭县人民政府办公室"
NAMES = {1: "县教育局", 2: "县水利局"}
POINTS = PointList(
    title="2026年8月信息报送要点",
    day=date(2026, 7, 25),
    number="要点〔2026〕8号",
    period="2026-08",
    due=date(2026, 8, 20),
    lines=(
        PointLine("秋季学位供需", "民生", units=(1,)),
        PointLine("水库安全度汛", "防汛", units=(2,)),
        PointLine("暑期防溺水", "民生"),
    ),
)


def _texts(document):
    return [part.text for part in document.parts if isinstance(part, Paragraph)]


def test_the_notice_lists_points_under_their_headings_with_their_units():
    document = list_document(POINTS, NAMES, "各单位", OFFICE, TopicRules())
    assert document.title == "关于印发2026年8月信息报送要点的通知"
    assert _texts(document)[1:6] == [
        "一、民生",
        "1. 秋季学位供需（县教育局）",
        "2. 暑期防溺水",
        "二、防汛",
        "1. 水库安全度汛（县水利局）",
    ]
    assert "2026年8月20日前报送" in _texts(document)[0]


def test_the_notice_can_be_printed():
    document = list_document(POINTS, NAMES, "各单位", OFFICE, TopicRules())
    assert document_pdf(document).startswith(b"%PDF")


def test_the_text_for_the_chat_holds_title_points_and_limit():
    lines = list_text(POINTS, NAMES, OFFICE, TopicRules(contact="周静怡 5122119")).splitlines()
    assert lines[0] == "【2026年8月信息报送要点】"
    assert "1. 秋季学位供需（县教育局）" in lines
    assert lines[-3:] == ["报送截止：2026年8月20日", "联系人及电话：周静怡 5122119", OFFICE]


def test_the_notice_goes_to_groups_and_single_units_or_to_everybody():
    assert addressees(POINTS, {}, NAMES) == "各乡镇人民政府、各部门、各有关单位"
    some = PointList(title="", day=POINTS.day, period="2026-08", groups=(5,), units=(2,))
    assert addressees(some, {5: "乡镇、街道"}, NAMES) == "乡镇、街道、县水利局"


def test_minutes_name_who_met_and_the_topics_agreed_on():
    minutes = Consultation(
        title="会商会纪要", day=date(2026, 7, 17), chair="林志远", text="通报情况。\n★ 高温用电"
    )
    texts = _texts(minutes_document(minutes, OFFICE))
    assert texts[:2] == ["时间：2026年7月17日", "主持：林志远"]
    assert texts[2:] == ["通报情况。", "会议议定以下选题：", "1. 高温用电"]


def test_headings_are_counted_in_chinese_numerals():
    assert [numeral(one) for one in (1, 10, 12, 20, 31)] == ["一", "十", "十二", "二十", "三十一"]
