"""目标任务: what each unit is to reach in a year, typed straight into the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk import registering
from desk.errors import DeskError, FieldError
from desk.importing import values
from desk.importing.outcome import Imported
from desk.layout.forms import Form, form_docx, form_pdf
from desk.office_clock import office_time
from desk.quota_words import change_lines, sub_lines
from desk.reports.task_notice import task_notice
from desk.scoring.figures import printed
from desk.units import Quota, Unit
from ui import style
from ui.dialogs import save_path
from ui.keys import bind
from ui.leaving import keep_file
from ui.lists.column import Column
from ui.lists.filter_field import FilterField
from ui.lists.list_view import ListView
from ui.paper_window import PaperWindow
from ui.registry.cells import CellsModel, make_typable
from ui.registry.quota_window import QuotaWindow
from ui.registry.report import Report
from ui.registry.snapshot import Snapshot
from ui.registry.table_import import import_table
from ui.session import Session, Topic, Undo

_EMPTY = "还没有单位\n\n请先到“单位”里导入名册，再在这里下达目标"


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """A unit with its quota of the year, if it has one."""

    unit: Unit
    group: str
    quota: Quota | None


class QuotasTab(QWidget):
    """One year at a time; every cell is kept as soon as it is typed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.snapshot = Snapshot()
        columns: tuple[Column[QuotaRow], ...] = (
            Column("group", "分组", lambda row: row.group, 220),
            Column("unit", "单位", lambda row: row.unit.name, 320, stretch=True),
            Column("points", "目标分", _points_text, 120, right=True, sort=_points),
            Column("items", "目标条数", _items_text, 120, right=True, sort=_items),
            Column("more", "其中、调整、免考核", _more, 240, tip=_more),
        )
        self.model: CellsModel[QuotaRow] = CellsModel(columns, ("points", "items"), self._on_typed)
        self.view = ListView(session, self.model, "目标任务", empty=_EMPTY)
        make_typable(self.view)
        self.error, self.total, self.report = QLabel(), QLabel(), Report()
        self.details = QuotaWindow(session, self, self._save)
        self.paper = PaperWindow(session, self)
        self.error.setObjectName("fieldError")
        self.total.setObjectName("muted")
        self._lay_out()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """List the units with the year's quotas."""
        self.snapshot = snapshot
        self._show_year()

    def save_typed(self) -> None:
        """Do nothing: every cell is kept when it is typed."""

    def _show_year(self) -> None:
        year = self.year.value()
        with self.session.store.read() as work:
            quotas = {quota.unit_id: quota for quota in work.registry.quotas(year)}
        rows = [
            QuotaRow(unit, self.snapshot.group_name(unit.group_id), quotas.get(unit.id))
            for unit in self.snapshot.units
            if unit.active or unit.id in quotas
        ]
        if rows != self.model.all_rows:  # what was just typed is there already
            place = self.view.currentIndex()
            row, column = place.row(), place.column()
            self.model.set_rows(rows)
            self.view.setCurrentIndex(self.model.index(row, column))
        self._show_total(rows)

    def _show_total(self, rows: Sequence[QuotaRow]) -> None:
        held = [row.quota for row in rows if row.quota]
        points = printed(sum((quota.points for quota in held), Decimal()))
        items = sum(quota.items for quota in held)
        missing = len(rows) - len(held)
        said = f"合计　{len(held)} 个单位　目标分 {points}　目标条数 {items}"
        self.total.setText(said + (f"　{missing} 个单位还没有下达" if missing else ""))

    def _on_typed(self, row: QuotaRow, key: str, text: str) -> None:
        try:
            wanted = _typed(row, self.year.value(), key, text)
        except FieldError as error:
            self._fail(error)
            return
        self.error.hide()
        if wanted != row.quota:
            self.model.change(row, replace(row, quota=wanted))
            self._save({row.unit.id: wanted}, f"已下达“{row.unit.short}”的目标")

    def _save(self, quotas: dict[int, Quota | None], said: str) -> None:
        year = self.year.value()
        before: dict[int, Quota | None] = {}
        store, by = self.session.store, self.session.by

        def save() -> None:
            before.update(registering.save_quotas(store, year, quotas, by=by()))

        self._do(save, said, before)

    def _copy_last_year(self) -> None:
        year = self.year.value()
        before: dict[int, Quota | None] = {}
        store, by = self.session.store, self.session.by

        def copy() -> None:
            before.update(registering.copy_quotas(store, year, by=by()))

        self._do(copy, f"已沿用 {year - 1} 年的目标，可以在表里改", before)

    def _do(self, save: Callable[[], None], said: str, before: dict[int, Quota | None]) -> None:
        year = self.year.value()
        store, by = self.session.store, self.session.by
        self.session.do(
            save,
            Topic.REGISTRY,
            Topic.SCORES,
            note=said,
            undo=Undo(
                lambda: registering.save_quotas(store, year, before, by=by()),
                f"已恢复 {year} 年原来的目标",
            ),
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.error.setText(str(error))
            self.error.show()
            self._show_year()
        else:
            self.session.fail(error)

    def open_details(self) -> None:
        """Open what is asked of the chosen units beyond points and items (Ctrl+D)."""
        rows = [self.model.row(number) for number in self.view.selected()]
        if not rows:
            self.session.messages.note("请先选中单位，可以用 Ctrl、Shift 选几个")
            return
        held = {row.unit.id: row.quota for row in rows}
        self.details.open_for(self.year.value(), [row.unit for row in rows], held)

    def _notice(self) -> Form | None:
        quotas = {row.unit.id: row.quota for row in self.model.all_rows if row.quota}
        if not quotas:
            self.session.messages.note("这一年还没有下达目标，先在表里填写")
            return None
        day = self.session.today()
        office, snapshot = self.session.settings.office, self.snapshot
        return task_notice(office, self.year.value(), snapshot.units, snapshot.groups, quotas, day)

    def show_notice(self) -> None:
        """Show the notice of the year's tasks, ready to print."""
        if form := self._notice():
            self.paper.show_pdf(form.title, form_pdf([form]))

    def save_notice(self) -> None:
        """Keep the notice as a Word file, to be changed there."""
        form = self._notice()
        path = save_path(self, form.title, ".docx", "Word 文档") if form else None
        if form and path:
            self.session.do(
                lambda: keep_file(self.session, path, form_docx(form)), note=f"已存为 {path.name}"
            )

    def _import(self) -> None:
        import_table(self, self.session, "选择目标任务表", self._take, self.report)

    def _take(self, path: Path) -> Imported:
        from desk.importing.quotas import import_quotas  # noqa: PLC0415 - heavy, loaded on use

        by = self.session.by()
        return import_quotas(self.session.store, path, who=by.who, now=by.now)

    def _make_tools(self) -> QHBoxLayout:
        look = style.Look(self.session.settings.scale)
        self.filter = FilterField(self.model, look)
        self.year = QSpinBox()
        self.year.setRange(2000, 2099)
        self.year.setSuffix(" 年")
        self.year.setToolTip("哪一年的目标")
        self.year.setValue(office_time(self.session.clock()).year)
        self.year.valueChanged.connect(self._show_year)
        tools = QHBoxLayout()
        tools.setSpacing(style.GAP)
        tools.addWidget(self.year)
        tools.addWidget(self.filter)
        tools.addStretch(1)
        for text, tip, slot in (
            ("详情……", "选中单位的子项、人数、年中调整、免考核（Ctrl+D）", self.open_details),
            ("任务通知", "目标任务通知，预览和打印", self.show_notice),
            ("通知存为 Word", "目标任务通知，存成 Word 再改", self.save_notice),
            ("沿用上年", "没有下达目标的单位，用上一年的", self._copy_last_year),
            ("导入目标", "从 Excel 或 CSV 导入：年度 单位 分组 目标分 目标条数", self._import),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(slot)
            tools.addWidget(button)
        return tools

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(self._make_tools())
        column.addWidget(self.view, 3)
        column.addWidget(self.report, 1)
        foot = QHBoxLayout()
        foot.setSpacing(3 * style.GAP)
        foot.addWidget(self.total)
        foot.addStretch(1)
        foot.addWidget(self.error)
        self.error.hide()
        column.addLayout(foot)
        hint = QLabel("选中格子直接输入，回车保存；清空表示取消目标")
        hint.setObjectName("muted")
        foot.insertWidget(1, hint)
        bind(self, "Ctrl+F", self.filter.setFocus)
        bind(self, "Ctrl+D", self.open_details)


def _typed(row: QuotaRow, year: int, key: str, text: str) -> Quota | None:
    """The quota a cell's text makes; both cells empty take it away. Raises FieldError."""
    held = row.quota or Quota(year, row.unit.id, Decimal())
    if key == "points":
        if not text.strip():
            return None
        points = values.points(text)
        if points is None:
            raise FieldError("points", f"“{text}”不是分值。请写 0 以上的数，最多两位小数。")
        return replace(held, points=points)
    items = values.count(text) if text.strip() else 0
    if items is None:
        raise FieldError("items", f"“{text}”不是条数。请写整数，例如 20。")
    return None if row.quota is None and not items else replace(held, items=items)


def _more(row: QuotaRow) -> str:
    """Parts, changes and exemption in one line."""
    quota = row.quota
    if quota is None:
        return ""
    parts = [f"免考核：{quota.exempt}"] if quota.exempt else []
    parts += sub_lines(quota.subs).splitlines()
    parts += change_lines(quota.changes).splitlines()
    parts += [f"{quota.staff} 人"] if quota.staff else []
    return "；".join(parts)


def _points(row: QuotaRow) -> Decimal:
    return row.quota.points if row.quota else Decimal(-1)


def _items(row: QuotaRow) -> int:
    return row.quota.items if row.quota else -1


def _points_text(row: QuotaRow) -> str:
    return printed(row.quota.points) if row.quota else ""


def _items_text(row: QuotaRow) -> str:
    return f"{row.quota.items}" if row.quota and row.quota.items else ""
