"""机构沿革: give a unit a new name, merge it into another, close it; and what was done before."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from desk import reorganising
from desk.reorganising import Reorganised
from desk.units import Unit, UnitChange, UnitStep
from ui import style
from ui.day_edit import DayEdit
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (640, 440)
_STEPS = (UnitStep.RENAMED, UnitStep.MERGED, UnitStep.CLOSED)


class HistoryWindow(FormWindow):
    """One unit; Ctrl+Enter does what is filled in, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "机构沿革", "quotas")
        self._units: dict[int, Unit] = {}
        self._unit: Unit | None = None
        self.who = QLabel()
        self.who.setObjectName("sectionTitle")
        self.step = QComboBox()
        self.step.addItems([one.value for one in _STEPS])
        self.name, self.short = QLineEdit(), QLineEdit()
        self.into = QComboBox()
        self.day = DayEdit()
        self.model: MemoryModel[UnitChange] = MemoryModel(self._columns())
        self.view = ListView(session, self.model, "机构沿革", empty="还没有沿革记录")
        self._form = QFormLayout()
        self._lay_out()

    def open_for(self, unit: Unit, units: Sequence[Unit]) -> None:
        """Begin with a unit; ``units`` are all there are."""
        self._units = {one.id: one for one in units}
        self._unit = unit
        self.who.setText(unit.name)
        self.name.setText(unit.name)
        self.short.setText(unit.short)
        self.into.clear()
        for one in units:
            if one.active and one.id != unit.id:
                self.into.addItem(one.name, one.id)
        today = self.session.today()
        self.day.show_day(today)
        self.tell("")
        self._read()
        self.come_up(self.step)

    def do(self) -> None:
        """Do what is filled in."""
        unit = self._unit
        if unit is None:
            return
        day = self.day.day
        step = _STEPS[self.step.currentIndex()]
        store, by, done = self.session.store, self.session.by, list[Reorganised]()
        name, short, into = self.name.text(), self.short.text(), self.into.currentData()

        def act() -> None:
            if step is UnitStep.RENAMED:
                done.append(reorganising.rename(store, unit.id, name, short, day, by=by()))
            elif step is UnitStep.MERGED:
                done.append(reorganising.merge(store, [unit.id], int(into), day, by=by()))
            else:
                done.append(reorganising.close(store, unit.id, day, by=by()))

        if step is UnitStep.MERGED and into is None:
            self.tell("没有可以并入的单位。请先新增单位。")
            return
        self.tell("")
        self.session.do(
            act,
            Topic.REGISTRY,
            Topic.SCORES,
            note=f"“{unit.short}”已{step}",
            undo=Undo(
                lambda: reorganising.take_back(store, done[0], by=by()),
                f"已撤回“{unit.short}”的{step}",
            ),
            done=lambda _: self._read(),
            failed=self.fail,
        )

    def _read(self) -> None:
        if self._unit is not None:
            store, unit_id = self.session.store, self._unit.id
            self.session.look(partial(reorganising.history, store, unit_id), self.model.set_rows)

    def _show_step(self) -> None:
        step = _STEPS[self.step.currentIndex()]
        for row, shown in ((self.name, UnitStep.RENAMED), (self.short, UnitStep.RENAMED)):
            self._form.setRowVisible(row, step is shown)
        self._form.setRowVisible(self.into, step is UnitStep.MERGED)

    def _columns(self) -> tuple[Column[UnitChange], ...]:
        def told(row: UnitChange) -> str:
            into = self._units.get(row.into_id or 0)
            return f"{row.former} 并入 {into.name}" if into else row.former

        return (
            Column("day", "日期", lambda row: f"{row.day:%Y-%m-%d}", 100),
            Column("step", "沿革", lambda row: row.step.value, 72),
            Column("told", "原名称", told, 360, stretch=True),
        )

    def _lay_out(self) -> None:
        for words, field in (
            ("做什么", self.step),
            ("新的全称", self.name),
            ("新的简称", self.short),
            ("并入哪个单位", self.into),
            ("从哪天起", self.day),
        ):
            self._form.addRow(words, field)
        self._form.setSpacing(style.GAP)
        self.step.currentIndexChanged.connect(lambda _at: self._show_step())
        self._show_step()
        act = self.deed("确定", "照上面填的做（Ctrl+Enter）；做了可以撤销", self.do)
        column = self.content
        column.addWidget(self.who)
        column.addLayout(self._form)
        column.addLayout(self.foot(act))
        column.addWidget(self.view, 1)
