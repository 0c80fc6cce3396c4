"""Drafts that an earlier run left open: offered where the clerk begins, and in nobody's way."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk import journal
from desk.sittings import Leftover
from ui import style
from ui.editor import leftovers
from ui.session import Session, Topic

_SHOWN = 3


class RecoveryStrip(QFrame):
    """A line for each draft, the last one first; gone when there is none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._session = session
        self._labels: list[QLabel] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(12, 8, 8, 8)
        self._lines.setSpacing(4)
        session.changed.connect(self._on_changed)
        self.refresh()

    @property
    def lines(self) -> list[str]:
        """What it says."""
        return [one.text() for one in self._labels]

    def refresh(self) -> None:
        """Show what the store holds now."""
        with self._session.store.read() as work:
            found = journal.leftovers(work)
        while self._lines.count():
            widget = self._lines.takeAt(0).widget()
            widget.setParent(None)
            widget.deleteLater()
        self._labels = []
        crashed = any(one.sitting.unsaved is None for one in found)
        for number, one in enumerate(found[:_SHOWN]):
            self._lines.addWidget(self._line(one, "上次没有正常退出。" * (crashed and not number)))
        if len(found) > _SHOWN:
            self._lines.addWidget(
                QLabel(f"另有 {len(found) - _SHOWN} 篇，处理完上面的就会列出来。")
            )
        if self.parentWidget() is not None:
            self.setVisible(bool(found))
        elif not found:  # without a parent, to be shown would make it a window
            self.hide()

    def _line(self, one: Leftover, before: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        today = self._session.today()
        text = QLabel(before + leftovers.sentence_of(one, today))
        text.setWordWrap(True)
        self._labels.append(text)
        row.addWidget(text, 1)
        for button in self._buttons(one):
            row.addWidget(button)
        return line

    def _buttons(self, one: Leftover) -> list[QPushButton]:
        forget = partial(leftovers.give_up, self._session, one)
        if one.missing:
            return [
                _button(
                    "恢复", "把这些文字存成新的一版，打开稿件接着编辑", partial(self._recover, one)
                ),
                _button("放弃", "不要这些文字", forget),
            ]
        return [
            _button("接着编辑", "打开稿件，光标回到原处", partial(self._open, one)),
            _button("知道了", "不再提醒", forget),
        ]

    def _recover(self, one: Leftover) -> None:
        leftovers.recover(self._session, one, lambda _before: self._open(one))

    def _open(self, one: Leftover) -> None:
        self._session.go("editor", one.sitting.draft_id)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.DRAFTS in topics:
            self.refresh()


def _button(text: str, tip: str, slot: partial[None]) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(tip)
    made.clicked.connect(lambda _checked: slot())
    return made
