"""How a paragraph or a run looks once its styles are followed to their end."""

from xml.etree.ElementTree import Element

from desk.intake.document import Align
from desk.intake.looks import PLAIN, Look, is_red
from desk.intake.wordml.markup import number, switch, value, w

_ALIGNS = {"center": Align.CENTRE, "right": Align.RIGHT, "end": Align.RIGHT}
_DEEPEST_STYLE = 20  # styles that name each other in a circle end here


def paragraph_look(properties: Element | None) -> Look:
    """What a ``w:pPr`` says itself, without its style."""
    if properties is None or not len(properties):
        return PLAIN
    align = value(properties, "jc")
    level = number(value(properties, "outlineLvl"))
    listing = properties.find(w("numPr"))
    return Look(
        align=None if align is None else _ALIGNS.get(align, Align.LEFT),
        outline=None if level is None else (level + 1) % 10,
        list_id=value(listing, "numId"),
        list_level=number(value(listing, "ilvl")),
    )


def run_look(properties: Element | None) -> Look:
    """What a ``w:rPr`` says itself, without its style."""
    if properties is None or not len(properties):
        return PLAIN
    half_points = number(value(properties, "sz"))
    return Look(
        bold=switch(properties, "b"),
        size=None if half_points is None else half_points / 2,
        hidden=switch(properties, "vanish"),
        red=_is_red(value(properties, "color")),
    )


def _is_red(colour: str | None) -> bool | None:
    """Whether a colour like FF0000 is the red of a red head."""
    if colour is None:
        return None
    try:
        red, green, blue = bytes.fromhex(colour)
    except ValueError:
        return False
    return is_red(red, green, blue)


class Styles:
    """The styles of a document, each read when it is first asked for."""

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else root.findall(w("style"))
        self._nodes = {style.get(w("styleId"), ""): style for style in styles}
        self._looks: dict[str, Look] = {}
        self._default = next(
            (name for name, style in self._nodes.items() if _is_default(style)), ""
        )
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}")
        self._base = run_look(None if defaults is None else defaults.find(w("rPr")))

    def paragraph(self, name: str | None) -> Look:
        """The look of a paragraph style; without a name, of the default one."""
        return self.look(name or self._default).over(self._base)

    def look(self, name: str, depth: int = 0) -> Look:
        """The look of a style with those it is based on."""
        if name not in self._looks:
            self._looks[name] = self._read(name, depth)
        return self._looks[name]

    def _read(self, name: str, depth: int) -> Look:
        style = self._nodes.get(name)
        if style is None or depth > _DEEPEST_STYLE:
            return PLAIN
        own = paragraph_look(style.find(w("pPr"))).over(run_look(style.find(w("rPr"))))
        base = value(style, "basedOn")
        return own.over(self.look(base, depth + 1)) if base else own


def _is_default(style: Element) -> bool:
    return style.get(w("default")) in {"1", "true"} and style.get(w("type")) == "paragraph"
