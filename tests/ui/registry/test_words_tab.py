"""Word lists: the office adds, changes, switches off and brings back; words kept for ever."""

import pytest

from desk import editing
from desk.drafts import Kept, WaiverScope
from ui.registry.kept_tab import KeptTab
from ui.registry.words_tab import WordsTab


@pytest.fixture
def tab(page, office):
    page.show_target("词表")
    page.refresh()
    tab = page.tab(WordsTab)
    tab.lists.setCurrentIndex(tab.lists.findData("S03"))
    return tab


def state(tab, word):
    row = next(row for row in tab.model.rows if row.entry.word == word)
    return tab.model.texts_of(row)[-1]


def test_a_word_of_the_office_is_added(tab, settled, undo):
    tab.start_new()
    tab.form.word.setText("某某口头话")
    tab.form.instead.setText("弄清楚|查明")
    tab.save()
    settled()
    assert state(tab, "某某口头话") == "◆ 本单位"
    row = next(row for row in tab.model.rows if row.entry.word == "某某口头话")
    assert row.entry.instead == ("弄清楚", "查明")


def test_a_wrong_word_is_refused_at_its_field(tab, settled):
    tab.start_new()
    tab.form.word.setText("整")
    tab.save()
    settled()
    assert "2～120" in tab.form.fields["word"].error


def test_a_delivered_word_is_switched_off_and_brought_back(tab, settled, undo):
    word = tab.model.row(0).entry.word
    tab.view.choose(0)
    tab.form.remove.click()
    settled()
    assert state(tab, word) == "○ 停用"
    undo()
    assert state(tab, word).startswith("●")


def test_another_list_shows_its_own_words(tab):
    words = {row.entry.word for row in tab.model.rows}
    tab.lists.setCurrentIndex(tab.lists.findData("S02"))
    assert words.isdisjoint({row.entry.word for row in tab.model.rows})
    assert tab.about.text()


def test_words_kept_for_ever_are_listed_and_checked_again(page, office, settled, undo):
    kept = Kept("W02", "其它", WaiverScope.ALWAYS)
    editing.waive(office.store, office.draft().id, kept, "本地习惯", by=office.by)
    page.show_target("永久保留")
    page.refresh()
    kept = page.tab(KeptTab)
    assert kept.model.texts_of(kept.model.row(0))[1:3] == (
        "其它",
        "本地习惯",
    )
    kept.view.choose(0)
    kept.drop.click()
    settled()
    assert kept.model.rowCount() == 0
    undo()
    assert kept.model.rowCount() == 1
