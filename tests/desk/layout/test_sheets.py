"""Pages on sheets: text stays text, nothing moves, and every copy bears its own number."""

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from PIL import Image, ImageChops

from desk.layout.copy_numbers import number_sheet
from desk.layout.dressing import dressed
from desk.layout.imposition import Imposition, sides_of, spread_of
from desk.layout.pdf import render_pdf
from desk.layout.preview import page_images
from desk.layout.sheets import Copies, chosen_pages, imposed
from desk.layout.watermark import mark_sheet

MM = 72 / 25.4


@pytest.fixture(scope="module")
def numbers():
    return [f"{one:06d}" for one in (1, 2, 35)]


@pytest.fixture
def long(issue, chinese):
    return issue(*[chinese(700)] * 3)


@pytest.fixture
def pdf(long, fonts):
    return render_pdf(long, {}, fonts).pdf


@pytest.fixture
def sheet(pdf, long, numbers, fonts):
    return number_sheet(pdf, long, numbers, fonts)


def texts(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def sizes_mm(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [tuple(round(side / MM) for side in page.get_size()) for page in document]


def drawn(pdf, number, dpi=100):
    image = page_images(pdf, dpi, range(number, number + 1))[0]
    return Image.frombytes("RGB", (image.width, image.height), image.rgb)


def differs(one, other):
    """Where two pictures differ by more than the shades at an edge; None where nowhere."""
    return ImageChops.difference(one, other).convert("L").point(lambda v: 255 * (v > 96)).getbbox()


@pytest.mark.parametrize("way", Imposition)
def test_all_text_stands_on_the_sides_as_text(pdf, way):
    pages = texts(pdf)
    made = imposed(pdf, range(len(pages)), way)
    assert sorted("".join(texts(made))) == sorted("".join(pages))
    assert len(texts(made)) == sides_of(len(pages), way)


@pytest.mark.parametrize("way", Imposition)
def test_sides_have_the_size_of_their_paper(pdf, way):
    spread = spread_of(way)
    size = (round(spread.width / MM), round(spread.height / MM))
    assert set(sizes_mm(imposed(pdf, range(5), way))) == {size}


def test_an_a3_booklet_shows_the_first_page_right_of_the_fold_and_not_shrunk(pdf):
    cover = drawn(imposed(pdf, range(5), Imposition.BOOKLET_A3), 0)
    page = drawn(pdf, 0)
    right = cover.crop((cover.width - page.width, 0, cover.width, page.height))
    assert differs(right, page) is None


def test_an_imposed_file_holds_its_faces_once(pdf):
    assert len(imposed(pdf, range(5), Imposition.BOOKLET_A3)) < 1.2 * len(pdf)


def test_all_pages_chosen_are_the_very_bytes(pdf):
    count = len(texts(pdf))
    assert chosen_pages(pdf, range(count)) == pdf
    assert texts(chosen_pages(pdf, [1, 3])) == [texts(pdf)[1], texts(pdf)[3]]


def test_every_copy_bears_its_own_number_and_nothing_else_changes(pdf, sheet, numbers):
    pages = texts(pdf)
    made = texts(imposed(pdf, range(len(pages)), Imposition.NONE, Copies(range(3), sheet)))
    for at, number in enumerate(numbers):
        first, *rest = made[at * len(pages) : (at + 1) * len(pages)]
        assert (number in first, first.replace(f"编号：{number}", "")) == (True, pages[0])
        assert rest == pages[1:]


def test_the_numbered_page_differs_only_where_the_number_stands(pdf, sheet):
    made = drawn(imposed(pdf, range(5), Imposition.NONE, Copies([2], sheet)), 0)
    left, top, right, bottom = (edge / 100 * 25.4 for edge in differs(made, drawn(pdf, 0)))
    assert 140 < left < right <= 184.5
    assert 36 < top < bottom < 43.5


def test_one_copy_alone_can_be_made(pdf, sheet, numbers):
    made = texts(imposed(pdf, range(5), Imposition.NONE, Copies([2], sheet)))
    assert len(made) == 5
    assert numbers[2] in made[0]


def test_copies_begin_on_sheets_of_their_own(pdf, sheet):
    made = texts(imposed(pdf, range(5), Imposition.NONE, Copies(range(3), sheet, apart=True)))
    assert [at for at, text in enumerate(made) if "编号" in text] == [0, 6, 12]
    assert [made[at] for at in (5, 11, 17)] == ["", "", ""]


@pytest.mark.parametrize("way", [Imposition.NONE, Imposition.TWO, Imposition.BOOKLET_A3])
def test_every_side_of_many_copies_says_whose_it_is(pdf, way, fonts):
    marks = [f"内部　{one:06d}　县第{one}局" for one in range(1, 16)]
    spread = spread_of(way)
    sheet = mark_sheet(marks, (spread.width, spread.height), date(2026, 7, 15), fonts)
    made = texts(imposed(pdf, range(5), way, Copies(range(15), b"", sheet, apart=True)))
    each = len(made) // 15
    for at, side in enumerate(made):
        if side:
            assert set(re.findall(r"内部\d{6}县第\d+局", side)) == {
                "".join(marks[at // each].split())
            }
    plain = texts(imposed(pdf, range(5), way, Copies(range(15), apart=True)))
    bare = ["".join(re.sub(r"内部\d{6}县第\d+局", "", side)) for side in made]
    assert bare == plain


def test_copies_without_their_first_page_need_no_number(pdf, sheet):
    made = texts(imposed(pdf, [1, 2], Imposition.TWO, Copies(range(2), sheet)))
    assert len(made) == 2
    assert not any("编号" in text for text in made)


def test_a_numbered_booklet_bears_the_number_on_its_cover(pdf, sheet, numbers):
    made = texts(imposed(pdf, range(5), Imposition.BOOKLET_A4, Copies(range(3), sheet)))
    assert [numbers[at // 4] in text for at, text in enumerate(made)] == [True, *[False] * 3] * 3


@pytest.mark.parametrize(
    ("secrecy", "left_mm", "right_mm"), [("", 27, 50), ("机密★1年", 160, 184.5)]
)
def test_without_a_place_of_its_own_the_number_stands_where_line_1_is_free(
    issue, fonts, numbers, secrecy, left_mm, right_mm
):
    content = issue("正文。", secrecy=secrecy)
    template = dressed(content)
    head = tuple(replace(one, right="") for one in template.masthead[:1]) + template.masthead[1:]
    bare = replace(template, masthead=head)
    pdf = render_pdf(content, {}, fonts, bare).pdf
    sheet = number_sheet(pdf, content, numbers, fonts, bare)
    made = drawn(imposed(pdf, [0], Imposition.NONE, Copies([0], sheet)), 0)
    left, top, right, bottom = (edge / 100 * 25.4 for edge in differs(made, drawn(pdf, 0)))
    assert left_mm < left < right <= right_mm
    assert 36.5 < top < bottom < 43.5
