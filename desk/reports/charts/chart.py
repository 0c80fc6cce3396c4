"""What a chart is: pages of a chosen size, with the places that tell a figure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from desk.surveys.survey import Survey

if TYPE_CHECKING:
    from desk.reports.sheet import Sheet  # brings matplotlib, which a list of charts does without


class Paper(Enum):
    """The size of a chart's pages in mm, and the size of its text in points."""

    ACROSS = ("A4 横向", 297.0, 210.0, 9.0)
    UPRIGHT = ("A4 纵向", 210.0, 297.0, 9.0)
    WIDE = ("16:9 投影", 338.67, 190.5, 14.0)
    CLASSIC = ("4:3 投影", 254.0, 190.5, 13.0)

    def __init__(self, words: str, width: float, height: float, text_pt: float) -> None:
        self.words, self.width, self.height, self.text_pt = words, width, height, text_pt


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page that tells a figure: a box in mm from the page's top left corner.

    ``unit_id`` and the days lead to the lines behind the figure; 0 and None lead nowhere.
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    unit_id: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a chart; ``note`` is what the presenter may say to it, with its evidence."""

    sheet: "Sheet"
    spots: tuple[Spot, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart by its key; ``question`` is what it answers, in a few words.

    ``draw`` gives at least one page, also where there is nothing to show (it says so there). More
    units give more pages, never smaller text.
    """

    key: str
    title: str
    question: str
    draw: Callable[[Survey, Paper], Sequence[Page]]
