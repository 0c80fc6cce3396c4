"""Which issue is open: publication, number, day."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from desk.compiling import name_of
from desk.drafts import Secrecy
from desk.issues import Issue, IssueStatus
from desk.office_clock import minute_words
from desk.publications import Publication
from ui import style
from ui.day_edit import DayEdit

_LONGEST = 14  # characters of the 知悉范围 for which there is room
_GRADE = "本期的密级：各条和期头标志里最高的"


class IssueBar(QWidget):
    """Chooses an issue and edits its number, total number and day.

    Signals:
        chosen(int): another issue was chosen.
        renumbered(int, int, date): number, total number and day were changed.
    """

    chosen = Signal(int)
    renumbered = Signal(int, int, object)

    def __init__(self) -> None:
        super().__init__()
        self.issues = QComboBox()
        self.issues.setMinimumWidth(360)
        self.issues.setAccessibleName("刊期")
        self.issues.setToolTip("选择一期；往期也在这里，可以查看和重印")
        self.number = _spin("期号")
        self.total = _spin("总期号")
        self.total.setMinimum(0)  # an issue may have none
        self.total.setSpecialValueText("无")
        self._total = QWidget()
        _in_a_row(self._total, QLabel("总第"), self.total, QLabel("期"))
        self.day = DayEdit("印发日期")
        self.state, self.grade = QLabel(), QLabel()
        self._facts = QWidget()
        _in_a_row(
            self._facts,
            *(QLabel("第"), self.number, QLabel("期"), self._total),
            *(QLabel("印发日期"), self.day, self.state, self.grade),
        )
        _in_a_row(self, self.issues, self._facts)
        self.issues.activated.connect(lambda at: self.chosen.emit(self.issues.itemData(at)))
        for spin in (self.number, self.total):
            spin.editingFinished.connect(self._on_edited)
        self.day.editingFinished.connect(self._on_edited)
        self._shown: Issue | None = None

    def show_issues(
        self, issues: Sequence[Issue], publications: Mapping[int, Publication], current: int
    ) -> None:
        """List the issues, open ones first, and mark the current one."""
        self.issues.clear()
        for issue in sorted(issues, key=lambda one: one.is_frozen):
            name = name_of(publications[issue.publication_id], issue)
            replaced = "，已更正" if issue.replaced_by else ""
            self.issues.addItem(f"{name}　{issue.status}{replaced}", issue.id)
        self.issues.setCurrentIndex(self.issues.findData(current))
        self.issues.setPlaceholderText("还没有一期，请按“新一期”")

    def show_issue(self, issue: Issue | None) -> None:
        """Show one issue's number and day; None when there is none."""
        self._shown = issue
        self._facts.setVisible(issue is not None)
        editable = issue is not None and issue.status is IssueStatus.OPEN
        for widget in (self.number, self.total, self.day):
            widget.setEnabled(editable)
            widget.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        if issue:
            self.number.setValue(issue.number)
            self.total.setValue(issue.total)
            self.day.show_day(issue.day)
        for widget in (self.number, self.total, self.day):
            widget.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        words = _state(issue)
        self.state.setText(words)
        self.state.setToolTip(f"{words}　{issue.reason}" if issue and issue.reason else words)
        gone = issue is not None and issue.status is IssueStatus.WITHDRAWN
        self.state.setStyleSheet(f"color: {style.RED}" if gone else "")

    def show_grade(self, grade: Secrecy, readers: str) -> None:
        """Show the issue's grade, if it has one, and who may know it."""
        shown = readers if len(readers) <= _LONGEST else f"{readers[: _LONGEST - 1]}…"
        self.grade.setText(f"密级：{grade}" + (f"　知悉：{shown}" if readers else ""))
        told = f"知悉范围：{readers}" if readers else "知悉范围没有写，在“期头期尾”里写"
        self.grade.setToolTip(f"{_GRADE}\n{told}")
        self.grade.setVisible(grade is not Secrecy.NONE)

    def show_total(self, *, on: bool) -> None:
        """Show the total number, or leave its place to others: supplements have none."""
        self._total.setVisible(on)

    def _on_edited(self) -> None:
        shown = self._shown
        now = (self.number.value(), self.total.value(), self.day.day)
        if shown and now != (shown.number, shown.total, shown.day):
            self.renumbered.emit(*now)


def _in_a_row(box: QWidget, *widgets: QWidget) -> None:
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)


def _state(issue: Issue | None) -> str:
    if issue is None:
        return ""
    if issue.withdrawn is not None:
        return f"✕ 已撤销　{minute_words(issue.withdrawn)}"
    if issue.released is None:
        return "● 更正在编" if issue.revision else "● 编辑中"
    replaced = "　▲ 已更正" if issue.replaced_by else ""
    return f"■ 已印发　{minute_words(issue.released)}{replaced}"


def _spin(tip: str) -> QSpinBox:
    spin = QSpinBox(minimum=1, maximum=99999)
    spin.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    spin.setAlignment(Qt.AlignmentFlag.AlignRight)
    spin.setToolTip(tip)
    spin.setAccessibleName(tip)
    return spin
