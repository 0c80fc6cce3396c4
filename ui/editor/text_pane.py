"""The middle column: title, text, find bar, and the figures beneath."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.office_clock import office_time
from ui import style
from ui.editor.body_edit import BodyEdit
from ui.editor.find_bar import FindBar
from ui.editor.meter_bar import MeterBar
from ui.editor.objects import Pictures
from ui.editor.step_strip import StepStrip
from ui.editor.structure_bar import StructureBar
from ui.editor.text_view import page_width
from ui.editor.title_edit import TitleEdit
from ui.icons import icon
from ui.inbox.reason_strip import ReasonStrip
from ui.manual.context import tell_of

_SMALLEST, _LARGEST = 16, 22  # pixels of the text at 100 %
_SCROLLBAR = 18


@runtime_checkable
class Refusable(Protocol):
    """A strip that asks something and can be closed without an answer."""

    def refuse(self) -> None: ...  # noqa: D102 - the class says it

    def isVisible(self) -> bool: ...  # noqa: D102 - as Qt has it


class TextPane(QFrame):
    """What the clerk works in."""

    def __init__(self, pictures: Pictures, look: style.Look, reasons: ReasonStrip) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._look = look
        self.larger = 0  # pixels the clerk wants beyond the size that fits
        self.strip = StepStrip()
        self.reasons = reasons
        self.why = QLabel()
        self.why.setObjectName("strip")
        self.why.setWordWrap(True)
        self.why.setContentsMargins(12, 6, 12, 6)
        self.title = TitleEdit(look.px(24))
        self.title.setObjectName("paper")
        self.title.setAccessibleName("标题")
        self.text = BodyEdit(pictures, look.px(18))
        self.text.setObjectName("paper")
        self.text.setAccessibleName("正文")
        self.bar = StructureBar()
        self.find_bar = FindBar(self.title, self.text)
        tell_of(self.find_bar, "writing")
        self.strips = QVBoxLayout()  # what lies above the text
        self.foot = QHBoxLayout()
        self._stack = QStackedWidget()
        self.figures = MeterBar()
        self.saved = QLabel()
        self.saved.setObjectName("muted")
        self.title.finished.connect(self.text.setFocus)
        for bar in (self.find_bar, self.strip, self.reasons):
            bar.closed.connect(self.text.setFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        foot = self.foot
        foot.setContentsMargins(12, 0, 8, 2)
        foot.addWidget(self.figures, 1)
        foot.addWidget(self.saved)
        foot.addSpacing(style.GAP)
        foot.addWidget(_tool("search", "查找（Ctrl+F），替换（Ctrl+H）", self.find_bar.begin))
        self.strips.setContentsMargins(8, 8, 8, 0)
        self.strips.setSpacing(style.GAP)
        for strip in (self.strip, self.reasons, self.why):
            self.strips.addWidget(strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self.strips)
        self._stack.addWidget(self._paper())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.find_bar)
        layout.addLayout(foot)

    def _paper(self) -> QWidget:
        """The title and the text under it."""
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.title)
        column.addWidget(line)
        column.addWidget(self.text, 1)
        return paper

    def cover(self, widget: QWidget) -> None:
        """Show something in the text's place."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def uncover(self) -> None:
        """Show the text again."""
        self._stack.setCurrentIndex(0)

    def allow_editing(self, why_not: str, note: str = "") -> None:
        """Let the clerk edit, with a note on what becomes of it, or say why not."""
        self.why.setText(why_not or note)
        self.why.setVisible(bool(why_not or note))
        self.title.setReadOnly(bool(why_not))
        self.bar.setVisible(not why_not)
        self.text.allow_editing(on=not why_not)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc in the text close what lies open around it."""
        open_strip = next((one for one in self._refusable() if one.isVisible()), None)
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif open_strip is not None:
            open_strip.refuse()
        elif self.find_bar.isVisible():
            self.find_bar.close_bar()
        else:
            super().keyPressEvent(event)

    def _refusable(self) -> Iterator["Refusable"]:
        """The strips above the text that ask something."""
        for place in range(self.strips.count()):
            widget = self.strips.itemAt(place).widget()
            if isinstance(widget, Refusable):
                yield widget

    def fit_text(self) -> None:
        """Show the text as large as a printed line fits into the column."""
        room = self.width() - _SCROLLBAR
        sizes = range(self._look.px(_LARGEST), self._look.px(_SMALLEST), -1)
        best = next((one for one in sizes if page_width(one) <= room), self._look.px(_SMALLEST))
        best += self.larger
        self.text.resize_text(best)
        self.title.dress(round(best * 1.3))

    def show_saved(self, when: datetime) -> None:
        """Say when the text was saved last."""
        self.saved.setText(f"✓ 已保存 {office_time(when):%H:%M}")

    def show_unsaved(self, text: str = "正在输入……") -> None:
        """Say that the store lacks something."""
        self.saved.setText(text)


def _tool(name: str, tip: str, slot: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(slot)
    return button
