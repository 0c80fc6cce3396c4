"""Choose a period by kind, name or typing, go to the one before or after, or set two days."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QToolTip,
    QWidget,
)

from ui import style
from ui.day_edit import DayEdit
from ui.icons import icon
from ui.keys import bind
from ui.scores.periods import Days, Reach, around, name_of, periods, reach_of, step
from ui.scores.typed_period import typed

_TIPS = {
    Reach.MONTH: "看一个月",
    Reach.QUARTER: "看一个季度",
    Reach.HALF: "看半年",
    Reach.YEAR: "看一年；今年看到今天",
    Reach.ANY: "自己定开始和结束的日期",
}
_FORMS = "请写成 2026Q3、9月、上半年、2025年、1-9月，或 2026-03-01 至 2026-04-05"
_LONGEST, _SHORT = "2026年第四季度", "3月1日"  # room for names; for what is typed beside two dates
_EDGES = 3  # of the field, in heights of a line


class PeriodPicker(QWidget):
    """The days chosen are never swapped: moving one beyond the other takes that along.

    A compact one offers the kinds in a box, and no name beside two days of one's own.

    Signals:
        changed(): other days were chosen.
    """

    changed = Signal()

    def __init__(self, today: date, *, compact: bool = False) -> None:
        super().__init__()
        self._today, self._since, self._compact = today, 0, compact
        self._reach = Reach.YEAR
        self.period = QComboBox(editable=True)
        self._line = QLineEdit()
        self.period.setLineEdit(self._line)
        self.period.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.period.setCompleter(None)  # type: ignore[arg-type]  # the stub does not know of None
        self._line.setPlaceholderText("自定")
        self.period.setToolTip("统计哪一段时间收到的稿件")
        self.period.setAccessibleName("时段")
        self.first, self.last = DayEdit("开始日期"), DayEdit("结束日期")
        self._until = QLabel("至")
        self._kinds = QButtonGroup(self)
        self.kind = QComboBox()  # instead of the buttons, where there is little room
        self.before = _arrow("chevron-left", "前一个时段（Alt+←）")
        self.after = _arrow("chevron-right", "后一个时段（Alt+→）")
        self._lay_out()
        self._show((date(today.year, 1, 1), today))
        self._connect()

    def days(self) -> Days:
        """The first and the last day."""
        return self.first.day, self.last.day

    @property
    def name(self) -> str:
        """What the days are called; "" where they have no name."""
        return name_of(self.days(), self._today)

    def show_days(self, first: date, last: date) -> None:
        """Choose these days, by their name where they have one."""
        self._show((first, last))

    def offer_since(self, year: int) -> None:
        """Offer periods from a year on."""
        if year != self._since:
            self._since = year
            self._show(self.days(), self._reach)

    def bind_keys(self, place: QWidget) -> None:
        """Go to the period before and after by Alt+← and Alt+→ anywhere in a place."""
        bind(place, "Alt+Left", lambda: self.go_by(-1))
        bind(place, "Alt+Right", lambda: self.go_by(1))

    def begin(self) -> None:
        """Take the keyboard; what is typed replaces the name."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def go_by(self, by: int) -> None:
        """Choose the period before or after; nothing that has not begun."""
        try:
            found = step(self.days(), by, self._today)
        except ValueError:  # before the first year of all
            return
        if found[0] <= self._today:
            self._choose(found, self._reach)

    def type_in(self, text: str) -> bool:
        """Choose the period typed; False, with a word about it, where there is none such."""
        found = typed(text, self.days(), self._today)
        self._mark(wrong=found is None)
        if found is None:
            place = self.period.mapToGlobal(self.period.rect().bottomLeft())
            QToolTip.showText(place, f"看不懂“{text}”。{_FORMS}", self.period)
            return False
        self._choose(found)
        return True

    def _choose(self, days: Days, reach: Reach | None = None) -> None:
        is_other = days != self.days()
        self._show(days, reach)
        if is_other:
            self.changed.emit()

    def _on_period(self, at: int) -> None:
        self._choose(self.period.itemData(at))

    def _on_kind(self, reach: Reach) -> None:
        """Look at the period of another length that the last day lies in."""
        first, last = self.days()
        if reach is Reach.ANY:
            self._show((first, last), reach)
            self.first.setFocus()
            return
        found = around(min(last, max(first, self._today)), reach)
        is_running = reach is Reach.YEAR and found[0].year == self._today.year
        self._choose((found[0], self._today) if is_running else found)

    def _on_days(self, last: date) -> None:
        self._show((min(self.first.day, last), last), Reach.ANY)
        self.changed.emit()

    def _on_typed(self) -> None:
        text = self._line.text().strip()
        if text and self.period.findText(text) < 0:  # else the box has chosen it by itself
            self.type_in(text)

    def _on_left(self) -> None:
        """Show the name again where something was typed and not chosen."""
        if not self._line.hasFocus():
            self._show(self.days(), self._reach)

    def _show(self, days: Days, reach: Reach | None = None) -> None:
        for field, day in zip((self.first, self.last), days, strict=True):
            with QSignalBlocker(field):
                field.show_day(day)
        self._reach = reach or reach_of(days, self._today)
        self._offer(days)
        self._mark(wrong=False)
        for button in self._kinds.buttons():
            button.setChecked(button.text() == self._reach)
        self.kind.setCurrentText(self._reach)
        for widget in (self.first, self._until, self.last):
            widget.setVisible(self._reach is Reach.ANY)
        self.period.setVisible(not self._compact or self._reach is not Reach.ANY)
        self._fit()
        self.after.setEnabled(step(days, 1, self._today)[0] <= self._today)

    def _offer(self, days: Days) -> None:
        """Offer the periods of the kind on view; the one chosen stands in the field."""
        since = min(self._since or self._today.year - 3, days[0].year)
        with QSignalBlocker(self.period):
            self.period.clear()
            for name, held in periods(self._today, self._reach, since).items():
                self.period.addItem(name, held)
            name = name_of(days, self._today)
            self.period.setCurrentIndex(self.period.findText(name) if name else -1)
            self.period.setEditText(name)

    def _fit(self) -> None:
        """Give the field room for the longest name, and show its beginning."""
        metrics = self.period.fontMetrics()
        text = _SHORT if self._reach is Reach.ANY else _LONGEST
        width = metrics.horizontalAdvance(text) + _EDGES * metrics.height()
        self.period.setFixedWidth(width)
        self._line.setCursorPosition(0)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.period.property("invalid")) != wrong:
            self.period.setProperty("invalid", wrong)
            self.period.style().polish(self.period)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        kinds = QHBoxLayout()
        kinds.setSpacing(2)
        row.addLayout(kinds)  # first: what has no parent when it is shown is a window
        row.addWidget(self.kind)
        for reach in Reach:
            button = QToolButton()
            button.setText(str(reach))
            button.setCheckable(True)
            button.setObjectName("chip")
            button.setToolTip(_TIPS[reach])
            self._kinds.addButton(button)
            kinds.addWidget(button)
            button.setHidden(self._compact)
        self.kind.addItems(list(Reach))
        self.kind.setToolTip("看多长的时段")
        self.kind.setVisible(self._compact)
        parts = self.before, self.period, self.after, self.first, self._until, self.last
        for widget in parts:
            row.addWidget(widget)

    def _connect(self) -> None:
        self.period.activated.connect(self._on_period)
        self._line.returnPressed.connect(self._on_typed)
        self._line.editingFinished.connect(self._on_left)
        self._kinds.buttonClicked.connect(lambda button: self._on_kind(Reach(button.text())))
        self.kind.textActivated.connect(lambda text: self._on_kind(Reach(text)))
        self.before.clicked.connect(lambda: self.go_by(-1))
        self.after.clicked.connect(lambda: self.go_by(1))
        self.first.dateChanged.connect(lambda: self._on_days(max(self.days())))
        self.last.dateChanged.connect(lambda: self._on_days(self.last.day))


def _arrow(name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setAutoRaise(True)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
