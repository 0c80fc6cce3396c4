"""One line of text, set on the same base line whatever its characters are."""

from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgba
from matplotlib.text import Text
from typing_extensions import override

from desk.reports.charts.measure import ems
from desk.reports.charts.shapes import pixels
from desk.reports.figure_bytes import face

_BASE = 0.37  # ems of the base line below the middle of a line
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}  # parts of the width before its place


class LineText(Text):
    """A line measured once, by the face's own widths; matplotlib would lay it out at each use.

    Figures and characters beside one another stand level: matplotlib centres each by its ink.
    """

    def __init__(self, place: tuple[float, float], words: str, size_pt: float, side: str) -> None:
        super().__init__(
            *place,
            words,
            fontproperties=face(size_pt),
            ha=side,
            va="center_baseline",
            parse_math=False,  # a "$" in a name is a dollar
        )
        self._ahead = ems(words) * _BEFORE[side]

    @override
    def set_clip_path(self, path: object, transform: object = None) -> None:
        """Stay whole: no text leaves its page, and to clip it takes as long as to draw it."""

    @override
    def draw(self, renderer: RendererBase) -> None:
        """Draw it without laying it out."""
        x, y = self.get_transform().transform(self.get_position())
        em = pixels(renderer, float(self.get_fontsize()))
        x, y = x - self._ahead * em, y - _BASE * em
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        gc = renderer.new_gc()
        gc.set_foreground(to_rgba(self.get_color()), isRGBA=True)
        words = self.get_text()
        renderer.draw_text(gc, x, y, words, self.get_fontproperties(), 0, ismath=False)
        gc.restore()
