"""The right column: findings, checklist, and what is known of the draft."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from desk.checks.checklist import checklist_for
from desk.drafts import Draft
from ui import style
from ui.editor.checklist_panel import ChecklistPanel, open_items
from ui.editor.details_form import DetailsForm
from ui.editor.findings_panel import FindingsPanel
from ui.editor.history_list import HistoryList


class Side(QTabWidget):
    """Three tabs; Alt+1 … Alt+3 go to them."""

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.findings = FindingsPanel(look)
        self.checklist = ChecklistPanel()
        self.details = DetailsForm()
        self.history = HistoryList(look)
        self.addTab(self.findings, "检查")
        self.addTab(self.checklist, "核对清单")
        self.addTab(self._information(), "信息")
        for number, key in enumerate(("Alt+1", "Alt+2", "Alt+3")):
            self.setTabToolTip(number, f"{self.tabText(number)}（{key}）")

    def _information(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.details)
        column.addWidget(self.history, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def go(self, number: int) -> None:
        """Show a tab and give it the keyboard."""
        self.setCurrentIndex(number)
        if number == 0:
            self.findings.tree.setFocus()
        elif number == 1:
            next(iter(self.checklist.boxes.values())).setFocus()
        else:
            self.details.begin()

    def show_open(self, draft: Draft, findings: int) -> None:
        """Say on the tabs how much is open."""
        self.setTabText(0, f"检查 {findings}" if findings else "检查")
        everything, waiting = len(checklist_for(draft.kind)), len(open_items(draft))
        self.setTabText(1, f"核对 {everything - waiting}/{everything}")
        self.findings.show_items(waiting)
