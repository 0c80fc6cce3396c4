"""Pages as images."""

import pytest
from PIL import Image, ImageChops, ImageStat

from desk.layout.imposition import Imposition
from desk.layout.pdf import render_pdf
from desk.layout.preview import page_images, page_strips
from desk.layout.sheets import imposed


def test_all_pages_are_drawn_at_the_size_asked_for(issue, fonts, chinese):
    pages = render_pdf(issue(chinese(900)), {}, fonts)
    images = page_images(pages.pdf, 96)
    assert len(images) == pages.page_count
    assert (images[0].width, images[0].height) == (794, 1123)
    assert all(len(image.rgb) == image.width * image.height * 3 for image in images)


def test_single_pages_can_be_drawn(issue, fonts, chinese):
    pdf = render_pdf(issue(chinese(900)), {}, fonts).pdf
    assert page_images(pdf, 50, range(1, 2)) == page_images(pdf, 50)[1:2]


def test_red_is_the_first_byte(issue, fonts):
    image = page_images(render_pdf(issue("正文"), {}, fonts).pdf, 96, range(1))[0]
    pixels = {image.rgb[at : at + 3] for at in range(0, len(image.rgb), 3)}
    assert bytes((0xE6, 0x00, 0x12)) in pixels


@pytest.mark.parametrize("grey", [False, True])
def test_a_page_drawn_in_strips_is_the_page_drawn_at_once(issue, fonts, chinese, grey):
    pdf = render_pdf(issue(chinese(900)), {}, fonts).pdf
    strips = list(page_strips(pdf, 0, 300, grey=grey))
    size = (strips[0].width, strips[-1].top + strips[-1].height)
    whole = Image.new("L" if grey else "RGB", size)
    for one in strips:
        raw = ("L", one.stride) if grey else ("BGRX", one.stride)
        area = (one.width, one.height)
        whole.paste(Image.frombytes(whole.mode, area, one.pixels, "raw", *raw), (0, one.top))
    image = page_images(pdf, 300, range(1))[0]
    once = Image.frombytes("RGB", (image.width, image.height), image.rgb).resize(size)
    away = ImageChops.difference(whole.convert("L"), once.convert("L"))
    assert ImageStat.Stat(away).mean[0] < 1


def test_no_strip_of_a_large_side_takes_much_memory(issue, fonts):
    pdf = imposed(render_pdf(issue("正文"), {}, fonts).pdf, [0], Imposition.BOOKLET_A3)
    strips = list(page_strips(pdf, 0, 600))
    assert max(len(one.pixels) for one in strips) < 9_000_000
    assert (strips[0].width, strips[-1].top + strips[-1].height) == (9921, 7016)
