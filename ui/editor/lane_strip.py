"""Choose the lane a draft is sent along: its desks, and what it still asks of the draft."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from desk.approvals import Condition, Lane, Stage
from desk.conditions import Lack
from desk.people import Person, stands_in
from ui import style
from ui.asking import Asking
from ui.flow_layout import FlowLayout

_END = re.compile("[：。]")  # what a sentence says first is enough beside its link


@dataclass(frozen=True, slots=True)
class Offer:
    """The lanes to choose from, what the draft lacks of all they ask, and who is there."""

    lanes: Sequence[Lane]
    first: Lane
    lacks: Mapping[Condition, Lack]
    people: Sequence[Person]


class LaneStrip(Asking):
    """Digits or ←→ choose, Enter sends, Esc closes; a click on what is missing leads to it.

    Signals:
        confirmed(Lane, frozenset[str]): send along this lane, with these optional stages.
        wanted(Condition): go to where this is to be done.
    """

    confirmed = Signal(object, object)
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._offer: Offer | None = None
        self._at = 0
        self.choices: list[QToolButton] = []
        self.optional: list[QCheckBox] = []
        self.route, self.state = QLabel(), QLabel()
        for label in (self.route, self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
        self.state.linkActivated.connect(lambda name: self.wanted.emit(Condition[name]))
        self.accept_button = QPushButton("送审")
        self._lanes, self._ticks = FlowLayout(4), QHBoxLayout()
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        refuse = QPushButton("取消")
        self.accept_button.setToolTip("确定（Enter）")
        refuse.setToolTip("取消（Esc）")
        for button in (self.accept_button, refuse):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.accept_button.clicked.connect(self.accept)
        refuse.clicked.connect(self.refuse)
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        head.addWidget(QLabel("送审流程"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._lanes, 1)
        for button in (self.accept_button, refuse):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        way = QHBoxLayout()
        way.setSpacing(style.GAP)
        way.addWidget(self.route, 1)
        way.addLayout(self._ticks)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(way)
        column.addWidget(self.state)

    def offer(self, offer: Offer) -> None:
        """Offer lanes, with one of them chosen."""
        self._offer = offer
        _clear(self._lanes, self.choices)
        for place, lane in enumerate(offer.lanes):
            button = QToolButton()
            button.setText(f"{place + 1} {lane.name}")
            button.setObjectName("chip")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(f"按 {place + 1} 选它，或者用 ←→")
            button.clicked.connect(partial(self.choose, place))
            self._lanes.addWidget(button)
            self.choices.append(button)
        self.choose(list(offer.lanes).index(offer.first))
        self.show()
        self.setFocus()

    def choose(self, place: int, _on: bool = False) -> None:  # noqa: FBT001,FBT002 - Qt's clicked(bool)
        """Choose a lane by its place."""
        if self._offer is None or not 0 <= place < len(self._offer.lanes):
            return
        self._at = place
        for at, button in enumerate(self.choices):
            button.setChecked(at == place)
        _clear(self._ticks, self.optional)
        for stage in (one for one in self.lane.stages if one.only_if_asked):
            box = QCheckBox(f"报请{stage.signer or stage.name}")
            box.setToolTip(f"必要时才走的一步：{stage.name}（B 键）")
            box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            box.setProperty("stage", stage.name)
            box.toggled.connect(self._tell)
            self._ticks.addWidget(box)
            self.optional.append(box)
        self._tell()

    @property
    def lane(self) -> Lane:
        """The lane chosen."""
        assert self._offer is not None  # noqa: S101 - asked only once lanes are offered
        return self._offer.lanes[self._at]

    @property
    def along(self) -> frozenset[str]:
        """The optional stages wanted."""
        return frozenset(str(box.property("stage")) for box in self.optional if box.isChecked())

    @property
    def lacks(self) -> list[Lack]:
        """What the draft lacks for the lane chosen."""
        found = self._offer.lacks if self._offer else {}
        return [found[one] for one in Condition if one in found and one in self.lane.conditions]

    @override
    def accept(self) -> None:
        """Send, or go to the first thing that is missing."""
        if self.lacks:
            self.wanted.emit(self.lacks[0].condition)
            return
        self.hide()
        self.confirmed.emit(self.lane, self.along)

    def _tell(self) -> None:
        stages = [
            one for one in self.lane.stages if not one.only_if_asked or one.name in self.along
        ]
        people = self._offer.people if self._offer else ()
        told = " → ".join(_stage(one, people) for one in stages)
        then = "，送审即办结" if self.lane.at_once else ""
        self.route.setText(f"<span style='color:{style.MUTED}'>{escape(told)}{then}</span>")
        self.state.setText("<br>".join(self._conditions()))
        self.state.setVisible(bool(self.lane.conditions))
        self.state.setToolTip("\n".join(lack.sentence for lack in self.lacks))
        self.accept_button.setText("去处理" if self.lacks else "送审")

    def _conditions(self) -> Iterable[str]:
        missing = {one.condition: one for one in self.lacks}
        met = [one for one in Condition if one in self.lane.conditions and one not in missing]
        if met:
            words = "　".join(f"✓ {one}" for one in met)
            yield f"<span style='color:{style.GREEN}'>{words}</span>"
        for condition, lack in missing.items():
            link = f"<a href='{condition.name}' style='color:{style.ACCENT}'>去处理</a>"
            brief = _END.split(lack.sentence, maxsplit=1)[0]
            yield f"<span style='color:{style.AMBER}'>▲</span> {escape(brief)}　{link}"

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.choose(self._at + (1 if key == Qt.Key.Key_Right else -1))
        elif key == Qt.Key.Key_B and self.optional:
            self.optional[0].toggle()
        elif event.text().isdigit():
            self.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)


def _stage(stage: Stage, people: Sequence[Person]) -> str:
    who = stands_in(people, stage.signer) if stage.signer else ""
    if who == stage.signer:
        return f"{stage.name} {who}".strip()
    return f"{stage.name} {stage.signer}（外出，{who}代）"


def _clear(layout: QLayout, widgets: Sequence[QToolButton] | Sequence[QCheckBox]) -> None:
    for widget in widgets:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
    if isinstance(widgets, list):
        widgets.clear()
