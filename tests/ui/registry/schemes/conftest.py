"""The tab of schemes with its first scheme shown, and ways to type into its rows."""

import pytest

from ui.registry.schemes.condition_entry import ConditionEntry
from ui.registry.schemes.entries import ChoiceEntry, FlagEntry, ManyEntry, ShareEntry
from ui.registry.schemes_tab import SchemesTab


@pytest.fixture
def tab(page):
    page.show_target("计分办法")
    page.tab(SchemesTab).view.choose(0)
    return page.tab(SchemesTab)


@pytest.fixture
def stored(store):
    """The schemes as the store has them."""

    def read():
        with store.read() as work:
            return work.catalogue.schemes()

    return read


def _put(entry, value):
    if isinstance(entry, ConditionEntry):
        for trait, text in value.items():
            entry.add()
            entry.lines[-1].trait.setCurrentText(trait)
            entry.lines[-1].text.setText(text)
    elif isinstance(entry, ChoiceEntry):
        entry.box.setCurrentIndex(entry.box.findText(value))
    elif isinstance(entry, FlagEntry):
        entry.tick.setChecked(value)
    elif isinstance(entry, ManyEntry):
        for tick in entry.ticks:
            tick.setChecked(tick.text() in value)
    elif isinstance(entry, ShareEntry):
        entry.box.setEditText(value)
    else:
        entry.line.setText(value)
    entry.edited.emit()


@pytest.fixture
def fill(tab):
    """Add a row to a table and fill in its form, by the labels of the fields."""

    def typed(table, **values):
        tab.form.show_table(table)
        pane = tab.form.pane(table)
        pane.at = len(pane.rows.model.rows) - 1
        pane.add()
        labels = {told.label: told.attribute for told in pane.table.fields}
        for label, value in values.items():
            _put(pane.form.entries[labels[label]], value)
        return pane

    return typed
