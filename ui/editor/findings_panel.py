"""The 检查 tab: all findings by rule, and the one that is current explained."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desk.checking import CheckedFinding
from ui import style
from ui.editor.finding_card import FindingCard
from ui.editor.finding_rows import Place, cards, summary
from ui.editor.finding_tree import FindingTree
from ui.editor.marks import Mark
from ui.editor.severity import COLOURS, SHAPES, WORDS

_CARD_SHARE = 0.55  # of the panel's height that the explanation may take


class FindingsPanel(QWidget):
    """Shows findings and says what the clerk wants done about them.

    Signals:
        chosen(Mark): bring its place into view.
        opened(Mark): go there to type.
        fix(list[Mark]): apply these fixes as one change.
        waive(Mark, str): keep it, for this reason.
        unwaive(CheckedFinding): show it as a finding again.
    """

    chosen = Signal(object)
    opened = Signal(object)
    fix = Signal(object)
    waive = Signal(object, str)
    unwaive = Signal(object)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self._editable = True
        self.summary = QLabel()
        self.summary.setTextFormat(Qt.TextFormat.RichText)
        self.tree = FindingTree(look)
        self.tree.setToolTip("F8 下一处　Shift+F8 上一处　Enter 到正文修改")
        self.card = FindingCard()
        self._around = QScrollArea()
        self._around.setWidgetResizable(True)
        self._around.setFrameShape(QFrame.Shape.NoFrame)
        self._around.setWidget(self.card)
        self._around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._around.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._around)
        self._connect()

    def _connect(self) -> None:
        self.tree.chosen.connect(self._on_chosen)
        self.tree.opened.connect(self._on_opened)
        self.tree.fix_all.connect(self._on_fix)
        self.card.fix.clicked.connect(self.fix_current)
        self.card.fix_all.clicked.connect(self.fix_rule)
        self.card.keep.clicked.connect(self.ask_to_keep)
        self.card.drop.clicked.connect(self._drop)
        self.card.waive_form.given.connect(self._on_reason)

    def allow_editing(self, *, on: bool) -> None:
        """Offer fixes, or only show what was found."""
        self._editable = self.tree.editable = on
        self.tree.viewport().update()
        self._explain(self.tree.current)

    def show_findings(self, found: Sequence[Place], kept: Sequence[CheckedFinding]) -> None:
        """Show open and kept findings."""
        self.tree.show_cards(cards(found), kept)
        counts = summary(found)
        parts = [
            f'<span style="color:{COLOURS[severity]}">{SHAPES[severity]}</span>'
            f" {WORDS[severity]} <b>{count}</b>"
            for severity, count in counts.items()
            if count
        ]
        if kept:
            parts.append(f"已保留 {len(kept)}")
        self.summary.setText("　".join(parts) or "没有发现问题")
        self.tree.setVisible(bool(found or kept))
        if not (found or kept):
            self._explain(None)

    def choose(self, mark: Mark) -> None:
        """Show a mark's row and its explanation."""
        self.tree.choose(mark)
        self._explain(self.tree.current)

    def fix_current(self) -> None:
        """Ask for the fix of the current place."""
        current = self.tree.current
        if self._editable and isinstance(current, Place) and current.mark.finding.fix is not None:
            self._on_fix([current.mark])

    def fix_rule(self) -> None:
        """Ask for all fixes of the current rule."""
        card = self.tree.current_card
        if card is not None and card.fixable:
            self._on_fix(card.fixable)

    def ask_to_keep(self) -> None:
        """Ask for the reason to keep the current place."""
        if self._editable and isinstance(self.tree.current, Place):
            self.card.waive_form.ask()
            self._fit_card()

    def _on_fix(self, marks: list[Mark]) -> None:
        if self._editable:
            self.fix.emit(marks)

    def _drop(self) -> None:
        if isinstance(self.tree.current, CheckedFinding):
            self.unwaive.emit(self.tree.current)

    def _on_reason(self, reason: str) -> None:
        current = self.tree.current
        if isinstance(current, Place):
            self.waive.emit(current.mark, reason)

    def _on_chosen(self, value: object) -> None:
        self._explain(value)
        if isinstance(value, Place):
            self.chosen.emit(value.mark)

    def _on_opened(self, value: object) -> None:
        if isinstance(value, Place):
            self.opened.emit(value.mark)

    def _explain(self, value: object) -> None:
        self.card.explain(value, editable=self._editable)
        self._around.setVisible(not self.card.isHidden())
        self._fit_card()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_card()

    def _fit_card(self) -> None:
        """Give the explanation the height it needs, up to its share of the panel."""
        inside = max(80, self._around.viewport().width())
        needed = self.card.heightForWidth(inside) if self.card.hasHeightForWidth() else 0
        most = max(120, round(self.height() * _CARD_SHARE))
        self._around.setFixedHeight(min(most, max(needed, self.card.sizeHint().height() // 2) + 4))
