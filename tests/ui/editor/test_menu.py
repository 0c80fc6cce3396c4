"""The editor's menu names what can be done with its key, and fits a small screen."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.editor import picture_editing
from ui.manual.context import chapter_at
from ui.manual.window import contents

_LINES = 14  # at 768 pixels and 150 % there is room for 15


def lines(menu):
    return [one for one in menu.actions() if not one.isSeparator()]


def test_no_two_abilities_of_the_editor_take_the_same_key(page, monkeypatch):
    of_features = [keys for one in page.features for keys in list(one.keys())]
    monkeypatch.setattr(page, "features", [])
    everything = [QKeySequence(keys).toString() for keys in [*of_features, *page._keys()]]
    assert sorted(set(everything)) == sorted(everything)


def test_the_menu_is_short_and_names_every_ability_with_its_key(page):
    menu = page._menu.menu()
    parts = [menu, *menu.findChildren(QMenu)]
    assert max(len(lines(part)) for part in parts) <= _LINES
    names = {part.title() for part in parts}
    shown = {one.text() for part in parts for one in lines(part)} - names
    wanted = {words for one in page.features for words, _key in one.menu()}
    assert {text.partition("\t")[0] for text in shown} >= wanted
    assert all("\t" in text for text in shown)


def test_every_place_with_a_chapter_has_one_that_is_there(page):
    told = {chapter_at(one) for one in page.findChildren(QWidget)} - {""}
    assert {"comparing", "composites", "structure", "verifying", "writing"} <= told
    assert told <= {key for key, _title in contents()}


def test_without_a_draft_no_key_opens_anything(page, monkeypatch):
    asked = []
    monkeypatch.setattr(picture_editing, "open_paths", lambda *_args: asked.append(1) or [])
    for feature in page.features:
        for run in feature.keys().values():
            run()
    shown = [one for one in page.findChildren(QWidget) if one.isWindow() and one.isVisible()]
    assert (shown, asked) == ([], [])
