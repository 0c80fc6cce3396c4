"""Trials beside the board."""

from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from desk.scoring.clauses.items import Points
from desk.scoring.scheme import PointRule
from ui.scores import trial_choice, trial_view
from ui.scores.trial_tab import TrialTab


@pytest.fixture
def tried(page, at_rest):
    """The tab of trials on view."""
    page.show_target("试算")
    at_rest()
    return page.tab(TrialTab).trials


@pytest.fixture
def run(tried, qtbot):
    """Press 试算 and wait; returns what each unit's row reads."""

    def press():
        with qtbot.waitSignal(tried.finished):
            tried.choice.run.click()
        titles = [column.title for column in tried.model.columns]
        rows = (
            dict(zip(titles, tried.model.texts_of(row), strict=True)) for row in tried.model.rows
        )
        return {row["单位"]: row for row in rows}

    return press


def _other_scheme(store, **changes):
    with store.begin() as work:
        held = work.catalogue.schemes()[0]
        later = replace(held, id=0, name="试行办法", valid_from=held.valid_from.replace(year=2030))
        return work.catalogue.save_scheme(replace(later, **changes))


def test_nothing_is_reckoned_before_it_is_asked_for(tried):
    assert tried.trial is None
    assert "按“试算”" in tried.view.empty


def test_another_scheme_stands_beside_the_one_in_force(page, tried, run, store, at_rest):
    _other_scheme(store, rules=(), clauses=(Points(points=(Decimal(2),)),))
    page.refresh()
    at_rest()
    tried.choice.scheme.setCurrentText("试行办法（2030-01-01 起）")
    row = run()["县教育局"]
    assert (row["现在得分"], row["试算得分"], row["得分变化"]) == ("6.5", "4", "-2.5")
    assert "得分增加的 0 个、减少的 1 个" in tried.summary.text()
    assert "试行办法" in tried.summary.text()


def test_only_lines_that_differ_are_shown_until_all_are_wanted(page, tried, run, store, at_rest):
    with store.read() as work:
        first, second = work.catalogue.schemes()[0].rules
    _other_scheme(
        store, rules=(PointRule(first.publication_id, Decimal(9), first.section_id), second)
    )
    page.refresh()
    at_rest()
    tried.choice.scheme.setCurrentText("试行办法（2030-01-01 起）")
    run()
    tried.view.choose(0)
    now, then = ([line.points for line in side.rows] for side in tried.sides)
    assert (now, then) == ([Decimal(5)], [Decimal(9)])
    tried.only_other.setChecked(False)
    assert [len(side.rows) for side in tried.sides] == [2, 2]


def test_other_quotas_change_the_completion(tried, run):
    tried.choice.quotas.setCurrentText(trial_choice.PERCENT)
    tried.choice.percent.setValue(-50)
    row = run()["县教育局"]
    assert (row["现在完成率"], row["试算完成率"]) == ("16.3%", "32.5%")
    assert "目标任务降低 50%" in tried.summary.text()


def test_last_years_quotas_must_be_there(page, tried, session):
    tried.choice.quotas.setCurrentText(trial_choice.LAST_YEAR)
    tried.choice.run.click()
    assert "2025 年没有下达过目标" in session.messages.banner.text
    assert tried.choice.run.isEnabled()


def test_quotas_of_a_table_are_tried_without_setting_them(tried, run, store, tmp_path, monkeypatch):
    path = tmp_path / "新任务.xlsx"
    book = Workbook()
    for row in (("年度", "单位", "目标分"), (2026, "云岭县教育局", 13)):
        book.active.append(row)
    book.save(path)
    monkeypatch.setattr(trial_choice, "open_paths", lambda *_asked: [path])
    tried.choice.quotas.setCurrentText(trial_choice.QUOTA_FILE)
    tried.choice._on_quotas()
    assert run()["县教育局"]["试算完成率"] == "50.0%"
    with store.read() as work:
        assert {one.points for one in work.registry.quotas(2026)} == {Decimal(40)}


def test_a_scheme_of_a_file_is_tried(tried, run, tmp_path, monkeypatch):
    path = tmp_path / "外地.toml"
    path.write_text(
        '"名称" = "外地办法"\n"执行日期" = 2031-01-01\n[["分值"]]\n"分值" = "1"\n', encoding="utf-8"
    )
    monkeypatch.setattr(trial_choice, "open_paths", lambda *_asked: [path])
    tried.choice.scheme.setCurrentText(trial_choice.FILE)
    tried.choice._on_scheme()
    assert run()["县教育局"]["试算得分"] == "2"


def test_the_groups_and_the_filter_of_the_page_hold(page, tried, run):
    run()
    page.search.setText("水利")
    assert [row.unit.short for row in tried.model.rows] == ["县水利局"]


def test_the_comparison_is_exported(page, tried, run, tmp_path, monkeypatch, at_rest):
    monkeypatch.setattr(trial_view, "save_path", lambda *_asked: tmp_path / "对比.xlsx")
    run()
    page._export()
    at_rest()
    assert load_workbook(tmp_path / "对比.xlsx").sheetnames == ["试算对比", "得分明细"]


def test_without_a_trial_there_is_nothing_to_export(page, tried, session):
    page._export()
    assert "先按“试算”" in session.messages.toast.text


def test_a_cancelled_trial_shows_nothing(tried, session, at_rest):
    tried.start()
    session.cancel()
    at_rest()
    assert tried.trial is None
    assert session.messages.toast.text == "已取消"
