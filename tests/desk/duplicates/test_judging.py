from datetime import date

import pytest

from desk.duplicates.aligning import Reading
from desk.duplicates.judging import Told, judge
from desk.duplicates.likeness import Nature

TITLE = "县水利局开展汛前检查"
TEXT = (
    "3月5日，县水利局组织12个检查组，对全县46座水库逐一开展汛前检查，发现隐患35处。\n"
    "检查中，重点查看大坝渗漏、溢洪道淤堵和启闭设备，现场整改28处，其余7处落实责任人限期整改。\n"
    "县水利局还更新预警广播126套，培训巡查员318名，储备编织袋4.6万条。"
)
ELSEWHERE = (
    TEXT.replace("水利局", "应急局").replace("46座", "52座").replace("35处", "61处")
    .replace("28处", "44处").replace("其余7处", "其余17处").replace("126", "208")
    .replace("318", "441").replace("4.6万", "2.3万").replace("3月5日", "3月9日")
)  # fmt: skip


def told(text=TEXT, title=TITLE, units=(1,), day=date(2026, 3, 6)):
    return Told(Reading(title, text), frozenset(units), day)


def test_the_same_characters_in_another_layout_are_exact():
    spaced = TEXT.replace("，", " , ").replace("\n", "").replace("3", "３")
    assert judge(told(spaced, units=(2,)), told()).nature is Nature.EXACT


def test_the_same_unit_sending_it_again_is_said():
    again = TEXT.replace("逐一开展", "进行").replace("限期整改", "尽快整改") + "\n县领导给予肯定。"
    found = judge(told(again, day=date(2026, 3, 20)), told())
    assert found.nature is Nature.AGAIN
    assert found.score >= 80


def test_last_years_text_with_new_days_is_recycled():
    old = TEXT.replace("3月5日", "3月18日").replace("46座", "44座")
    assert judge(told(), told(old, day=date(2025, 3, 19))).nature is Nature.RECYCLED


def test_another_units_words_for_the_same_event_are_found():
    other = (
        "入汛前，县应急局会同水利部门拉网排查水库险情。3月5日起，12个小组走遍46座水库，"
        "梳理出问题35处，28处当场销号。\n巡查员队伍同步轮训，318人参加，预警广播换新126套。"
    )
    found = judge(told(other, "县应急局联合排查水库汛前隐患", (2,)), told())
    assert found.nature is Nature.SAME_EVENT


def test_the_same_form_with_other_figures_is_other_work():
    assert judge(told(ELSEWHERE, units=(2,), day=date(2026, 3, 10)), told()) is None


def test_a_units_next_report_in_the_same_form_is_no_repetition():
    assert judge(told(ELSEWHERE, day=date(2026, 4, 10)), told()) is None


def test_a_brief_inside_a_report_is_found():
    brief = TEXT.splitlines()[0]
    assert judge(told(brief, "水库汛前检查发现隐患35处"), told()).nature is Nature.AGAIN


@pytest.mark.parametrize("text", ["", "好。", "😀😀", "\ud800"])
def test_next_to_nothing_is_like_nothing(text):
    assert judge(told(text), told()) is None
    assert judge(told(text), told(text)) is None or text
