"""The topic of a notice, with those of the pool and of former notices offered while typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit
from typing_extensions import override

from desk.initials import place_of

_OFFERED = 8
_FEWEST = 2  # letters typed before initials are looked up
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleEdit(QLineEdit):
    """Words or initials find topics; ↓ goes into the list, Enter takes one from there."""

    def __init__(self) -> None:
        super().__init__(placeholderText="例如：今冬明春农田水利建设进展情况")
        self._titles: Sequence[tuple[str, int]] = ()
        self._model = QStringListModel(self)
        self._popup = QCompleter(self._model, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setWidget(self)
        self._list.clicked.connect(self._take)
        self.textEdited.connect(self._offer)

    def show_titles(self, titles: Sequence[tuple[str, int]]) -> None:
        """Know these topics, with their ids in the pool (0: none)."""
        self._titles = titles

    @property
    def pool_id(self) -> int:
        """The topic of the pool whose title stands here; 0 where it is none."""
        return dict(self._titles).get(self.text().strip(), 0)

    def offered(self, typed: str) -> list[str]:
        """The topics that answer to what was typed."""
        words = typed.strip().lower()
        if not words:
            return []
        by_initials = words.isascii() and words.isalnum() and len(words) >= _FEWEST
        found = (
            title
            for title, _id in self._titles
            if words in title.lower() or (by_initials and place_of(words, title) >= 0)
        )
        return [title for title, _at in zip(found, range(_OFFERED), strict=False)]

    @property
    def _list(self) -> QAbstractItemView:
        return self._popup.popup()

    def _offer(self, typed: str) -> None:
        found = [one for one in self.offered(typed) if one != typed]
        self._model.setStringList(found)
        if found:
            self._popup.complete()
        else:
            self._list.hide()

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.setText(str(index.data()))
        self._list.hide()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TAKING
            and self._list.isVisible()
        ):
            index = self._list.currentIndex()
            if index.isValid():
                self._take(index)
                return True
        return super().event(event)
