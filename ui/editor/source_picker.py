"""Find drafts that are to join a composite."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.drafts import Channel, DraftQuery, DraftRow, Status
from desk.office_clock import office_time
from desk.store import Store
from ui import style

_SIZE = (640, 440)
_MOST = 60  # drafts listed
_JOINABLE = frozenset({Status.NEW, Status.EDITING})
_ID = Qt.ItemDataRole.UserRole
_NOTHING = "没有找到“新到”“在编”的来稿。换几个字，或者先把来稿改回“在编”。"


class SourcePicker(QDialog):
    """Type some words, choose one or several (Ctrl+click, Shift+↓), Enter.

    Signals:
        picked(list[int]): these drafts join.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget, store: Store, held: Collection[int]) -> None:
        super().__init__(parent)
        self.setWindowTitle("加入来稿")
        self.resize(*_SIZE)
        self._store = store
        self._held = held
        self.words = QLineEdit(placeholderText="标题、单位或正文里的字", clearButtonEnabled=True)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setSpacing(style.GAP // 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = QLabel(_NOTHING)
        self.empty.setObjectName("muted")
        self.empty.setWordWrap(True)
        self.take_button = QPushButton("加入")
        self.take_button.setObjectName("primary")
        self._lay_out()
        self.words.textChanged.connect(lambda _text: self._find())
        self.words.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self._take())
        self._find()

    def _lay_out(self) -> None:
        refuse = QPushButton("取消")
        refuse.setAutoDefault(False)
        refuse.clicked.connect(self.reject)
        self.take_button.setDefault(True)
        self.take_button.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(refuse)
        row.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setSpacing(style.GAP)
        for widget in (self.words, self.empty):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _find(self) -> None:
        query = DraftQuery(words=self.words.text(), statuses=_JOINABLE, limit=_MOST)
        with self._store.read() as work:
            rows = work.drafts.rows(work.drafts.ids(query))
        self.list.clear()
        for row in rows:
            if row.id not in self._held and row.channel != Channel.COMPOSITE:
                item = QListWidgetItem(_told(row))
                item.setToolTip(row.title)
                item.setData(_ID, row.id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        found = self.list.count() > 0
        self.list.setVisible(found)
        self.empty.setVisible(not found)
        self.take_button.setEnabled(found)

    def _take(self) -> None:
        ids = [item.data(_ID) for item in self.list.selectedItems()]
        if ids:
            self.accept()
            self.picked.emit(ids)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows in the field walk the list."""
        key = event.key() if isinstance(event, QKeyEvent) else 0
        pressed = event.type() is QEvent.Type.KeyPress
        if pressed and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = min(max(0, self.list.currentRow() + step), self.list.count() - 1)
            self.list.setCurrentRow(row)
            return True
        return super().eventFilter(watched, event)


def _told(row: DraftRow) -> str:
    day = f"{office_time(row.received):%m-%d} 收到"
    units = row.units or "单位未认出"
    return f"{row.title}\n{units}　{day}　{row.status}　{row.characters} 字"
