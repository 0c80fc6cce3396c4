"""All shapes of a page as one artist: there are hundreds, and an artist for each is slow."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from typing_extensions import override

from desk.reports.charts.style import Fill

Dashes = Literal["-", "--", ":", "-."]
Colour = tuple[float, float, float, float]

UNDER, AREAS, LINES = range(3)  # what is drawn first lies below
_HATCH_PT = 1.0
_DASHES: dict[Dashes, tuple[float, ...]] = {
    "-": (),
    "--": (3.7, 1.6),
    ":": (1.0, 1.65),
    "-.": (6.4, 1.6, 1.0, 1.6),
}  # in widths of the line

_Draw = Callable[[RendererBase, GraphicsContextBase, Transform], None]


class Shapes(Artist):
    """Boxes, shapes, lines and marks in mm of the page, drawn layer by layer as they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._layers: tuple[list[_Draw], ...] = ([], [], [])

    def box(self, corners: tuple[float, float, float, float], fill: Fill) -> None:
        """Fill an upright box, given by left, top, right and bottom."""
        left, top, right, bottom = corners
        place = Affine2D.from_values(right - left, 0, 0, bottom - top, left, top)

        def draw(renderer: RendererBase, gc: GraphicsContextBase, page: Transform) -> None:
            gc.set_linewidth(0)
            if fill.hatch:
                gc.set_hatch(fill.hatch)
                gc.set_hatch_color(_rgba(fill.stroke))
                gc.set_hatch_linewidth(_HATCH_PT)
            renderer.draw_path(gc, Path.unit_rectangle(), place + page, _rgba(fill.colour))

        self._layers[AREAS].append(draw)

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill a shape by its corners."""
        path = Path([*points, points[0]], closed=True)

        def draw(renderer: RendererBase, gc: GraphicsContextBase, page: Transform) -> None:
            gc.set_linewidth(0)
            renderer.draw_path(gc, path, page, _rgba(colour))

        self._layers[AREAS].append(draw)

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width_pt: float,
        style: Dashes,
        layer: int = LINES,
    ) -> None:
        """Draw a line through points."""
        path = Path(points)

        def draw(renderer: RendererBase, gc: GraphicsContextBase, page: Transform) -> None:
            gc.set_foreground(_rgba(colour), isRGBA=True)
            gc.set_linewidth(width_pt)
            gc.set_joinstyle("round")
            if _DASHES[style]:
                gc.set_dashes(0, [width_pt * part for part in _DASHES[style]])
            renderer.draw_path(gc, path, page, None)

        self._layers[layer].append(draw)

    def mark(self, place: tuple[float, float], shape: str, size_pt: float, fill: Fill) -> None:
        """Set a shape whose edge is of the fill's stroke."""
        style = _marker(shape)
        path, own = style.get_path(), style.get_transform()
        inside = _rgba(fill.colour) if style.is_filled() else None

        def draw(renderer: RendererBase, gc: GraphicsContextBase, page: Transform) -> None:
            x, y = page.transform(place)
            gc.set_foreground(_rgba(fill.stroke), isRGBA=True)
            gc.set_linewidth(1.0)
            gc.set_joinstyle(style.get_joinstyle())
            at = own + Affine2D().scale(pixels(renderer, size_pt)).translate(x, y)
            renderer.draw_path(gc, path, at, inside)

        self._layers[LINES].append(draw)

    @override
    def draw(self, renderer: RendererBase) -> None:
        """Draw all layers."""
        page = self.get_transform()
        for layer in self._layers:
            for draw in layer:
                gc = renderer.new_gc()
                draw(renderer, gc, page)
                gc.restore()


def pixels(renderer: RendererBase, points: float) -> float:
    """What so many points are in the renderer's own measure."""
    return float(np.asarray(renderer.points_to_pixels(points)))


@cache
def _rgba(colour: str) -> Colour:
    return to_rgba(colour)


@cache
def _marker(shape: str) -> MarkerStyle:
    return MarkerStyle(shape)
