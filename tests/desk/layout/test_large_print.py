"""Large print: the same issue in 小一 and 一号, on the same 156 × 225 mm."""

from itertools import pairwise

import pypdfium2
import pytest

from desk.layout.breaker import NO_END, NO_START
from desk.layout.grid import GRIDS, WIDTH, PrintSize, grid_of
from desk.layout.model import Strip, TextBlock
from desk.layout.pdf import lay_out, render_pdf
from desk.layout.setting import widths_of
from desk.layout.shelf import sample_issue
from desk.layout.templates import load_template, template_names

LARGE = [PrintSize.LARGE, PrintSize.LARGEST]
MIXED = "（一）行政长官说：“走高山、过大河——见日月……”增长87.3%，其中PM2.5为8.5微克。" * 9


def rows(page):
    found = {}
    for char, left, bottom, right, top in page:
        found.setdefault(round(bottom, 1), []).append((left, char, right, top))
    return [sorted(found[key]) for key in sorted(found)]


@pytest.mark.parametrize(("size", "lines", "cells"), [("小一", 15, 18), ("一号", 14, 17)])
def test_a_full_page_fills_the_same_area(issue, boxes, chinese, size, lines, cells):
    page = boxes(issue(chinese(2000)), PrintSize(size))[2]
    body = rows(page)[:-1]
    assert [len(row) for row in body] == [cells] * lines
    assert min(top for row in body for *_, top in row) == pytest.approx(37, abs=0.3)
    assert max(row[-1][2] for row in body) <= 28 + 156 + 0.5
    steps = [after[0][3] - before[0][3] for before, after in pairwise(body)]
    assert max(steps) - min(steps) < 0.04


@pytest.mark.parametrize("size", LARGE)
def test_the_last_line_of_a_full_page_ends_262_mm_down(issue, boxes, chinese, size):
    body = rows(boxes(issue(chinese(2000)), size)[2])[:-1]
    top = body[-1][0][3]
    assert top + grid_of("full", size).size * 25.4 / 72 == pytest.approx(262, abs=1)


@pytest.mark.parametrize("size", LARGE)
@pytest.mark.parametrize("folder", template_names())
def test_nothing_sticks_out_of_the_text_and_no_line_begins_or_ends_wrongly(folder, size, fonts):
    layout, _ = lay_out(sample_issue(folder), load_template(folder), fonts, size)
    for block in (*layout.blocks, *layout.tail):
        if isinstance(block, Strip):
            pieces = (*block.left, *block.center, *block.right)
            assert sum(widths_of(pieces, block.look, fonts)) <= WIDTH + block.look.tracking + 1e-6
        if isinstance(block, TextBlock):
            for before, after in pairwise(line.text for line in block.lines):
                assert after[0] not in NO_START
                assert before[-1] not in NO_END
            for line in block.lines:
                assert line.indent + line.width <= WIDTH


@pytest.mark.parametrize("size", LARGE)
def test_the_text_and_the_contents_pages_stay_right(issue, printed, chinese, size):
    content = issue(*[MIXED + chinese(200)] * 3)
    pages, texts = printed(content, size=size)
    whole = "".join(page.removesuffix(f"—{at}—") for at, page in enumerate(texts, 1))
    assert whole.count(MIXED + chinese(200)) == 3
    for at in (1, 2, 3):
        entry = texts[0].partition(f"第{at}条信息的题目")[2].lstrip("…")
        assert entry.startswith(str(pages.starts[f"k{at}"]))
    assert all(text.endswith(f"—{at}—") for at, text in enumerate(texts, 1))


def test_a_long_name_is_made_narrower_on_every_page(issue, fonts, boxes):
    content = issue("正文", name="云岭县农村改革试验区工作情况通报")
    for size in PrintSize:
        name = max(rows(boxes(content, size)[0]), key=lambda row: row[0][2] - row[0][0])
        assert name[0][0] >= 28 - 0.1
        assert name[-1][2] <= 28 + 156 + 0.1


@pytest.mark.parametrize("size", LARGE)
def test_equal_input_gives_equal_bytes(issue, fonts, size):
    first, second = (render_pdf(issue(MIXED), {}, fonts, size=size).pdf for _ in range(2))
    assert first == second


@pytest.mark.parametrize("size", LARGE)
def test_the_word_file_has_the_same_measures(issue, written, size):
    content = issue("正文")
    document = written(content, size=size)
    body = next(one for one in document.paragraphs if one.text == "正文")
    assert body.runs[0].font.size.pt == grid_of("full", size).size
    assert body.paragraph_format.line_spacing.pt == pytest.approx(grid_of("full", size).pitch)


@pytest.mark.parametrize("size", LARGE)
def test_large_print_takes_more_pages_of_the_same_paper(issue, fonts, chinese, size):
    content = issue(chinese(3000))
    usual, large = (render_pdf(content, {}, fonts, size=one) for one in (PrintSize.NORMAL, size))
    assert large.page_count > usual.page_count * 2
    with pypdfium2.PdfDocument(large.pdf) as document:
        assert [round(side * 25.4 / 72) for side in document[0].get_size()] == [210, 297]
    assert grid_of("word", size) == grid_of("full", size) != GRIDS["full"]
