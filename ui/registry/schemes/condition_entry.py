"""The input of a condition: one line for each 项, with the values that will do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.errors import FieldError
from desk.facts import FactKind
from desk.scoring.clauses.condition import NUMBERS, Condition, Trait
from desk.scoring.clauses.told import Told
from desk.scoring.schemes.condition_text import condition_text, parse_condition
from ui.icons import icon
from ui.registry.schemes.completing import complete
from ui.registry.schemes.entries import ChoiceBox, Entry

ValuesOf = Callable[[Trait], Sequence[str]]
_LONGEST = Trait.KIND.value
_BESIDE = 48  # frame and arrow
_OF_ALL = (Trait.UNIT, Trait.GROUP, Trait.TAG, Trait.NOTE)
_PRINTED = (
    Trait.PUBLICATION, Trait.SECTION, Trait.TIER, Trait.CLASS, Trait.ROLE, Trait.PART,
    Trait.PARTIES, Trait.FORM, Trait.PLACEMENT, Trait.WORDS, Trait.ATTACHMENT, Trait.CHANNEL,
    Trait.KIND, Trait.COMMISSIONED, Trait.NUMBER,
)  # fmt: skip
_LEADERS = (Trait.LEVEL, Trait.RANK, Trait.TONE, Trait.PUBLICATION, Trait.SECTION, Trait.TIER)
_RESULTS = (Trait.OUTCOME, Trait.GRADE, Trait.LATE, Trait.LEVEL)
_USUAL: dict[FactKind, tuple[Trait, ...]] = {
    FactKind.ADOPTION: _PRINTED,
    FactKind.SUBMISSION: _PRINTED,
    FactKind.FORWARDING: (Trait.PUBLICATION, Trait.TIER, Trait.LEVEL, *_PRINTED[6:]),
    FactKind.INSTRUCTION: (*_LEADERS, Trait.CLASS),
    FactKind.COMMISSION: (*_RESULTS, Trait.PUBLICATION),
    FactKind.EMERGENCY: (*_RESULTS, Trait.KIND, Trait.ATTACHMENT),
    FactKind.INCIDENT: _RESULTS,
}


def usual_traits(matter: FactKind | None) -> tuple[Trait, ...]:
    """What is usually asked of such a fact comes first, then all others."""
    first = (*_USUAL.get(matter, _PRINTED), *_OF_ALL) if matter else (*_PRINTED, *_OF_ALL)
    return tuple(dict.fromkeys((*first, *Trait)))


class _Line(QWidget):
    """One 项 and its values.

    Signals:
        edited(): by hand.
        dropped(): the clerk wants it gone.
    """

    edited = Signal()
    dropped = Signal()

    def __init__(self, traits: Sequence[Trait], values: ValuesOf) -> None:
        super().__init__()
        self.trait = ChoiceBox()
        self.trait.addItems([one.value for one in traits])
        self.trait.setFixedWidth(self.fontMetrics().horizontalAdvance(_LONGEST) + _BESIDE)
        self.trait.setToolTip("问这件事的哪一项")
        self.text = QLineEdit()
        self.text.setToolTip("几个值用“、”分开，符合一个即可；↓ 列出可以选的；* 表示有值就行")
        drop = QToolButton(autoRaise=True)
        drop.setIcon(icon("x"))
        drop.setToolTip("去掉这一项")
        drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.trait)
        row.addWidget(self.text, 1)
        row.addWidget(drop)
        self.trait.activated.connect(lambda _at: self._on_trait())
        self.text.textEdited.connect(lambda _text: self.edited.emit())
        complete(self.text, lambda: values(Trait(self.trait.currentText())), self.edited.emit)
        self.show_hint()

    def _on_trait(self) -> None:
        self.show_hint()
        self.edited.emit()

    def show_hint(self) -> None:
        """Show how the values of the 项 are written."""
        number = Trait(self.trait.currentText()) in NUMBERS
        self.text.setPlaceholderText("≥600、<1000" if number else "几个值用“、”分开")


class ConditionEntry(Entry):
    """``values`` gives what can be chosen for a 项."""

    def __init__(self, told: Told, values: ValuesOf, traits: Sequence[Trait]) -> None:
        self.lines: list[_Line] = []
        inside = QWidget()
        super().__init__(inside)
        self._told, self._values, self._traits = told, values, tuple(traits)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.more = QPushButton("添加一项")
        self.more.setObjectName("link")
        self.more.setToolTip(told.help)
        self.more.clicked.connect(self.add)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.setFocusProxy(self.more)

    def offer(self, traits: Sequence[Trait]) -> None:
        """Offer these 项 from now on, in this order."""
        self._traits = tuple(traits)

    def add(self) -> None:
        """Add a line and go to it; the condition is the same until it has a value."""
        used = [line.trait.currentText() for line in self.lines]
        free = next((one for one in self._traits if one.value not in used), self._traits[0])
        line = self._line(free)
        line.trait.setFocus()
        self.edited.emit()

    @override
    def show_value(self, value: object) -> None:
        for line in list(self.lines):
            self._take_out(line)
        if isinstance(value, Condition):
            for ask in value.asks:
                shown = condition_text(Condition((ask,)))
                self._line(ask.trait).text.setText(shown.partition("：")[2])

    @override
    def value(self) -> object:
        for line in self.lines:
            if not line.text.text().strip():
                raise FieldError(
                    self._told.attribute,
                    f"“{line.trait.currentText()}”还没有写值。请写上，或按 × 去掉这一项。",
                )
        asked = [f"{one.trait.currentText()}：{one.text.text()}" for one in self.lines]
        return parse_condition("；".join(asked), self._told.attribute)

    def _line(self, trait: Trait) -> _Line:
        line = _Line(tuple(dict.fromkeys((*self._traits, trait))), self._values)
        line.trait.setCurrentText(trait.value)
        line.show_hint()
        line.edited.connect(self.edited)
        line.dropped.connect(lambda: self._drop(line))
        self._column.insertWidget(len(self.lines), line)
        self.lines.append(line)
        self.setFocusProxy(self.lines[0].text)
        return line

    def _drop(self, line: _Line) -> None:
        self._take_out(line)
        (self.lines[-1].text if self.lines else self.more).setFocus()
        self.edited.emit()

    def _take_out(self, line: _Line) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.setFocusProxy(self.lines[0].text if self.lines else self.more)
