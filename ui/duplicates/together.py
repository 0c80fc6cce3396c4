"""Scroll two texts together, so that what they share stands side by side."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollBar

from desk.duplicates.evidence import Evidence, Span
from ui.duplicates.pane import Pane

Anchor = tuple[float, float]


class Together(QObject):
    """Moves one pane when the other is scrolled."""

    def __init__(self, left: Pane, right: Pane) -> None:
        super().__init__(left)
        self._panes = (left, right)
        self._evidence = Evidence()
        self._moving = False
        for pane, other, side in ((left, right, 0), (right, left, 1)):
            pane.body.verticalScrollBar().valueChanged.connect(
                lambda value, other=other, side=side: self._follow(value, other, side)
            )

    def show_evidence(self, evidence: Evidence) -> None:
        """Scroll by these shared sentences from now on."""
        self._evidence = evidence

    def _follow(self, value: int, other: Pane, side: int) -> None:
        if self._moving:
            return
        self._moving = True
        anchors = [(one[side], one[1 - side]) for one in self._anchors()]
        bar: QScrollBar = other.body.verticalScrollBar()
        bar.setValue(round(along(value, anchors)))
        self._moving = False

    def _anchors(self) -> list[Anchor]:
        """Heights that belong together: the beginnings, the shared sentences, the ends."""
        left, right = (list(pane.heights()) for pane in self._panes)
        pairs = [
            (_height(left, passage.left), _height(right, passage.right))
            for passage in self._evidence.passages
        ]
        ends = [pane.body.document().size().height() for pane in self._panes]
        return rising([(0.0, 0.0), *pairs, (ends[0], ends[1])])


def rising(anchors: Iterable[Anchor]) -> list[Anchor]:
    """The anchors that do not go up again in either text."""
    kept: list[Anchor] = []
    for anchor in anchors:
        if not kept or (anchor[0] >= kept[-1][0] and anchor[1] >= kept[-1][1]):
            kept.append(anchor)
    return kept


def along(value: float, anchors: Sequence[Anchor]) -> float:
    """Where ``value`` of the first scale lies on the second, straight between two anchors."""
    place = min(max(1, bisect_right(anchors, (value, float("inf")))), len(anchors) - 1)
    if place < 1:
        return value
    (left, right), (next_left, next_right) = anchors[place - 1], anchors[place]
    share = (value - left) / (next_left - left) if next_left > left else 1.0
    return right + share * (next_right - right)


def _height(heights: Sequence[tuple[int, float]], span: Span) -> float:
    """How far down the paragraph stands in which a span begins."""
    place = bisect_right(heights, (span[0], float("inf"))) - 1
    return heights[place][1] if place >= 0 else 0.0
