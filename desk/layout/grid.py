"""The measures of GB/T 9704-2012, in points unless a name says otherwise."""

from dataclasses import dataclass, replace
from enum import StrEnum

MM = 72 / 25.4
BODY_SIZE = 16.0  # 三号
TRACKING = -0.25  # 28 × 16 pt would be wider than 156 mm
WIDTH = 156 * MM
BREAK_LIMIT = 442.2  # WIDTH in whole twentieths, as Word and LibreOffice count it
CELL = BODY_SIZE + TRACKING
ASCENT = 0.88  # of the character box above the baseline, in em
INNER_MM, OUTER_MM = 28, 26  # 订口, 切口
FOLIO_BASELINE_MM = 270.9  # puts the dash 7 mm below the page's text
SHORT_MM, LONG_MM = 210, 297  # A4
_ACROSS_FOLIO_MM = 192.9  # 7 mm below 156 mm of text that begin 28 mm from the bound edge
ACROSS_SIDE_MM = 25  # left and right of a page across, which is bound above
_FOOTER_BELOW_MM = 1.2  # from the page number's baseline to the edge of Word's footer


class PrintSize(StrEnum):
    """The size of an edition's text: the usual one, and large print for leaders."""

    NORMAL = "三号"
    LARGE = "小一"
    LARGEST = "一号"


@dataclass(frozen=True, slots=True)
class Grid:
    """How the lines stand on the page; ``top_mm`` is the upper edge of the first characters.

    Large print is composed as if its text were 三号, on a page smaller by ``scale``: ``width``,
    ``limit``, ``tracking`` and ``step`` are measures of that page, all others of the paper.
    """

    top_mm: float
    pitch: float
    margin_top_mm: float  # 页面设置 of the .docx that puts the characters there
    margin_bottom_mm: float
    centred: bool  # characters in the middle of their line, or at Word's usual height
    lines: int = 22
    cells: int = 28  # characters in a line
    size: float = BODY_SIZE
    spacing: float = TRACKING  # in whole twentieths: what Word can hold
    folio: float = 14.0  # 4号
    parts: int = 1  # grid lines that a line of the body takes
    across: bool = False

    @property
    def scale(self) -> float:
        """How much larger than 三号 the text is."""
        return self.size / BODY_SIZE

    @property
    def wide(self) -> float:
        """The width of the text on paper."""
        return (LONG_MM - 2 * ACROSS_SIDE_MM) * MM if self.across else WIDTH

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.wide / self.scale

    @property
    def limit(self) -> float:
        """What a line may hold."""
        return (int(self.wide * 20) / 20 if self.across else BREAK_LIMIT) / self.scale

    @property
    def line(self) -> float:
        """From line to line of the body, on paper."""
        return self.pitch * self.parts

    @property
    def tracking(self) -> float:
        """What is added to the body's characters so that a line holds its cells."""
        return self.spacing / self.scale

    @property
    def step(self) -> float:
        """From line to line."""
        return self.pitch / self.scale

    @property
    def gap(self) -> float:
        """What stands between the characters of a line of nothing but Chinese; negative."""
        return (self.wide - self.cells * self.size) / (self.cells - 1)

    def y(self, row: float) -> float:
        """The upper edge of a body character box in a row counted from 0."""
        return self.top_mm * MM + row * self.pitch

    @property
    def paper_mm(self) -> tuple[int, int]:
        """How wide and how high the paper is."""
        return (LONG_MM, SHORT_MM) if self.across else (SHORT_MM, LONG_MM)

    @property
    def folio_mm(self) -> float:
        """The baseline of the page number."""
        return _ACROSS_FOLIO_MM if self.across else FOLIO_BASELINE_MM

    @property
    def footer_mm(self) -> float:
        """What Word calls the footer's distance from the edge."""
        return round(self.paper_mm[1] - self.folio_mm - _FOOTER_BELOW_MM, 1)

    def sides_mm(self, page: int) -> tuple[int, int]:
        """The margins left and right of a page counted from 1."""
        if self.across:
            return (ACROSS_SIDE_MM, ACROSS_SIDE_MM)
        left = left_mm(page)
        return (left, INNER_MM + OUTER_MM - left)


GRIDS = {
    # 撑满版心: 天头 37 mm and 地脚 35 mm are measured to the characters.
    "full": Grid(37.0, 29.6, 34.5, 32.2, centred=True),
    # Word's habit: 上 37, 下 35 mm in 页面设置, which puts the characters 3 mm lower.
    "word": Grid(40.2, 28.95, 37.0, 35.0, centred=False),
}
# Large print fills the same 156 × 225 mm, whatever the template's page: 15 × 18 and 14 × 17.
_LARGE = {
    PrintSize.LARGE: Grid(
        37.0, 43.8, 33.5, 31.2, centred=True, lines=15, cells=18, size=24.0, spacing=0.0, folio=16
    ),
    PrintSize.LARGEST: Grid(
        37.0, 47.0, 33.3, 31.1, centred=True, lines=14, cells=17, size=26.0, spacing=-0.1, folio=16
    ),
}

# Tables need rows closer than lines of the body: a quarter of one is the step of a document.
_QUARTER = GRIDS["full"].pitch / 4
_QUARTER_MM = (_QUARTER - GRIDS["full"].pitch) / 2 / MM  # where its first characters begin
UPRIGHT = replace(
    GRIDS["full"], top_mm=GRIDS["full"].top_mm + _QUARTER_MM, pitch=_QUARTER, lines=88, parts=4
)
ACROSS = Grid(
    INNER_MM + (_QUARTER - BODY_SIZE) / 2 / MM,
    _QUARTER,
    27.9,
    27.5,
    centred=True,
    lines=59,
    cells=44,
    parts=4,
    across=True,
)


def grid_of(name: str, size: PrintSize) -> Grid:
    """The grid of a template's page in an edition."""
    return _LARGE.get(size) or GRIDS[name]


def left_mm(page: int) -> int:
    """The left margin of a page counted from 1: the bound edge changes sides."""
    return INNER_MM if page % 2 else OUTER_MM
