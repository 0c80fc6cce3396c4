"""The 核对清单 tab: what only a person can confirm, with what the machine found beneath it."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.checks.checklist import (
    BY_KIND,
    COMMON,
    ChecklistItem,
    checklist_for,
    machine_findings,
)
from desk.checks.rule import Severity
from desk.checks.slots import places_of
from desk.drafts import Draft
from ui import style
from ui.editor.inspector import Result

_SETTLING_MS = (0, 60)  # a tab just shown is laid out twice


class _Text(QLabel):
    """An item's words, which wrap as a check box's own cannot; a click on them ticks it."""

    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__(text)
        self._box = box
        self.setWordWrap(True)

    @override
    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        self._box.click()


class ChecklistPanel(QScrollArea):
    """Shows the common items and those of the draft's kind.

    Signals:
        ticked(str, bool): an item's id, and whether it is confirmed now.
        shown(): the list came into view.
        resized(int): how tall the view is now.
    """

    ticked = Signal(str, bool)
    shown = Signal()
    resized = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.boxes: dict[str, QCheckBox] = {}
        self.notes: dict[str, QLabel] = {}
        self._shown: tuple[ChecklistItem, ...] = ()
        self._result: Result | None = None
        inside = QWidget()
        inside.setObjectName("page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 8, 8, 8)
        self._column.setSpacing(style.GAP)
        self._list = QWidget()
        self._column.addWidget(self._list)
        self._column.addStretch(1)
        self.setWidget(inside)

    def add_below(self, part: QWidget) -> None:
        """Put another part beneath the list."""
        self._column.insertWidget(self._column.count() - 1, part)

    def scroll_to(self, part: QWidget) -> None:
        """Bring a part into view, its head at the top, and keep it there until it has its size."""

        def scroll() -> None:
            self.verticalScrollBar().setValue(part.y())

        for pause in _SETTLING_MS:
            QTimer.singleShot(pause, self, scroll)

    def show_part(self, part: QWidget) -> None:
        """Scroll no more than brings a part into view."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(part))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.viewport().height())

    def show_draft(self, draft: Draft, *, editable: bool) -> None:
        """Show a draft's list with its ticks."""
        items = checklist_for(draft.kind)
        if items != self._shown:
            self._shown = items
            self._build(draft)
        for key, box in self.boxes.items():
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.setChecked(key in draft.ticks)
            box.setEnabled(editable)
            box.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def show_result(self, result: Result) -> None:
        """Show what a check found beneath the items, once the list is in view."""
        self._result = result
        if self.isVisible():
            self._tell()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()
        self.shown.emit()

    def _tell(self) -> None:
        if self._result is None:
            return
        for item in self._shown:
            said = machine_findings(item, self._result.open, self._result.manuscript.whole)
            is_open = bool(said) and _is_open(item, self._result)
            colour, mark = (style.AMBER, "▲ ") if is_open else (style.MUTED, "")
            note = self.notes[item.id]
            note.setText(f"<span style='color:{colour}'>{mark}机器看到：{escape(said)}</span>")
            note.setVisible(bool(said))

    def _build(self, draft: Draft) -> None:
        self.boxes, self.notes = {}, {}
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        self._section(column, "共同核对", COMMON)
        if draft.kind is not None:
            self._section(column, f"{draft.kind}信息", BY_KIND[draft.kind])
        else:
            hint = QLabel("在“信息”里选定信息类型，这里就会列出这一类的核对事项。")
            hint.setObjectName("muted")
            hint.setWordWrap(True)
            column.addWidget(hint)
        self._column.replaceWidget(self._list, fresh)
        self._list.deleteLater()
        self._list = fresh
        if self.isVisible():
            self._tell()

    def _section(self, column: QVBoxLayout, title: str, items: Iterable[ChecklistItem]) -> None:
        heading = QLabel(title)
        heading.setObjectName("sectionTitle")
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setSpacing(style.GAP)
        grid.setColumnStretch(1, 1)
        for row, item in enumerate(items):
            box = QCheckBox()
            box.setAccessibleName(item.text)
            box.setToolTip("空格键勾选")
            box.toggled.connect(lambda on, key=item.id: self.ticked.emit(key, on))
            text = _Text(item.text, box)
            grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignTop)
            note = QLabel()
            note.setTextFormat(Qt.TextFormat.RichText)
            note.setWordWrap(True)
            note.hide()
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(text)
            words.addWidget(note)
            grid.addLayout(words, row, 1)
            self.boxes[item.id], self.notes[item.id] = box, note
        column.addLayout(grid)
        column.addSpacing(style.GAP)


def _is_open(item: ChecklistItem, result: Result) -> bool:
    """Whether the machine found something wrong or missing that the item is about."""
    faults = (
        one.severity is not Severity.INFO and one.rule.startswith(item.rules) for one in result.open
    )
    whole = result.manuscript.whole
    return any(faults) or any(not places_of(slot, whole) for slot in item.slots)
