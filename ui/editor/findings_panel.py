"""The 检查 tab: all findings by rule, and the one that is current explained."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.checking import CheckedFinding
from ui import style
from ui.editor.carrier_box import CarrierBox
from ui.editor.finding_card import FindingCard
from ui.editor.finding_rows import Place, cards
from ui.editor.finding_tree import FindingTree
from ui.editor.marks import Mark
from ui.editor.severity import summary_text

_CARD_SHARE = 0.6  # of the panel's height that the explanation may take


class FindingsPanel(QWidget):
    """Shows findings and says what the clerk wants done about them.

    Signals:
        chosen(Mark): bring its place into view.
        opened(Mark): go there to type.
        explained(Place | None): the one finding that is explained now.
        fix(list[Mark]): apply these fixes as one change.
        change(Mark, str): put this in place of its words.
        waive(Mark, str, WaiverScope): keep it, for this reason.
        unwaive(CheckedFinding): show it as a finding again.
        feedback(): tell the unit what is missing.
        asked(str): open this page of the manual.
    """

    chosen = Signal(object)
    opened = Signal(object)
    explained = Signal(object)
    fix = Signal(object)
    change = Signal(object, str)
    waive = Signal(object, str, object)
    unwaive = Signal(object)
    feedback = Signal()
    asked = Signal(str)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self._editable = True
        self._found: Sequence[Place] = ()
        self._items = 0
        self.summary = QLabel()
        self.summary.setTextFormat(Qt.TextFormat.RichText)
        self.summary.setWordWrap(True)
        self.carrier = CarrierBox()
        self.feedback_button = QPushButton("反馈给单位")
        self.feedback_button.setToolTip("把要请单位补充、核实的写成一段话，改好后复制（Alt+B）")
        self.tree = FindingTree(look)
        self.tree.setToolTip("F8 下一处　Shift+F8 上一处　Enter 到正文修改　Alt+Enter 按建议修改")
        self.card = FindingCard()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(style.GAP)
        tools.addWidget(self.carrier, 1)
        tools.addWidget(self.feedback_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(self.summary)
        layout.addLayout(tools)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.card)
        layout.addStretch(0)

    def _connect(self) -> None:
        self.tree.chosen.connect(self._on_chosen)
        self.tree.opened.connect(self._on_opened)
        self.tree.fix_all.connect(self._on_fix)
        self.card.fix.clicked.connect(self.fix_current)
        self.card.fix_all.clicked.connect(self.fix_rule)
        self.card.keep.clicked.connect(self.ask_to_keep)
        self.card.drop.clicked.connect(self.drop)
        self.card.changed.connect(self._on_choice)
        self.card.grown.connect(self._fit_card)
        self.card.asked.connect(self.asked)
        self.card.waive_form.given.connect(self._on_reason)
        self.feedback_button.clicked.connect(self.feedback)

    @property
    def place(self) -> Place | None:
        """The place that is current, if a place is."""
        current = self.tree.current
        return current if isinstance(current, Place) else None

    def allow_editing(self, *, on: bool) -> None:
        """Offer fixes, or only show what was found."""
        self._editable = on
        self.tree.allow_editing(on=on)
        self._explain(self.tree.current)

    def show_findings(self, found: Sequence[Place], kept: Sequence[CheckedFinding]) -> None:
        """Show open and kept findings."""
        before = self.place
        self._found = found
        self.tree.show_cards(cards(found), kept)
        self.tree.setVisible(bool(found or kept))
        self._summarise()
        now = self.place
        if before is not None and now is not None and before.shown == now.shown:
            self.explained.emit(now)  # its figures have been placed anew
        elif now is not None or not (found or kept):
            self._explain(now)

    def show_items(self, waiting: int) -> None:
        """Say how many items of the checklist nobody has confirmed."""
        self._items = waiting
        self._summarise()

    def choose(self, mark: Mark) -> None:
        """Show a mark's row and its explanation."""
        self.tree.choose(mark)
        self._explain(self.tree.current)

    def fix_current(self) -> None:
        """Ask for the fix of the current place, or go to the choices it offers."""
        place = self.place
        if place is None or not self._editable:
            return
        if place.mark.finding.fix is not None:
            self.fix.emit([place.mark])
        elif self.card.choices:
            self.card.choices[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fix_rule(self) -> None:
        """Ask for all fixes of the current rule."""
        card = self.tree.current_card
        if card is not None and card.fixable:
            self._on_fix(card.fixable)

    def ask_to_keep(self) -> None:
        """Ask for the reason to keep the current place."""
        if self._editable and self.place is not None:
            self.card.ask_to_keep(self.place.mark.excerpt)

    def _summarise(self) -> None:
        self.summary.setText(summary_text(self._found, self._items))

    def _on_fix(self, marks: list[Mark]) -> None:
        if self._editable:
            self.fix.emit(marks)

    def _on_choice(self, new: str) -> None:
        if self.place is not None:
            self.change.emit(self.place.mark, new)

    def drop(self) -> None:
        """Ask to take the current kept finding back."""
        if self._editable and isinstance(self.tree.current, CheckedFinding):
            self.unwaive.emit(self.tree.current)

    def _on_reason(self, reason: str, scope: object) -> None:
        if self.place is not None:
            self.waive.emit(self.place.mark, reason, scope)

    def _on_chosen(self, value: object) -> None:
        self._explain(value)
        if isinstance(value, Place):
            self.chosen.emit(value.mark)

    def _on_opened(self, value: object) -> None:
        if isinstance(value, Place):
            self.opened.emit(value.mark)

    def _explain(self, value: object) -> None:
        self.card.explain(value, editable=self._editable)
        self._fit_card()
        self.explained.emit(value if isinstance(value, Place) else None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_card()

    def _fit_card(self) -> None:
        """Give the explanation the height it needs, up to its share of the panel."""
        spare = self.height() - self.tree.y() - self.tree.minimumSizeHint().height() - style.GAP
        self.card.fit(self.width(), min(round(self.height() * _CARD_SHARE), spare))
