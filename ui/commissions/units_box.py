"""Choose the units of a notice: groups by tick, single ones by initials, all but some."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.commissions.choosing import Choice, Material, choice_of
from desk.errors import FieldError
from desk.units import Unit
from ui import style
from ui.flow_layout import FlowLayout
from ui.unit_edit import UnitEdit

_EXEMPT = "（免考核）"


class UnitsBox(QWidget):
    """Says at every moment how many units are chosen, and which.

    Signals:
        changed(): others are chosen now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._units: Sequence[Unit] = ()
        self._exempt: frozenset[int] = frozenset()
        self._last: Sequence[int] = ()
        self.every = QCheckBox("全部单位")
        self.every.setToolTip("勾选、取消所有分组（Alt+A）")
        self.groups: dict[int, QCheckBox] = {}
        self.singles, self.but = UnitEdit(), UnitEdit()
        self.but.setPlaceholderText("不发给哪几家，没有就空着")
        self.former = QPushButton("上次的单位")
        self.former.setToolTip("照上一份约稿选单位（Alt+L）")
        self.count = QLabel("还没有选单位")
        self.count.setObjectName("sectionTitle")
        self.names = QLabel(wordWrap=True)
        self.names.setObjectName("muted")
        self._ticks = FlowLayout(2 * style.GAP)
        self._lay_out()
        self.every.clicked.connect(lambda on: self.tick_all(on=on))
        self.former.clicked.connect(self.choose_former)
        for field in (self.singles, self.but):
            field.textChanged.connect(lambda _text: self._on_changed())

    def show_material(self, material: Material) -> None:
        """Know the units and groups there are."""
        self._units, self._exempt = material.units, material.exempt
        self._last = material.last.unit_ids if material.last else ()
        self.former.setEnabled(bool(self._last))
        for field in (self.singles, self.but):
            field.show_units(one for one in material.units if one.active)
        for tick in self.groups.values():
            self._ticks.removeWidget(tick)
            tick.deleteLater()
        self.groups = {}
        for group in material.groups:
            size = sum(one.active and one.group_id == group.id for one in material.units)
            if size:
                tick = QCheckBox(f"{group.name}　{size}")
                tick.toggled.connect(lambda _on: self._on_changed())
                self._ticks.addWidget(tick)
                self.groups[group.id] = tick
        self._order_tabs()

    def choose(self, unit_ids: Iterable[int]) -> None:
        """Choose these units."""
        choice = choice_of(set(unit_ids), self._units)
        for group_id, tick in self.groups.items():
            tick.setChecked(group_id in choice.group_ids)
        self.singles.show_ids(choice.singles)
        self.but.clear()
        self._on_changed()

    def choose_former(self) -> None:
        """Choose those that were asked last."""
        self.choose(self._last)

    def tick_all(self, *, on: bool | None = None) -> None:
        """Tick all groups, or none where all are ticked."""
        wanted = not self._is_all() if on is None else on
        for tick in self.groups.values():
            tick.setChecked(wanted)
        self.every.setChecked(wanted)

    def chosen(self) -> list[Unit]:
        """The units chosen; raises FieldError on a name nobody has."""
        ticked = frozenset(one for one, tick in self.groups.items() if tick.isChecked())
        choice = Choice(ticked, self.singles.unit_ids(), self.but.unit_ids())
        return choice.units(self._units)

    def _is_all(self) -> bool:
        return bool(self.groups) and all(one.isChecked() for one in self.groups.values())

    def _on_changed(self) -> None:
        try:
            units = self.chosen()
        except FieldError:  # a name half typed
            return
        self.every.setChecked(self._is_all())
        exempt = [one for one in units if one.id in self._exempt]
        marked = f"，其中 {len(exempt)} 家免考核" if exempt else ""
        self.count.setText(f"共 {len(units)} 家{marked}" if units else "还没有选单位")
        self.names.setText("、".join(self._named(one) for one in units))
        self.changed.emit()

    def _named(self, unit: Unit) -> str:
        return f"{unit.short}{_EXEMPT}" if unit.id in self._exempt else unit.short

    def _order_tabs(self) -> None:
        order = [self.every, *self.groups.values(), self.singles, self.but, self.former]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.every)
        head.addStretch(1)
        head.addWidget(self.former)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(head)
        column.addLayout(self._ticks)
        for words, field in (("另加", self.singles), ("除了", self.but)):
            row = QHBoxLayout()
            row.addWidget(QLabel(words))
            row.addWidget(field, 1)
            column.addLayout(row)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, style.GAP, 0)
        inside.addWidget(self.names)
        inside.addStretch(1)
        area.setWidget(inner)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        column.addWidget(self.count)
        column.addWidget(area, 1)
