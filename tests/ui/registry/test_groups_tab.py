"""Groups: named, ordered, removed."""

import pytest

from desk.units import UnitGroup
from ui.registry.groups_tab import GroupsTab


@pytest.fixture
def tab(page, store):
    with store.begin() as work:
        work.registry.save_group(UnitGroup("乡镇、街道", 1))
    page.show_target("分组")
    page.refresh()
    page.tab(GroupsTab).view.choose(1)
    return page.tab(GroupsTab)


def _names(tab):
    return [group.name for group in tab.model.rows]


def test_groups_are_listed_in_their_order_with_their_units(tab):
    shown = [tab.model.texts_of(group) for group in tab.model.rows]
    assert shown == [("1", "县政府工作部门", "2"), ("2", "乡镇、街道", "0")]


def test_a_group_moves_up_and_back(tab, settled, undo):
    tab.form.up.click()
    settled()
    assert _names(tab) == ["乡镇、街道", "县政府工作部门"]
    undo()
    assert _names(tab) == ["县政府工作部门", "乡镇、街道"]


def test_the_first_group_cannot_move_up(tab, session):
    tab.view.choose(0)
    tab.form.up.click()
    assert not session.worker.busy


def test_a_renamed_group_is_listed_by_its_new_name(tab, settled):
    tab.form.name.setText("乡镇")
    tab.save()
    settled()
    assert _names(tab) == ["县政府工作部门", "乡镇"]


def test_an_empty_group_is_removed_and_brought_back(tab, settled, undo):
    tab.form.delete_button.click()
    settled()
    assert _names(tab) == ["县政府工作部门"]
    undo()
    assert _names(tab) == ["县政府工作部门", "乡镇、街道"]


def test_a_group_with_units_stays(tab, settled):
    tab.view.choose(0)
    tab.form.delete_button.click()
    settled()
    assert "移到别的分组" in tab.form.error.text()
    assert len(_names(tab)) == 2
