"""How the elements of a page look: tags, attributes, and the plain part of style sheets."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desk.intake.document import Align
from desk.intake.looks import PLAIN, Look, is_red

_ALIGNS = {
    "center": Align.CENTRE, "middle": Align.CENTRE, "right": Align.RIGHT, "end": Align.RIGHT,
    "left": Align.LEFT, "start": Align.LEFT, "justify": Align.LEFT,
}  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TAGS = {
    "b": Look(bold=True), "strong": Look(bold=True), "th": Look(bold=True, align=Align.CENTRE),
    "center": Look(align=Align.CENTRE),
    **{tag: Look(bold=True, outline=level) for tag, level in _HEADINGS.items()},
}  # fmt: skip
_FONT_SIZES = (0.0, 7.5, 10.0, 12.0, 13.5, 18.0, 24.0, 36.0)  # points by the size of a font tag
_SIZE = re.compile(r"([\d.]{1,6})\s*(pt|px)")
_POINTS = {"pt": 1.0, "px": 0.75}
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b")
_RGB = re.compile(r"rgb\((\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})\)")
_SELECTOR = re.compile(r"^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$")
_BOLD_FROM = 600
_LONGEST_SHEET = 500_000
_LONGEST_STYLE = 2_000
_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


class Sheet:
    """The rules of a page whose selectors are a tag, a class, or both."""

    def __init__(self, text: str) -> None:
        self._looks: dict[tuple[str, str], Look] = {}
        for rule in _REMARK.sub("", text[:_LONGEST_SHEET]).lower().split("}"):
            selectors, _brace, said = rule.rpartition("{")
            look = declared(said)
            for selector in selectors.split(",") if look != PLAIN else ():
                found = _SELECTOR.match(selector.strip(" \t\r\n<!-"))
                if found:
                    key = (found[1] or "", found[2] or "")
                    self._looks[key] = look.over(self._looks.get(key, PLAIN))

    def look(self, node: Element) -> Look:
        """What the page says of an element alone, without those around it."""
        own = declared(style_of(node)).over(_attributes(node))
        names = node.get("class", "")[:_LONGEST_STYLE].lower().split()[:5]
        for key in _keys(str(node.tag), names):
            own = own.over(self._looks.get(key, PLAIN))
        return own.over(_TAGS.get(str(node.tag), PLAIN))


def style_of(node: Element) -> str:
    """What an element declares itself; what is longer than anybody writes is cut."""
    return node.get("style", "")[:_LONGEST_STYLE].lower()


def _keys(tag: str, names: list[str]) -> Iterator[tuple[str, str]]:
    """What may be said of an element, the most particular first."""
    yield from ((tag, name) for name in names)
    yield from (("", name) for name in names)
    yield (tag, "")


def declared(style: str) -> Look:
    """What declarations such as ``text-align:center`` say."""
    if not style:
        return PLAIN
    pairs = (item.partition(":") for item in style.split(";"))
    said = {name.strip(): value.strip() for name, _colon, value in pairs}
    is_hidden = said.get("display") == "none" or said.get("visibility") == "hidden"
    return Look(
        align=_ALIGNS.get(said.get("text-align", "")),
        bold=_weight(said.get("font-weight", "")),
        size=_size(said.get("font-size", "")),
        hidden=True if is_hidden or said.get("mso-hide") == "all" else None,
        red=_red(said.get("color", "")),
    )


def _attributes(node: Element) -> Look:
    """What older pages say in attributes."""
    if not node.attrib:
        return PLAIN
    size = node.get("size", "") if node.tag == "font" else ""
    steps = int(size) if size.isdecimal() and len(size) == 1 else 0
    return Look(
        align=_ALIGNS.get(node.get("align", "").lower())
        if node.tag not in {"table", "img"}
        else None,
        size=_FONT_SIZES[min(steps, 7)] or None,
        hidden=True if node.get("hidden") is not None else None,
        red=_red(node.get("color", "").lower()) if node.tag == "font" else None,
    )


def _weight(value: str) -> bool | None:
    if value.isdecimal():
        return int(value[:4]) >= _BOLD_FROM
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(value)


def _size(value: str) -> float | None:
    found = _SIZE.match(value)
    try:
        return float(found[1]) * _POINTS[found[2]] if found else None
    except ValueError:
        return None


def _red(value: str) -> bool | None:
    if not value:
        return None
    if found := _HEX.match(value):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])  # noqa: PLR2004 - two a colour
        return is_red(*bytes.fromhex(digits))
    if found := _RGB.match(value):
        return is_red(int(found[1]), int(found[2]), int(found[3]))
    return value == "red"
