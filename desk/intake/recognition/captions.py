"""Give tables and pictures the captions that stand beside them."""

import re
from dataclasses import replace

from desk.body import Picture, Table
from desk.intake.document import Align, Block, Grid, Image, Line
from desk.intake.recognition.forms import cell_text

_PICTURE = re.compile(
    r"^[（(▲△◆↑]?\s*(?:附?图(?:片)?\s*[\d一二三四五六七八九十]*\s*[:：.、\s]?|图为|照片)|^[▲△◆↑]\s*\S"
)
_TABLE = re.compile(r"^附?表\s*(?:[\d一二三四五六七八九十]+|[:：])")
_TABLE_NAME = re.compile(r"(?:表|情况|统计|一览|明细|清单|名单)$")
_MEASURE = re.compile(r"^[（(]?\s*单位\s*[:：]\s*\S{1,12}?[）)]?$")
_LONGEST = 60
_SENTENCE = 25  # a longer line ending in 。 is running text, unless it says 图为

Item = Line | Table | Picture


def captioned(blocks: list[Block]) -> tuple[list[Item], list[str]]:
    """The blocks with tables and pictures in their final form, and the captions in order."""
    items: list[Item] = []
    captions: list[str] = []
    lines = iter(range(len(blocks)))
    for place in lines:
        block = blocks[place]
        behind = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, Grid):
            table = _table(block, items, captions)
            if not table.caption and isinstance(behind, Line) and _is_below_table(behind):
                next(lines)
                captions.append(behind.text.strip())
                table = replace(table, caption=captions[-1])
            items.append(table)
        elif isinstance(block, Image):
            if isinstance(behind, Line) and _is_picture_caption(behind):
                next(lines)
                caption = behind.text.strip()
            else:
                caption = _taken_above(items, blocks[place - 1] if place else None)
            captions += [caption] if caption else []
            items.append(Picture(block.digest, block.width, block.height, caption))
        else:
            items.append(block)
    return items, captions


def _table(grid: Grid, items: list[Item], captions: list[str]) -> Table:
    """A table, with its caption and measure taken from the lines above it."""
    measure = items.pop() if items and _is_measure(items[-1]) else None
    caption = ""
    last = items[-1] if items else None
    if isinstance(last, Line) and _is_table_caption(last):
        items.pop()
        caption = last.text.strip()
        captions.append(caption)
    if isinstance(measure, Line):
        measured = measure.text.strip(" \t\u3000（）()")
        caption += f"（{measured}）"
    return Table(tuple(tuple(map(cell_text, row)) for row in grid.rows), caption=caption)


def _taken_above(items: list[Item], before: Block | None) -> str:
    """A numbered caption right above a picture, when the one below is missing."""
    last = items[-1] if items else None
    if last is not None and last is before and isinstance(last, Line) and _is_numbered(last):
        items.pop()
        return last.text.strip()
    return ""


def _is_numbered(line: Line) -> bool:
    return bool(re.match(r"^附?图\s*[\d一二三四五六七八九十]+", line.text.strip())) and _is_short(
        line
    )


def _is_short(line: Line) -> bool:
    return len(line.text.strip()) <= _LONGEST


def _is_picture_caption(line: Line) -> bool:
    text = line.text.strip()
    if not _is_short(line):
        return False
    if _PICTURE.match(text):
        return (
            text.startswith(("图为", "▲", "△", "↑", "（图", "(图"))
            or not text.endswith("。")
            or len(text) <= _SENTENCE
        )
    return (
        line.align is Align.CENTRE
        and not text.endswith("。")
        and len(text) <= _SENTENCE
        and not line.bold
    )


def _is_table_caption(line: Line) -> bool:
    text = line.text.strip()
    if not _is_short(line) or text[-1:] in "。：；，":
        return False
    return bool(_TABLE.match(text)) or (
        line.align is Align.CENTRE and bool(_TABLE_NAME.search(text))
    )


def _is_below_table(line: Line) -> bool:
    """Whether a line under a table is its caption: numbered or named 表, and centred."""
    return line.align is Align.CENTRE and bool(_TABLE.match(line.text.strip())) and _is_short(line)


def _is_measure(item: Item) -> bool:
    return isinstance(item, Line) and bool(_MEASURE.match(item.text.strip()))
