"""Draw one column of the bullet chart: group headings, names, bars and figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.reports.bullet_rows import HEADING, Heading, Line, label
from desk.reports.sheet import BLUE, DARK, INK, LIGHT, MIDDLE, MM_PER_POINT, RED, Sheet
from desk.scoring.figures import printed
from desk.scoring.results import UnitScore

_FIGURES = (11.7, 4.9, 0.0)  # right edges of 得分, 完成率, 落后分值 from the column's end, in em
_FIGURES_WIDTH = 15.4  # em


@dataclass(frozen=True, slots=True)
class Scale:
    """What all columns share: a row's height in mm, text in points, the end of the bars."""

    row: float
    size_pt: float
    names: float  # width of the longest name, in em
    limit: float  # points at the right end of the bars
    pace: float  # part of the quota, 0 to 1
    decimals: int  # of all points, so that they stand under one another

    @property
    def em(self) -> float:
        """The width of one Chinese character in mm."""
        return self.size_pt * MM_PER_POINT


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the parts of a row stand, in mm."""

    left: float
    right: float
    bars: float  # where points begin
    mm_per_point: float
    end: float  # right end of the bars


def draw_column(
    sheet: Sheet, scale: Scale, lines: Sequence[Line], place: tuple[float, float, float]
) -> None:
    """Draw the lines of a column; ``place`` is its left and right edge and its top."""
    left, right, y = place
    bars = left + (scale.names + 1.2) * scale.em
    end = right - _FIGURES_WIDTH * scale.em
    frame = _Frame(left, right, bars, (end - bars) / scale.limit, end)
    for position, line in enumerate(lines):
        if isinstance(line, Heading):
            _heading(sheet, scale, frame, line.text, y, with_labels=position == 0)
            y += HEADING * scale.row
        else:
            _unit(sheet, scale, frame, line, y + scale.row / 2)
            y += scale.row


def _heading(
    sheet: Sheet, scale: Scale, frame: _Frame, text: str, y: float, *, with_labels: bool
) -> None:
    foot = y + HEADING * scale.row
    base = foot - scale.row * 0.6
    sheet.line(frame.left, foot - 0.15, frame.right, foot - 0.15, 0.8)
    sheet.text(frame.left, base, text, scale.size_pt * 1.12)
    if with_labels:
        for words, edge in zip(("得分", "完成率", "落后分值"), _FIGURES, strict=True):
            x = frame.right - edge * scale.em
            sheet.text(x, base, words, scale.size_pt * 0.85, color=DARK, ha="right")
        x = frame.right - (_FIGURES[0] - 0.1) * scale.em
        sheet.text(x, base, "/目标", scale.size_pt * 0.85, color=DARK)


def _unit(sheet: Sheet, scale: Scale, frame: _Frame, item: UnitScore, y: float) -> None:
    sheet.text(frame.bars - 0.8 * scale.em, y, label(item), scale.size_pt, ha="right")
    _bar(sheet, scale, frame, item, y)
    if item.zero:
        _zero(sheet, scale, frame, item, y)
    _figures(sheet, scale, frame, item, y)


def _zero(sheet: Sheet, scale: Scale, frame: _Frame, item: UnitScore, y: float) -> None:
    """Mark a zero score where the bar would begin, its word clear of the quota's stroke."""
    sheet.mark(frame.bars + 0.5 * scale.em, y, "o", scale.size_pt * 0.62)
    quota = float(item.quota or 0) * frame.mm_per_point
    inside = quota == 0 or quota > 3.6 * scale.em
    x = frame.bars + (1.2 * scale.em if inside else max(quota, scale.em) + 0.4 * scale.em)
    sheet.text(x, y, "挂零", scale.size_pt * 0.92, color=RED)


def _bar(sheet: Sheet, scale: Scale, frame: _Frame, item: UnitScore, y: float) -> None:
    quota = float(item.quota or 0) * frame.mm_per_point
    length = float(item.points) * frame.mm_per_point
    room = frame.end - frame.bars
    sheet.box(frame.bars, y, quota, scale.row * 0.66, LIGHT)
    sheet.box(frame.bars, y, min(quota * scale.pace, room), scale.row * 0.66, MIDDLE)
    colour = RED if item.behind else BLUE
    sheet.box(frame.bars, y, max(min(length, room), 0), scale.row * 0.32, colour)
    if length > room + 0.01:  # the bar is cut: two white strokes say so
        for back in (2.4, 1.2):
            sheet.box(frame.end - back, y, 0.5, scale.row * 0.36, "white")
    if quota:
        sheet.box(frame.bars + quota - 0.35, y, 0.7, scale.row * 0.74, INK)


def _figures(sheet: Sheet, scale: Scale, frame: _Frame, item: UnitScore, y: float) -> None:
    points, done, gap = (frame.right - edge * scale.em for edge in _FIGURES)
    quota = "—" if item.quota is None else printed(item.quota)
    sheet.text(points, y, f"{item.points:.{scale.decimals}f}", scale.size_pt, ha="right")
    sheet.text(points + 0.1 * scale.em, y, f"/{quota}", scale.size_pt, color=DARK)
    completion = "—" if item.completion is None else f"{item.completion}%"
    sheet.text(done, y, completion, scale.size_pt, ha="right")
    if item.behind:
        missing = f"{item.behind:.{scale.decimals}f}"
        sheet.text(gap, y, missing, scale.size_pt, ha="right", color=RED)
        sheet.mark(gap - 3.3 * scale.em, y, "v", scale.size_pt * 0.5)
