"""The measures of GB/T 9704-2012, in points unless a name says otherwise."""

from dataclasses import dataclass

MM = 72 / 25.4
BODY_SIZE = 16.0  # 三号
TRACKING = -0.25  # 28 × 16 pt would be wider than 156 mm
WIDTH = 156 * MM
BREAK_LIMIT = 441.9  # 0.3 pt less than WIDTH: Word counts the last character's tracking too
CELL = BODY_SIZE + TRACKING
ASCENT = 0.88  # of the character box above the baseline, in em
INNER_MM, OUTER_MM = 28, 26  # 订口, 切口
FOLIO_BASELINE_MM = 270.9  # puts the dash 7 mm below the page's text


@dataclass(frozen=True, slots=True)
class Grid:
    """How the 22 lines stand on the page; ``top_mm`` is the upper edge of the first characters."""

    top_mm: float
    pitch: float
    margin_top_mm: float  # 页面设置 of the .docx that puts the characters there
    margin_bottom_mm: float
    centred: bool  # characters in the middle of their line, or at Word's usual height
    lines: int = 22

    def y(self, row: float) -> float:
        """The upper edge of a body character box in a row counted from 0."""
        return self.top_mm * MM + row * self.pitch


GRIDS = {
    # 撑满版心: 天头 37 mm and 地脚 35 mm are measured to the characters.
    "full": Grid(37.0, 29.6, 34.5, 32.2, centred=True),
    # Word's habit: 上 37, 下 35 mm in 页面设置, which puts the characters 3 mm lower.
    "word": Grid(40.2, 28.95, 37.0, 35.0, centred=False),
}


def left_mm(page: int) -> int:
    """The left margin of a page counted from 1: the bound edge changes sides."""
    return INNER_MM if page % 2 else OUTER_MM
