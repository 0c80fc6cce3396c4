"""Lay bulletins out, with the tables and charts that were chosen for them."""

from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from desk.bulletins.bulletin import Text
from desk.bulletins.composing import Annex, Heading, charts_annex, document_of, tables_annex
from desk.bulletins.options import BulletinOptions
from desk.layout.document_parts import Document, Drawing
from desk.reports.charts.catalogue import CHARTS
from desk.reports.charts.chart import Chart, Paper
from desk.reports.statistics.building import statistics
from desk.reports.statistics.layout import TableLayout
from desk.surveys.survey import Survey

if TYPE_CHECKING:
    from PIL.Image import Image

_WIDTH_MM = 140.0  # two of a chart's pages fit on one of the bulletin
_DPI = 150  # of a slide; made smaller for the page it is 250


class Press:
    """Tables and charts of the newest survey are made once, however often its text changes."""

    def __init__(self, layouts: Mapping[str, TableLayout]) -> None:
        self.layouts = layouts
        self._survey: Survey | None = None
        self._tables: dict[str, Annex] = {}
        self._charts: dict[str, Annex] = {}

    def document(self, survey: Survey, text: Text, day: date) -> Document:
        """A text with all that is attached to it."""
        heading = Heading(day, number=text.number)
        annexes = tuple(self._annexes(survey, text.options))
        return document_of(text.passages, survey, text.options, heading, annexes)

    def files(self, survey: Survey, text: Text, day: date) -> tuple[bytes, bytes]:
        """PDF and .docx of a text."""
        from desk.layout.document import document_docx, document_pdf  # noqa: PLC0415 - heavy

        document = self.document(survey, text, day)
        return document_pdf(document), document_docx(document)

    def pdf(self, survey: Survey, text: Text, day: date) -> bytes:
        """A text as PDF."""
        from desk.layout.document import document_pdf  # noqa: PLC0415 - heavy, loaded on use

        return document_pdf(self.document(survey, text, day))

    def _annexes(self, survey: Survey, options: BulletinOptions) -> Iterator[Annex]:
        """What was chosen of the layouts and charts there are, in the order chosen."""
        if survey is not self._survey:
            self._survey, self._tables, self._charts = survey, {}, {}
        for key in options.tables:
            if key in self.layouts:
                if key not in self._tables:
                    self._tables[key] = tables_annex(statistics(survey, self.layouts[key]))
                yield self._tables[key]
        known = {one.key: one for one in CHARTS}
        for key in options.charts:
            if key in known:
                if key not in self._charts:
                    self._charts[key] = _drawn(survey, known[key])
                yield self._charts[key]


def _drawn(survey: Survey, chart: Chart) -> Annex:
    """A chart's pages as pictures in the large letters of a slide, two on a page."""
    from desk.reports.charts.page_bytes import page_picture  # noqa: PLC0415 - brings matplotlib

    pages = chart.draw(survey, Paper.CLASSIC)
    drawings = [Drawing(_trimmed(page_picture(page, _DPI)), _WIDTH_MM) for page in pages]
    return charts_annex(chart.title, drawings, landscape=False)


def _trimmed(picture: "Image") -> bytes:
    """A picture as PNG without the white around it."""
    from PIL import Image, ImageChops  # noqa: PLC0415 - heavy, loaded on use

    box = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    buffer = BytesIO()
    picture.crop(box).save(buffer, "png")
    return buffer.getvalue()
