"""The left rail: one button a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from ui import style
from ui.icons import icon


@dataclass(frozen=True, slots=True)
class Place:
    """A page's name in code, its word and its icon; without an icon it has no button."""

    key: str
    text: str
    icon: str = ""


class Rail(QFrame):
    """Shows where the clerk is and leads elsewhere; Ctrl+1 … follow the order.

    Signals:
        chosen(str): a page's key.
    """

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], look: style.Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(look.px(style.RAIL_WIDTH))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(0)
        for number, place in enumerate(shown(places), start=1):
            layout.addWidget(self._button(place, number, look))
        layout.addStretch(1)

    def mark(self, key: str) -> None:
        """Show which page is open; one without a button leaves its caller marked."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def _button(self, place: Place, number: int, look: style.Look) -> QToolButton:
        button = QToolButton()
        button.setText(place.text)
        button.setIcon(icon(place.icon))
        button.setIconSize(QSize(look.px(22), look.px(22)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedWidth(look.px(style.RAIL_WIDTH) - 1)
        button.setToolTip(f"{place.text}（Ctrl+{number}）")
        button.clicked.connect(lambda: self.chosen.emit(place.key))
        self._group.addButton(button)
        self._buttons[place.key] = button
        return button


def shown(places: Sequence[Place]) -> list[Place]:
    """The places that have a button."""
    return [place for place in places if place.icon]
