"""What the checker says of schemes, one case for each kind of complaint."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desk.facts import Fact, FactKind, Particulars

DAY = date(2025, 6, 1)

SAID = {
    "an unknown publication": (
        '[[分值]]\n条件 = { 刊物 = "政务信身" }\n分值 = 1',
        "提醒：[[分值]] 第 1 行：“条件”里：没有登记刊物《政务信身》，这一条不会起作用。",
    ),
    "an unknown section": (
        '[[分值]]\n除外 = { 栏目 = "要闻" }\n分值 = 1',
        "没有一个刊物有栏目“要闻”",
    ),
    "an unknown unit": ('[[归属]]\n条件 = { 单位 = "甲厂" }\n计入 = "乙县"', "没有登记单位“甲厂”"),
    "an unknown target": (
        '[[归属]]\n条件 = { 单位 = "甲厂" }\n计入 = "乙县"',
        "计入的单位：没有登记单位“乙县”",
    ),
    "an unknown group": ('[[基础分]]\n条件 = { 分组 = "乡镇" }\n分值 = 1', "没有分组“乡镇”"),
    "an unknown class": ('[[分值]]\n条件 = { 类别 = "内刊" }\n分值 = 1', "没有刊物属于类别“内刊”"),
    "a row behind one that takes all": (
        (
            '[[分值]]\n事项 = "批示"\n条件 = { 级别 = ["省级", "市级"] }\n分值 = 5\n'
            '[[分值]]\n事项 = "批示"\n条件 = { 级别 = "省级", 职务 = "主要领导" }\n分值 = 9'
        ),
        "提醒：[[分值]] 第 2 行：永远轮不到这一行：第 1 行管着它要管的全部",
    ),
    "a row behind one of its carrier's tier": (
        (
            '[[分值]]\n条件 = { 层级 = "省级" }\n分值 = 5\n'
            '[[分值]]\n条件 = { 刊物 = "省府信息", 字数 = "≥600" }\n分值 = 9'
        ),
        "[[分值]] 第 2 行：永远轮不到这一行",
    ),
    "a number behind a wider one": (
        (
            '[[分值]]\n条件 = { 字数 = "≥100" }\n分值 = 5\n'
            '[[分值]]\n条件 = { 字数 = "＞600" }\n分值 = 9'
        ),
        "[[分值]] 第 2 行：永远轮不到这一行",
    ),
    "the simple table behind a row without a condition": (
        "[[分值]]\n分值 = 5",
        "提醒：[[采用分值]] 第 1 行：永远轮不到这一行：[[分值]] 第 1 行管着它要管的全部采用",
    ),
    "two rows of one place": (
        '[[采用分值]]\n刊物 = "政务信息"\n分值 = 4',
        "错误：[[采用分值]] 第 3 行：和第 1 行写的是同一处",
    ),
    "two rows either of which may hold": (
        (
            '[[分值]]\n事项 = "批示"\n条件 = { 级别 = "省级" }\n分值 = 5\n'
            '[[分值]]\n事项 = "批示"\n条件 = { 职务 = "主要领导" }\n分值 = 9'
        ),
        "说明：[[分值]] 第 2 行：有的事可能既符合第 1 行，又符合这一行，那时按前面的算",
    ),
    "two rows of two components that both count": (
        (
            '[[分值]]\n事项 = "批示"\n条件 = { 性质 = "批评" }\n分值 = -5\n分项 = "扣分"\n'
            '[[分值]]\n事项 = "批示"\n分值 = 5'
        ),
        "提醒：[[分值]] 第 2 行：与第 1 行分项不同：两行都符合的事，两行都算，分相加。",
    ),
    "numbers between two rows": (
        (
            '[[分值]]\n事项 = "报送"\n条件 = { 字数 = "<100" }\n分值 = 1\n'
            '[[分值]]\n事项 = "报送"\n条件 = { 字数 = "≥200" }\n分值 = 2'
        ),
        "“字数”不小于 100、小于 200的没有分值：第 1 行和这一行之间有空档",
    ),
    "stacked points under the highest only": (
        (
            '[[分值]]\n分项 = "再加分"\n条件 = { 层级 = "省级" }\n分值 = 30\n'
            '[[一稿多用]]\n口径 = "取最高"'
        ),
        "提醒：[[分值]] 第 1 行：这一行写着要叠加，[[一稿多用]] 第 1 行却在全部采用里取最高",
    ),
    "a submission worth more than its adoption": (
        '[[分值]]\n事项 = "报送"\n分值 = 5\n被取代 = "采用"',
        "被采用取代的分（5）比[[采用分值]] 第 1 行的还高，采用了反而得得少",
    ),
    "a ceiling of nothing": (
        '[[封顶封底]]\n分项 = "宣传分"\n封顶 = 5',
        "“分项”里的“宣传分”没有哪一行会得分",
    ),
    "a ceiling under the base": (
        '[[基础分]]\n周期 = "年"\n分值 = 10\n[[封顶封底]]\n封顶 = 5',
        "封顶 5 低于每年的基础分 10（[[基础分]] 第 1 行）",
    ),
    "a floor above its ceiling": ("[[封顶封底]]\n封顶 = 5\n封底 = 6", "封底 6 高于封顶 5"),
    "no limit at all": ("[[封顶封底]]", "封顶、封底都没有写"),
    "a range upside down": ("[[分值]]\n最低 = 9\n最高 = 5", "“最低”高于“最高”"),
    "a row without points": ('[[分值]]\n事项 = "批示"', "错误：[[分值]] 第 1 行：没有写分值"),
    "shares of more than all": (
        '[[分值]]\n事项 = "上报"\n分值 = 1\n联合 = "120%"',
        "“120%”超过了百分之百",
    ),
    "a code used twice": (
        '[[分值]]\n编号 = "一"\n事项 = "批示"\n分值 = 1\n[[加成]]\n编号 = "一"\n数值 = 1',
        "错误：[[加成]] 第 1 行：编号“一”在[[分值]] 第 1 行用过了",
    ),
    "a condition out of place": (
        '[[封顶封底]]\n条件 = { 刊物 = "政务信息" }\n封顶 = 1',
        "这张表的条件里只能写单位、分组，不能写刊物",
    ),
    "a task that needs one nobody knows": (
        '[[任务]]\n名称 = "月报送"\n目标 = 3\n须同时完成 = "参阅类"',
        "错误：[[任务]] 第 1 行：“须同时完成”的“参阅类”不是任务的名称",
    ),
    "tasks that wait for each other": (
        (
            '[[任务]]\n名称 = "甲"\n目标 = 3\n须同时完成 = "乙"\n'
            '[[任务]]\n名称 = "乙"\n目标 = 3\n须同时完成 = "甲"'
        ),
        "错误：[[任务]] 第 2 行：“须同时完成”绕成了圈",
    ),
    "a sub-quota nobody set": (
        '[[任务]]\n名称 = "甲"\n下达子项 = "参阅类"',
        "还没有给单位下达子项“参阅类”",
    ),
    "a task per head of nobody": (
        '[[任务]]\n名称 = "甲"\n目标 = 2\n人均 = "是"',
        "目标任务里还没有填单位人数",
    ),
    "an upper end below the target": (
        '[[任务]]\n名称 = "甲"\n目标 = 3\n上限 = 2',
        "“上限”低于“目标”",
    ),
    "a penalty written as a negative": (
        '[[任务]]\n名称 = "甲"\n目标 = 3\n每少扣 = -1',
        "“每少扣”要写正数",
    ),
    "a rate above 100": ("[[录用率]]\n低于 = 130\n扣分 = 1", "要在 0 到 100 之间"),
    "a counter that never counts": ("[[累计触发]]\n次数 = 0\n分值 = -1", "“次数”要从 1 起"),
    "a counter without consequences": ("[[累计触发]]\n次数 = 2", "满了次数以后没有后果"),
    "ranks without points": ('[[折算]]\n方式 = "按名次"', "没有写“名次分”"),
    "a tie nobody can look up": ('[[排名]]\n并列次序 = "批示数"', "“并列次序”里的“批示数”认不出来"),
    "two rounding rules of one figure": (
        '[[取舍]]\n哪种数 = "得分"\n小数位 = 1\n[[取舍]]\n哪种数 = "得分"\n小数位 = 2',
        "“得分”在第 1 行写过了",
    ),
    "periods that overlap and leave days out": (
        (
            '[[周期]]\n周期 = "半年"\n名称 = "上"\n从 = "01-01"\n到 = "06-30"\n'
            '[[周期]]\n周期 = "半年"\n名称 = "下"\n从 = "06-30"\n到 = "12-15"'
        ),
        "错误：[[周期]] 第 2 行：和第 1 行都包括 6 月 30 日",
    ),
    "days of no period": (
        '[[周期]]\n周期 = "年"\n名称 = "全年"\n从 = "08-01"\n到 = "06-30"',
        "年的周期没有包括 7 月 1 日等 31 天",
    ),
}


@pytest.mark.parametrize("case", SAID, ids=str)
def test_the_checker_tells_of(case, complaints):
    text, told = SAID[case]
    assert any(told in one for one in complaints(text)), complaints(text)


def test_a_sound_scheme_has_no_complaints(complaints):
    text = """
