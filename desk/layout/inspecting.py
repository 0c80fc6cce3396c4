"""What is wrong with set pages: titles, characters, pictures, tables that come out badly."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from desk.body import Picture
from desk.layout.content import IssueContent, Pictures
from desk.layout.fonts import GETA, Fonts
from desk.layout.grid import Grid
from desk.layout.model import Block, Layout, Row, TableBlock, TextBlock
from desk.layout.paging import Paged
from desk.layout.pictures import place_picture, printable
from desk.layout.printed import pieces_in

_TITLE_LINES = 2
_COARSE_DPI = 150  # below it a photo shows its dots on paper
_HIGH_ROWS = 15  # grid lines of a table row that hardly fits a page


class Flaw(StrEnum):
    """What can be wrong."""

    TITLE = "标题超过两行"
    NO_GLYPH = "缺字"
    STAND_IN = "替代字"
    PICTURE_GONE = "图片缺失"
    PICTURE_COARSE = "图片不清"
    TABLE = "表格放不下"
    LONE_TAIL = "末页只有报尾"
    NAME = "刊名放不下"


@dataclass(frozen=True, slots=True)
class PageFlaw:
    """One flaw in words without its place; ``key`` names the item, "" the whole issue."""

    flaw: Flaw
    text: str
    key: str = ""


def page_flaws(
    content: IssueContent, pictures: Pictures, laid: tuple[Layout, Paged], grid: Grid, fonts: Fonts
) -> list[PageFlaw]:
    """All flaws of laid-out pages, in printing order."""
    layout, paged = laid
    key = ""
    found: list[PageFlaw] = []
    for block in (*layout.blocks, *layout.tail):
        if isinstance(block, TextBlock) and block.key:
            key = block.key
        elif block in layout.tail:
            key = ""
        found += [PageFlaw(flaw, text, key) for flaw, text in _of_block(block, fonts)]
    return [*found, *_pictures(content, pictures, grid), *_tail(layout, paged)]


def _of_block(block: Block, fonts: Fonts) -> Iterator[tuple[Flaw, str]]:
    if isinstance(block, TextBlock) and block.outline and len(block.lines) > _TITLE_LINES:
        yield Flaw.TITLE, f"标题排成了 {len(block.lines)} 行"
    if isinstance(block, TableBlock):
        yield from _table(block)
    yield from _glyphs(block, fonts)


def _glyphs(block: Block, fonts: Fonts) -> Iterator[tuple[Flaw, str]]:
    missing, lent = dict[str, None](), dict[str, None]()
    for piece in pieces_in(block):
        nowhere, elsewhere = fonts.missing_glyphs(piece.text, piece.face)
        missing |= dict.fromkeys(nowhere)
        lent |= dict.fromkeys(elsewhere)
    if missing:
        named = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in missing)
        yield Flaw.NO_GLYPH, f"{named}没有字体能印，会印成“{GETA}”"
    if lent:
        yield Flaw.STAND_IN, f"“{'、'.join(lent)}”用替代字体印出"


def _table(block: TableBlock) -> Iterator[tuple[Flaw, str]]:
    if any(_cuts_a_word(row) for row in block.table):
        yield Flaw.TABLE, "表格的列太多，数字或字母排不下，被断成了两行"
    high = next((at for at, row in enumerate(block.table, 1) if row.rows >= _HIGH_ROWS), 0)
    if high:
        yield Flaw.TABLE, f"表格第 {high} 行太高，差不多占满一页"


def _cuts_a_word(row: Row) -> bool:
    """Whether a number or a word goes on in the next line of its cell."""
    pairs = (pair for cell in row.cells for pair in pairwise(cell))
    return any(_joins(one.text[-1:] + other.text[:1]) for one, other in pairs)


def _joins(pair: str) -> bool:
    return pair.isascii() and pair.isalnum() and len(pair) > 1


def _pictures(content: IssueContent, pictures: Pictures, grid: Grid) -> Iterator[PageFlaw]:
    for section in content.sections:
        for item in section.items:
            shown = (block for block in item.body.blocks if isinstance(block, Picture))
            for at, picture in enumerate(shown, 1):
                if text := _picture(picture, pictures.get(picture.digest, b""), grid):
                    yield PageFlaw(text[0], f"第 {at} 张图片{text[1]}", item.key)


def _picture(picture: Picture, data: bytes, grid: Grid) -> tuple[Flaw, str] | None:
    block = place_picture(picture, grid, keep=False)
    if printable(data, block.width) is None:
        return Flaw.PICTURE_GONE, "打不开，会空着，请从来稿中重新插入"
    dpi = round(picture.width / (block.width / 72))
    if dpi >= _COARSE_DPI:
        return None
    return Flaw.PICTURE_COARSE, f"只有 {dpi} 点/英寸，印出来会模糊，请向单位要原图或改用小图"


def _tail(layout: Layout, paged: Paged) -> Iterator[PageFlaw]:
    """A last page that holds nothing but the 报尾 wastes a sheet."""
    tail = [id(block) for block in layout.tail]
    last = paged.pages[-1] if len(paged.pages) > 1 else ()
    if last and all(id(placed.block) in tail for placed in last):
        yield PageFlaw(Flaw.LONE_TAIL, "最后一页只有报尾，删减几行可以少印一页")
