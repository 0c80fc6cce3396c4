"""Pages for the printer: drawn in parts, seen as one, never large in memory."""

import pytest
from PIL import Image, ImageChops, ImageStat

from desk.body import Body, Picture
from desk.layout.imposition import Imposition
from desk.layout.pdf import render_pdf
from desk.layout.preview import page_images
from desk.layout.printer_strips import page_strips
from desk.layout.sheets import imposed

A4_600, A3_600 = (4961, 7016), (9921, 7016)


@pytest.fixture
def pdf(issue, fonts, chinese, photo):
    data = photo()
    body = Body((Picture("d", 400, 300, "现场图"),))
    return render_pdf(issue(body, chinese(900)), {"d": data}, fonts).pdf


def pasted(strips, size, mode="RGB"):
    """The strips put where they belong on white paper."""
    whole = Image.new(mode, size, "white")
    for one in strips:
        kind, raw = ("L", "L") if one.is_grey else ("RGB", "BGRX")
        area = (one.width, one.height)
        part = Image.frombytes(kind, area, one.pixels, "raw", raw, one.stride)
        whole.paste(part.convert(mode), (one.left, one.top))
    return whole


@pytest.mark.parametrize("page", [0, 1])
@pytest.mark.parametrize("grey", [False, True])
def test_the_strips_of_a_page_show_the_whole_page(pdf, page, grey):
    image = page_images(pdf, 300, range(page, page + 1))[0]
    once = Image.frombytes("RGB", (image.width, image.height), image.rgb)
    size = (2480, 3508)
    mode = "L" if grey else "RGB"
    away = ImageChops.difference(
        pasted(page_strips(pdf, page, 300, grey=grey), size, mode),
        once.resize(size).convert(mode),
    )
    assert max(ImageStat.Stat(away).mean) < 1


def test_only_what_has_colour_is_drawn_in_colour(pdf, photo):
    strips = list(page_strips(pdf, 0, 300))
    assert {one.is_grey for one in strips} == {True, False}
    assert all(one.is_grey for one in page_strips(pdf, 0, 300, grey=True))


def test_blank_paper_is_not_drawn(pdf):
    drawn = sum(one.width * one.height for one in page_strips(pdf, 1, 600))
    assert 0 < drawn < 0.7 * A4_600[0] * A4_600[1]
    booklet = imposed(pdf, [0], Imposition.BOOKLET_A3)
    assert list(page_strips(booklet, 1, 600)) == []


def test_no_strip_of_a_large_side_takes_much_memory(pdf):
    side = imposed(pdf, range(4), Imposition.BOOKLET_A3)
    strips = list(page_strips(side, 0, 600))
    assert max(len(one.pixels) for one in strips) < 16_000_000
    assert max(one.left + one.width for one in strips) <= A3_600[0]
