"""The tab 保密 of 设置: what is above the ceiling, what is to be wiped, what was carried out."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)
from typing_extensions import override

from desk.secrecy.overview import Line, Overview, overview
from desk.secrecy.wiping import Certificate
from ui import style
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.manual.context import tell_of
from ui.paper_window import PaperWindow
from ui.secrecy.screen_guard import system_means
from ui.secrecy.windows import RetentionWindow, WipeWindow
from ui.tabbed_page import Tab, TabbedPage

_ABOVE = (
    "这些稿件的密级高于本机上限：请移到涉密专用计算机办理，在本机按规定清除，并向保密员报告；"
    "密级标错的，打开稿件改正。"
)
_LISTS = (
    ("高于上限的", _ABOVE, "没有高于本机上限的稿件"),
    ("保管到期的", "到期的不会自动销毁。选中后按“销毁…”，要两人在场。", "没有保管到期的稿件"),
    ("外带记录", "每一件写进加密包带出去的，都记在这里和操作记录里。", "还没有外带过"),
    ("销毁证明", "按 Enter 打开证明，可以再印。", "还没有销毁过"),
)
_COLUMNS: list[Column[Line]] = [
    Column("day", "日期", lambda row: row.day, 110),
    Column("what", "内容", lambda row: row.what, 320),
    Column("about", "说明", lambda row: row.about, 300, stretch=True),
]
_LONGEST = 20  # characters of the watermark's own words
_GUARD = "窗口不进截屏和屏幕共享"


class SecrecyTab(Tab):
    """One list at a time; Enter opens what a line leads to."""

    title = "保密"
    primary = "销毁…"
    primary_tip = "销毁选中的到期稿件"

    def __init__(self, page: TabbedPage) -> None:
        super().__init__(page)
        self.found = Overview((), (), (), ())
        self.lists = QComboBox()
        self.lists.setAccessibleName("看哪一类")
        self.lists.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # counts grow
        self.about = QLabel(wordWrap=True)
        self.about.setObjectName("muted")
        self.model: MemoryModel[Line] = MemoryModel(_COLUMNS)
        self.view = ListView(self.session, self.model, "保密")
        self.guard = QCheckBox(_GUARD)
        self.marks = QCheckBox("有密级或份号的刊期，打印时加水印")
        self.marks.setToolTip("打印和带份号的 PDF 默认加；打印窗口里可以逐次改")
        self.words = QLineEdit(placeholderText="这一期的密级")
        self.words.setToolTip("水印的第一段；后面接份号和发送单位，没有份号的接单位、经办人和时间")
        self.retention = RetentionWindow(self.session, self, self.refresh)
        self.wiping = WipeWindow(self.session, self, self._on_wiped)
        self.paper: PaperWindow | None = None
        tell_of(self, "secrecy")
        self._lay_out()

    @override
    def refresh(self) -> None:
        settings = self.session.settings
        self.guard.setChecked(settings.blocks_capture)
        self.marks.setChecked(settings.marks_copies)
        self.words.setText(settings.watermark)
        store, today = self.session.store, self.session.today()
        ceiling = self.session.settings.ceiling
        self.session.look(lambda: overview(store, ceiling, today), self._show)

    @override
    def take_focus(self) -> None:
        self.view.take_focus()

    @override
    def begin(self) -> None:
        chosen = [self.model.row(at) for at in self.view.selected()]
        if self.lists.currentIndex() != 1 or not chosen:
            self.session.messages.note("请先在“保管到期的”里选中要销毁的稿件")
            return
        self.wiping.open_for(chosen)

    def show_list(self, at: int) -> None:
        """Show one of the lists."""
        rows = (self.found.above, self.found.due, self.found.carried, self.found.certificates)[at]
        _name, about, empty = _LISTS[at]
        self.about.setText(about)
        self.view.empty = empty
        self.model.set_rows(rows)

    def _show(self, found: Overview) -> None:
        self.found = found
        counts = (found.above, found.due, found.carried, found.certificates)
        for at, (one, rows) in enumerate(zip(_LISTS, counts, strict=True)):
            self.lists.setItemText(at, f"{one[0]}　{len(rows)}")
        self.show_list(self.lists.currentIndex())

    def _open(self, at: int) -> None:
        line = self.model.row(at)
        if line.draft_id:
            self.session.go("life", line.draft_id)
        elif line.subject:
            with self.session.store.read() as work:
                pdf = work.files.get(line.subject)
            self._show_paper(pdf)

    def _on_wiped(self, made: Certificate) -> None:
        self.session.messages.note(f"已销毁 {made.count} 件，证明已存")
        self.refresh()
        self._show_paper(made.pdf)

    def _show_paper(self, pdf: bytes) -> None:
        self.paper = self.paper or PaperWindow(self.session, self)
        self.paper.show_pdf("稿件销毁证明", pdf)

    def _on_guard(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.session.keep_settings(replace(self.session.settings, blocks_capture=wanted))

    def _on_marks(self) -> None:
        settings, words = self.session.settings, self.words.text().strip()
        wanted = replace(settings, marks_copies=self.marks.isChecked(), watermark=words)
        if wanted != settings:
            self.session.keep_settings(wanted)

    def _lay_out(self) -> None:
        self.lists.addItems([one[0] for one in _LISTS])
        self.lists.currentIndexChanged.connect(self.show_list)
        self.view.opened.connect(self._open)
        years = QPushButton("保管期限…")
        years.setToolTip("稿件各保管多少年")
        years.clicked.connect(self.retention.begin)
        is_possible = system_means() is not None
        self.guard.setEnabled(is_possible)
        self.guard.setToolTip(
            "截屏和共享屏幕时看不到本程序的窗口"
            if is_possible
            else "本机的系统没有防截屏的办法；只有 Windows 10（2004）以后的版本有"
        )
        if not is_possible:
            self.guard.setText(f"{_GUARD}（本机系统不支持）")
        self.guard.clicked.connect(self._on_guard)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.lists)
        row.addWidget(years)
        row.addStretch(1)
        row.addWidget(self.guard)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.addLayout(row)
        layout.addLayout(self._marks_row())
        layout.addWidget(self.about)
        layout.addWidget(self.view, 1)

    def _marks_row(self) -> QHBoxLayout:
        self.marks.clicked.connect(self._on_marks)
        self.words.editingFinished.connect(self._on_marks)
        self.words.setMaxLength(_LONGEST)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for one in (self.marks, QLabel("水印文字"), self.words):
            row.addWidget(one)
        row.addStretch(1)
        return row
