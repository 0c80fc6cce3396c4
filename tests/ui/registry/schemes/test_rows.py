"""Rows of a scheme's tables, typed by a clerk."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desk.facts import FactKind
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.clauses.items import Bonus, Gate, Points, Repeat, Scope
from desk.scoring.clauses.periods import Task
from desk.scoring.clauses.results import Rest, Rounded, Rounding
from desk.scoring.clauses.share import Share, Way
from desk.scoring.scheme import CarrierClass


def _when(**asked):
    return Condition(tuple(Ask(Trait(name), tuple(text)) for name, text in asked.items()))


def _kept(tab, settled, stored):
    tab.save()
    settled()
    return stored()[0].clauses


def test_every_table_is_listed_with_its_rows(tab, fill):
    fill("分值", 分值="3")
    shown = {row.name: row.rows for row in tab.form.tables.model.rows}
    assert shown["采用分值"] == 2
    assert shown["分值"] == 1
    assert {"基本情况", "加成", "一稿多用", "任务", "取舍", "周期", "刊物类别"} <= set(shown)


def test_a_row_typed_into_its_form_is_kept(tab, fill, settled, stored):
    fill(
        "分值",
        事项="批示",
        条件={"级别": "市级", "职务": "秘书长、副秘书长"},
        分值="5、3",
        依据="办法第三条",
    )
    assert _kept(tab, settled, stored) == (
        Points(
            matter=FactKind.INSTRUCTION,
            when=_when(级别=["市级"], 职务=["秘书长", "副秘书长"]),
            points=(Decimal(5), Decimal(3)),
            source="办法第三条",
        ),
    )


def test_a_row_says_what_it_does_while_it_is_typed(fill):
    pane = fill("分值", 条件={"刊物": "政务信息"}, 分值="10", 综合="1", 被取代=["批示"])
    said = "采用，《政务信息》：10 分，综合时每家得 1 分，同一条后来有了批示就冲回"
    assert pane.form.said.text() == said
    assert pane.rows.model.rows[0].words == said


def test_the_list_shows_the_fields_that_any_row_sets(fill):
    fill("加成", 算法="乘", 数值="1.5")
    pane = fill("加成", 条件={"附件": "*"}, 数值="1")
    shown = [
        column.title
        for number, column in enumerate(pane.rows.model.columns)
        if not pane.rows.view.isColumnHidden(number)
    ]
    assert shown == ["行", "这一行说的", "条件", "算法", "数值"]
    assert pane.rows.model.texts_of(pane.rows.model.rows[0])[1] == "采用：算到这一步的分乘 1.5"


def test_what_is_no_figure_is_said_at_its_field_and_keeps_the_row_in_view(tab, fill, qtbot):
    fill("分值", 分值="3")
    pane = fill("分值", 分值="五")
    qtbot.waitUntil(lambda: bool(pane.form.fields["points"].error))
    assert "“五”不是能用的数" in pane.form.fields["points"].error
    pane.rows.view.choose(0)
    tab.form.tables.view.choose(0)
    qtbot.waitUntil(lambda: pane.rows.view.selected() == [1])
    assert tab.form.current == "分值"


def test_a_scheme_with_a_wrong_row_is_not_kept(tab, fill, settled, stored):
    fill("任务", 目标="8")
    tab.form.show_table("基本情况")
    assert _kept(tab, settled, stored) == ()
    assert tab.form.error.text() == "“任务”第 1 行：“名称”必须填写：在通报和看板上的名字。"
    assert tab.form.current == "任务"


def test_an_ask_without_a_value_is_never_dropped_silently(tab, fill, settled, stored):
    pane = fill("分值", 条件={"刊物": ""}, 分值="3")
    assert _kept(tab, settled, stored) == ()
    assert "还没有写值" in pane.form.fields["when"].error


def test_rows_are_moved_copied_and_taken_out_by_keys(tab, fill, settled, stored):
    fill("分值", 分值="1")
    pane = fill("分值", 分值="2")
    pane.rows.view.setFocus()
    QTest.keyClick(pane.rows.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(pane.rows.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    points = [row.points for row in _kept(tab, settled, stored)]
    assert points == [(Decimal(2),), (Decimal(2),), (Decimal(1),)]
    pane.rows.view.choose(2)
    pane.rows.view.setFocus()
    QTest.keyClick(pane.rows.view, Qt.Key.Key_Delete)
    assert [row.points for row in _kept(tab, settled, stored)] == [(Decimal(2),), (Decimal(2),)]


def test_every_step_can_be_taken_back(tab, fill):
    pane = fill("分值", 分值="1")
    pane.remove()
    tab.form.show_table("任务")
    pane.undo()
    assert tab.form.current == "分值"
    assert pane.rows.model.rows[0].held.points == (Decimal(1),)
    pane.undo()  # typing
    pane.undo()  # adding
    assert list(pane.rows.model.rows) == []


def test_going_elsewhere_keeps_what_was_typed(page, fill, settled, stored):
    fill("不计", 条件={"渠道": "微信"}, 理由="转载")
    page.leave()
    settled()
    assert stored()[0].clauses == (Gate(when=_when(渠道=["微信"]), why="转载"),)


def test_escape_shows_the_rows_as_they_are_stored_and_can_be_taken_back(tab, fill, session):
    pane = fill("分值", 分值="1")
    tab.revert()
    assert list(pane.rows.model.rows) == []
    session.messages.toast._undo.click()
    assert [row.held.points for row in pane.rows.model.rows] == [(Decimal(1),)]
    assert tab.form.is_changed


def test_a_value_taken_out_of_the_books_is_offered(tab, fill, settled):
    pane = fill("分值", 条件={"刊物": "政"})
    assert tab.form.offering.values(Trait.PUBLICATION) == ("政务信息",)
    assert pane.form.entries["when"].lines[0].text.text() == "政"


def test_only_units_and_groups_are_offered_where_a_row_is_about_units(tab, fill):
    pane = fill("基础分", 分值="10")
    entry = pane.form.entries["when"]
    entry.add()
    box = entry.lines[0].trait
    assert [box.itemText(at) for at in range(box.count())] == ["单位", "分组"]


def test_classes_and_periods_are_tables_like_the_others(tab, fill, settled, stored):
    fill("刊物类别", 刊物="政务信息", 类别="要情类")
    fill("周期", 周期="季", 名称="三季度", 从="07-01", 到="10-09")
    tab.save()
    settled()
    assert stored()[0].carriers == (CarrierClass("政务信息", "要情类"),)
    assert stored()[0].windows[0].last == (10, 9)


def test_the_list_of_rows_keeps_the_rules_of_qt(fill):
    pane = fill("分值", 分值="1")
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(pane.rows.model, mode)
    pane.copy()
    pane.remove()


def test_the_method_of_the_two_wings_can_be_typed(tab, fill, settled, stored):
    fill("分值", 条件={"刊物": "专报信息"}, 分值="10", 综合="1", 依据="第四条")
    fill("分值", 条件={"体裁": "动态"}, 分值="3", 综合="1")
    fill("分值", 条件={"体裁": "简讯"}, 分值="1", 综合="1")
    fill("分值", 事项="批示", 条件={"级别": "市级", "职务": "市领导"}, 分值="10、5")
    fill("分值", 事项="批示", 条件={"职务": "秘书长、副秘书长"}, 分值="5、3")
    fill("分值", 事项="约稿", 条件={"情形": "逾期、未报"}, 分值="-10")
    fill("分值", 事项="差错", 条件={"情形": "失实"}, 分值="-10")
    fill("累计触发", 条件={"情形": "逾期"}, 次数="3", 取消评先=True)
    fill("累计触发", 条件={"情形": "未报"}, 次数="2", 取消评先=True)
    fill("累计触发", 事项="差错", 条件={"情形": "失实"}, 取消评先=True)
    fill("任务", 名称="专报信息任务", 周期="年", 计量="得分")
    fill("排名", 取消评先的="不排名")
    kept = _kept(tab, settled, stored)
    assert len(kept) == 12
    assert kept[0].composite == Share(Way.FIXED, Decimal(1))
    assert kept[3].points == (Decimal(10), Decimal(5))


@pytest.mark.parametrize(
    ("table", "values", "row"),
    [
        ("一稿多用", {"范围": "同级"}, Repeat(scope=Scope.TIER)),
        ("加成", {"数值": "1/3", "只乘基本分": True}, Bonus(value=Fraction(1, 3), of_base=True)),
        ("任务", {"名称": "月报送"}, Task(name="月报送")),
        (
            "取舍",
            {"哪种数": "每家份额", "小数位": "1", "余数": "给主办"},
            Rounding(figure=Rounded.SHARE, decimals=1, rest=Rest.LEAD),
        ),
    ],
)
def test_choices_flags_and_fractions_make_the_row(tab, fill, table, values, row):
    fill(table, **values)
    assert tab.form.value().clauses == (row,)


def test_rows_shown_stay_when_the_registry_is_read_again(page, tab, fill, settled):
    fill("分值", 分值="1")
    tab.save()
    settled()
    page.refresh()
    assert tab.form.current == "分值"
    assert tab.form.pane("分值").at == 0
    assert replace(tab.form.value(), id=0) == replace(tab.form.base, id=0)
