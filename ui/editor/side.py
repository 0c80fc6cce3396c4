"""The right column: findings, checklist, and what is known of the draft."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desk.checks.checklist import checklist_for, open_items
from desk.drafts import Draft
from ui import style
from ui.editor.checklist_panel import ChecklistPanel
from ui.editor.details_form import DetailsForm
from ui.editor.findings_panel import FindingsPanel
from ui.editor.history_list import HistoryList
from ui.manual.context import tell_of

_SHORT = ("检查", "核对")


class Side(QTabWidget):
    """Tabs, the first of them always there; Alt+1 … go to them in order, Esc to the text.

    Signals:
        left(): the keyboard goes back to the text.
    """

    left = Signal()

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.findings = FindingsPanel(look)
        self.checklist = ChecklistPanel()
        self.details = DetailsForm()
        self.history = HistoryList(look)
        tell_of(self.details, "verifying")
        tell_of(self.history, "comparing")
        self._counted = _SHORT
        self._begin: list[Callable[[], object]] = []
        self.add(self.findings, "检查", self.findings.tree.setFocus)
        self.add(self.checklist, "核对清单", self._begin_checklist)
        self.add(_scrolled(self.details), "信息", self.details.begin)
        self.add(self.history, "经过", self.history.begin)

    def add(self, widget: QWidget, name: str, begin: Callable[[], object]) -> int:
        """Add a tab; ``begin`` gives it the keyboard. Returns its place."""
        self._begin.append(begin)
        place = self.addTab(widget, name)
        self.setTabToolTip(place, f"{name}（Alt+{place + 1}）")
        return place

    def go(self, place: int) -> None:
        """Show a tab and give it the keyboard, unless this draft has no such tab."""
        if not self.isTabVisible(place):
            return
        self.setCurrentIndex(place)
        self._begin[place]()

    def _begin_checklist(self) -> None:
        boxes = self.checklist.boxes.values()
        box = next((one for one in boxes if not one.isChecked()), next(iter(boxes)))
        box.setFocus()
        self.checklist.show_part(box)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc lead back to the text, and close what it closes elsewhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_open(self, draft: Draft, findings: int) -> None:
        """Say on the tabs how much is open."""
        everything, waiting = len(checklist_for(draft.kind)), len(open_items(draft))
        self._counted = (
            f"检查 {findings}" if findings else "检查",
            f"核对 {everything - waiting}/{everything}",
        )
        self.findings.show_items(waiting)
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Say the counts on the tabs where there is room for them."""
        for names in (self._counted, _SHORT):
            for place, name in enumerate(names):
                self.setTabText(place, name)
            if self.tabBar().sizeHint().width() <= self.width():
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_tabs()


def _scrolled(form: QWidget) -> QScrollArea:
    inside = QWidget()
    inside.setObjectName("page")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 8, 8, 0)
    column.addWidget(form)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area
