"""Lanes: their desks, what they ask for, and their order."""

import pytest

from desk.approvals import Condition, Stage
from desk.people import Person
from desk.starting import complete
from ui.registry.lanes_tab import LanesTab


@pytest.fixture
def tab(page, office):
    complete(office.store, by=office.by)
    with office.store.begin() as work:
        work.people.save(Person("何文斌", "办公室主任"))
    page.show_target("审签流程")
    page.refresh()
    page.tab(LanesTab).view.choose(1)
    return page.tab(LanesTab)


@pytest.fixture
def stored(store):
    def read():
        with store.read() as work:
            return {one.name: one for one in work.approvals.lanes()}

    return read


def test_a_new_office_begins_with_three_lanes(tab):
    assert [row.name for row in tab.model.rows] == ["简办", "下发", "上报"]


def test_a_stage_is_added_with_its_signer(tab, stored, settled):
    stages = tab.form.stages
    stages.add()
    stages.table.item(1, 0).setText("主任审签")
    stages.table.cellWidget(1, 1).setCurrentText("何文斌")
    tab.save()
    settled()
    assert stored()["下发"].stages[1] == Stage("主任审签", "何文斌", 4)


def test_a_wrong_number_of_hours_is_shown_at_the_stages(tab, stored, settled):
    tab.form.stages.table.item(0, 2).setText("很久")
    tab.save()
    assert "不是整数" in tab.form.fields["stages"].error
    assert stored()["下发"].stages[0].hours == 4


def test_conditions_are_the_lanes_own(tab, stored, settled):
    tab.form.conditions[Condition.CHECKLIST].setChecked(False)
    tab.save()
    settled()
    assert Condition.CHECKLIST not in stored()["下发"].conditions


def test_the_order_is_the_one_of_the_digits(tab, stored, settled, undo):
    tab.form.up.click()
    settled()
    assert list(stored()) == ["下发", "简办", "上报"]
    undo()
    assert list(stored()) == ["简办", "下发", "上报"]
