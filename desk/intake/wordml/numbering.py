"""The lists of a .docx."""

from xml.etree.ElementTree import Element

from desk.intake.counting import Level, List, Numbering
from desk.intake.wordml.markup import number, value, w


def read_numbering(root: Element | None) -> Numbering:
    """The lists of numbering.xml; none without it."""
    if root is None:
        return Numbering({}, {})
    levels = {
        node.get(w("abstractNumId"), ""): _levels(node) for node in root.findall(w("abstractNum"))
    }
    uses = {
        node.get(w("numId"), ""): List(value(node, "abstractNumId") or "", _overrides(node))
        for node in root.findall(w("num"))
    }
    return Numbering(levels, uses)


def _levels(node: Element) -> dict[int, Level]:
    """The levels of an abstract list."""
    return {
        number(level.get(w("ilvl"))) or 0: Level(
            value(level, "numFmt") or "decimal",
            value(level, "lvlText") or "",
            number(value(level, "start")) or 1,
        )
        for level in node.findall(w("lvl"))
    }


def _overrides(node: Element) -> dict[int, int]:
    """Where a list starts again with a number of its own."""
    starts = (
        (number(item.get(w("ilvl"))) or 0, number(value(item, "startOverride")))
        for item in node.findall(w("lvlOverride"))
    )
    return {depth: start for depth, start in starts if start is not None}
