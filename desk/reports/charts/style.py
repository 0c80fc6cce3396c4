"""The one look of all charts: colours in steps of lightness, fills, sizes of text, margins.

Nothing is told by colour alone: what differs in colour differs in lightness too, or in hatching,
shape or its own word, so that a chart reads the same for a colour-blind person and in black and
white.
"""

from dataclasses import dataclass

from desk.reports.charts.chart import Paper
from desk.reports.sheet import BLUE, DARK, INK, LIGHT, MIDDLE, MM_PER_POINT, RED

PALE = "#cfe0f0"  # blue so light that ink reads well on it
DEEP = "#17406f"
MARGIN = 11.0  # white around a page, mm
_PRINT_LEAST, _SLIDE_LEAST, _SLIDE = 7.0, 12.0, 12.0  # points


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area is filled: its colour, and hatching drawn on it in another."""

    colour: str
    hatch: str = ""
    stroke: str = "white"
    words: str = INK  # colour of text that stands on it


POINTS = Fill(BLUE, words="white")  # what a unit has reached
LACKING = Fill(RED, "/////", "white")  # always with a ▼ or a word beside it
ASKED = Fill(LIGHT)  # what it is to reach
GONE = Fill(MIDDLE)  # what it should have by now; what was there before
SENT = Fill(PALE)
TURNED = Fill(RED, "////", "white")  # turned away
BELOW = Fill("white", "//////", RED)  # negative points

# Amounts of one kind, from little to much: a lightness step each.
STEPS = (
    Fill("#e3edf6"),
    Fill("#a9c8e4"),
    Fill("#5f97cb", words="white"),
    Fill("#2563a8", words="white"),
    Fill(DEEP, words="white"),
    Fill("#0b2038", words="white"),
)

LIGHT_STEPS = (STEPS[0], STEPS[2], STEPS[4], Fill("#f0b65a"), Fill("white", "////", DARK))

# Things of different kinds side by side: neighbours differ in lightness, colour and hatching.
KINDS = (
    Fill(DEEP, words="white"),
    Fill("#f0b65a"),
    Fill("#5f97cb", "////", "white"),
    Fill("#f7e6c4", "....", "#8a5a14"),
    Fill("#8a4b14", words="white"),
    Fill(PALE, "\\\\\\\\", BLUE),
    Fill(DARK, "xxxx", "white"),
    Fill(LIGHT, "----", DARK),
    Fill("#c98a2b", "||||", "white"),
    Fill("white", "++++", MIDDLE),
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of text on a paper, in points; nothing is smaller than ``small``."""

    body: float
    small: float
    head: float
    title: float

    @property
    def em(self) -> float:
        """The width of a Chinese character of body text in mm."""
        return self.body * MM_PER_POINT


def sizes(paper: Paper) -> Sizes:
    """The sizes of text on a paper: 7 points and more in print, 12 and more on a screen."""
    body = paper.text_pt
    least = _SLIDE_LEAST if body >= _SLIDE else _PRINT_LEAST
    return Sizes(body, max(least, body * 0.85), body * 1.1, body * 1.75)
