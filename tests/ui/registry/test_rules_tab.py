"""Rules: their levels set for the office or one publication, one by one or many at once."""

import pytest

from desk.checks.office import Level
from ui.registry.rules_tab import RulesTab


@pytest.fixture
def tab(page, office):
    page.show_target("检查规则")
    page.refresh()
    return page.tab(RulesTab)


@pytest.fixture
def levels(store):
    def read(publication_id=0):
        with store.read() as work:
            return work.rulebook.levels(publication_id)

    return read


def choose(tab, *codes):
    numbers = [at for at, row in enumerate(tab.model.rows) if row.rule.code in codes]
    tab.view.clearSelection()
    tab.view.choose(numbers[0])
    for number in numbers[1:]:
        flags = tab.view.selectionModel().SelectionFlag
        tab.view.selectionModel().select(tab.model.index(number, 0), flags.Select | flags.Rows)


def test_a_rule_is_explained_beside_its_level(tab):
    choose(tab, "W02")
    assert "其它" in tab.form.page.toPlainText()
    assert tab.form.level.currentText() == "默认（▲ 提醒）"


def test_a_level_is_set_and_taken_back(tab, levels, settled, undo):
    choose(tab, "W02")
    tab.form.level.setCurrentText("— 不检查")
    tab.save()
    settled()
    assert levels() == {"W02": Level.OFF}
    undo()
    assert levels() == {}


def test_many_rules_are_set_at_once_and_taken_back(tab, levels, settled, undo):
    choose(tab, "W02", "W03")
    tab.many.menu().actions()[1].trigger()
    settled()
    assert levels() == {"W02": Level.ERROR, "W03": Level.ERROR}
    undo()
    assert levels() == {}


def test_a_publication_has_levels_of_its_own(tab, levels, settled, store):
    tab.carrier.setCurrentIndex(1)
    choose(tab, "W02")
    tab.form.level.setCurrentText("○ 提示")
    tab.save()
    settled()
    assert levels() == {}
    assert levels(tab.publication_id) == {"W02": Level.INFO}


def test_a_family_is_listed_alone(tab):
    tab.family.setCurrentIndex(tab.family.findData("P"))
    assert {row.rule.code[0] for row in tab.model.rows} == {"P"}
