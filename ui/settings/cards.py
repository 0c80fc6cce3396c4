"""What the tabs of 设置 are laid out with: cards one below the other."""

from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import style


def scrolling(*cards: QWidget) -> QScrollArea:
    """Cards one below the other, which scroll where large type makes them higher than the page."""
    inside = QWidget()
    inside.setObjectName("page")
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, style.GAP, 0, 0)
    layout.setSpacing(12)
    for one in cards:
        layout.addWidget(one)
    layout.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area


def card() -> QFrame:
    """A card of a tab's width; its owner lays it out."""
    made = QFrame()
    made.setObjectName("card")
    made.setMaximumWidth(820)
    return made


def button(text: str, tip: str, slot: object) -> QPushButton:
    """A button of a card."""
    made = QPushButton(text)
    made.setToolTip(tip)
    made.clicked.connect(slot)
    return made
