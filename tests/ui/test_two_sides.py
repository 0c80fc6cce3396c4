"""A row that breaks into lines instead of making its widgets narrower."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.two_sides import TwoSides


@pytest.fixture
def row(window):
    """Two buttons of 100 at the left, a field of 80 to 300 at the right, with gaps of 8."""
    holder = QWidget(window)
    layout = TwoSides(8)
    holder.setLayout(layout)
    buttons = [QPushButton(), QPushButton()]
    for button in buttons:
        button.setFixedSize(100, 30)
        layout.addWidget(button)
    field = QLineEdit()
    field.setMinimumWidth(80)
    field.setMaximumWidth(300)
    layout.add_right(field)

    def arranged(width):
        holder.resize(width, layout.heightForWidth(width))
        holder.show()
        return [(one.x(), one.y(), one.width()) for one in (*buttons, field)]

    return arranged


def test_the_right_side_grows_up_to_its_width_and_stands_at_the_end(row):
    places = row(700)
    assert [(x, width) for x, _y, width in places] == [(0, 100), (108, 100), (400, 300)]


def test_a_narrower_row_takes_from_the_right_side_first(row):
    assert row(400)[2][2] == 400 - 216


def test_without_room_the_right_side_goes_beneath(row):
    first, second, field = row(250)
    assert first[1] == second[1] < field[1]
    assert field[2] == 250


def test_nothing_is_narrower_than_it_wants_to_be(row):
    first, second, _field = row(120)
    assert first[1] < second[1]
    assert first[2] == second[2] == 100
