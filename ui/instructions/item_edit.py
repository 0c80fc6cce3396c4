"""A title: typed, or that of an item chosen by words, number of its issue, or from the newest."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from desk.instructions.items import Item, choices
from ui.session import Session

_WAIT_MS = 150
_ITEM = int(Qt.ItemDataRole.UserRole)


class ItemEdit(QLineEdit):
    """What is typed is the title; ↓ and Enter take an item, with which it stays linked.

    Signals:
        linked(object): another Item is behind it, None for none.
    """

    linked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(placeholderText="打几个字或期号选稿件；↓ 列出最近印发的；纸质件直接写标题")
        self._session = session
        self._asked = 0
        self.item: Item | None = None
        self._model = QStandardItemModel(self)
        self._popup = QCompleter(self._model, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setWidget(self)
        self._popup.popup().clicked.connect(self._take)
        self._popup.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # its stub knows no overloads
        # Not at every key: the store is asked once the clerk pauses.
        self._pause = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._pause.timeout.connect(self.ask)
        self.textEdited.connect(self._on_typed)

    def show_item(self, title: str, item: Item | None) -> None:
        """Show a title and the item it is of."""
        self._pause.stop()
        self.setText(title)
        self.setCursorPosition(0)
        self._link(item)

    def ask(self) -> None:
        """Offer what fits what is typed; the newest printed items where nothing is."""
        words = self.text().strip()
        self._asked += 1
        store, asked, now = self._session.store, self._asked, self._session.clock()

        def found() -> list[Item]:
            with store.read() as work:
                return choices(work, words, now)

        self._session.look(
            found, lambda items: self._offer(items) if asked == self._asked else None
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._popup.popup().isVisible():
            self.ask()
        else:
            super().keyPressEvent(event)

    def _on_typed(self) -> None:
        self._link(None)
        self._pause.start()

    def _link(self, item: Item | None) -> None:
        if item != self.item:
            self.item = item
            self.linked.emit(item)

    def _offer(self, items: list[Item]) -> None:
        self._model.clear()
        for one in items:
            where = one.carrier or f"来稿 {one.day:%m-%d}"
            row = QStandardItem(f"{one.title}　{one.units}　{where}")
            row.setData(one, _ITEM)
            self._model.appendRow(row)
        if items and self.hasFocus():
            self._popup.complete()
        elif not items:
            self._popup.popup().hide()

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        item = index.data(_ITEM)
        self._popup.popup().hide()
        self.show_item(item.title, item)
