"""The text of an issue without its page, to be put into another system by hand."""

from collections.abc import Iterator
from dataclasses import replace

from desk.body import Body, Table
from desk.layout.compose import compose
from desk.layout.content import IssueContent, ItemContent
from desk.layout.dressing import dressed
from desk.layout.fonts import Fonts, installed_fonts
from desk.layout.model import Block, TableBlock, TextBlock
from desk.layout.setting import clean
from desk.layout.styles import Template


def issue_text(
    content: IssueContent, fonts: Fonts | None = None, template: Template | None = None
) -> str:
    """What the items print: a line a paragraph, table rows with tabs, a blank line between items.

    Head, contents list, page numbers and foot are left out.
    """
    return _joined(_blocks(content, fonts, template), _tables(content))


def item_text(
    content: IssueContent,
    key: str,
    fonts: Fonts | None = None,
    template: Template | None = None,
) -> str:
    """What the item of a key prints; "" where there is none."""
    for section in content.sections:
        for item in section.items:
            if item.key == key:
                kept = replace(section, items=(item,))
                alone = replace(content, sections=(kept,), note=Body(), instruction=Body())
                blocks = _blocks(alone, fonts, template)
                start = next(at for at, block in enumerate(blocks) if _begins(block, item))
                return _joined(blocks[start:], _tables(alone))
    return ""


def _begins(block: Block, item: ItemContent) -> bool:
    return isinstance(block, TextBlock) and block.key == item.key


def _blocks(content: IssueContent, fonts: Fonts | None, template: Template | None) -> list[Block]:
    look = dressed(content, template)
    return list(compose(content, look, fonts or installed_fonts(), contents=False).blocks)


def _tables(content: IssueContent) -> Iterator[Table]:
    """The tables that print something: on the page a high row is cut into several."""
    for section in content.sections:
        for item in section.items:
            for block in item.body.blocks:
                if isinstance(block, Table) and any(any(row) for row in block.rows):
                    yield block


def _joined(blocks: list[Block], tables: Iterator[Table]) -> str:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            lines += ("\t".join(map(_cell, row)) for row in next(tables).rows)
        elif isinstance(block, TextBlock) and block.text.strip():
            if lines and (block.key or block.before):
                lines.append("")
            lines.append(block.text.strip())
    return "\n".join(lines)


def _cell(text: str) -> str:
    return clean(text).strip()