[[分值]]
事项 = "批示"
条件 = { 级别 = "省级", 职务 = "主要领导" }
分值 = 50
[[分值]]
事项 = "批示"
条件 = { 级别 = "省级" }
分值 = 30
[[分值]]
事项 = "批示"
分值 = 10
[[分值]]
事项 = "报送"
分值 = 1
被取代 = "采用"
[[一稿多用]]
条件 = { 层级 = "省级" }
口径 = "累计"
[[一稿多用]]
口径 = "取最高"
[[封顶封底]]
分项 = "报送分"
封顶 = 20
[[任务]]
名称 = "年任务"
周期 = "年"
每少扣 = 1
[[排名]]
并列次序 = ["《政务信息》", "省级", "批示分"]
"""
    assert complaints(text) == []


def test_carriers_and_sections_without_points_are_told(complaints):
    grid = '[[采用分值]]\n刊物 = "政务信息"\n栏目 = "信息"\n分值 = 3\n'
    assert complaints("", grid=grid) == [
        (
            "提醒：[[采用分值]]：《政务信息》的栏目“简讯”没有分值（没有分值不等于 0 分）。"
            "请写上几分或 0。"
        ),
        (
            "提醒：[[采用分值]]：《省府信息》采用了没有分值（没有分值不等于 0 分）。"
            "要给分的，请写上；不给分的，请写 0。"
        ),
    ]
    row = '[[分值]]\n条件 = { 层级 = "省级", 体裁 = "调研" }\n分值 = 1\n'
    assert len(complaints(row, grid=grid)) == 1


def test_what_the_books_hold_and_the_scheme_forgets_is_told(complaints):
    def instruction(**particulars):
        held = Particulars(**particulars)
        return Fact(FactKind.INSTRUCTION, DAY, 1, "", "", particulars=held)

    facts = instruction(level="市级", rank="主要领导"), instruction(level="省级")
    assert complaints("", *facts) == [
        "说明：[[分值]]：台账里最近一年有 2 件批示，办法里没有批示的分值。"
    ]
    row = '[[分值]]\n事项 = "批示"\n条件 = { 级别 = "省级" }\n分值 = 1\n'
    assert complaints(row, *facts) == [
        (
            "提醒：[[分值]]：台账里最近一年有 1 件批示（级别：市级，职务：主要领导）没有分值，"
            "没有分值不等于 0 分。"
        )
    ]


def test_words_the_books_never_use_are_told_with_the_nearest(complaints):
    fact = Fact(FactKind.INSTRUCTION, DAY, 1, "", "", particulars=Particulars(rank="分管领导"))
    row = '[[分值]]\n事项 = "批示"\n条件 = { 职务 = "分管县领导" }\n分值 = 1\n'
    told = complaints(row, fact)
    assert any("台账里没有职务“分管县领导”。是不是“分管领导”？" in one for one in told)


def test_a_deadline_needs_times_in_the_books(complaints):
    row = '[[分值]]\n事项 = "紧急"\n分值 = 1\n[[时限]]\n事项 = "紧急"\n限 = 2'
    fact = Fact(FactKind.EMERGENCY, DAY, 1, "", "")
    assert any("都没有写起止时间" in one for one in complaints(row, fact))
    times = Particulars(started=datetime(2025, 6, 1, 8), ended=datetime(2025, 6, 1, 9))  # noqa: DTZ001 - as in the books
    assert complaints(row, replace(fact, particulars=times)) == []


def test_tasks_and_conversions_by_quota_want_quotas(complaints, basis):
    row = '[[任务]]\n名称 = "年任务"\n周期 = "年"\n每少扣 = 1\n[[折算]]\n满分 = 3\n'
    told = complaints(row, using=replace(basis, quotas=[]))
    assert [one[:12] for one in told] == ["提醒：[[任务]] 第 ", "提醒：[[折算]] 第 "]


def test_two_schemes_of_one_purpose_begin_on_different_days(complaints):
    told = complaints("", head='名称 = "办法"\n执行日期 = 2025-01-01\n')
    assert told == ["错误：开头：“旧办法”也从 2025-01-01 起执行。请改用别的日期。"]
    fees = '名称 = "办法"\n执行日期 = 2025-01-01\n用途 = "稿酬"\n'
    assert complaints("", head=fees) == []
