from io import BytesIO

import matplotlib as mpl
import numpy as np
import pypdfium2
import pytest
from PIL import Image

from desk.reports.charts.catalogue import chart_of
from desk.reports.charts.chart import Paper
from desk.reports.charts.page_bytes import page_bytes, pages_pdf
from desk.reports.figure_bytes import SETTINGS


def pages(surveyed, shape, paper):
    return chart_of("bullet").draw(surveyed(shape), paper)


@pytest.mark.parametrize("fmt", ["png", "pdf", "svg"])
def test_the_same_survey_gives_the_same_bytes(surveyed, fmt):
    first, second = (pages(surveyed, "5", Paper.ACROSS) for _ in range(2))
    assert page_bytes(first[0], fmt) == page_bytes(second[0], fmt)


def test_a_picture_has_every_pixel_that_matplotlib_draws(surveyed):
    (page,) = pages(surveyed, "5", Paper.ACROSS)
    own = BytesIO()
    with mpl.rc_context(SETTINGS):
        page.sheet.figure.savefig(own, format="png", dpi=150)
    ours, theirs = (
        np.asarray(Image.open(file).convert("RGB"))
        for file in (BytesIO(page_bytes(page, "png", 150)), own)
    )
    assert np.array_equal(ours, theirs)


def test_all_pages_go_into_one_pdf_of_the_papers_size(surveyed):
    drawn = pages(surveyed, "60", Paper.WIDE)
    with pypdfium2.PdfDocument(pages_pdf(drawn)) as document:
        assert len(document) == len(drawn) > 1
        assert document[0].get_size() == pytest.approx((960, 540), abs=1)


def test_a_pdf_can_be_searched_for_every_unit(surveyed):
    survey = surveyed("60")
    with pypdfium2.PdfDocument(pages_pdf(pages(surveyed, "60", Paper.ACROSS))) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    shorts = [one.unit.short for one in survey.units if len(one.unit.short) <= 14]
    assert [name for name in shorts if name not in text] == []
