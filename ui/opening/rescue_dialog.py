"""A store that is damaged or gone: what is wrong, which backups are whole, what to do."""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)
from typing_extensions import override

from desk.backups.backup import Backup
from desk.backups.words import holds_words, lost_since, size_words
from desk.errors import DeskError
from desk.jobs import one_step
from desk.office_clock import minute_words
from desk.paths import Paths
from desk.safekeeping import Safekeeping
from ui import style
from ui.opening.packages import choose_package
from ui.worker import Worker

_SIZE = (920, 520)
_COLUMNS = ("时间", "原因", "大小", "里面有", "在哪里", "校验")
_WIDTHS = (140, 116, 80, 290, 80, 100)
_HOLDS = 3  # the column that takes the room the others leave
_CHECKING, _WHOLE, _UNUSABLE = "… 正在校验", "✓ 可用", "✗ 不能用"
_ADVICE = "请不要删除或改动数据文件夹里的任何文件。最稳妥的办法是用最近一份可用的备份恢复。"
_NONE = "没有找到备份。U盘或移动硬盘上有备份的，请插上以后点“从别处选备份…”。"


class Choice(Enum):
    """What the clerk wants done."""

    QUIT = auto()
    RETRY = auto()
    RESTORE = auto()
    SALVAGE = auto()


class RescueDialog(QDialog):
    """``choice`` and ``source`` say what is to be done once it is closed.

    Each backup is looked through on a thread, the newest first; the first whole one is chosen.
    """

    def __init__(self, sentence: str, paths: Paths, keeper: Safekeeping) -> None:
        super().__init__()
        self.setWindowTitle("信息编报台打不开数据")
        self.choice = Choice.QUIT
        self.source: Path | None = None
        self._paths = paths
        self._keeper = keeper
        self._worker = Worker(self)
        self._look = style.in_force()
        self.sentence = QLabel(sentence, wordWrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = QTableWidget(0, len(_COLUMNS))
        self.lost = QLabel(wordWrap=True)
        self.restore = self._button("用这份备份恢复", Choice.RESTORE)
        self.restore.setObjectName("primary")
        self.salvage = self._button("尽量抢救…", Choice.SALVAGE)
        self.salvage.setToolTip("从损坏的数据文件里读出还读得出的，放进一个新的数据文件")
        self.elsewhere = QPushButton("从别处选备份…")
        self.elsewhere.clicked.connect(self._choose_elsewhere)
        self.retry = self._button("再试一次", Choice.RETRY)
        self.leave = self._button("退出", Choice.QUIT)
        self._backups: list[Backup] = []
        self._dress_table()
        self._lay_out()
        room = self.screen().availableSize()
        self.resize(QSize(*map(self._look.px, _SIZE)).boundedTo(room))
        self._worker.run(
            one_step(partial(keeper.kept, paths)), done=self._show_all, failed=self._say
        )

    def say(self, sentence: str) -> None:
        """Say why what was tried did not work."""
        self.sentence.setText(sentence)

    def _say(self, error: Exception) -> None:
        self.lost.setText(str(error) if isinstance(error, DeskError) else _NONE)

    def _button(self, word: str, choice: Choice) -> QPushButton:
        made = QPushButton(word)
        made.clicked.connect(partial(self._end, choice))
        return made

    def _row(self) -> int:
        """The row selected, -1 for none; Qt makes one current with the focus."""
        rows = self.table.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def _end(self, choice: Choice) -> None:
        self.choice = choice
        row = self._row()
        if choice is Choice.RESTORE and row >= 0:
            self.source = self._backups[row].path
        self.accept()

    def _choose_elsewhere(self) -> None:
        self.source = choose_package(self)
        if self.source:
            self.choice = Choice.RESTORE
            self.accept()

    @override
    def done(self, result: int) -> None:
        self._worker.close()
        super().done(result)

    def _show_all(self, backups: Sequence[Backup]) -> None:
        self._backups = list(backups)
        self.table.setRowCount(len(backups))
        for row, one in enumerate(backups):
            self._show(row, one, _CHECKING)
            look = partial(self._keeper.examine, one.path)
            self._worker.run(
                one_step(look), done=partial(self._on_examined, row), failed=partial(self._bad, row)
            )
        if not backups:
            self.lost.setText(_NONE)

    def _show(self, row: int, one: Backup, state: str) -> None:
        where = "本机" if one.path.parent == self._paths.backups else "第二介质"
        reason = str(one.reason or "")
        texts = (
            minute_words(one.taken),
            reason,
            size_words(one.size),
            holds_words(one),
            where,
            state,
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(one.fault or str(one.path))
            if text == _UNUSABLE:
                item.setForeground(QColor(style.RED))
            self.table.setItem(row, column, item)

    def _on_examined(self, row: int, one: Backup) -> None:
        self._backups[row] = one
        self._show(row, one, _UNUSABLE if one.fault else _WHOLE)
        if self._row() < 0 and not one.fault:
            self.table.selectRow(row)
            self.table.setFocus()
        self._on_chosen()

    def _bad(self, row: int, _error: Exception) -> None:
        self._show(row, self._backups[row], _UNUSABLE)

    def _on_chosen(self) -> None:
        row = self._row()
        state = self.table.item(row, len(_COLUMNS) - 1) if row >= 0 else None
        one = self._backups[row] if row >= 0 else None
        self.restore.setEnabled(bool(state and state.text() == _WHOLE))
        if one:
            self.lost.setText(one.fault or lost_since(one, _last_written(self._paths)))

    def _dress_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(_COLUMNS)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self._look.px(style.ROW_HEIGHT))
        stretch = QHeaderView.ResizeMode.Stretch
        table.horizontalHeader().setSectionResizeMode(_HOLDS, stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, self._look.px(width))
        table.itemSelectionChanged.connect(self._on_chosen)
        self.restore.setEnabled(False)

    def _lay_out(self) -> None:
        title = QLabel("数据打不开")
        title.setObjectName("pageTitle")
        self.sentence.setObjectName("fieldError")
        self.lost.setObjectName("note")
        self.salvage.setEnabled(self._paths.store.exists())
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for button in (self.restore, self.salvage, self.elsewhere):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.retry)
        row.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for one in (title, self.sentence, QLabel(_ADVICE, wordWrap=True)):
            layout.addWidget(one)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.lost)
        layout.addLayout(row)


def _last_written(paths: Paths) -> datetime | None:
    """When the damaged store was last written; None where it is gone."""
    files = [paths.store, paths.store.with_name(paths.store.name + "-wal")]
    moments = [one.stat().st_mtime for one in files if one.exists()]
    return datetime.fromtimestamp(max(moments), UTC) if moments else None
