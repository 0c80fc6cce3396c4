"""Inputs worked without the mouse: choices by initials, topics by initials, days by words."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit
from typing_extensions import override

from desk.day_words import read_day
from desk.errors import DeskError, FieldError
from desk.initials import place_of

_SEPARATOR = "、"
_JOINING = ("、", "，", ",")
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_WEEKDAYS = "一二三四五六日"


class LetterBox(QComboBox):
    """A choice by the first letter of its words, again for the next; digits count from 1."""

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        letter = e.text().lower()
        held = e.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        found = -1 if held or not letter.isascii() or not letter.isalnum() else self._named(letter)
        if found < 0:
            super().keyPressEvent(e)
        elif found != self.currentIndex():
            self.setCurrentIndex(found)
            self.activated.emit(found)

    def _named(self, sign: str) -> int:
        """The next choice after the current one that a letter or number means, -1 for none."""
        if sign.isdecimal():
            return int(sign) - 1 if 0 < int(sign) <= self.count() else -1
        here, count = self.currentIndex(), self.count()
        following = [(here + step) % count for step in range(1, count + 1)]
        return next((at for at in following if place_of(sign, self.itemText(at)) == 0), -1)


class TopicEdit(QLineEdit):
    """Topics of the office's list joined by 、; Enter or Tab takes the first offered."""

    def __init__(self) -> None:
        super().__init__(placeholderText="拼音首字母或名称，几个选题用、隔开")
        self._topics: list[str] = []
        self._model = QStringListModel(self)
        self._popup = QCompleter(self._model, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setWidget(self)
        self._list.clicked.connect(lambda index: self._take(str(index.data())))
        self.textEdited.connect(self._offer)

    def show_topics(self, topics: Iterable[str]) -> None:
        """Know these topics."""
        self._topics = list(topics)

    def topics(self) -> tuple[str, ...]:
        """The topics named; raises FieldError on one that is not listed and was not there."""
        return tuple(dict.fromkeys(self._meant(part) for part in self._parts()))

    def keep(self, topics: Iterable[str]) -> None:
        """Show topics; one that has left the list stays valid."""
        held = list(topics)
        self._topics += [one for one in held if one not in self._topics]
        self.setText(_SEPARATOR.join(held))

    def _parts(self) -> list[str]:
        text = self.text().replace("，", _SEPARATOR).replace(",", _SEPARATOR)
        return [part.strip() for part in text.split(_SEPARATOR) if part.strip()]

    def _meant(self, part: str) -> str:
        if part in self._topics:
            return part
        offered = self._suggest(part)
        if len(offered) == 1:
            return offered[0]
        raise FieldError("topics", f"没有“{part}”这个选题。请从提示里选，或先到“资料—选题”新增。")

    def _suggest(self, typed: str) -> list[str]:
        if not typed:
            return []
        spelt = typed.isascii() and typed.isalpha()
        return [
            one for one in self._topics if typed in one or (spelt and place_of(typed, one) >= 0)
        ]

    @property
    def _list(self) -> QAbstractItemView:
        return self._popup.popup()

    def _offer(self) -> None:
        typed = self.text().rpartition(_SEPARATOR)[2].strip()
        self._model.setStringList([] if typed in self._topics else self._suggest(typed))
        if not self._model.rowCount():
            self._list.hide()
            return
        self._popup.complete()
        self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))

    def _take(self, topic: str) -> None:
        self.setText("".join(self.text().rpartition(_SEPARATOR)[:2]) + topic)
        self._list.hide()

    @override
    def event(self, arg__1: QEvent) -> bool:
        # Not keyPressEvent: Tab would have moved the focus before.
        if isinstance(arg__1, QKeyEvent) and self._takes(arg__1):
            self._take(str(self._list.currentIndex().data()))
            if arg__1.text() in _JOINING:
                self.insert(_SEPARATOR)
            elif arg__1.key() == Qt.Key.Key_Tab:
                self.focusNextChild()
            return True
        return super().event(arg__1)

    def _takes(self, event: QKeyEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        takes = event.key() in _TAKING or event.text() in _JOINING
        return is_press and takes and self._list.isVisible()


class DayLine(QLineEdit):
    """A day as the clerk says it; ``meaning`` is what it comes to."""

    def __init__(self, name: str, today: Callable[[], date]) -> None:
        super().__init__(placeholderText="昨天、15日、7.14、上周五")
        self._name = name
        self._today = today

    def day(self) -> date | None:
        """The day meant, None for none; raises FieldError."""
        try:
            return read_day(self.text(), self._today())
        except DeskError as error:
            sentence = f"“{self.text()}”不是日期。可以写：昨天、15日、7月14日、2026-07-15。"
            raise FieldError(self._name, sentence) from error

    def show_day(self, day: date | None) -> None:
        """Write a day out."""
        self.setText(day.isoformat() if day else "")

    @property
    def meaning(self) -> str:
        """The day in full with its weekday, "" where there is none."""
        try:
            day = self.day()
        except FieldError:
            return ""
        if day is None:
            return ""
        week = f"周{_WEEKDAYS[day.weekday()]}"
        return week if day.isoformat() == self.text() else f"{day:%Y-%m-%d} {week}"
