"""Laws of the official page over generated issues: what the PDF shows is the model, line by line.

Sources: GB/T 9704-2012 for the page, GB/T 15834-2011 5.1 for the breaks.
"""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.body import Body, Table
from desk.layout.fonts import bundled_fonts
from desk.layout.grid import ASCENT, BODY_SIZE, FOLIO_BASELINE_MM, GRIDS, MM, WIDTH, left_mm
from desk.layout.model import Block, Line, TableBlock, TextBlock
from desk.layout.pdf import lay_out, render_pdf
from desk.layout.templates import load_template, template_names
from desk.layout.word import render_docx
from tests.desk.layout.expected import end_of, shown_of, shown_on
from tests.desk.layout.generated import made_issue, pictures_of

GRID = GRIDS["full"]
STARTS = "，。、；：？！）》」』】”’%‰℃℉㎡²³°…—"
ENDS = "（《「『【“‘￥№±"
NEAR = 0.1  # points
LAWS = partial(
    settings,
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
ISSUES = st.builds(
    made_issue,
    st.sampled_from(template_names()),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 4)), min_size=1, max_size=4),
    st.integers(0, 10**6),
)


def laid_out(content):
    return lay_out(content, load_template(content.template), bundled_fonts())


@LAWS(max_examples=80)
@given(content=ISSUES)
def test_the_pdf_shows_the_lines_of_the_model_in_their_places(content, photo, inked):
    pages = render_pdf(content, pictures_of(content, photo()), bundled_fonts())
    _, paged = laid_out(content)
    shown = inked(pages.pdf)
    assert len(shown) == len(paged.pages)
    for number, (page, chars) in enumerate(zip(paged.pages, shown, strict=True), 1):
        check_page(left_mm(number) * MM, list(shown_on(page, paged)), chars)
        check_number(left_mm(number) * MM, number, chars)
        assert not any("\u2e80" <= char.char <= "\u2fdf" for char in chars)


@LAWS(max_examples=200)
@given(content=ISSUES)
def test_no_line_breaks_a_rule_or_holds_more_than_28_cells(content):
    layout, paged = laid_out(content)
    for block in (*layout.blocks, *layout.tail):
        for lines in paragraphs_in(block):
            for before, after in pairwise(line.text.rstrip() for line in lines):
                check_break(before, after)
        if isinstance(block, TextBlock):
            assert all(line.indent + line.width <= WIDTH for line in block.lines)
            cells = [sum(char > "\u2e7f" for char in line.text) for line in block.lines]
            assert max(cells) <= 28 * 16 / min(16, block.look.size)
    for page in paged.pages:
        assert max(end_of(part) for part in page) <= GRID.lines
        assert all(end_of(before) <= part.row for before, part in pairwise(page))


@LAWS(max_examples=20)
@given(content=ISSUES)
def test_the_word_file_has_the_text_of_the_model_and_no_page_breaks(content, photo):
    pictures = pictures_of(content, photo())
    pages = render_pdf(content, pictures, bundled_fonts())
    data = render_docx(content, pictures, pages, bundled_fonts())
    body = docx.Document(BytesIO(data)).element.body
    layout, paged = laid_out(content)
    written = "".join("".join(node.text.split()) for node in body.iter(qn("w:t")))
    blocks = (*layout.blocks, *layout.tail)
    assert written == "".join(one.text for block in blocks for one in shown_of(block, paged))
    assert not [node for node in body.iter(qn("w:br")) if node.get(qn("w:type"))]
    assert not list(body.iter(qn("w:lastRenderedPageBreak"), qn("w:pageBreakBefore")))


@LAWS(max_examples=25)
@given(content=ISSUES)
def test_equal_issues_are_equal_files_with_embedded_faces(content, photo, embedded):
    pictures = pictures_of(content, photo())
    first, second = (render_pdf(content, pictures, bundled_fonts()) for _ in range(2))
    assert first.pdf == second.pdf
    assert embedded(first.pdf) == {1}
    keys = [item.key for section in content.sections for item in section.items]
    assert [first.starts[key] for key in keys] == sorted(first.starts.values())


TABLE = Table((("单位", "得分"), *((f"第{at}个单位", str(at)) for at in range(60))), 1, "得分")
HOSTILE = '#panic("x") $x^2$ @ref *粗* _斜_ \\ {{ }} <b> #[a] `code` //注 [a](b) \\u{41} &amp; ]]>'


@pytest.mark.parametrize(
    "bodies",
    [(Body((TABLE,)),), ("短讯的正文。",), (HOSTILE,), ("正文。",) * 60],
    ids=["only a table", "one item", "hostile text", "sixty items"],
)
def test_an_issue_of_any_kind_shows_its_model(issue, inked, bodies):
    content = issue(*bodies)
    pages = render_pdf(content, {}, bundled_fonts())
    _, paged = laid_out(content)
    for number, (page, chars) in enumerate(zip(paged.pages, inked(pages.pdf), strict=True), 1):
        check_page(left_mm(number) * MM, list(shown_on(page, paged)), chars)
        check_number(left_mm(number) * MM, number, chars)


def check_page(left, expected, chars):
    """Each expected line is drawn in its turn, on one baseline, at its height, inside the text."""
    place = 0
    for line in expected:
        if line.leader:
            while chars[place].char == "…":
                place += 1
            continue
        found = chars[place : place + len(line.text)]
        place += len(line.text)
        assert "".join(char.char for char in found) == line.text
        assert found[0].x >= left - NEAR
        assert found[-1].right <= left + WIDTH + 0.5 * MM
        assert {round(char.baseline, 2) for char in found} == {round(found[0].baseline, 2)}
        if line.row is not None:
            top = GRID.y(line.row) + (BODY_SIZE - line.size) / 2
            assert found[0].baseline == pytest.approx(top + ASCENT * line.size, abs=NEAR)


def check_number(left, number, chars):
    """— 1 — is the last that is drawn: right on odd pages, left on even ones."""
    folio = chars[-2 - len(str(number)) :]
    assert "".join(char.char for char in folio) == f"—{number}—"
    assert folio[0].baseline == pytest.approx(FOLIO_BASELINE_MM * MM, abs=NEAR)
    edge = left + WIDTH - folio[-1].right if number % 2 else folio[0].x - left
    assert edge == pytest.approx(14, abs=1)


def check_break(before: str, after: str):
    assert after[0] not in STARTS, (before, after)
    assert before[-1] not in ENDS, (before, after)
    pair = before[-1] + after[0]
    assert not (pair.isascii() and pair.isprintable()), (before, after)


def paragraphs_in(block: Block) -> Iterator[tuple[Line, ...]]:
    """Lines that break where they like; in the narrow columns of a table anything may break."""
    if isinstance(block, TextBlock):
        yield block.lines
    elif isinstance(block, TableBlock):
        wide = (cell for row in block.table for cell in row.cells if len(block.widths) < 4)
        yield from wide
