"""Grids of smaller print, for what has to stand on one page."""

from dataclasses import replace

from desk.layout.grid import BODY_SIZE, GRIDS, MM, TRACKING, WIDTH, Grid

_SIZES = (14.0, 12.0, 10.5, 9.0)  # 四号, 小四, 五号, 小五
_PITCH = 1.6  # from line to line, in em
_LONG = 297.0  # A4, in mm
_SLACK = 0.6  # mm that a page of Word has to spare, or its last line goes to the next


def small_grid(size: float) -> Grid:
    """The official page filled with lines of smaller characters."""
    full = GRIDS["full"]
    pitch, spacing = _PITCH * size, round(TRACKING * size / BODY_SIZE * 20) / 20
    lines = int(full.lines * full.pitch / pitch)
    margin = full.top_mm - (pitch - size) / 2 / MM
    return replace(
        full,
        pitch=pitch,
        margin_top_mm=round(margin, 1),
        margin_bottom_mm=round(_LONG - margin - lines * pitch / MM - _SLACK, 1),
        lines=lines,
        cells=int(WIDTH / (size + spacing)),
        size=size,
        spacing=spacing,
    )


SMALLER = tuple(small_grid(size) for size in _SIZES)
