"""来稿情况: what each unit sent in some days, what became of it, and why."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.drafts import Status
from desk.quality import Quality, quality
from desk.reasons import Reason
from desk.surveys.unit_quality import UnitQuality
from ui import style
from ui.buttons import push_button
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.filter_field import FilterField
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.period_picker import PeriodPicker
from ui.registry.snapshot import Snapshot
from ui.session import Session

if TYPE_CHECKING:
    from ui.letters.window import LettersWindow

_EMPTY = "还没有单位\n\n先在“单位”里导入名册；收稿以后，这里按单位统计采用、退稿和理由"
_ALL = "全部分组"
_CHIEF = 2  # reasons named in a row


class QualityTab(QWidget):
    """Figures by unit; a unit's letter with every item is one key away."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.snapshot = Snapshot()
        self._found: Quality | None = None
        self._asked = 0
        self._window: LettersWindow | None = None
        self.group = QComboBox()
        self.period = PeriodPicker(session.today(), compact=True)
        self.model: MemoryModel[UnitQuality] = MemoryModel(self._columns({}))
        self.view = ListView(session, self.model, "来稿情况", empty=_EMPTY)
        self.filter = FilterField(self.model, style.Look(session.settings.scale))
        self.summary, self.detail = QLabel(), QLabel()
        self.detail.setObjectName("muted")
        self.detail.setWordWrap(True)
        self.letter_button = push_button("反馈……", "写给这个单位的反馈，列出每一篇和理由（Enter）")
        self.slips_button = push_button(
            "指导单……", "给列出的每个单位写这个月的报送指导单，可以打印、存成文件（Ctrl+T）"
        )
        self.export_button = push_button("导出 Excel", "把这张表导出为 Excel（Ctrl+E）")
        self._lay_out()
        self._connect()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the registry's groups, and count anew."""
        self.snapshot = snapshot
        chosen = self.group.currentText()
        self.group.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.group.clear()
        self.group.addItems([_ALL, *(group.name for group in snapshot.groups)])
        self.group.setCurrentIndex(max(0, self.group.findText(chosen)))
        self.group.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        if self.isVisible():
            self.count()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Count anew: drafts come in and are decided on while other tabs are shown."""
        super().showEvent(event)
        self.count()

    def save_typed(self) -> None:
        """Nothing is typed here."""

    def count(self) -> None:
        """Count what came in the days chosen."""
        self._asked += 1
        asked, store, (first, last) = self._asked, self.session.store, self.period.days()
        self.session.look(
            lambda: quality(store, first, last), lambda found: self._on_counted(asked, found)
        )

    def _on_counted(self, asked: int, found: Quality) -> None:
        if asked == self._asked:
            self._found = found
            self.model.set_columns(self._columns(found.reasons))
            self._list()

    def _list(self) -> None:
        if self._found is None:
            return
        at = self.group.currentIndex() - 1
        wanted = self.snapshot.groups[at].id if at >= 0 else 0
        rows = [one for one in self._found.units if wanted in (0, one.unit.group_id)]
        shown = self._current()
        self.model.set_rows(rows)
        self.summary.setText(_summary(rows))
        again = [at for at, row in enumerate(self.model.rows) if shown and row.unit == shown.unit]
        if self.model.rows:
            self.view.choose(again[0] if again else 0)

    def _current(self) -> UnitQuality | None:
        number = self.view.currentIndex().row()
        return self.model.row(number) if 0 <= number < self.model.rowCount() else None

    def _show_detail(self, _number: object = None) -> None:
        """Say all reasons of the unit shown."""
        shown = self._current()
        self.letter_button.setEnabled(shown is not None)
        if shown is None or self._found is None:
            self.detail.setText("")
            return
        reasons = "、".join(
            f"{_reason(self._found.reasons, code)} {times} 篇"
            for code, times in shown.by_reason.items()
        )
        self.detail.setText(f"{shown.unit.name}　{reasons or '没有登记退稿、不采用的理由'}")

    def _open_letter(self, _number: object = None) -> None:
        from ui.letters.window import (  # noqa: PLC0415 - brings the printing, loaded on use
            LettersWindow,
        )

        shown = self._current()
        if shown:
            self._window = self._window or LettersWindow(self.session, self)
            self._window.open_for_unit(shown.unit.id, *self.period.days())

    def open_slips(self) -> None:
        """Write the slips of the month in which the days chosen end to the units listed."""
        from ui.letters.window import (  # noqa: PLC0415 - brings the printing, loaded on use
            LettersWindow,
        )

        self._window = self._window or LettersWindow(self.session, self)
        listed = [row.unit.id for row in self.model.rows if row.unit.active]
        today = self.session.today()
        self._window.open_for_month(min(self.period.days()[1], today), listed or None)

    def _columns(self, reasons: Mapping[str, Reason]) -> tuple[Column[UnitQuality], ...]:
        def chief(row: UnitQuality) -> str:
            named = list(row.by_reason.items())[:_CHIEF]
            return "、".join(f"{_reason(reasons, code)} {times}" for code, times in named)

        return (
            Column("unit", "单位", lambda row: row.unit.short, 140),
            _figure("received", "报送", lambda row: row.received),
            _figure("adopted", "采用", lambda row: row.adopted),
            Column(
                "rate",
                "采用率",
                lambda row: _percent(row.adoption_rate),
                76,
                right=True,
                sort=lambda row: row.adoption_rate or Fraction(0),
            ),
            _of_status("并入", Status.MERGED),
            _of_status("退稿", Status.RETURNED),
            _of_status("不采用", Status.REJECTED),
            _of_status("存查", Status.FILED),
            _figure("waiting", "在办", lambda row: row.waiting),
            _figure("late", "超时报送", lambda row: row.late, 84),
            _figure("alike", "重复", lambda row: row.alike),
            Column("chief", "主要理由", chief, 240, stretch=True, tip=chief),
        )

    def _connect(self) -> None:
        self.period.changed.connect(self.count)
        self.group.currentIndexChanged.connect(lambda _at: self._list())
        self.view.chosen.connect(self._show_detail)
        self.view.opened.connect(self._open_letter)
        self.model.modelReset.connect(self._show_detail)
        letter = QAction("反馈……", self)
        letter.triggered.connect(self._open_letter)
        self.view.extra_actions.append(letter)
        self.letter_button.clicked.connect(self._open_letter)
        self.slips_button.clicked.connect(self.open_slips)
        bind(self, "Ctrl+T", self.open_slips)
        self.export_button.clicked.connect(self.view.export)
        bind(self, "Ctrl+E", self.view.export)
        bind(self, "Ctrl+F", self.filter.setFocus)
        bind(self, "F5", self.count)
        self.period.bind_keys(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        self.group.setToolTip("只看一个分组的单位")
        for widget in (self.filter, self.group, self.period):
            row.addWidget(widget)
        row.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        head.addWidget(self.summary, 1)
        head.addWidget(self.slips_button)
        head.addWidget(self.letter_button)
        head.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(row)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.detail)


def _figure(
    key: str, title: str, number: Callable[[UnitQuality], int], width: int = 64
) -> Column[UnitQuality]:
    """A whole number, nothing where it is 0."""
    return Column(key, title, lambda row: f"{number(row) or ''}", width, right=True, sort=number)


def _of_status(title: str, status: Status) -> Column[UnitQuality]:
    return _figure(status.name.lower(), title, lambda row: row.by_status.get(status, 0))


def _percent(rate: Fraction | None) -> str:
    return "" if rate is None else f"{float(rate):.1%}"


def _reason(reasons: Mapping[str, Reason], code: str) -> str:
    found = reasons.get(code)
    return found.text if found else code


def _summary(rows: list[UnitQuality]) -> str:
    received, adopted = sum(row.received for row in rows), sum(row.adopted for row in rows)
    silent = sum(not row.received for row in rows)
    late = sum(row.late for row in rows)
    return (
        f"{len(rows)} 个单位，报送 {received} 篇次，采用 {adopted} 篇次，"
        f"超时报送 {late} 篇次；{silent} 个单位没有报送"
    )
