"""The stopwatch on the screen: every clock of the emergency, in large figures."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.clocks import Pressure
from desk.emergencies.stopwatch import Hand
from ui import style

_PRESSURES = {Pressure.OVER: "over", Pressure.SOON: "soon", Pressure.CALM: "calm"}
_MARKS = {Pressure.OVER: "▲ ", Pressure.SOON: "● ", Pressure.CALM: ""}


class HandBox(QFrame):
    """One clock: its label, and how it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hand")
        self.label, self.words = QLabel(), QLabel()
        self.label.setObjectName("muted")
        self.words.setObjectName("figure")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.words)

    def show_hand(self, hand: Hand) -> None:
        """Show how a clock stands; the moment it ends at goes to its label."""
        words, _, rest = hand.words.partition("（")
        mark = "✓ " if hand.is_done and hand.pressure is Pressure.CALM else _MARKS[hand.pressure]
        self.label.setText(f"{hand.label}　{rest.rstrip('）')}".rstrip())
        self.words.setText(f"{mark}{words}")
        pressure = _PRESSURES[hand.pressure]
        if self.property("pressure") != pressure:
            self.setProperty("pressure", pressure)
            for one in (self, self.words):
                one.style().unpolish(one)
                one.style().polish(one)


class Stopwatch(QWidget):
    """The clocks side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes: list[HandBox] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.GAP)

    @property
    def words(self) -> list[str]:
        """What is read on it."""
        return [
            f"{one.label.text()}：{one.words.text()}"
            for one in self._boxes
            if one.isVisibleTo(self)
        ]

    def show_hands(self, hands: Sequence[Hand], most: int = 6) -> None:
        """Show the clocks as they stand now; what is done or far makes room."""
        while len(hands) > most:
            drop = next((one for one in hands if one.is_done), hands[-1])
            hands = [one for one in hands if one is not drop]
        while len(self._boxes) < len(hands):
            self._boxes.append(HandBox())
            self._row.addWidget(self._boxes[-1], 1)
        for at, box in enumerate(self._boxes):
            box.setVisible(at < len(hands))
            if at < len(hands):
                box.show_hand(hands[at])
