"""时限与日历: how long each kind stays fresh, and which days count."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk import listing
from desk.calendar import SpecialDay, by_day, is_known, known_until
from desk.errors import DeskError
from desk.reports.stat_workbook import TableSheet, stat_workbook
from desk.timeliness import days_off
from ui import style
from ui.buttons import push_button
from ui.dialogs import save_path
from ui.icons import icon
from ui.keys import bind
from ui.leaving import keep_file
from ui.manual.context import tell_of
from ui.registry.limits_form import LimitsForm
from ui.registry.plan_window import PlanWindow
from ui.registry.snapshot import Snapshot
from ui.registry.year_view import YearView, words_of
from ui.session import Session, Topic, Undo

_LEGEND = "灰底 休息　　班 周末上班　　休 工作日放假　　蓝框 本单位设定"
_ANNOUNCED = 11  # the month in which the next year's days off are usually announced
_BEYOND = (
    "▲ 放假安排只登记到 {0} 年，{1} 年按周一至周五上班计算。通知公布后，点“录入放假安排…”粘贴进来。"
)


class CalendarTab(QWidget):
    """Limits at the left, a year at the right with what the office decides of a day below."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        tell_of(self, "clocks")
        self.session = session
        look = style.Look(session.settings.scale)
        self._specials = by_day(())
        self.limits = LimitsForm(session)
        self.view = YearView(session.today(), look)
        self.year, self.said, self.note = QLabel(), QLabel(), QLabel()
        self.year.setObjectName("sectionTitle")
        self.note.setObjectName("note")
        self.note.setWordWrap(True)
        self.name = QLineEdit(placeholderText="名称，例如：县庆放假")
        self.name.setToolTip("这一天的名称，可以不填")
        self.works_button = push_button("上班", "这一天本单位上班（Alt+W）")
        self.rests_button = push_button("休息", "这一天本单位休息（Alt+X）")
        self.undo_button = push_button("按国家安排", "取消本单位的设定（Alt+G）")
        self.enter_button = push_button("录入放假安排…", "粘贴放假通知，一次登记一年（Alt+L）")
        self.export_button = push_button("导出", "把本单位登记的这一年的日子存成表格")
        self.plan: PlanWindow | None = None
        self._lay_out(look)
        self._connect()
        self._show_day()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show limits and days as they are stored."""
        self._specials = by_day(snapshot.special_days)
        self.limits.show_snapshot(snapshot)
        self.view.show_specials(self._specials)
        self._show_day()

    def save_typed(self) -> None:
        """Keep a limit that is still being typed."""
        self.limits.save_typed()

    def _on_chosen(self, day: date) -> None:
        cell = self.view.cell(day)
        self.area.ensureVisible(cell.center().x(), cell.center().y())
        self._show_day()

    def _show_day(self) -> None:
        day = self.view.day
        special = self._specials.get(day)
        self.year.setText(f"{day.year}年")
        self.said.setText(words_of(day, self._specials))
        self.name.setText(special.name if special else "")
        self.undo_button.setEnabled(special is not None)
        missing = self._missing()
        self.note.setText(_BEYOND.format(max(self._known_years()), missing))
        self.note.setVisible(missing is not None)

    def _missing(self) -> int | None:
        """The year on view where its days off are not known; from November on the next one too."""
        today, shown = self.session.today(), self.view.day.year
        years = [shown, shown + 1] if shown == today.year and today.month >= _ANNOUNCED else [shown]
        return next((one for one in years if not is_known(one, self._specials)), None)

    def _known_years(self) -> set[int]:
        """The last year shipped, and those the office has entered."""
        entered = {day.year for day in self._specials}
        return {known_until().year, *(one for one in entered if is_known(one, self._specials))}

    def _enter(self) -> None:
        """Enter a year's days off: that on view, or the first one that is not known."""
        years = range(self.view.day.year, date.max.year)
        year = next(one for one in years if not is_known(one, self._specials))
        self.plan = self.plan or PlanWindow(self.session, self.window())
        self.plan.open_for(year)

    def _export(self) -> None:
        year, store = self.view.day.year, self.session.store
        if not any(day.year == year for day in self._specials):
            self.session.messages.note(f"本单位没有登记{year}年的日子，不用导出")
            return
        path = save_path(self, f"{year}年放假安排", ".xlsx", "Excel 工作簿")
        if path is None:
            return

        def write() -> None:
            with store.read() as work:
                table = days_off.days_table(work, year)
            keep_file(self.session, path, stat_workbook([TableSheet(f"{year}年", table)]))

        self.session.do(write, note=f"已存为 {path.name}")

    def _set(self, *, is_working: bool) -> None:
        special = SpecialDay(self.view.day, is_working, self.name.text())
        store, by, former = self.session.store, self.session.by, self._specials.get(special.day)
        self._do(
            lambda: listing.save_special_day(store, special, by=by()),
            f"已设定 {special.day:%Y-%m-%d} {'上班' if is_working else '休息'}",
            lambda: (
                listing.save_special_day(store, former, by=by())
                if former
                else listing.delete_special_day(store, special.day, by=by())
            ),
        )

    def _unset(self) -> None:
        former = self._specials.get(self.view.day)
        if former is None:
            return
        store, by = self.session.store, self.session.by
        self._do(
            lambda: listing.delete_special_day(store, former.day, by=by()),
            f"{former.day:%Y-%m-%d} 改按国家安排",
            lambda: listing.save_special_day(store, former, by=by()),
        )

    def _do(self, action: Callable[[], int], note: str, back: Callable[[], int]) -> None:
        self.session.do(
            action,
            Topic.REGISTRY,
            Topic.DRAFTS,
            note=note,
            undo=Undo(back, "已恢复原来的设定"),
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.said.setText(str(error))
            self.name.setFocus()
        else:
            self.session.fail(error)

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_chosen)
        for button, slot, keys in (
            (self.works_button, partial(self._set, is_working=True), "Alt+W"),
            (self.rests_button, partial(self._set, is_working=False), "Alt+X"),
            (self.undo_button, self._unset, "Alt+G"),
            (self.enter_button, self._enter, "Alt+L"),
        ):
            button.clicked.connect(slot)
            bind(self, keys, slot)
        self.export_button.clicked.connect(self._export)

    def _lay_out(self, look: style.Look) -> None:
        self.area = QScrollArea(widgetResizable=True)
        self.area.setObjectName("formScroll")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setObjectName("formInside")
        self.area.setWidget(self.view)
        sheet = QFrame()
        sheet.setObjectName("sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(style.GAP)
        inside.addLayout(self._head())
        inside.addWidget(self.area, 1)
        inside.addWidget(self.said)
        inside.addLayout(self._foot())
        inside.addWidget(self.note)
        split = QSplitter(childrenCollapsible=False)
        split.setHandleWidth(style.GAP)
        split.addWidget(self.limits)
        split.addWidget(sheet)
        split.setSizes([look.px(380), look.px(870)])
        split.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.addWidget(split)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._turning("上一年（PageUp）", -1, "chevron-left"))
        row.addWidget(self.year)
        row.addWidget(self._turning("下一年（PageDown）", 1, "chevron-right"))
        legend = QLabel(_LEGEND)
        legend.setObjectName("muted")
        legend.setWordWrap(True)
        legend.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(legend, 1)
        row.addWidget(self.enter_button)
        row.addWidget(self.export_button)
        return row

    def _turning(self, tip: str, by: int, name: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(icon(name))
        button.setToolTip(tip)
        button.clicked.connect(partial(self.view.turn, by))
        return button

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.name, 1)
        for button in (self.works_button, self.rests_button, self.undo_button):
            row.addWidget(button)
        return row
