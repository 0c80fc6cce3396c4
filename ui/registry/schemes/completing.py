"""Completing the value being typed where several stand in one line, joined by 、."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

_JOINED = re.compile(r"[、，,]")


class _Opener(QObject):
    """Opens the whole list at ↓, as a choice box does."""

    def __init__(self, line: QLineEdit, offer: Callable[[str], None]) -> None:
        super().__init__(line)
        self._offer = offer
        line.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self._offer("")
            return True
        return False


def complete(line: QLineEdit, words: Callable[[], Sequence[str]], took: Callable[[], None]) -> None:
    """Offer words for the last value of a line; ``took`` follows when one is taken."""
    model = QStringListModel(line)
    popup = QCompleter(model, line)
    popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    popup.setWidget(line)

    def offer(typed: str) -> None:
        front, last = split_last(typed)
        used = [one.strip() for one in _JOINED.split(front)]
        found = [one for one in words() if last in one and one not in used and one != last]
        model.setStringList(found)
        if found:
            popup.complete()
        else:
            popup.popup().hide()

    def take(word: str) -> None:
        front, _ = split_last(line.text())
        line.setText(f"{front}{word}")
        took()

    line.textEdited.connect(offer)
    popup.activated.connect(take)
    _Opener(line, lambda _text: offer(split_last(line.text())[0]))


def split_last(text: str) -> tuple[str, str]:
    """What stands before the value being typed, with its 、, and the value."""
    ends = [found.end() for found in _JOINED.finditer(text)]
    at = ends[-1] if ends else 0
    return text[:at], text[at:].strip()
