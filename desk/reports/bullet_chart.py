"""The bullet chart (完成情况图): every unit's points against its quota and the pace."""

from desk.reports.bullet_bars import Scale, draw_column
from desk.reports.bullet_rows import columns, height, label, summary
from desk.reports.figure_bytes import Format, figure_bytes
from desk.reports.sheet import BLUE, DARK, INK, LIGHT, MIDDLE, MM_PER_POINT, RED, Sheet, blank_sheet
from desk.scoring.figures import printed
from desk.scoring.results import ScoreTable

_MARGIN, _GUTTER = 11.0, 9.0
_HEAD, _FOOT = 28.0, 7.0  # title, sentence and legend; white below
_COLUMN_LEAST = 130.0
_ROW_LEAST, _ROW_MOST = 3.8, 6.0


def bullet_chart(
    table: ScoreTable, title: str, *, fmt: Format = "png", dpi: int = 200, width_mm: float = 210
) -> bytes:
    """Draw all units, grouped, by completion; as many columns as the width has room for.

    Some 60 units fill an A4 page: upright at 210 mm, across (and on the screen) at 297 mm. With
    more of them the chart grows longer; its text is never smaller than 7.4 points.
    """
    dealt = columns(table, max(1, int(width_mm // _COLUMN_LEAST)))
    count = len(dealt)
    rows = max(height(lines) for lines in dealt)
    page = width_mm * 1.414 if count == 1 else width_mm / 1.414
    row = min(_ROW_MOST, max(_ROW_LEAST, (page - _HEAD - _FOOT) / max(rows, 1)))
    sheet = blank_sheet(width_mm, _HEAD + max(rows, 3) * row + _FOOT)
    scale = Scale(
        row=row,
        size_pt=min(row * 1.95, 10.0),
        names=max((len(label(item)) for item in table.units), default=0),
        limit=_limit(table),
        pace=float(table.pace) / 100,
        decimals=_decimals(table),
    )
    _head(sheet, title, table)
    each = (width_mm - 2 * _MARGIN - (count - 1) * _GUTTER) / count
    for place, lines in enumerate(dealt):
        left = _MARGIN + place * (each + _GUTTER)
        draw_column(sheet, scale, lines, (left, left + each, _HEAD))
    return figure_bytes(sheet.figure, fmt, dpi)


def _limit(table: ScoreTable) -> float:
    """Points at the end of the bars; one unit far ahead must not flatten all the others."""
    quota = max((float(item.quota or 0) for item in table.units), default=0.0)
    points = max((float(item.points) for item in table.units), default=0.0)
    return max(quota, min(points, quota * 1.5) if quota else points, 1.0)


def _decimals(table: ScoreTable) -> int:
    """The most decimals any points have, so that none is rounded."""
    figures = (value for item in table.units for value in (item.points, item.behind))
    return max((0, *(-int(value.normalize().as_tuple().exponent) for value in figures)))


def _head(sheet: Sheet, title: str, table: ScoreTable) -> None:
    room = (sheet.width - 2 * _MARGIN) / MM_PER_POINT / max(len(title), 1)
    sheet.text(sheet.width / 2, 10, title, min(16, room), ha="center")
    sheet.text(sheet.width / 2, 17.5, summary(table), 9, ha="center", color=DARK)
    _legend(sheet, 24.5, printed(table.pace))


def _legend(sheet: Sheet, y: float, pace: str) -> None:
    """Explain every shape, in the middle of the page."""
    words = ("得分", "得分，落后序时", "全年目标", f"序时进度 {pace}%", "挂零")
    widths = [7.5 + sum(2.8 if char > "⺀" else 1.6 for char in text) + 6 for text in words]
    x = (sheet.width - sum(widths) + 6) / 2
    for place, (text, width) in enumerate(zip(words, widths, strict=True)):
        _sample(sheet, place, x, y)
        sheet.text(x + 7.5, y, text, 8)
        x += width


def _sample(sheet: Sheet, place: int, x: float, y: float) -> None:
    match place:
        case 0:
            sheet.box(x, y, 6, 1.4, BLUE)
        case 1:
            sheet.box(x, y, 3.2, 1.4, RED)
            sheet.mark(x + 5, y, "v", 4)
        case 2:
            sheet.box(x, y, 6, 2.8, LIGHT)
            sheet.box(x + 5.3, y, 0.7, 3.2, INK)
        case 3:
            sheet.box(x, y, 6, 2.8, MIDDLE)
        case _:
            sheet.mark(x + 5, y, "o", 5)
