"""Ctrl+K: everything the window can do or show, by a few characters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from desk.initials import place_of

_SHOWN = 12
_KNOWN = 5  # pages, actions and chapters, so that there is room for what the store has


@dataclass(frozen=True, slots=True)
class Command:
    """A line of the palette and what it does."""

    text: str
    run: Callable[[], None]


def names(word: str, text: str) -> bool:
    """Whether a text holds a word, or characters whose pinyin begins with its letters."""
    spelt = word.isascii() and word.isalpha() and len(word) > 1
    return word in text.casefold() or (spelt and place_of(word, text) >= 0)


class CommandPalette(QFrame):
    """A field and a short list over the window.

    ``find`` answers with more lines for some words; ``beyond`` is the line that always ends them.
    """

    def __init__(
        self,
        window: QWidget,
        commands: Callable[[], Sequence[Command]],
        find: Callable[[str], Sequence[Command]],
        beyond: Callable[[str], Command],
    ) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._window, self._commands = window, commands
        self._find, self._beyond = find, beyond
        self._shown: list[Command] = []
        self.field = QLineEdit(
            placeholderText="输入页面、操作、来稿、单位（拼音首字母也行）或期号……"
        )
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self._lines = QStringListModel()
        self.list = QListView()
        self.list.setModel(self._lines)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.hide()

    def open(self) -> None:
        """Show it, empty, with the field ready to type in."""
        width = min(640, self._window.width() - 80)
        self.setGeometry((self._window.width() - width) // 2, 80, width, 440)
        self.field.clear()
        self._on_text("")
        self.show()
        self.raise_()
        self.field.setFocus()

    @property
    def lines(self) -> list[str]:
        """The texts offered now."""
        return self._lines.stringList()

    def _on_text(self, text: str) -> None:
        words = text.casefold().split()
        known = [one for one in self._commands() if all(names(w, one.text) for w in words)]
        if words:
            found = [*known[:_KNOWN], *self._find(text.strip())]
            self._shown = [*found[: _SHOWN - 1], self._beyond(text.strip())]
        else:
            self._shown = known[:_SHOWN]
        self._lines.setStringList([one.text for one in self._shown])
        self._fit()
        self.list.setCurrentIndex(self._lines.index(0))

    def _fit(self) -> None:
        """Be as tall as what is offered."""
        rows = max(1, len(self._shown)) * max(28, self.list.sizeHintForRow(0))
        self.resize(self.width(), self.field.sizeHint().height() + rows + 8)

    def _run(self) -> None:
        row = self.list.currentIndex().row()
        self.hide()
        if 0 <= row < len(self._shown):
            self._shown[row].run()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._on_key(event.key())

    def _on_key(self, key: int) -> bool:
        row = self.list.currentIndex().row()
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentIndex(self._lines.index((row + step) % max(1, len(self._shown))))
        else:
            return False
        return True
