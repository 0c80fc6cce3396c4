"""Matters of the task desk that answer the words, above the drafts that do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.matters.kinds import noun_of
from desk.repositories.matters import FoundMatter
from desk.searching import words_of
from ui import style
from ui.session import Session

MOST = 50
_ROWS = 3  # on view; the others are scrolled to
_SUBJECT = int(Qt.ItemDataRole.UserRole)


class MatterList(QWidget):
    """Hidden where nothing answers; Enter or a double click leads to the matter."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.head = QLabel()
        self.head.setObjectName("muted")
        self.list = QListWidget()
        self.list.setAccessibleName("督办事项")
        self.list.setToolTip("Enter 或双击打开")
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._open)
        self._row = style.Look(session.settings.scale).px(style.ROW_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.head)
        layout.addWidget(self.list)
        self.hide()

    def look_up(self, text: str) -> None:
        """Show what answers the words of a query."""
        words = words_of(text)
        found: Sequence[FoundMatter] = ()
        if words:
            with self._session.store.read() as work:
                found = work.matters.found(words, MOST)
        self.list.clear()
        for one in found:
            item = QListWidgetItem(told(one))
            item.setToolTip(told(one))
            item.setData(_SUBJECT, one.subject)
            self.list.addItem(item)
        more = "（只列前面的）" if len(found) == MOST else ""
        self.head.setText(f"督办事项　{len(found)} 件{more}")
        self.list.setFixedHeight(self._row * min(_ROWS, max(1, len(found))) + 4)
        self.setVisible(bool(found))

    def _open(self, item: QListWidgetItem) -> None:
        self._session.go("tasks", item.data(_SUBJECT))


def told(found: FoundMatter) -> str:
    """A matter in one line."""
    state = "未了" if found.is_open else "已了"
    parts = (noun_of(found.subject), found.number, found.title, f"{found.day:%Y-%m-%d}", state)
    return "　".join(filter(None, parts))
