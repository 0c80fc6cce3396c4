"""机构沿革 in the window."""

import pytest

from ui.registry.units_tab import UnitsTab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own


@pytest.fixture
def history(page, settled):
    page.show_target("单位")
    page.refresh()
    page.tab(UnitsTab).view.choose(0)
    page.tab(UnitsTab)._open_history()
    settled()
    return page.tab(UnitsTab)._history


@pytest.fixture
def names(store):
    def read():
        with store.read() as work:
            return {one.id: one.name for one in work.registry.units()}

    return read


def rows(history):
    return history.model.texts()


def choose(history, words):
    history.step.setCurrentIndex(history.step.findText(words))


def test_a_unit_is_renamed_from_a_day_on(history, names, settled, office):
    choose(history, "更名")
    history.name.setText("云岭县教育体育局")
    history.do()
    settled()
    assert names()[office.units[0].id] == "云岭县教育体育局"
    assert [row[1:] for row in rows(history)] == [("更名", "云岭县教育局")]


def test_what_cannot_be_done_is_said_in_the_window(history, settled):
    choose(history, "更名")
    history.do()
    settled()
    assert "新名称和现在的一样" in history.error.text()


def test_a_merger_is_undone_from_its_toast(history, names, settled, undo):
    before = names()
    choose(history, "并入")
    assert not history.into.isHidden()
    history.do()
    settled()
    assert names() != before
    undo()
    assert names() == before
