"""Approval slips as A4 pages to print: the form, then the text as it will be printed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from desk.errors import DeskError
from desk.layout.content import ItemContent, Pictures
from desk.layout.drawing import Page, draw_unnumbered, rule, upright
from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.layout.grid import GRIDS, INNER_MM, MM, WIDTH
from desk.layout.items import ItemSetter
from desk.layout.model import PADDING, Align, Layout, Look, Piece
from desk.layout.paging import paginate
from desk.layout.pdf import engine, faces_of, images_of
from desk.layout.runs import run_mark
from desk.layout.setting import clean, widths_of
from desk.layout.templates import TEMPLATES, load_template
from desk.office_clock import day_of
from desk.reports.approval_slip import NAME, Slip
from desk.reports.approval_slip_form import (
    AIR,
    HEAD_GAP,
    TOP,
    Cell,
    Form,
    FormRow,
    Words,
    set_form,
)

TEMPLATE = "zhengwu"  # the look of the attached text
FOOTER_MM = 281.0  # the upper edge of 第 1 页　共 3 页
FOOTER_SIZE = 10.5
MOST = 100  # slips at once
_LEFT = INNER_MM * MM
_THIN, _FRAME = 0.5, 1.0


def slips_pdf(slips: Sequence[Slip], pictures: Pictures) -> bytes:
    """Print slips, each from a new page on; raises DeskError for none or more than ``MOST``."""
    refuse_count(len(slips))
    fonts = installed_fonts()
    pages: list[Page] = []
    images: dict[str, str] = {}
    for slip in slips:
        layout = text_layout(slip, fonts)
        images |= dict(images_of(layout, pictures))
        pages += _slip_pages(slip, layout, fonts)
    day = day_of(slips[0].printed)
    data = {
        "title": slips[0].title if len(slips) == 1 else NAME,
        "author": slips[0].office,
        "day": [day.year, day.month, day.day],
        "faces": faces_of(fonts),
        "pages": [page.data() for page in pages],
    }
    inputs = {"issue": json.dumps(data, ensure_ascii=False), **images}
    return engine(fonts, TEMPLATES).compile(TEMPLATES / "_slip" / "page.typ", inputs, day)


def refuse_count(count: int) -> None:
    """Raise DeskError for no slip, or more than a signer could look at."""
    if not count:
        raise DeskError("没有选中稿件。请先选要打印审签单的稿件。")
    if count > MOST:
        raise DeskError(f"选中了 {count} 篇稿件，审签单一次最多打印 {MOST} 篇。请分批打印。")


def unprintable(slips: Sequence[Slip]) -> str:
    """The characters that no face on this machine prints; 〓 stands for each."""
    fonts = installed_fonts()
    nowhere, _elsewhere = fonts.missing_glyphs(
        "".join(clean(text) for slip in slips for text in slip.texts)
    )
    return nowhere


def text_layout(slip: Slip, fonts: Fonts) -> Layout:
    """The text of a slip's draft, set as the office's publication sets it."""
    template = load_template(TEMPLATE)
    setter = ItemSetter(fonts, GRIDS[template.grid])
    item = ItemContent(slip.title, slip.body, slip.units, slip.key)
    first, *rest = setter.item(item, 1, template.item)
    # Word would leave the blank line also at the top of the page
    return Layout((replace(first, before=0), *rest), ())


def footer(number: int | str, total: int | str) -> str:
    """The line at the foot of each page."""
    return f"审签单　第 {number} 页　共 {total} 页"


def _slip_pages(slip: Slip, layout: Layout, fonts: Fonts) -> list[Page]:
    """The pages of one slip with their numbers."""
    grid = GRIDS[load_template(TEMPLATE).grid]
    pages = _form_pages(slip, set_form(slip, fonts), fonts)
    pages += draw_unnumbered(paginate(layout, grid.lines), grid, fonts)
    look = Look(FOOTER_SIZE, 0.0)
    for number, page in enumerate(pages, 1):
        pieces = (Piece(footer(number, len(pages)), Face.SONG),)
        x = _LEFT + (WIDTH - sum(widths_of(pieces, look, fonts))) / 2
        page.texts.append(run_mark((x, FOOTER_MM * MM), pieces, look, fonts))
    return pages


def _form_pages(slip: Slip, form: Form, fonts: Fonts) -> list[Page]:
    pages = []
    for at, rows in enumerate(form.pages):
        page, y = Page(), TOP
        if not at:
            _words(page, form.heading, (_LEFT, WIDTH), y, fonts)
            middle = y + form.heading.height + HEAD_GAP
            for words, x in zip(form.meta, (_LEFT, _LEFT + WIDTH / 2), strict=True):
                _words(page, words, (x, WIDTH / 2), middle, fonts)
            y += form.top
            page.bookmarks.append({"x": _LEFT, "y": TOP, "title": f"审签单：{slip.title}"})
        _table(page, rows, y, fonts)
        pages.append(page)
    return pages


def _table(page: Page, rows: Sequence[FormRow], top: float, fonts: Fonts) -> None:
    """Rows with their rules: thin ones inside, a frame around them."""
    edges = [top, *(top + down for down in accumulate(row.height for row in rows))]
    for row, (above, below) in zip(rows, pairwise(edges), strict=True):
        x = _LEFT
        for cell in row.cells:
            _cell(page, cell, (x, above), below - above, fonts)
            x += cell.width
            if x < _LEFT + WIDTH - 1:
                page.rules.append(upright(x, above, below - above, _THIN))
    page.rules += [rule(_LEFT, y, WIDTH, _THIN) for y in edges[1:-1]]
    page.rules += [rule(_LEFT, y, WIDTH, _FRAME) for y in (edges[0], edges[-1])]
    page.rules += [upright(x, top, edges[-1] - top, _FRAME) for x in (_LEFT, _LEFT + WIDTH)]


def _cell(page: Page, cell: Cell, corner: tuple[float, float], height: float, fonts: Fonts) -> None:
    x, room = corner[0] + PADDING, cell.width - 2 * PADDING
    taken = sum(words.height for words in cell.words)
    y = corner[1] + (AIR if cell.foot else (height - taken) / 2)
    for words in cell.words:
        _words(page, words, (x, room), y, fonts)
        y += words.height
    if cell.foot:
        _words(page, cell.foot, (x, room), corner[1] + height - AIR - cell.foot.height, fonts)


def _words(page: Page, words: Words, across: tuple[float, float], top: float, fonts: Fonts) -> None:
    look = words.look
    y = top + (words.pitch - look.size) / 2
    share = {Align.CENTER: 0.5, Align.RIGHT: 1.0}.get(look.align, 0.0)
    for line in words.lines:
        spare = across[1] - look.right - line.width
        page.texts.append(run_mark((across[0] + spare * share, y), line.pieces, look, fonts))
        y += words.pitch
