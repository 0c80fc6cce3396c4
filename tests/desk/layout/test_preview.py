"""Pages as images."""

from desk.layout.pdf import render_pdf
from desk.layout.preview import page_images


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
