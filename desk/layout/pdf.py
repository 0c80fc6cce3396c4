"""Render an issue as PDF/A-2b: the file that is previewed, printed and kept."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import cast

from desk.errors import DeskError
from desk.layout.compose import compose
from desk.layout.content import About, IssueContent, Pictures
from desk.layout.drawing import Mark, draw
from desk.layout.dressing import dressed, name_warnings
from desk.layout.fonts import GETA, Fonts, installed_fonts
from desk.layout.grid import PrintSize, grid_of
from desk.layout.model import Layout, PictureBlock, TextBlock
from desk.layout.paging import Paged, paginate
from desk.layout.pictures import printable
from desk.layout.positions import Place, fill, places
from desk.layout.printed import printed_pieces
from desk.layout.setting import clean
from desk.layout.styles import Template


@dataclass(frozen=True, slots=True)
class Pages:
    """A rendered issue; ``starts`` gives the page, from 1, where the item of a key begins.

    ``fill`` counts the grid lines taken of each page's ``lines``.
    """

    pdf: bytes
    page_count: int
    starts: dict[str, int]
    lines_left_on_last_page: int
    warnings: tuple[str, ...]
    places: dict[str, Place] = field(default_factory=dict)
    fill: tuple[int, ...] = ()
    lines: int = 0


def lay_out(
    content: IssueContent,
    template: Template,
    fonts: Fonts,
    size: PrintSize = PrintSize.NORMAL,
) -> tuple[Layout, Paged]:
    """The blocks of an issue and their places; no 供稿 line is left alone at the top of a page."""
    run_on: frozenset[str] = frozenset()
    while True:
        layout, paged = _lay_out(content, template, fonts, size, run_on)
        stranded = _stranded(paged) - run_on
        if not stranded:
            return layout, paged
        run_on |= stranded


def _lay_out(
    content: IssueContent,
    template: Template,
    fonts: Fonts,
    size: PrintSize,
    run_on: frozenset[str],
) -> tuple[Layout, Paged]:
    """The blocks and their places, with the contents list the template asks for."""
    lines = grid_of(template.grid, size).lines
    when = template.contents.when if content.contents_list else "never"
    layout = compose(content, template, fonts, contents=when == "always", run_on=run_on, size=size)
    paged = paginate(layout, lines)
    if when == "pages" and len(paged.pages) > 1:
        layout = compose(content, template, fonts, contents=True, run_on=run_on, size=size)
        paged = paginate(layout, lines)
    return layout, paged


def _stranded(paged: Paged) -> frozenset[str]:
    """The items whose 供稿 line begins a page."""
    firsts = (page[0].block for page in paged.pages if page)
    return frozenset(
        block.credit_of for block in firsts if isinstance(block, TextBlock) and block.credit_of
    )


def render_pdf(
    content: IssueContent,
    pictures: Pictures,
    fonts: Fonts | None = None,
    template: Template | None = None,
    size: PrintSize = PrintSize.NORMAL,
) -> Pages:
    """Render an issue; equal input gives equal bytes. Raises DeskError on a faulty template.

    The template comes from the shelf unless one is given.
    """
    fonts = fonts or installed_fonts()
    template = dressed(content, template)
    layout, paged = lay_out(content, template, fonts, size)
    images = dict(images_of(layout, pictures))
    grid = grid_of(template.grid, size)
    data = page_data(content.about, draw(paged, grid, fonts), fonts)
    inputs = {"issue": json.dumps(data, ensure_ascii=False), **images}
    try:
        pdf = engine(fonts, template.root).compile(template.page, inputs, content.day)
    except DeskError as error:
        raise DeskError(f"刊物模板“{template.folder}”的{error}") from error
    warnings = (
        *name_warnings(content, template, layout),
        *_glyph_warnings(layout, fonts),
        *_picture_warnings(layout, images),
    )
    return Pages(
        pdf,
        len(paged.pages),
        paged.starts,
        paged.free,
        warnings,
        places(layout, paged, grid),
        fill(paged, grid.lines),
        grid.lines,
    )


def page_data(about: About, pages: list[Mark], fonts: Fonts) -> Mark:
    """What page.typ draws."""
    day = [about.day.year, about.day.month, about.day.day]
    head = {"title": clean(about.title), "author": clean(about.author), "day": day}
    return head | {"faces": faces_of(fonts), "pages": pages}


class Engine:
    """Typst with its faces loaded; one thread at a time."""

    def __init__(self, fonts: Fonts, root: Path) -> None:
        import typst  # noqa: PLC0415 - heavy, loaded on use

        self._lock = Lock()
        self._error = typst.TypstError
        self._compiler = typst.Compiler(root=str(root), font_paths=fonts.typst)

    def compile(self, page: Path, inputs: dict[str, str], day: date) -> bytes:
        """Make a PDF dated ``day`` from a page; raises DeskError where the page is faulty."""
        try:
            with self._lock:
                pdf = self._compiler.compile(
                    str(page),
                    format="pdf",
                    sys_inputs=inputs,
                    pdf_standards=["a-2b"],
                    timestamp=datetime.combine(day, time(), UTC),  # the clock must not show
                    pdf_tags=False,
                )
        except self._error as error:
            raise DeskError(fault_of(page, error.message, error.diagnostic)) from error
        return cast(bytes, pdf)


def fault_of(page: Path, message: str, diagnostic: str) -> str:
    """A sentence about a page that Typst can't set: its line, by Typst's own account of it."""
    found = re.search(rf"/{re.escape(page.parent.name)}/{page.name}:(\d+):", diagnostic)
    line = f"第{found[1]}行" if found else ""
    return f"{page.name}{line}有错，排不出版面，请改正：{message}。"


@lru_cache(maxsize=4)
def engine(fonts: Fonts, root: Path) -> Engine:
    """The engine for pages under ``root``, kept between calls."""
    return Engine(fonts, root)


def faces_of(fonts: Fonts) -> Mark:
    """The faces by the names that marks give them."""
    return {
        name: {"family": file.family, "weight": file.weight, "stroke": file.stroke}
        for name, file in fonts.files.items()
    }


def images_of(layout: Layout, pictures: Pictures) -> Iterator[tuple[str, str]]:
    """Each picture as an SVG around its bytes: the quickest way into Typst without a file."""
    blocks = [block for block in layout.blocks if isinstance(block, PictureBlock)]
    for block in sorted(blocks, key=lambda one: one.width):  # the last, the sharpest, is taken
        found = printable(pictures.get(block.digest, b""), block.width)
        if found is None:
            continue
        suffix, data = found
        size = f'width="{block.width}" height="{block.height}"'
        source = f"data:image/{suffix};base64,{b64encode(data).decode()}"
        image = f'<image {size} preserveAspectRatio="none" href="{source}"/>'
        yield block.digest, f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'


def _glyph_warnings(layout: Layout, fonts: Fonts) -> Iterator[str]:
    """One sentence for every character that another face draws, or none."""
    seen: dict[str, bool] = {}
    for piece in printed_pieces(layout):
        nowhere, elsewhere = fonts.missing_glyphs(piece.text, piece.face)
        seen |= dict.fromkeys(elsewhere, True) | dict.fromkeys(nowhere, False)
    for char, printed in seen.items():
        if printed:
            yield f"“{char}”用替代字体印出。"
        else:
            code = f"U+{ord(char):04X}"
            yield f"“{char}”（{code}）没有字体能印，印成“{GETA}”，请换字或安装含此字的字体。"


def _picture_warnings(layout: Layout, images: dict[str, str]) -> Iterator[str]:
    blocks = [block for block in layout.blocks if isinstance(block, PictureBlock)]
    for at, block in enumerate(blocks, 1):
        if block.digest not in images:
            yield f"第{at}张图片无法印出，原处留空，请从来稿中重新插入这张图片。"
