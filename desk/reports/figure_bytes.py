"""Figures as files: one Chinese face given by file, and the same bytes every time."""

from functools import cache
from io import BytesIO
from typing import Any, Literal

import matplotlib as mpl
import pylopdf_fonts_zh_cn
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.typing import RcKeyType
from PIL.Image import Image, frombuffer

Format = Literal["png", "pdf", "svg"]

# Times and version marks are left out so that one table gives the same bytes for ever.
METADATA: dict[Format, dict[str, str | None]] = {
    "pdf": {"CreationDate": None, "Producer": None, "Creator": None},
    "svg": {"Date": None, "Creator": None},
}
SETTINGS: dict[RcKeyType, Any] = {
    "pdf.fonttype": 42,
    "ps.fonttype": 42,  # PDF takes it for how many characters a face is cut into: one piece
    "svg.fonttype": "path",
    "svg.hashsalt": "infodesk",
    "text.hinting": "none",  # text is as wide at every resolution as it was measured
}


@cache
def face(size_pt: float) -> FontProperties:
    """The face of all text in charts, by file: no font need be installed."""
    return FontProperties(fname=str(pylopdf_fonts_zh_cn.sans_path()), size=size_pt)


def blank_figure(width_mm: float, height_mm: float) -> Figure:
    """Make an empty white figure without a window."""
    figure = Figure(figsize=(width_mm / 25.4, height_mm / 25.4), facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def figure_bytes(figure: Figure, fmt: Format, dpi: int) -> bytes:
    """Write a figure as a file of that format."""
    buffer = BytesIO()
    with mpl.rc_context(SETTINGS):
        if fmt == "png":
            picture_of(figure, dpi).save(buffer, "png", dpi=(dpi, dpi), compress_level=1)
        else:
            figure.savefig(buffer, format=fmt, dpi=dpi, metadata=METADATA[fmt])
    return buffer.getvalue()


def picture_of(figure: Figure, dpi: int) -> Image:
    """Draw a figure without its alpha channel, which takes a third of the time to pack."""
    former = figure.dpi
    figure.dpi = dpi
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib's own is untyped
    size = canvas.get_width_height()
    figure.dpi = former
    rows = canvas.buffer_rgba()  # type: ignore[no-untyped-call]  # the same
    return frombuffer("RGBA", size, rows).convert("RGB")
