"""Ctrl+K: lines by a few characters, and the keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from ui.command_palette import Command, CommandPalette


@pytest.fixture
def ran():
    """The texts of the commands that were run."""
    return []


@pytest.fixture
def palette(window, ran):
    def command(text):
        return Command(text, lambda: ran.append(text))

    pages = [command(f"打开　{name}") for name in ("今日", "来稿", "编刊")]
    made = CommandPalette(
        window,
        lambda: pages,
        lambda words: [command(f"来稿　{words}检查")] * 20,
        lambda words: command(f"检索“{words}”"),
    )
    window.activateWindow()
    made.open()
    return made


def test_it_opens_with_every_page(palette):
    assert palette.isVisible()
    assert palette.lines == ["打开　今日", "打开　来稿", "打开　编刊"]


def test_words_narrow_the_lines_and_find_drafts(palette):
    palette.field.setText("编刊")
    assert palette.lines[0] == "打开　编刊"
    assert palette.lines[1] == "来稿　编刊检查"


def test_the_list_stays_short(palette):
    palette.field.setText("校园")
    assert len(palette.lines) <= 12


def test_the_last_line_always_looks_further(palette, ran, qtbot):
    palette.field.setText("校园")
    assert palette.lines[-1] == "检索“校园”"
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["检索“校园”"]


@pytest.mark.parametrize(("letters", "first"), [("bk", "打开　编刊"), ("xx", "来稿　xx检查")])
def test_initials_find_a_page(palette, letters, first):
    palette.field.setText(letters)
    assert palette.lines[0] == first


def test_enter_runs_the_marked_line_and_closes(palette, ran, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["打开　来稿"]
    assert not palette.isVisible()


def test_up_from_the_first_goes_to_the_last(palette, ran, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["打开　编刊"]


def test_escape_runs_nothing(palette, ran, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert ran == []


def test_a_click_runs_a_line(palette, ran):
    palette.list.clicked.emit(palette.list.model().index(0, 0))
    assert ran == ["打开　今日"]


def test_it_opens_empty_again(palette):
    palette.field.setText("编刊")
    palette.hide()
    palette.open()
    assert palette.field.text() == ""


def test_it_lies_inside_a_small_window(palette, window):
    window.resize(600, 560)
    palette.open()
    assert window.rect().contains(palette.geometry())
