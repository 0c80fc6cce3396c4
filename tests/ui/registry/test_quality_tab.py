"""What each unit sent, and why some of it was not used."""

from datetime import timedelta

import pytest
from openpyxl import load_workbook
from PySide6.QtTest import QAbstractItemModelTester

from desk.drafts import Status
from desk.starting import complete
from desk.units import UnitGroup
from ui.letters.window import LettersWindow
from ui.lists import list_view
from ui.registry.quality_tab import QualityTab


@pytest.fixture
def tab(page, office, settled, now):
    complete(office.store, by=office.by)
    office.draft("甲", status=Status.RELEASED)
    office.draft("乙", status=Status.RETURNED, reason="T01")
    office.draft("丙", status=Status.RETURNED, reason="T05", due=now - timedelta(1))
    page.show_target("来稿情况")
    page.refresh()
    settled()
    return page.tab(QualityTab)


def shown(tab, place=0):
    titles = [column.title for column in tab.model.columns]
    return dict(zip(titles, tab.model.texts_of(tab.model.row(place)), strict=True))


def test_a_unit_is_shown_with_its_figures_and_chief_reasons(tab):
    row = shown(tab)
    assert (row["单位"], row["报送"], row["采用"], row["退稿"]) == ("县教育局", "3", "1", "2")
    assert (row["采用率"], row["超时报送"], row["重复"]) == ("33.3%", "1", "1")
    assert row["主要理由"] == "要素不全 1、与已报送的信息重复 1"


def test_a_unit_that_sent_nothing_shows_no_figures(tab):
    row = shown(tab, 1)
    assert (row["单位"], row["报送"], row["采用率"]) == ("县水利局", "", "")


def test_the_whole_is_summed_up(tab):
    assert "2 个单位，报送 3 篇次，采用 1 篇次" in tab.summary.text()
    assert "1 个单位没有报送" in tab.summary.text()


def test_all_reasons_of_the_unit_chosen_are_said(tab):
    assert "要素不全 1 篇" in tab.detail.text()
    tab.view.choose(1)
    assert "没有登记" in tab.detail.text()


def test_another_period_is_counted_anew(tab, settled):
    tab.period.period.setCurrentIndex(tab.period.period.findText("上月"))
    tab.period.period.activated.emit(tab.period.period.currentIndex())
    settled()
    assert shown(tab)["报送"] == ""


def test_days_are_never_swapped(tab):
    first, _last = tab.period.days()
    tab.period.last.setDate(tab.period.first.date().addDays(-3))
    assert tab.period.days() == (first - timedelta(3), first - timedelta(3))


def test_the_list_keeps_to_one_group(tab, page, store, settled):
    with store.begin() as work:
        work.registry.save_group(UnitGroup("乡镇", 1))
    page.refresh()
    settled()
    counts = []
    for name in ("全部分组", "县政府工作部门", "乡镇"):
        tab.group.setCurrentText(name)
        counts.append(tab.model.rowCount())
    assert counts == [2, 2, 0]


def test_the_table_is_exported(tab, tmp_path, monkeypatch, settled):
    path = tmp_path / "来稿情况.xlsx"
    monkeypatch.setattr(list_view, "save_path", lambda *_asked: path)
    tab.export_button.click()
    settled()
    values = [cell.value for cell in load_workbook(path).active["A"]]
    assert "县教育局" in values


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_units_letter_is_one_key_away(tab, qtbot):
    tab.view.opened.emit(0)
    qtbot.waitUntil(lambda: "理由：要素不全。" in tab._window.text.toPlainText())
    tab._window.close()


def test_the_model_keeps_qts_contract(tab):
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tab.model.sort(1)
    tab.model.set_filter("水利")


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own
def test_the_slips_go_to_the_units_listed(tab, qtbot):
    tab.slips_button.click()
    window = tab.findChild(LettersWindow)
    qtbot.waitUntil(lambda: bool(window.letters))
    assert len(window.letters) == tab.model.rowCount()
