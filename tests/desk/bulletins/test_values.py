"""What the names of templates stand for, reckoned by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.bulletins.options import BulletinOptions
from desk.bulletins.values import ENTRIES, values_of
from desk.facts import FactKind
from desk.scoring.clauses.items import Repeat

MAY = date(2026, 5, 20)
FIGURES = {
    "时段": "2026年第二季度",
    "时段简称": "第二季度",
    "累计时段": "1至6月",
    "去年同期": "2025年第二季度",
    "下期": "第三季度",
    "期末日": "6月30日",
    "截至日": "",
    "辖区": "全县",
    "计分办法": "《计分办法》",
    "单位数": "6",
    "报送条次": "6",
    "报送条数": "5",
    "采用条次": "4",
    "采用条数": "3",
    "采用率": "66.7%",
    "条次": "条次",
    "得分合计": "15",
    "采用单位数": "4",
    "采用单位分布": "乡镇2个，部门2个",
    "层级构成": "本级3条",
    "上级采用条数": "0",
    "图例": "",
    "序时进度": "50.0%",
    "目标合计": "100",
    "累计完成率": "15.0%",
    "有任务单位数": "5",
    "达到进度单位数": "0",
    "落后名单": "白水镇、青山镇（各25.0%），县教育局、县水利局（各12.5%）",
    "批评名单": "县教育局、县水利局（各12.5%）",
    "挂零名单": "云台镇",
    "免考核单位": "县调查队（驻县单位）",
    "零报送名单": "云台镇",
    "零采用名单": "",
    "可比去年": "",
    "报送同比": "",
    "表扬名单": "",
    "批示条数": "0",
    "有问题": "有",
}


def test_a_quarter_in_figures(quarter):
    values = quarter.values()
    assert {name: values[name].text for name in FIGURES} == FIGURES


def test_tied_units_share_a_place_and_are_all_told(said):
    assert said("各组前几名").splitlines() == [
        "乡镇：并列第1名白水镇、青山镇（各5分）。",
        "部门：并列第1名县教育局、县水利局（各2.5分）。",
    ]


def test_the_place_after_a_tie_is_skipped(quarter, said):
    quarter.printed("云台镇", "云台镇发展茶产业")
    quarter.printed("青山镇", "青山镇培训电工")
    assert said("各组前几名").splitlines()[0] == (
        "乡镇：第1名青山镇（10分），并列第2名云台镇、白水镇（各5分）。"
    )


def test_a_tie_at_the_last_place_is_told_whole(quarter, said):
    assert "并列第1名白水镇、青山镇" in said("各组前几名", places=1)


def test_units_of_a_joint_item_each_count_it_in_lists(said):
    assert said("本级刊物采用情况") == (
        "《政务信息》采用3条，涉及4个单位：白水镇、青山镇、县教育局、县水利局各1条。"
    )


def test_units_with_equal_numbers_are_told_together(quarter, said):
    quarter.printed("白水镇", "白水镇办夜校")
    assert "白水镇2条，青山镇、县教育局、县水利局各1条" in said("本级刊物采用情况")


def test_what_is_printed_again_counts_once_as_in_the_tables(quarter, said):
    with quarter.store.begin() as work:
        scheme = work.catalogue.schemes()[-1]
        work.catalogue.save_scheme(replace(scheme, clauses=(*scheme.clauses, Repeat())))
    quarter.book(FactKind.ADOPTION, "白水镇", date(2026, 6, 9), "白水镇新建冷库", "政务信息")
    assert "涉及4个单位：白水镇、青山镇、县教育局、县水利局各1条" in said("本级刊物采用情况")


def test_upper_publications_name_their_items_with_marks(quarter, said):
    quarter.printed("云台镇", "云台镇反映“用工难”", "市府快报", commissioned=True)
    quarter.book(FactKind.INSTRUCTION, "云台镇", MAY, "云台镇反映“用工难”", level="省级")
    assert said("上级刊物采用情况") == "《市府快报》采用1条：★●《云台镇反映“用工难”》（云台镇）。"
    assert said("图例") == "★表示领导批示，●表示约稿"
    assert said("层级构成") == "本级3条、市级1条"


def test_upper_publications_with_many_items_are_told_by_units(quarter, said):
    quarter.printed("云台镇", "甲", "市府快报")
    quarter.printed("云台镇", "乙", "市府快报")
    assert said("上级刊物采用情况", titles=1) == "《市府快报》采用2条，涉及1个单位：云台镇2条。"


def test_a_joint_instruction_counts_once_but_two_leaders_twice(quarter, said):
    for _leader in range(2):
        quarter.book(
            FactKind.INSTRUCTION, "县教育局、县水利局", MAY, "校园周边河道整治", level="县级"
        )
    assert (said("批示条数"), said("批示次数"), said("批示层级")) == ("1", "2", "县级2次")
    assert said("批示明细") == "县级领导批示1条：《校园周边河道整治》（县教育局、县水利局，2次）。"


def test_commissions_are_told_by_what_became_of_them(quarter, said):
    for name, outcome in (
        ("青山镇", "按时"),
        ("白水镇", "按时"),
        ("县水利局", "逾期"),
        ("云台镇", "未报"),
    ):
        quarter.book(FactKind.COMMISSION, name, MAY, "关于春耕的约稿", outcome=outcome)
    assert [said(f"约稿{one}篇数") for one in ("", "完成", "按时", "逾期", "未报")] == list("42211")
    assert said("约稿完成单位数") == "2"
    assert said("约稿完成单位分布") == "乡镇2个"
    assert said("约稿问题") == "逾期1篇（县水利局），未报1篇（云台镇）"


def test_emergencies_are_told_with_who_left_them_out(quarter, said):
    quarter.book(FactKind.EMERGENCY, "青山镇", MAY, "山体滑坡")
    quarter.book(FactKind.EMERGENCY, "白水镇", MAY, "房屋火灾", outcome="漏报")
    quarter.book(FactKind.EMERGENCY, "白水镇", MAY, "交通事故", outcome="漏报")
    assert (said("紧急报送条数"), said("紧急漏报条数")) == ("1", "2")
    assert said("紧急问题") == "漏报2条（白水镇）"


def test_the_same_days_of_last_year_are_compared_in_words(quarter, said):
    year_ago = date(2025, 5, 6)
    for title in ("甲", "乙", "丙"):
        quarter.sent("青山镇", title, year_ago)
        quarter.book(FactKind.ADOPTION, "青山镇", year_ago, title, "政务信息")
    assert said("报送同比") == "增加3条次、增长100.0%"
    assert said("采用同比") == "增加1条次、增长33.3%"
    assert said("采用率同比") == "下降33.3个百分点"
    assert said("得分同比") == "持平"


def test_negative_points_are_no_place_and_count_as_zero(quarter, said):
    quarter.book(FactKind.ADJUSTMENT, "云台镇", MAY, "失实", value=Decimal(-3), approver="主任")
    assert "云台镇" not in said("各组前几名")
    assert said("挂零名单") == "云台镇"


def test_who_is_level_with_the_pace_and_in_front_is_praised(quarter, said):
    quarter.printed("青山镇", "青山镇反映用工难", "市府快报")
    assert said("表扬名单") == "青山镇"
    assert said("达到进度名单") == "青山镇（75.0%）"


def test_long_lists_are_cut_only_if_asked(quarter, said):
    assert said("落后名单", longest=1) == "白水镇（25.0%）等4个单位"
    assert said("本级刊物采用情况", longest=2).endswith("白水镇、青山镇各1条（共4个单位）。")


def test_units_may_be_called_by_their_full_names(said):
    assert said("挂零名单", full_names=True) == "云岭县云台镇人民政府"


def test_an_office_without_facts_has_zeros_and_empty_lists(county):
    values = county.values()
    assert values["采用率"].text == "0%"
    assert values["得分合计"].text == "0"
    assert values["零报送单位数"].text == "5"
    assert values["各组前几名"].paragraphs == ("乡镇：各单位均未得分。", "部门：各单位均未得分。")


@pytest.mark.parametrize("office", ["5", "60", "200", "zeros", "giant", "negative"])
def test_every_name_is_told_of_any_office(surveyed, office):
    assert values_of(surveyed(office), BulletinOptions()).keys() == ENTRIES.keys()
