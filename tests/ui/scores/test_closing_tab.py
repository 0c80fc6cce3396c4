"""结账: closing, undoing it, opening again with a reason, comparing and exporting."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from desk.facts import Fact, FactKind, Particulars
from ui.scores import closing_tab
from ui.scores.closing_tab import ClosingTab


@pytest.fixture
def tab(page, at_rest):
    page.show_target("结账")
    at_rest()
    return page.tab(ClosingTab)


@pytest.fixture
def choose(tab, at_rest):
    def act(name: str) -> None:
        names = [row.period.name for row in tab.model.rows]
        tab.periods.choose(names.index(name))
        at_rest()

    return act


def states(tab) -> dict[str, str]:
    return {row.period.name: row.state for row in tab.model.rows}


def test_periods_say_whether_they_are_closed_and_only_finished_ones_can_be(tab, choose):
    found = states(tab)
    assert (found["2026年6月"], found["2026年7月"]) == ("未结账", "未到期")
    choose("2026年7月")
    assert not tab.close_button.isEnabled()


def test_a_period_in_order_is_closed_at_once_and_it_can_be_undone(tab, choose, at_rest):
    choose("2026年3月")
    tab.close_button.click()
    at_rest()
    assert states(tab)["2026年3月"] == "已结账"
    assert tab.session.messages.toast.text == "2026年3月已结账"
    assert next(row.compared for row in tab.model.rows if row.held) == "一致"
    tab.session.messages.toast._on_undo()
    at_rest()
    assert states(tab)["2026年3月"] == "已重新打开"


def test_what_should_be_looked_at_is_asked_first(tab, office, choose, at_rest):
    office.draft(unit_ids=(), received=office.by.now.replace(month=6))
    choose("2026年6月")
    tab.close_button.click()
    at_rest()
    assert "对账有 1 处不一致" in tab.strip.text
    assert states(tab)["2026年6月"] == "未结账"
    tab.strip.buttons[0].click()
    at_rest()
    assert states(tab)["2026年6月"] == "已结账"


def test_opening_again_needs_a_reason(tab, choose, at_rest):
    choose("2026年3月")
    tab.close_button.click()
    at_rest()
    tab.open_button.click()
    tab.strip.buttons[0].click()
    assert tab.strip.text != ""
    tab.strip.reason.setCurrentText("漏登得分事项")
    tab.strip.buttons[0].click()
    at_rest()
    assert states(tab)["2026年3月"] == "已重新打开"
    assert "重新打开（漏登得分事项）" in tab.story.text()


@pytest.fixture
def late(tab, choose, at_rest, store, office):
    """A closed month of which more became known later."""
    choose("2026年3月")
    tab.close_button.click()
    at_rest()
    fact = Fact(
        FactKind.ADJUSTMENT,
        date(2026, 7, 15),
        office.units[1].id,
        "协助活动",
        "hand:1",
        of_day=date(2026, 3, 20),
        note="协助",
        particulars=Particulars(value=Decimal(2), approver="李国华"),
    )
    with store.begin() as work:
        work.ledger.add([fact])
    tab.show_days()
    at_rest()


def test_what_became_known_later_is_compared_unit_by_unit_and_line_by_line(tab, late):
    (row,) = [row for row in tab.model.rows if row.held]
    assert row.compared == "1 家不同"
    (unit,) = tab.units_model.texts()
    assert unit[:4] == ("县水利局", "0", "2", "+2")
    (line,) = tab.lines_model.rows
    assert (line.told, line.title) == ("结账后新增", "协助活动")


def test_the_frozen_figures_are_exported_with_the_comparison(
    tab, late, tmp_path, monkeypatch, at_rest
):
    path = tmp_path / "结账.xlsx"
    monkeypatch.setattr(closing_tab, "save_path", lambda *_: path)
    tab.page._export()
    at_rest()
    assert "公布与现在" in openpyxl.load_workbook(path).sheetnames


def test_without_a_closed_period_export_and_print_say_what_to_do(tab, choose):
    choose("2026年3月")
    tab.exports()[0].act()
    assert tab.session.messages.toast.text == "请先选一个已结账的时段，再导出"
    tab.print_out()
    assert tab.session.messages.toast.text == "请先选一个已结账的时段，再打印"


def test_the_board_shows_what_was_published_of_a_closed_period(
    tab, late, page, board, store, at_rest
):
    with store.begin() as work:
        (scheme,) = work.catalogue.schemes()
        rules = tuple(replace(rule, points=Decimal(8)) for rule in scheme.rules)
        work.catalogue.save_scheme(replace(scheme, rules=rules))
    page.days.show_days(date(2026, 3, 1), date(2026, 3, 31))
    page.refresh()
    page.show_target("考核一览")
    at_rest()
    assert page.summary.text().endswith("2026年3月已结账，显示公布的数")
    (row,) = [row for name, row in board().items() if "教育局" in name]
    assert row["得分"] == "5"


def test_the_period_the_page_shows_is_the_one_to_close(page, tab, choose, at_rest):
    choose("2026年2月")
    page.days.show_days(date(2026, 1, 1), date(2026, 3, 31))
    page.refresh()
    at_rest()
    assert tab.heading.text().startswith("2026年第一季度")
    choose("2026年2月")
    page.refresh()
    at_rest()
    assert tab.heading.text().startswith("2026年2月")


def test_the_latest_finished_period_is_chosen_at_first_and_it_is_said_what_to_do(tab, choose):
    assert tab.heading.text().startswith("2026年6月")
    assert "按“结账”" in tab.story.text()
    choose("2026年7月")
    assert "2026-07-31" in tab.story.text()
