"""A line to fill in: who approved, to whom it went, when the next report is due."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from ui import style

Given = Mapping[str, str]


class AskStrip(QFrame):
    """Enter takes what is filled in, Esc puts the line away; an error is shown in it.

    Signals:
        left(): it was put away while it had the keyboard.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(style.GAP, 4, style.GAP, 4)
        self.entries: dict[str, QLineEdit | QComboBox] = {}
        self.error = QLabel()
        self.error.setObjectName("fieldError")
        self._take: Callable[[Given], None] = lambda _given: None
        self.hide()

    def ask(
        self,
        what: str,
        entries: Mapping[str, tuple[str, QWidget]],
        deed: str,
        take: Callable[[Given], None],
    ) -> None:
        """Ask for some values; ``entries`` are labels and inputs by their keys."""
        self._clear()
        self._take = take
        head = QLabel(what)
        head.setObjectName("sectionTitle")
        self._row.addWidget(head)
        for key, (label, entry) in entries.items():
            self._row.addWidget(QLabel(label))
            self._row.addWidget(entry, 1)
            if isinstance(entry, QLineEdit):
                entry.returnPressed.connect(self.take)
            assert isinstance(entry, QLineEdit | QComboBox)  # noqa: S101 - no other kind is given
            self.entries[key] = entry
        button = QPushButton(deed)
        button.setObjectName("primary")
        button.setToolTip(f"{deed}（Enter）")
        button.clicked.connect(self.take)
        self.error = QLabel()
        self.error.setObjectName("fieldError")
        self._row.addWidget(self.error)
        self._row.addWidget(button)
        self.show()
        first = next(iter(self.entries.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> None:
        """Take what is filled in."""
        self._take(
            {
                key: one.currentText() if isinstance(one, QComboBox) else one.text()
                for key, one in self.entries.items()
            }
        )

    def tell(self, sentence: str) -> None:
        """Say what is wrong."""
        self.error.setText(sentence)

    def put_away(self) -> None:
        """Take the line away."""
        was_here = self.isAncestorOf(self.window().focusWidget())
        self._clear()
        self.hide()
        if was_here:
            self.left.emit()

    def _clear(self) -> None:
        self.entries = {}
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)
