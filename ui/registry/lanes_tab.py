"""审签流程: what desks drafts pass on their way to print, and what they must have before."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from desk import laning
from desk.approvals import Condition, Lane, Stage
from desk.drafts import Kind
from ui import style
from ui.lists.column import Column
from ui.registry.record_tab import RecordTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.registry.stages_edit import StagesEdit
from ui.session import Session, Topic

_EMPTY = "还没有审签流程\n\n按 Ctrl+N 新增，例如“下发：信息科审核”“上报：信息科审核 → 主任审签”"


class LaneForm(SideForm[Lane]):
    """Stages, conditions, and the kinds for which the lane is proposed."""

    def __init__(self) -> None:
        super().__init__()
        self._lane = Lane("", ())
        self.name = QLineEdit(placeholderText="例如：上报")
        self.stages = StagesEdit()
        self.conditions = {one: QCheckBox(one.value) for one in Condition}
        self.kinds = {one: QCheckBox(one.value) for one in Kind}
        self.at_once = QCheckBox("送审即办结（一键办结，适合本科室自行把关的简单信息）")
        self.active = QCheckBox("在用")
        self.add("name", "名称", self.name)
        self.add("stages", "环节", self.stages, 1)
        self.add("conditions", "送审前要做到", _ticks(self.conditions.values(), 1))
        self.add("kinds", "这几类信息默认走它", _ticks(self.kinds.values(), 4))
        self.inputs.addWidget(self.at_once)
        self.add("is_active", "状态", self.active)
        self.up = self.action("上移", "往前排一位（Alt+Up）")
        self.down = self.action("下移", "往后排一位（Alt+Down）")
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")

    @override
    def fill(self, record: Lane) -> None:
        self._lane = record
        self.name.setText(record.name)
        self.stages.show_stages(record.stages)
        for condition, box in self.conditions.items():
            box.setChecked(condition in record.conditions)
        for kind, tick in self.kinds.items():
            tick.setChecked(kind in record.kinds)
        self.at_once.setChecked(record.at_once)
        self.active.setChecked(record.is_active)
        for button in (self.up, self.down):
            button.setVisible(bool(record.id))

    @override
    def value(self) -> Lane:
        return replace(
            self._lane,
            name=self.name.text().strip(),
            stages=self.stages.stages(),
            conditions=frozenset(one for one, box in self.conditions.items() if box.isChecked()),
            kinds=frozenset(one for one, box in self.kinds.items() if box.isChecked()),
            at_once=self.at_once.isChecked(),
            is_active=self.active.isChecked(),
        )


class LanesTab(RecordTab[Lane]):
    """Lanes in the order their digits have when a draft is sent."""

    noun = "审签流程"
    topics = (Topic.REGISTRY, Topic.DRAFTS)

    def __init__(self, session: Session) -> None:
        self._lane_form = LaneForm()
        columns: tuple[Column[Lane], ...] = (
            Column("name", "名称", lambda row: row.name, 90),
            Column("stages", "环节", _route, 260, stretch=True, tip=_route),
            Column("conditions", "送审前要做到", _asked, 160, tip=_asked),
            Column("kinds", "默认走它的", lambda row: "、".join(sorted(row.kinds)), 130),
            Column("active", "状态", lambda row: "● 在用" if row.is_active else "○ 停用", 76),
        )
        super().__init__(session, self._lane_form, columns, _EMPTY)
        self.tool("新增流程", "新增审签流程（Ctrl+N）", self.start_new)
        self._lane_form.up.clicked.connect(partial(self._move, -1))
        self._lane_form.down.clicked.connect(partial(self._move, 1))

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Lane]:
        return snapshot.lanes

    @override
    def blank(self) -> Lane:
        return Lane("", (Stage("信息科审核", hours=4),))

    @override
    def keep(self, record: Lane) -> Lane:
        return laning.save_lane(self.session.store, record, by=self.session.by())

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._lane_form.stages.offer([one.name for one in snapshot.people if one.is_active])
        super().show_snapshot(snapshot)

    def _move(self, by: int) -> None:
        self.reorder([one.id for one in self.snapshot.lanes], by, self._order)

    def _order(self, ids: list[int]) -> None:
        laning.order_lanes(self.session.store, ids, by=self.session.by())


def _ticks(boxes: Iterable[QCheckBox], columns: int) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(style.GAP)
    for place, box in enumerate(boxes):
        grid.addWidget(box, place // columns, place % columns)
    return held


def _route(lane: Lane) -> str:
    told = []
    for stage in lane.stages:
        signer = f" {stage.signer}" if stage.signer else ""
        told.append(f"{stage.name}{signer}{'（必要时）' if stage.only_if_asked else ''}")
    return " → ".join(told) + ("，送审即办结" if lane.at_once else "")


def _asked(lane: Lane) -> str:
    return "；".join(one for one in Condition if one in lane.conditions) or "不作要求"
