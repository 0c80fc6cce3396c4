"""F1 opens the chapter on the place the clerk is at."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.manual.context import chapter_at, tell_of


def test_the_nearest_place_with_a_chapter_tells(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column, line = QVBoxLayout(page), QLineEdit()
    column.addWidget(line)
    assert chapter_at(line) == chapter_at(None) == ""
    tell_of(page, "writing")
    assert chapter_at(line) == "writing"
