"""How much room an item takes on the printed page, set as its issue would set it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from desk.layout.content import ItemContent
from desk.layout.fonts import Fonts
from desk.layout.grid import GRIDS
from desk.layout.items import ItemSetter
from desk.layout.model import Block, TableBlock
from desk.layout.shelf import load_template


@dataclass(frozen=True, slots=True)
class Extent:
    """Grid lines from the title to the credit, blank ones between them included."""

    lines: int
    per_page: int

    @property
    def share(self) -> Fraction:
        """The same in pages."""
        return Fraction(self.lines, self.per_page)

    @property
    def pages(self) -> str:
        """The share with two decimals, rounded half up."""
        cents = (self.lines * 200 + self.per_page) // (2 * self.per_page)
        return f"{cents // 100}.{cents % 100:02}"


def extent(item: ItemContent, folder: str, section: str, fonts: Fonts) -> Extent:
    """Set an item in a section of a template's folder; raises DeskError for a broken template."""
    template = load_template(folder)
    grid = GRIDS[template.grid]
    blocks = ItemSetter(fonts, grid).item(item, 1, template.item_style(section))
    return Extent(_lines(blocks), grid.lines)


def _lines(blocks: Iterable[Block]) -> int:
    """All lines; the blank ones above the first belong to what stands before it."""
    total = 0
    for block in blocks:
        rows = sum(row.rows for row in block.table) if isinstance(block, TableBlock) else block.rows
        total += (block.before if total else 0) + rows + block.after
    return total
