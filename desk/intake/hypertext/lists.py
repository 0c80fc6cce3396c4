"""The numbers of a page's lists written out."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from desk.intake.counting import counted
from desk.intake.hypertext.looks import style_of

_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHINESE = re.compile(r"list-style[^;]*(?:cjk-ideographic|chinese)")


@dataclass(slots=True)
class Counter:
    """How far a list has counted; a list of bullets or without marks counts nothing."""

    style: str
    count: int = 0

    @classmethod
    def of(cls, node: Element) -> "Counter":
        """The counter of an ``ol`` or ``ul``."""
        style = style_of(node)
        if node.tag != "ol" or re.search(r"list-style[^;]*none", style):
            return cls("")
        start = node.get("start", "1").strip()
        before = int(start) - 1 if start.isdecimal() and len(start) < 5 else 0  # noqa: PLR2004 - digits
        if _CHINESE.search(style):
            return cls("chineseCounting", before)
        return cls(_STYLES.get(node.get("type", ""), "decimal"), before)

    def next(self) -> str:
        """Count on and give the mark in front of an item."""
        if not self.style:
            return ""
        self.count += 1
        mark = "、" if self.style == "chineseCounting" else "."
        return counted(max(1, self.count), self.style) + mark
