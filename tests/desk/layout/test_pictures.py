"""A picture is as wide on the page as its size class says, in the PDF and in Word."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from desk.body import Body, Picture, Size, plain
from desk.layout.grid import GRIDS, WIDTH
from desk.layout.pdf import render_pdf
from desk.layout.pictures import place_picture

WIDTHS = [(Size.WIDE, WIDTH), (Size.HALF, WIDTH / 2), (Size.SMALL, WIDTH / 3)]
_TOLERANCE = 0.6  # points: the .docx counts in whole EMU of rounded points


@pytest.fixture
def widths(fonts):
    """The widths of the pictures in a PDF, in points, from the top of the first page on."""

    def read(content, pictures):
        with pypdfium2.PdfDocument(render_pdf(content, pictures, fonts).pdf) as document:
            found = []
            for page in document:
                boxes = [one.get_bounds() for one in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE])]
                found += sorted(((-top, right - left) for left, _b, right, top in boxes))
        return [width for _top, width in found]

    return read


def body_of(*sizes):
    pictures = [Picture("d", 1600, 900, f"图　{size}", size=size) for size in sizes]
    return Body((*plain("甲").blocks, *pictures))


@pytest.mark.parametrize(("size", "width"), WIDTHS)
def test_each_class_has_its_width_in_the_pdf_and_in_word(
    issue, widths, written, photo, size, width
):
    content, pictures = issue(body_of(size)), {"d": photo(size=(1600, 900))}
    assert widths(content, pictures) == [pytest.approx(width, abs=_TOLERANCE)]
    (shape,) = written(content, pictures).inline_shapes
    assert shape.width.pt == pytest.approx(width, abs=_TOLERANCE)
    assert shape.height.pt == pytest.approx(width * 9 / 16, abs=_TOLERANCE)


def test_one_picture_in_two_sizes_has_both(issue, widths, photo):
    content = issue(body_of(Size.SMALL, Size.WIDE))
    found = widths(content, {"d": photo(size=(1600, 900))})
    assert found == pytest.approx([WIDTH / 3, WIDTH], abs=_TOLERANCE)


@pytest.mark.parametrize("grid", GRIDS.values())
@pytest.mark.parametrize("size", Size)
def test_a_tall_picture_keeps_its_shape_and_never_fills_the_page(grid, size):
    block = place_picture(Picture("d", 900, 4000, size=size), grid, keep=False)
    assert block.rows <= 12
    assert block.height / block.width == pytest.approx(4000 / 900, rel=0.01)
