"""Copying, comparing, importing, exporting and removing schemes."""

from datetime import date

import pytest

from desk.closings.books import close
from desk.closings.periods import closable
from desk.facts import Fact, FactKind
from ui.registry.schemes import filing

# the offscreen platform has no window manager to tell sizes and stacking to
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise")


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """Files are read from and written to this one."""
    path = tmp_path / "办法.toml"
    monkeypatch.setattr(filing, "open_paths", lambda *_asked: [path])
    monkeypatch.setattr(filing, "save_path", lambda *_asked: path)
    return path


def _press(tab, words):
    buttons = (tab.tools.itemAt(at).widget() for at in range(tab.tools.count()))
    next(one for one in buttons if one is not None and getattr(one, "text", str)() == words).click()


def test_a_copy_is_for_the_year_after_and_says_the_same(tab, fill, settled, stored):
    fill("分值", 分值="3")
    tab.save()
    settled()
    _press(tab, "照此新建")
    settled()
    tab.form.name.setText("2027年办法")
    tab.save()
    settled()
    old, new = stored()
    assert new.valid_from == date(2027, 1, 1)
    assert (new.clauses, new.rules) == (old.clauses, old.rules)


def test_two_schemes_are_compared_in_words(tab, fill, settled):
    _press(tab, "照此新建")
    tab.form.name.setText("2027年办法")
    fill("分值", 分值="3")
    tab.save()
    settled()
    _press(tab, "比较")
    rows = [(one.table, one.after) for one in tab._comparison.model.rows]
    assert ("分值", "采用：3 分") in rows
    assert ("基本情况", "执行日期：2027-01-01") in rows


def test_an_exported_scheme_comes_back_the_same(tab, fill, settled, stored, chosen, answer):
    fill("加成", 条件={"版位": "头版"}, 算法="乘", 数值="1.5")
    tab.save()
    settled()
    before = stored()
    _press(tab, "导出")
    settled()
    assert '"头版"' in chosen.read_text(encoding="utf-8")
    answer("换成文件里的")
    _press(tab, "导入")
    settled()
    assert stored() == before


def test_a_file_with_faults_is_refused_with_every_place(tab, settled, stored, chosen):
    chosen.write_text('"名称" = "坏的"\n[["分值"]]\n"事项" = "采纳"\n', encoding="utf-8")
    _press(tab, "导入")
    settled()
    assert "没有导入" in tab.report.heading.text()
    assert "[[分值]] 第 1 行" in tab.report.lines.toPlainText()
    assert len(stored()) == 1


def test_an_import_can_be_taken_back(tab, settled, stored, chosen, undo):
    chosen.write_text('"名称" = "新办法"\n"执行日期" = 2028-01-01\n', encoding="utf-8")
    _press(tab, "导入")
    settled()
    assert [one.name for one in stored()] == ["计分办法", "新办法"]
    undo()
    assert [one.name for one in stored()] == ["计分办法"]


def test_a_scheme_being_edited_is_tried_on_last_years_facts_without_saving(
    tab, office, fill, stored, qtbot
):
    adopted = Fact(FactKind.ADOPTION, date(2025, 5, 6), office.units[0].id, "旧事", "import:1")
    with office.store.begin() as work:
        work.ledger.add([adopted])
    fill("分值", 分值="3")
    _press(tab, "拿去年的台账试算")
    view = tab._trial.view
    qtbot.waitUntil(lambda: view.trial is not None)
    assert {row.unit.short: row.gained for row in view.model.rows}["县教育局"] == 3
    assert stored()[0].clauses == ()


def test_a_scheme_with_a_wrong_row_is_not_tried_and_the_window_says_why(tab, fill, settled):
    fill("任务", 目标="8")
    _press(tab, "拿去年的台账试算")
    settled()
    assert tab._trial.view.trial is None
    assert "“名称”必须填写" in tab._trial.view.summary.text()


def test_a_removed_scheme_can_be_brought_back(tab, settled, stored, undo):
    _press(tab, "删除办法")
    settled()
    assert stored() == []
    undo()
    assert [one.name for one in stored()] == ["计分办法"]


def test_a_scheme_of_closed_periods_is_changed_only_when_the_clerk_means_it(
    tab, fill, settled, stored, answer
):
    close(tab.session.store, closable(stored(), 2026)[0], by=tab.session.by())
    fill("分值", 分值="3")
    asked = answer("取消")
    tab.save()
    settled()
    assert "2026年1月" in "".join(asked)
    assert stored()[0].clauses == ()
    answer("改这个办法")
    tab.save()
    settled()
    assert len(stored()[0].clauses) == 1


def test_what_the_checker_says_leads_to_its_row(tab, fill, qtbot):
    fill("分值", 分值="3")
    fill("分值", 条件={"刊物": "没有的刊物"}, 分值="3")
    complaints = tab.form.complaints
    qtbot.waitUntil(lambda: any("没有的刊物" in one.text for one in complaints.model.rows))
    assert "检查：" in complaints.button.text()
    number = next(at for at, one in enumerate(complaints.model.rows) if "没有的刊物" in one.text)
    tab.form.show_table("基本情况")
    complaints._open(number)
    assert tab.form.current == "分值"
    assert tab.form.pane("分值").at == 1
