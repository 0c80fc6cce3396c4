"""Schemes and their points."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from ui.registry.schemes_tab import SchemesTab


def _type(tab, row, column, text):
    grid = tab.form.grid
    grid.model.setData(grid.model.index(row, column), text)


def test_the_grid_keeps_the_rules_of_qt(tab):
    QAbstractItemModelTester(
        tab.form.grid.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    _type(tab, 0, 2, "4")


def test_the_grid_shows_every_place_with_its_points(tab):
    model = tab.form.grid.model
    assert [model.texts_of(row) for row in model.rows] == [
        ("《政务信息》", "信息", "5", ""),
        ("《政务信息》", "简讯", "1.5", ""),
        ("《政务信息》", "（不分栏目）", "", ""),
    ]


def test_a_scheme_in_force_warns_of_what_a_change_does(tab):
    assert "2026-01-01 以来的得分" in tab.form.warning.text()
    tab.start_new()
    assert tab.form.warning.isHidden()


def test_typed_points_are_kept(tab, stored, settled):
    _type(tab, 0, 2, "4.25")
    _type(tab, 0, 3, "2")
    tab.save()
    settled()
    assert stored()[0].rules[0].points == Decimal("4.25")
    assert stored()[0].rules[0].composite == Decimal(2)


def test_emptied_points_count_nothing(tab, stored, settled):
    _type(tab, 1, 2, "")
    tab.save()
    settled()
    assert [rule.points for rule in stored()[0].rules] == [Decimal(5)]


@pytest.mark.parametrize("text", ["-1", "五", "0.125", "10000"])
def test_what_is_no_figure_is_said_with_its_place(tab, text):
    _type(tab, 1, 2, text)
    assert "《政务信息》“简讯”" in tab.form.fields["rules"].error
    assert tab.form.grid.model.index(1, 2).data() == "1.5"


def test_composite_points_alone_are_refused(tab, stored, settled):
    _type(tab, 2, 3, "2")
    tab.save()
    settled()
    assert "综合分" in tab.form.fields["rules"].error
    assert len(stored()[0].rules) == 2


def test_a_new_scheme_begins_with_the_last_ones_points(tab, stored, settled):
    tab.start_new()
    tab.form.name.setText("2027年计分办法")
    tab.save()
    settled()
    old, new = stored()
    assert new.valid_from == date(2027, 1, 1)
    assert new.rules == old.rules


def test_two_schemes_cannot_begin_on_one_day(tab, settled, stored):
    tab.start_new()
    tab.form.name.setText("又一个")
    tab.form.head.valid_from.setText("2026年1月1日")
    tab.save()
    settled()
    assert "计分办法" in tab.form.fields["valid_from"].error
    assert len(stored()) == 1


def test_a_first_day_that_is_none_is_said(tab):
    tab.form.head.valid_from.setText("明年")
    tab.save()
    assert "明年" in tab.form.fields["valid_from"].error


def test_what_is_half_typed_is_kept_on_leaving(tab, page, stored, settled):
    _type(tab, 0, 2, "6")
    page.leave()
    settled()
    assert stored()[0].rules[0].points == Decimal(6)


def test_the_newest_scheme_in_force_is_shown_at_first(page, store, stored):
    first = stored()[0]
    with store.begin() as work:
        for name, day in (("旧办法", date(2025, 1, 1)), ("明年的办法", date(2027, 1, 1))):
            work.catalogue.save_scheme(replace(first, id=0, name=name, valid_from=day))
    page.refresh()
    page.show_target("计分办法")
    assert page.tab(SchemesTab).form.name.text() == first.name
    assert "已在执行" in page.tab(SchemesTab).form.warning.text()


def test_a_pace_set_month_by_month_is_kept(tab, stored, settled):
    head = tab.form.head
    assert not head.progress.isEnabled()
    head.pace.setCurrentText("按月定")
    head.progress.setText("5、10、20、30、40、50、60、70、80、90、95、100")
    tab.save()
    settled()
    assert stored()[0].pace.value == "按月定"
    assert [int(one) for one in stored()[0].progress][-2:] == [95, 100]


def test_a_pace_for_too_few_months_is_refused_at_its_field(tab, stored, settled):
    tab.form.head.pace.setCurrentText("按月定")
    tab.form.head.progress.setText("50、100")
    tab.save()
    settled()
    assert "现在有 2 个" in tab.form.head.fields["progress"].error
    assert stored()[0].progress == ()


def test_the_keys_of_a_tab_work_as_soon_as_it_is_asked_for(page, window):
    window.activateWindow()
    page.show_target("计分办法")
    assert page.tab(SchemesTab).isAncestorOf(window.focusWidget())
