"""A title: typed, or that of a draft chosen by a few of its words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from desk.drafts import DraftQuery, DraftRow
from desk.office_clock import office_time
from ui.session import Session

_MOST, _SHORTEST, _WAIT_MS = 8, 2, 150
_ID = int(Qt.ItemDataRole.UserRole)


class DraftEdit(QLineEdit):
    """What is typed is the title; ↓ and Enter take a draft, with which it stays linked.

    Signals:
        linked(int): another draft is behind it, 0 for none.
    """

    linked = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(placeholderText="标题；打几个字可以选来稿")
        self._session = session
        self._asked = 0
        self.item_id = 0
        self._model = QStandardItemModel(self)
        self._popup = QCompleter(self._model, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setWidget(self)
        self._popup.popup().clicked.connect(self._take)
        self._popup.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # its stub knows no overloads
        # Not at every key: the store is asked once the clerk pauses.
        self._pause = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._on_typed)

    def show_title(self, title: str, item_id: int) -> None:
        """Show a title and the draft it is of."""
        self._pause.stop()
        self.setText(title)
        self._link(item_id)

    def _on_typed(self) -> None:
        self._link(0)
        self._pause.start()

    def _link(self, item_id: int) -> None:
        if item_id != self.item_id:
            self.item_id = item_id
            self.linked.emit(item_id)

    def _ask(self) -> None:
        words = self.text().strip()
        self._asked += 1
        store, asked = self._session.store, self._asked
        if len(words) < _SHORTEST:
            self._popup.popup().hide()
            return

        def found() -> list[DraftRow]:
            with store.read() as work:
                return work.drafts.rows(work.drafts.ids(DraftQuery(words=words, limit=_MOST)))

        self._session.look(found, lambda rows: self._offer(rows) if asked == self._asked else None)

    def _offer(self, rows: list[DraftRow]) -> None:
        self._model.clear()
        for row in rows:
            about = f"{row.title}　{row.units}　{office_time(row.received):%m-%d}"
            item = QStandardItem(about)
            item.setData((row.id, row.title), _ID)
            self._model.appendRow(item)
        if rows and self.hasFocus():
            self._popup.complete()

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        draft_id, title = index.data(_ID)
        self._popup.popup().hide()
        self.show_title(title, draft_id)
