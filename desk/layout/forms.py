"""Official forms (约稿通知单, 发送登记表, 采用反馈单) set by the page engine of the issues."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from desk.body import Level, Table, level_of
from desk.layout.content import About
from desk.layout.drawing import draw
from desk.layout.enlarging import enlarged
from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.layout.grid import BODY_SIZE, GRIDS, Grid
from desk.layout.model import Align, Block, Layout, Look, Piece, Strip, TextBlock
from desk.layout.paging import Paged, paginate
from desk.layout.pdf import engine, page_data
from desk.layout.setting import clean, lines_at, text_block, widths_of
from desk.layout.small_print import SMALLER
from desk.layout.tables import set_table
from desk.layout.titles import break_title
from desk.layout.word import Writer
from desk.layout.word_frame import new_document, pack, put_in
from desk.paths import RESOURCES

_GRID = GRIDS["full"]
_INDENT = 2 * BODY_SIZE
_TITLE_SIZE, _META_SIZE = 22.0, 14.0  # 2号, 4号
_CUT_MARGIN = 2  # characters left free beside the line to cut along
_TEMPLATES = RESOURCES / "templates"
_PAGE = _TEMPLATES / "_slip" / "page.typ"


@dataclass(frozen=True, slots=True)
class Slip:
    """What is filled in, cut off and sent back (回执), below all else."""

    title: str
    table: Table
    columns: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One form; ``meta`` stands left and right below the title, ``signed`` right at the end.

    ``columns`` are the widths of the table's columns in relation to each other. What is to stand
    on ``one_page`` is set in smaller print where it would take more.
    """

    title: str
    office: str
    day: date
    meta: tuple[str, str] = ("", "")
    to: str = ""
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None
    columns: tuple[float, ...] = ()
    closing: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    one_page: bool = False
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class SetForm:
    """A form on the page it is set for."""

    grid: Grid
    layout: Layout
    paged: Paged


def form_pdf(forms: Sequence[Form], fonts: Fonts | None = None) -> bytes:
    """Print forms, each from a page of its own on, as PDF/A-2b; needs at least one."""
    fonts = fonts or installed_fonts()
    return forms_pdf([(form, set_form(form, fonts)) for form in forms], fonts)


def forms_pdf(found: Sequence[tuple[Form, SetForm]], fonts: Fonts) -> bytes:
    """Print forms that are set already; needs at least one."""
    forms = [form for form, _ in found]
    pages = [page for _, one in found for page in draw(one.paged, one.grid, fonts)]
    data = page_data(_about(forms), pages, fonts)
    inputs = {"issue": json.dumps(data, ensure_ascii=False)}
    return engine(fonts, _TEMPLATES).compile(_PAGE, inputs, forms[0].day)


def form_docx(form: Form, fonts: Fonts | None = None) -> bytes:
    """Write a form as a Word file that breaks where the PDF breaks."""
    found = set_form(form, fonts or installed_fonts())
    document = new_document(_about([form]), found.grid)
    writer = Writer(document, found.grid, {}, {})
    put_in(document, "".join(writer.block(block) for block in found.layout.blocks))
    return pack(document, form.day)


def set_form(form: Form, fonts: Fonts) -> SetForm:
    """Set a form in the largest print that it may have."""
    if not form.one_page:
        return _set(form, fonts, _GRID)
    for grid in (_GRID, *SMALLER[:-1]):
        if _least_lines(form, grid) <= grid.lines:
            found = _set(form, fonts, grid)
            if len(found.paged.pages) == 1:
                return found
    return _set(form, fonts, SMALLER[-1])


def _least_lines(form: Form, grid: Grid) -> int:
    """How many lines a form takes at the least: to set it takes long."""
    texts = (*form.paragraphs, *form.closing)
    room = grid.limit / BODY_SIZE
    lines = (ceil(sum(0.9 if sign > "\x7f" else 0.2 for sign in one) / room) for one in texts)
    rows = len(form.table.rows) if form.table is not None else 0
    return sum(lines) + rows + len(form.signed) + 1


def _about(forms: Sequence[Form]) -> About:
    return About(forms[0].title, forms[0].office, forms[0].day)


def _set(form: Form, fonts: Fonts, grid: Grid) -> SetForm:
    layout = enlarged(Layout(tuple(_blocks(form, fonts, grid)), ()), grid)
    return SetForm(grid, layout, paginate(layout, grid.lines))


def _blocks(form: Form, fonts: Fonts, grid: Grid) -> Iterator[Block]:
    yield _title(form.title, fonts, grid)
    if any(form.meta):
        left, right = ((Piece(clean(text), Face.FANG),) for text in form.meta)
        yield Strip(left, (), right, Look(_META_SIZE, 0.0), keep=True)
    if form.to:
        yield _text(f"{form.to}：", Look(), fonts, grid)
    yield from (_text(text, Look(first=_INDENT), fonts, grid) for text in form.paragraphs)
    if form.table is not None:
        # a line is left free where running text stands before it
        before = int(bool(form.paragraphs))
        yield replace(set_table(form.table, fonts, grid, form.columns), before=before)
    for at, text in enumerate(form.closing):
        block = _text(text, Look(first=_INDENT), fonts, grid)
        before = int(at == 0 and form.table is not None)
        # no page with a signature alone
        yield replace(block, before=before, keep=bool(form.signed))
    last = len(form.signed) - 1
    for at, text in enumerate(form.signed):
        block = _text(text, Look(align=Align.RIGHT, right=2 * BODY_SIZE), fonts, grid)
        yield replace(block, before=int(at == 0), keep=at < last)
    if form.slip is not None:
        yield from _slip(form.slip, fonts, grid)


def _slip(slip: Slip, fonts: Fonts, grid: Grid) -> Iterator[Block]:
    """Below a line of dots to cut along."""
    dots = "…" * round((grid.limit / BODY_SIZE - len(slip.title) - _CUT_MARGIN) / 2)
    cut = _text(f"{dots}{slip.title}{dots}", Look(align=Align.CENTER), fonts, grid)
    yield replace(cut, before=1, keep=True)
    yield replace(set_table(slip.table, fonts, grid, slip.columns), before=1)


def _title(text: str, fonts: Fonts, grid: Grid) -> TextBlock:
    pieces = (Piece(clean(text), Face.TITLE),)
    look = Look(_TITLE_SIZE, 0.0, Align.CENTER)
    spans = break_title(pieces[0].text, widths_of(pieces, look, fonts), grid.limit)
    lines = lines_at(pieces, spans, look, fonts)
    return TextBlock(pieces, look, lines, after=1, keep=True, forced=True, outline=True)


def _text(text: str, look: Look, fonts: Fonts, grid: Grid) -> TextBlock:
    return text_block((Piece(clean(text), _face(text)),), look, fonts, grid)


def _face(text: str) -> Face:
    """黑体 for headings that stand alone: 一、总体情况."""
    heads = level_of(text) is Level.FIRST and not text.endswith("。")
    return Face.HEI if heads else Face.FANG
