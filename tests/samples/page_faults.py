"""What is wrong with the text of a chart's page: cut, too small, or one text on another."""

from collections.abc import Iterator

import matplotlib as mpl
import numpy as np
from matplotlib.text import Text

from desk.reports.charts.chart import Page, Paper
from desk.reports.figure_bytes import SETTINGS

_EDGE = 3.0  # mm of white that no printer reaches
_TOUCH = 0.1  # mm that texts side by side may share: their boxes are wider than their ink
_LEADING = 0.12  # part of a line's height that is white
_LEAST = {True: 12.0, False: 7.0}  # points on a slide and in print


def page_faults(page: Page, paper: Paper) -> list[str]:
    """One sentence for each fault."""
    if (page.sheet.width, page.sheet.height) != (paper.width, paper.height):
        return ["the page has another size"]
    texts = [one for one in page.sheet.axes.texts if one.get_text().strip()]
    if len(page.sheet.figure.axes) > 1 or page.sheet.figure.texts:
        return ["text outside the page's own axes cannot be checked"]
    boxes = _boxes(page, texts)
    return [*_small(texts, paper), *_outside(texts, boxes, paper), *_overlaps(texts, boxes)]


def _boxes(page: Page, texts: list[Text]) -> np.ndarray:
    """Left, bottom, right and top of every text in mm from the page's bottom left corner."""
    figure = page.sheet.figure
    with mpl.rc_context(SETTINGS):
        renderer = figure.canvas.get_renderer()
        found = [text.get_window_extent(renderer).extents for text in texts]
    return np.array(found).reshape(-1, 4) * 25.4 / figure.dpi


def _small(texts: list[Text], paper: Paper) -> Iterator[str]:
    least = _LEAST[paper in {Paper.WIDE, Paper.CLASSIC}]
    for text in texts:
        if text.get_fontsize() < least:
            yield f"“{text.get_text()}” has {text.get_fontsize():.1f} points"


def _outside(texts: list[Text], boxes: np.ndarray, paper: Paper) -> Iterator[str]:
    ends = np.array([paper.width, paper.height]) - _EDGE
    for text, box in zip(texts, boxes, strict=True):
        if (box[:2] < _EDGE).any() or (box[2:] > ends).any():
            yield f"“{text.get_text()}” leaves the page"


def _overlaps(texts: list[Text], boxes: np.ndarray) -> Iterator[str]:
    left, low, right, high = boxes.T
    white = (high - low) * _LEADING
    low, high = low + white, high - white
    beside = left[:, None] + _TOUCH < right[None] - _TOUCH
    above = low[:, None] < high[None]
    for first, second in np.argwhere(np.triu(beside & beside.T & above & above.T, 1)):
        yield f"“{texts[first].get_text()}” and “{texts[second].get_text()}” overlap"
