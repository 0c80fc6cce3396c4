"""How many grid lines an item would take in a template, without laying an issue out."""

from desk.layout.content import ItemContent
from desk.layout.fonts import Fonts
from desk.layout.grid import GRIDS
from desk.layout.items import ItemSetter
from desk.layout.positions import rows_of
from desk.layout.styles import Template


def lines_needed(item: ItemContent, section: str, template: Template, fonts: Fonts) -> int:
    """The lines of title, text and 供稿 with the blank ones around them."""
    setter = ItemSetter(fonts, GRIDS[template.grid])
    return sum(rows_of(block) for block in setter.item(item, 1, template.item_style(section)))
