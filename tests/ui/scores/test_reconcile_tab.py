"""对账: the verdict, the differences with where to go, and the totals."""

import pytest

from ui.scores.facts_tab import FactsTab
from ui.scores.reconcile_tab import ReconcileTab


@pytest.fixture
def tab(page, at_rest):
    page.show_target("对账")
    at_rest()
    return page.tab(ReconcileTab)


def test_books_that_agree_are_said_to(tab):
    assert tab.verdict.text().startswith("✓ 全部一致。核对了 0 期、0 篇来稿")
    assert tab.view.empty.startswith("全部一致")


def test_a_difference_leads_to_its_draft(tab, office, at_rest, qtbot):
    draft = office.draft()
    tab.again_button.click()
    at_rest()
    assert tab.verdict.text().startswith("✗ 有 1 处不一致")
    assert "再保存" in tab.advice.text()
    with qtbot.waitSignal(tab.session.requested) as asked:
        tab.view.opened.emit(0)
    assert asked.args == ["editor", draft.id]
    assert [row.ties for row in tab.totals_model.rows] == [False, False]


def test_a_double_leads_to_the_list_of_facts(tab, page, store, at_rest):
    with store.begin() as work:
        fact = work.ledger.get([1])[0]
        work.ledger.add([fact])
        double = work.ledger.last_id()
    tab.show_days()
    at_rest()
    (row,) = tab.model.rows
    assert row.sort == "重复"
    tab.view.opened.emit(0)
    at_rest()
    facts = page.tab(FactsTab)
    assert page.current is facts
    assert facts._row().fact.id == double


def test_words_of_the_page_narrow_both_lists(tab, page, office, at_rest):
    office.draft("防汛的报告")
    tab.show_days()
    at_rest()
    page.search.setText("没有的词")
    assert (tab.model.rowCount(), tab.totals_model.rowCount()) == (0, 0)
