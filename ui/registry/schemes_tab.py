"""计分办法: points by publication and section, from a day on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from typing_extensions import override

from desk import registering
from desk.errors import FieldError
from desk.importing import values
from desk.scoring.scheme import JointShare, Scheme
from ui import style
from ui.lists.column import Column
from ui.registry.points_grid import PointsGrid
from ui.registry.record_tab import RecordTab
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.session import Session

_EMPTY = "还没有计分办法\n\n先在“刊物与栏目”里登记刊物，再按 Ctrl+N 新增办法、填写分值"
_WARNING = (
    "▲ 这个办法已在执行：改分值会马上改变 {:%Y-%m-%d} 以来的得分。"
    "要从以后某一天起换分值，请按“新增办法”。"
)
_SHARES = tuple(JointShare)


class SchemeForm(SideForm[Scheme]):
    """Name, first day, what joint items give, and the grid of points."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._scheme = Scheme("", date(2000, 1, 1), ())
        self._clock = session.clock
        self.warning = QLabel()
        self.warning.setObjectName("note")
        self.warning.setWordWrap(True)
        self.inputs.addWidget(self.warning)
        self.name = QLineEdit(placeholderText="例如：2026年计分办法")
        self.valid_from = QLineEdit(placeholderText="2026-01-01")
        self.joint = QComboBox()
        self.joint.addItems([share.value for share in _SHARES])
        self.grid = PointsGrid(session)
        self.add("name", "名称", self.name)
        self.add_beside("valid_from", "从哪一天起执行", self.valid_from)
        self.add_beside("joint", "几个单位联合报送的", self.joint)
        self.add("rules", "分值（直接输入，不填表示不计分；综合分不填同单条）", self.grid, 1)
        self.grid.failed.connect(self.show_error)
        self.grid.typed.connect(self.clear_errors)

    @override
    def fill(self, record: Scheme) -> None:
        self._scheme = record
        self.name.setText(record.name)
        self.valid_from.setText(record.valid_from.isoformat())
        self.joint.setCurrentIndex(_SHARES.index(record.joint))
        self.grid.show_rules(record.rules)
        in_force = bool(record.id) and record.valid_from <= self._clock().astimezone().date()
        self.warning.setText(_WARNING.format(record.valid_from) if in_force else "")
        self.warning.setVisible(in_force)

    @override
    def value(self) -> Scheme:
        first = values.day(self.valid_from.text())
        if first is None:
            raise FieldError(
                "valid_from", f"“{self.valid_from.text()}”不是日期。请写成 2026-01-01 这样。"
            )
        return replace(
            self._scheme,
            name=self.name.text().strip(),
            valid_from=first,
            joint=_SHARES[self.joint.currentIndex()],
            rules=self.grid.rules(),
        )


class SchemesTab(RecordTab[Scheme]):
    """Schemes by their first day; a new one begins with the points of the last."""

    noun = "计分办法"

    def __init__(self, session: Session) -> None:
        self._scheme_form = SchemeForm(session)
        columns: tuple[Column[Scheme], ...] = (
            Column("name", "名称", lambda row: row.name, 160, stretch=True),
            Column("valid_from", "执行日期", lambda row: f"{row.valid_from:%Y-%m-%d}", 108),
            Column("joint", "联合报送", lambda row: row.joint.value, 96),
        )
        super().__init__(session, self._scheme_form, columns, _EMPTY)
        self.tool("新增办法", "照最近的办法新增一个，改分值和执行日期（Ctrl+N）", self.start_new)
        self.filter.hide()
        look = style.Look(session.settings.scale)
        self.split.setSizes([look.px(400), look.px(850)])
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 2)

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Scheme]:
        return snapshot.schemes

    @override
    def blank(self) -> Scheme:
        year = self.session.clock().astimezone().year
        last = self.snapshot.schemes[-1] if self.snapshot.schemes else None
        if last is None:
            return Scheme("", date(year, 1, 1), ())
        return replace(last, id=0, name="", valid_from=date(last.valid_from.year + 1, 1, 1))

    @override
    def keep(self, record: Scheme) -> Scheme:
        return registering.save_scheme(self.session.store, record, by=self.session.by())

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        if not self.form.is_changed:
            self._scheme_form.grid.show_publications(snapshot.publications)
        super().show_snapshot(snapshot)
