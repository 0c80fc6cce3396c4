"""One finding explained: what is wrong, why, by which source, how it is right."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.checking import CheckedFinding
from ui import style
from ui.buttons import push_button
from ui.editor.finding_rows import Card, Place
from ui.editor.finding_words import card_text, kept_text, place_text
from ui.editor.waive_form import WaiveForm
from ui.flow_layout import FlowLayout

_LONGEST = 18  # characters of a choice on its button
_MARGINS = (12, 8)
_LEAST = 96  # pixels of explanation, however low the window


class FindingCard(QFrame):
    """Explains what is current in the list, and offers what can be done about it.

    Signals:
        changed(str): put this in place of the words.
        grown(): it asks for another height.
        asked(str): open this page of the manual.
    """

    changed = Signal(str)
    grown = Signal()
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.text.linkActivated.connect(self.asked)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setObjectName("formInside")
        self._scroll = QScrollArea()
        self._scroll.setObjectName("formScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.text)
        self.fix = push_button("修改", "按建议修改这一处（Alt+Enter 或 Ctrl+.）")
        self.fix_all = push_button(
            "全部修改", "按建议修改这条规则的每一处，Ctrl+Z 一次撤销（Ctrl+Shift+.）"
        )
        self.keep = push_button("保留……", "写明理由，保留原文（Alt+K）")
        self.drop = push_button("取消保留", "重新列为问题（Alt+K）")
        self.choices: list[QPushButton] = []
        self._row = QWidget()
        self._buttons = FlowLayout(4, self._row)
        self.waive_form = WaiveForm()
        self.waive_form.closed.connect(self.grown)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(_MARGINS[0], 8, _MARGINS[1], 8)
        layout.setSpacing(style.GAP)
        layout.addWidget(self._scroll)
        layout.addWidget(self._row)
        layout.addWidget(self.waive_form)

    def explain(self, value: object, *, editable: bool) -> None:
        """Explain a place, a rule or a kept finding; anything else hides the card."""
        place = value if isinstance(value, Place) else None
        card = value if isinstance(value, Card) else None
        kept = value if isinstance(value, CheckedFinding) else None
        self.waive_form.hide()
        self.setVisible(bool(place or card or kept))
        offered = (
            (self.fix, bool(place and place.mark.finding.fix is not None)),
            (self.fix_all, bool(card and card.fixable)),
            (self.keep, place is not None),
            (self.drop, kept is not None),
        )
        self._offer(place, [button for button, on in offered if on])
        for button in (self.fix, self.fix_all, *self.choices, self.keep, self.drop):
            button.setEnabled(editable)
        if place:
            self.text.setText(place_text(place))
        elif card:
            self.text.setText(card_text(card))
        elif kept:
            self.text.setText(kept_text(kept))
        self._scroll.verticalScrollBar().setValue(0)

    def fit(self, width: int, most: int) -> None:
        """Take the height the explanation needs, up to ``most`` pixels; the rest scrolls."""
        inside = max(80, width - sum(_MARGINS) - 2)
        self._row.setFixedHeight(self._buttons.heightForWidth(inside))
        self._row.setVisible(self.waive_form.isHidden())
        self.waive_form.fit(inside)
        self._scroll.setFixedHeight(_LEAST)
        self._column.invalidate()
        rest = self.sizeHint().height() - _LEAST
        needed = self.text.heightForWidth(inside) + 4
        room = max(_LEAST // 2, most - rest)
        # A bar left from a longer text would narrow this one until it needs the bar.
        bars = Qt.ScrollBarPolicy
        bar = bars.ScrollBarAlwaysOff if needed <= room else bars.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)
        self._scroll.setFixedHeight(min(needed, room))

    def ask_to_keep(self, words: str) -> None:
        """Ask why these words are kept, and how far."""
        self.waive_form.ask(words)
        self.grown.emit()

    def _offer(self, place: Place | None, fixed: list[QPushButton]) -> None:
        """Show these buttons, and behind the first one for every choice."""
        while self._buttons.count():
            self._buttons.takeAt(0)
        for button in self.choices:
            button.hide()
            button.deleteLater()
        finding = place.mark.finding if place else None
        others = [one for one in finding.choices if one != finding.fix] if finding else []
        self.choices = [self._choice(new) for new in others]
        for button in (self.fix, self.fix_all, self.keep, self.drop):
            button.hide()
        fixes = [button for button in fixed if button is self.fix]
        for button in (*fixes, *self.choices, *(one for one in fixed if one not in fixes)):
            self._buttons.addWidget(button)
            button.show()

    def _choice(self, new: str) -> QPushButton:
        short = new if len(new) <= _LONGEST else new[:_LONGEST] + "…"
        button = push_button(
            f"改为 {short}" if new else "删去", f"把这一处改为：{new or '（空）'}（Alt+Enter 选用）"
        )
        button.clicked.connect(partial(self._on_choice, new))
        return button

    def _on_choice(self, new: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's argument
        self.changed.emit(new)
