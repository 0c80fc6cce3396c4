"""What the tabs of 设置 are laid out with: cards one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import style

_WIDE = 820  # pixels at 100 %: longer lines are hard to read


def scrolling(*cards: QWidget) -> QScrollArea:
    """Cards one below the other, which scroll where large type makes them higher than the page."""
    column = QWidget()
    column.setMaximumWidth(style.in_force().px(_WIDE))  # not of each card: it asks all of them
    layout = QVBoxLayout(column)  # how high they are at the width they get
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for one in cards:
        layout.addWidget(one)
    layout.addStretch(1)
    inside = QWidget()
    inside.setObjectName("page")
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, style.GAP, 0, 0)
    row.addWidget(column, 1)
    row.addStretch(0)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab would stop where nothing is to be seen
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area


def card() -> QFrame:
    """A card; its owner lays it out."""
    made = QFrame()
    made.setObjectName("card")
    return made


def button(text: str, tip: str, slot: object) -> QPushButton:
    """A button of a card."""
    made = QPushButton(text)
    made.setToolTip(tip)
    made.clicked.connect(slot)
    return made
