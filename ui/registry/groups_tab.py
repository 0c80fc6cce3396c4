"""分组: units are ranked inside their group; the order is that of the ranking."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from desk import registering
from desk.units import UnitGroup
from ui.lists.column import Column
from ui.registry.record_tab import RecordTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.session import Session, Undo

_EMPTY = (
    "还没有分组\n\n按 Ctrl+N 新增，例如“乡镇、街道”“县政府工作部门”。导入单位名册时也会自动建立"
)


class GroupForm(SideForm[UnitGroup]):
    """A group has only a name."""

    def __init__(self) -> None:
        super().__init__()
        self._group = UnitGroup("")
        self.name = QLineEdit(placeholderText="例如：乡镇、街道")
        self.add("name", "名称", self.name)
        self.inputs.addStretch(1)
        self.up = self.action("上移", "往前排一位（Alt+Up）")
        self.down = self.action("下移", "往后排一位（Alt+Down）")
        self.delete_button = self.action("删除", "删除没有单位的分组")
        self.delete_button.setObjectName("danger")
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")

    @override
    def fill(self, record: UnitGroup) -> None:
        self._group = record
        self.name.setText(record.name)
        for button in (self.up, self.down, self.delete_button):
            button.setVisible(bool(record.id))

    @override
    def value(self) -> UnitGroup:
        return replace(self._group, name=self.name.text().strip())


class GroupsTab(RecordTab[UnitGroup]):
    """Groups in their order, with how many units belong to each."""

    noun = "分组"

    def __init__(self, session: Session) -> None:
        self._group_form = GroupForm()
        columns: tuple[Column[UnitGroup], ...] = (
            Column("position", "次序", self._place, 64, right=True, sort=lambda row: row.position),
            Column("name", "名称", lambda group: group.name, 320, stretch=True),
            Column("units", "在用单位", self._count_text, 96, right=True, sort=self._count),
        )
        super().__init__(session, self._group_form, columns, _EMPTY)
        self.filter.hide()
        self.tool("新增分组", "新增分组（Ctrl+N）", self.start_new)
        self._group_form.up.clicked.connect(partial(self._move, -1))
        self._group_form.down.clicked.connect(partial(self._move, 1))
        self._group_form.delete_button.clicked.connect(self._delete)

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[UnitGroup]:
        return snapshot.groups

    @override
    def blank(self) -> UnitGroup:
        return UnitGroup("")

    @override
    def keep(self, record: UnitGroup) -> UnitGroup:
        return registering.save_group(self.session.store, record, by=self.session.by())

    def _place(self, group: UnitGroup) -> str:
        return f"{self.snapshot.groups.index(group) + 1}"

    def _count(self, group: UnitGroup) -> int:
        return sum(unit.active and unit.group_id == group.id for unit in self.snapshot.units)

    def _count_text(self, group: UnitGroup) -> str:
        return f"{self._count(group)}"

    def _move(self, by: int) -> None:
        self.reorder([group.id for group in self.snapshot.groups], by, self._order)

    def _order(self, group_ids: list[int]) -> None:
        registering.order_groups(self.session.store, group_ids, by=self.session.by())

    def _delete(self) -> None:
        group = self._stored()
        if group is None:
            return
        store, by = self.session.store, self.session.by
        self.session.do(
            lambda: registering.delete_group(store, group, by=by()),
            *self.topics,
            note=f"已删除分组“{group.name}”",
            undo=Undo(
                lambda: registering.restore_group(store, group, by=by()),
                f"已恢复分组“{group.name}”",
            ),
            done=lambda _nothing: self.forget(),
            failed=self.fail,
        )
