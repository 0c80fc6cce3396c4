"""The tab 备份与恢复 of 设置: how the backups stand, all of them, and what to do with them."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.backups.backup import Backup, Rehearsal
from desk.backups.overview import Overview, Shelved, overview
from desk.soundness import check
from ui import style
from ui.backups.columns import COLUMNS
from ui.backups.deeds import restore_elsewhere, restore_here
from ui.backups.keeping import Keeping
from ui.backups.rules_window import RulesWindow
from ui.backups.state_card import StateCard
from ui.backups.target_window import TargetWindow
from ui.keys import bind
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.manual.context import tell_of
from ui.settings.cards import button
from ui.tabbed_page import Tab, TabbedPage
from ui.two_sides import TwoSides

CHAPTER = "backups"


class BackupsTab(Tab):
    """Everything here is done on the thread of ``Keeping``, one thing after another."""

    title = "备份与恢复"
    primary = "立即备份"
    primary_tip = "写一份经过校验的备份"

    def __init__(self, page: TabbedPage) -> None:
        super().__init__(page)
        self.keeping = Keeping.of(self.session)
        self.state = StateCard(self.session)
        self.model: MemoryModel[Shelved] = MemoryModel(COLUMNS)
        self.view = ListView(
            self.session, self.model, "备份", empty="还没有备份，点“立即备份”写第一份"
        )
        self.rules: RulesWindow | None = None
        self.target: TargetWindow | None = None
        self.buttons = self._make_buttons()
        self._lay_out()
        tell_of(self, CHAPTER)
        self.view.chosen.connect(lambda _row: self._enable())
        self.view.opened.connect(lambda _row: self.restore())
        self.keeping.changed.connect(self.refresh)
        self.keeping.progressed.connect(lambda _step: self._enable())
        bind(self, "F5", self.refresh)
        self._enable()

    @property
    def chosen(self) -> Backup | None:
        """The backup chosen in the list."""
        row = self.view.currentIndex().row()
        return self.model.row(row).backup if 0 <= row < self.model.rowCount() else None

    @override
    def refresh(self) -> None:
        store = self.session.store
        self.session.look(lambda: overview(store), self._show)

    @override
    def take_focus(self) -> None:
        self.view.take_focus()

    @override
    def begin(self) -> None:
        if not self.keeping.is_busy:
            self.keeping.start(self.session.store.backups.write(), done=self._on_written)

    def write_to(self) -> None:
        """Write a backup to a place of the clerk's, under a password if wanted."""
        self.target = self.target or TargetWindow(self.session, self)
        self.target.begin()

    def restore(self) -> None:
        """Go back to the backup chosen."""
        if self.chosen and not self.chosen.fault:
            differs = self.model.row(self.view.currentIndex().row()).differs
            restore_here(self.session, self.chosen, differs)

    def restore_elsewhere(self) -> None:
        """Bring the backup chosen back in a folder of its own, to look something up."""
        if self.chosen:
            restore_elsewhere(self.session, self.chosen, self)

    def rehearse(self) -> None:
        """Try out whether the newest backup can be brought back."""
        if not self.keeping.is_busy:
            self.keeping.start(self.session.store.backups.rehearse(), done=self._on_rehearsed)

    def check(self) -> None:
        """Look through the store: pages, links, books and trail."""
        if not self.keeping.is_busy:
            self.keeping.start(check(self.session.store), done=self._on_checked)

    def set_rules(self) -> None:
        """Set what is kept, when, and where the second copy goes."""
        self.rules = self.rules or RulesWindow(self.session, self)
        self.rules.begin()

    def _on_written(self, _made: Backup) -> None:
        self.session.messages.note("备份已写好并通过校验")

    def _on_rehearsed(self, found: Rehearsal) -> None:
        messages = self.session.messages
        (messages.note if found.is_good else messages.error)(found.words)

    def _on_checked(self, found: Sequence[str]) -> None:
        if found:
            self.session.messages.error("".join(found))
        else:
            self.session.messages.note("数据文件完好，账目相符")

    def _show(self, found: Overview) -> None:
        before = self.chosen
        self.state.show_overview(found, self.session.settings)
        self.model.set_rows(found.rows)
        paths = [row.backup.path for row in self.model.rows]
        if before and before.path in paths:
            self.view.choose(paths.index(before.path))
        elif paths:
            self.view.choose(0)
        self._enable()

    def _enable(self) -> None:
        is_free = not self.keeping.is_busy
        chosen = self.chosen
        can = {
            "恢复…": is_free and chosen is not None and not chosen.fault,
            "恢复到别处…": is_free and chosen is not None and self.keeping.keeper is not None,
        }
        for one in self.buttons:
            one.setEnabled(can.get(one.text(), is_free))
        for one in self.buttons[-2:]:
            one.setEnabled(True)

    def _make_buttons(self) -> list[QPushButton]:
        return [
            button(
                "恢复…",
                "用选中的备份换掉现在的数据，现在的状态先另写一份备份（Enter）",
                self.restore,
            ),
            button("恢复到别处…", "恢复到一个新文件夹，现在的数据不动", self.restore_elsewhere),
            button("备份到…", "写到U盘或别的文件夹，可以设口令；换电脑用它", self.write_to),
            button("恢复演练", "把最近的备份恢复到临时位置，核对能不能用", self.rehearse),
            button("检查数据", "核对数据文件的每一页、记录之间的联系和账目", self.check),
            button("备份设置…", "保留多少份，第二介质放哪里", self.set_rules),
            button("打开文件夹", "打开数据文件夹，备份在里面的backups", self._open_folder),
        ]

    def _lay_out(self) -> None:
        tools = QWidget()
        row = TwoSides(style.GAP)
        tools.setLayout(row)
        for one in self.buttons[:3]:
            row.addWidget(one)
        for one in self.buttons[3:]:
            row.add_right(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(self.state)
        layout.addWidget(tools)
        layout.addWidget(self.view, 1)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.session.paths.data)))
