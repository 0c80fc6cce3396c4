"""单位: the register of who sends drafts."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from desk import registering
from desk.importing.outcome import Imported
from desk.units import Unit
from ui.commissions.wish import NoticeWish
from ui.lists.column import Column
from ui.registry.history_window import HistoryWindow
from ui.registry.record_tab import RecordTab
from ui.registry.snapshot import Snapshot
from ui.registry.table_import import import_table
from ui.registry.unit_form import UnitForm
from ui.session import Session, Undo

if TYPE_CHECKING:
    from ui.letters.window import LettersWindow

_EMPTY = (
    "还没有单位\n\n点“导入名册”选一个 Excel 或 CSV 文件，第一行写表头：全称　简称　别名　分组\n"
    "（简称、别名可以不填，别名用、隔开）；也可以按 Ctrl+N 逐个新增"
)
_NO_MATCH = "没有符合条件的单位，请改一改筛选的字或分组"
_ALL = "全部分组"


class UnitsTab(RecordTab[Unit]):
    """Units with their groups and other names."""

    noun = "单位"

    def __init__(self, session: Session) -> None:
        self._unit_form = UnitForm()
        columns: tuple[Column[Unit], ...] = (
            Column("name", "全称", lambda unit: unit.name, 240, stretch=True),
            Column("short", "简称", lambda unit: unit.short, 140),
            Column("group", "分组", lambda unit: self.snapshot.group_name(unit.group_id), 180),
            Column("code", "代码", lambda unit: unit.code, 76),
            Column("aliases", "别名", lambda unit: "、".join(unit.aliases), 200),
            Column("active", "状态", lambda unit: "● 在用" if unit.active else "○ 停用", 76),
        )
        super().__init__(session, self._unit_form, columns, _EMPTY)
        self.group = QComboBox()
        self.group.setToolTip("只看一个分组的单位")
        self.group.addItem(_ALL)
        self.group.currentIndexChanged.connect(self._list)
        self.tools.insertWidget(1, self.group)
        self.tool("导入名册", "从 Excel 或 CSV 导入：全称 简称 别名 分组", self._import)
        self._slips: LettersWindow | None = None
        tip = "选中几个就写给几个，只选一个时写给列出的全部；可以打印、存成文件"
        self.tool("报送指导单……", tip, self._open_slips)
        tip = "向选中的单位约稿：到“督办→约稿”写题目、定时限"
        self.tool("约稿通知单……", tip, self._open_calls)
        self._history: HistoryWindow | None = None
        self.tool("沿革……", "更名、并入、撤销，和以前的记录", self._open_history)
        self.tool("新增单位", "新增单位（Ctrl+N）", self.start_new)
        for text, active in (("停用", False), ("启用", True)):
            action = QAction(text, self)
            action.triggered.connect(partial(self.set_active, active=active))
            self.view.extra_actions.append(action)
        self._unit_form.delete_button.clicked.connect(self._delete)
        self.filter.textChanged.connect(self._say_why_empty)

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Unit]:
        return snapshot.units

    @override
    def blank(self) -> Unit:
        stored = self._stored()
        return Unit("", "", stored.group_id if stored else self._listed_group())

    @override
    def keep(self, record: Unit) -> Unit:
        return registering.save_unit(self.session.store, record, by=self.session.by())

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        chosen = self.group.currentText()
        self.group.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.group.clear()
        self.group.addItems([_ALL, *(group.name for group in snapshot.groups)])
        self.group.setCurrentIndex(max(0, self.group.findText(chosen)))
        self.group.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._unit_form.show_groups(snapshot.groups)
        super().show_snapshot(snapshot)
        self._list()

    def set_active(self, *, active: bool) -> None:
        """Put the selected units out of use or back into it."""
        rows = [self.model.row(number) for number in self.view.selected()]
        ids = [unit.id for unit in rows if unit.active is not active]
        if not ids:
            return
        store, by = self.session.store, self.session.by
        self.session.do(
            lambda: registering.set_active(store, ids, active=active, by=by()),
            *self.topics,
            note=f"已{'启用' if active else '停用'} {len(ids)} 个单位",
            undo=Undo(
                lambda: registering.set_active(store, ids, active=not active, by=by()),
                f"已恢复 {len(ids)} 个单位原来的状态",
            ),
            failed=self.fail,
        )

    def _open_history(self) -> None:
        """Open the history of the unit chosen."""
        numbers = self.view.selected()
        if not numbers:
            self.session.messages.note("请先选中一个单位")
            return
        if self._history is None:
            self._history = HistoryWindow(self.session, self)
        self._history.open_for(self.model.row(numbers[0]), self.snapshot.units)

    def _listed_group(self) -> int:
        at = self.group.currentIndex() - 1
        return self.snapshot.groups[at].id if at >= 0 else 0

    def _list(self) -> None:
        group_id = self._listed_group()
        units = self.snapshot.units
        self.model.set_rows([unit for unit in units if group_id in (0, unit.group_id)])
        self._choose(self._shown)
        self._say_why_empty()

    def _say_why_empty(self) -> None:
        self.view.empty = _NO_MATCH if self.snapshot.units else _EMPTY
        self.view.viewport().update()

    def _import(self) -> None:
        import_table(self, self.session, "选择单位名册", self._take, self.report)

    def _take(self, path: Path) -> Imported:
        from desk.importing.units import import_units  # noqa: PLC0415 - heavy, loaded on use

        by = self.session.by()
        return import_units(self.session.store, path, who=by.who, now=by.now)

    def _open_slips(self) -> None:
        """Write this month's slips to the units selected, or to all listed."""
        from ui.letters.window import (  # noqa: PLC0415 - brings the printing, loaded on use
            LettersWindow,
        )

        chosen = [self.model.row(number) for number in self.view.selected()]
        units = chosen if len(chosen) > 1 else self.model.rows
        self._slips = self._slips or LettersWindow(self.session, self)
        today = self.session.today()
        self._slips.open_for_month(today, [unit.id for unit in units if unit.active])

    def _open_calls(self) -> None:
        """Ask the units selected for a topic."""
        chosen = [self.model.row(number) for number in self.view.selected()]
        if not chosen:
            self.session.messages.note("请先在列表里选要约稿的单位")
            return
        wanted = tuple(unit.id for unit in chosen if unit.active)
        self.session.go("tasks", NoticeWish(unit_ids=wanted))

    def _delete(self) -> None:
        unit = self._stored()
        if unit is None:
            return
        deleted: list[registering.DeletedUnit] = []
        store, by = self.session.store, self.session.by
        self.session.do(
            lambda: deleted.append(registering.delete_unit(store, unit.id, by=by())),
            *self.topics,
            note=f"已删除单位“{unit.short}”",
            undo=Undo(
                lambda: registering.restore_unit(store, deleted[0], by=by()),
                f"已恢复单位“{unit.short}”",
            ),
            done=lambda _nothing: self.forget(),
            failed=self.fail,
        )
