"""The office keeps its phrases by category."""

import pytest

from desk import phrasing
from desk.phrases import Category
from ui.registry.phrases_tab import PhrasesTab


@pytest.fixture
def tab(page, office, settled):
    phrasing.complete(office.store, by=office.by)
    page.show_target("常用语")
    page.refresh()
    return page.tab(PhrasesTab)


def show(tab, category):
    tab.categories.setCurrentIndex(tab.categories.findData(category))


def test_the_categories_show_their_own_phrases(tab):
    assert "突发事件首报（直叙式）" in [row.name for row in tab.model.rows]
    show(tab, Category.PHRASE)
    assert "同比增长" in [row.name for row in tab.model.rows]
    show(tab, Category.LEADER)
    assert list(tab.model.rows) == []


def test_a_leader_is_added_and_the_order_changed(tab, settled, undo):
    show(tab, Category.LEADER)
    for name, post in (("李国华", "县长"), ("张明", "副县长")):
        tab.start_new()
        tab.form.name.setText(name)
        tab.form.text.setPlainText(post)
        tab.save()
        settled()
    tab._move(-1)
    settled()
    assert [row.inserted for row in tab.model.rows] == ["副县长张明", "县长李国华"]
    undo()
    assert [row.inserted for row in tab.model.rows] == ["县长李国华", "副县长张明"]


def test_a_leader_needs_a_post(tab, settled):
    show(tab, Category.LEADER)
    tab.start_new()
    tab.form.name.setText("李国华")
    tab.save()
    settled()
    assert "职务不能为空" in tab.form.fields["text"].error


def test_a_phrase_is_deleted_and_brought_back(tab, settled, undo):
    show(tab, Category.PHRASE)
    tab.view.choose(0)
    name = tab.model.row(0).name
    tab.form.delete_button.click()
    settled()
    assert name not in [row.name for row in tab.model.rows]
    undo()
    assert name in [row.name for row in tab.model.rows]


def test_a_table_is_imported(tab, tmp_path, monkeypatch, settled):
    path = tmp_path / "领导.csv"
    path.write_text("姓名,职务,简码\n李国华,县长,xz\n", encoding="utf-8")
    monkeypatch.setattr("ui.registry.table_import.open_paths", lambda *_: [path])
    show(tab, Category.LEADER)
    tab._import()
    settled()
    assert [row.inserted for row in tab.model.rows] == ["县长李国华"]
