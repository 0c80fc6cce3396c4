"""What became of each file, beside the work and not in its way."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from ui import style
from ui.icons import icon
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session


@dataclass(frozen=True, slots=True)
class FileResult:
    """One draft of a file, or why the file or a part of it gave none (``draft_id`` 0)."""

    file: str
    sentence: str
    draft_id: int = 0
    title: str = ""
    units: str = ""
    path: Path = Path()
    inner: str = ""  # the file inside the file
    can_retry: bool = False


_COLUMNS: tuple[Column[FileResult], ...] = (
    Column(
        "outcome",
        "结果",
        lambda row: "✓ 已收入" if row.draft_id else "✗ 未收入",
        width=96,
        colour=lambda row: None if row.draft_id else style.RED,
    ),
    Column("file", "文件", lambda row: row.file, width=184, tip=lambda row: str(row.path)),
    Column("inner", "其中", lambda row: row.inner, width=120),
    Column("units", "单位", lambda row: row.units, width=96),
    Column(
        "title",
        "标题或原因",
        lambda row: row.title or row.sentence,
        width=320,
        tip=lambda row: row.sentence,
        stretch=True,
    ),
    Column("sentence", "说明", lambda row: row.sentence, width=320, hidden=True),
)
_SELDOM = ("inner", "units")


class ResultPanel(QFrame):
    """The list of results with its own actions.

    Signals:
        opened(int): a draft was asked for by its id.
        retrying(list[Path]): files that gave nothing are to be received again.
    """

    opened = Signal(int)
    retrying = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._results: list[FileResult] = []
        self.model: MemoryModel[FileResult] = MemoryModel(_COLUMNS)
        self.view = ListView(session, self.model, "收稿结果", empty="没有未收入的文件")
        self.view.setObjectName("bare")
        self.view.opened.connect(self._on_opened)
        self.summary = QLabel()
        self.summary.setObjectName("sectionTitle")
        self.only_refused = QCheckBox("只看未收入的")
        self.only_refused.toggled.connect(self._show)
        self._lay_out()
        self.hide()

    def show_results(self, results: Sequence[FileResult]) -> None:
        """Show these results, refused files first."""
        self._results = sorted(results, key=lambda row: bool(row.draft_id))
        self.summary.setText(_summary(results))
        refused = any(not row.draft_id for row in results)
        self.only_refused.setVisible(refused)
        self.only_refused.setChecked(False)
        for key in _SELDOM:  # their room is the reason's while nothing stands in them
            place = [column.key for column in _COLUMNS].index(key)
            self.view.setColumnHidden(place, not any(getattr(row, key) for row in results))
        self.retry.setVisible(bool(self.to_retry()))
        self._show()
        self.show()

    def to_retry(self) -> list[Path]:
        """The files that may be received again, each once."""
        return list(dict.fromkeys(row.path for row in self._results if row.can_retry))

    def _show(self) -> None:
        kept = [
            row for row in self._results if not row.draft_id or not self.only_refused.isChecked()
        ]
        self.model.set_rows(kept)

    def _on_opened(self, number: int) -> None:
        draft_id = self.model.row(number).draft_id
        if draft_id:
            self.opened.emit(draft_id)

    def _lay_out(self) -> None:
        self.retry = QPushButton("重试没有收入的")
        self.retry.setToolTip("再收一次没有收入的文件，例如刚才被别的程序占用、现在已经关闭的")
        self.retry.clicked.connect(lambda: self.retrying.emit(self.to_retry()))
        copy, export = QPushButton("复制"), QPushButton("导出")
        copy.setToolTip("复制全部结果")
        copy.clicked.connect(self._copy)
        export.setToolTip("导出为 Excel")
        export.clicked.connect(self.view.export)
        close = QToolButton(autoRaise=True)
        close.setIcon(icon("x"))
        close.setToolTip("关闭（Esc）")
        close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        head.addWidget(self.summary)
        head.addStretch(1)
        for widget in (self.only_refused, self.retry, copy, export, close):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 4, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def _copy(self) -> None:
        if not self.view.selected():
            self.view.selectAll()
        self.view.copy()


def _summary(results: Sequence[FileResult]) -> str:
    """How many drafts came in, and how much did not."""
    given = {row.path for row in results if row.draft_id}
    refused = [row.path for row in results if not row.draft_id]
    whole = len(set(refused) - given)
    parts = sum(1 for path in refused if path in given)
    said = f"收稿结果：收入 {sum(1 for row in results if row.draft_id)} 篇"
    said += f"，{whole} 个文件没有收入" if whole else ""
    return said + (f"，{parts} 处没有收入" if parts else "")
