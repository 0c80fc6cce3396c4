"""How the parts of an issue look: the values that a template's manifest holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desk.layout.fonts import Face
from desk.layout.grid import BODY_SIZE


@dataclass(frozen=True, slots=True)
class StripStyle:
    """A line of 报头 or 报尾; texts name fields in braces, ``[…]`` goes when its field is empty."""

    left: str = ""
    center: str = ""
    right: str = ""
    face: Face = Face.FANG
    size: float = BODY_SIZE
    spacing: float = 0.0  # between characters, in points
    lines: int = 1  # grid lines it takes
    inset: float = 0.0  # in characters from both edges
    red: bool = False
    rule: str = ""  # below it: "" or "red"
    after: int = 0  # blank grid lines


@dataclass(frozen=True, slots=True)
class ContentsStyle:
    """The contents list: ``when`` is always, never or pages (from the second page on)."""

    when: str
    heading: str = "目　录"
    leader: bool = True
    sections: bool = True  # 栏目 names stand in it
    after: int = 0  # blank grid lines


@dataclass(frozen=True, slots=True)
class InstructionStyle:
    """The box of a leader's words (批示); ``reserve`` keeps that many blank lines for them."""

    label: str = "领导批示："
    reserve: int = 0
    face: Face = Face.KAI


@dataclass(frozen=True, slots=True)
class SectionStyle:
    """A 栏目 heading; ``alone`` prints it also where the issue has only one section."""

    format: str
    face: Face = Face.HEI
    size: float = BODY_SIZE
    align: str = "center"
    before: int = 1
    after: int = 0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ItemStyle:
    """An item: its title alone ("block") or leading its only paragraph ("lead")."""

    title: str  # "{title}", "{n}. {title}", "{cn}、{title}"
    style: str
    credit: str  # "（{units}供稿）"
    face: Face = Face.TITLE
    size: float = 22.0
    align: str = "center"
    before: int = 1
    after: int = 0
    credit_place: str = "line"  # or "end": after the last character
    credit_align: str = "right"
    credit_face: Face = Face.KAI


@dataclass(frozen=True, slots=True)
class TailStyle:
    """报尾: 报/送/发 lines and the line of names and copies."""

    left: str
    right: str
    size: float = 14.0
    face: Face = Face.FANG


@dataclass(frozen=True, slots=True)
class Template:
    """How a publication's issues look; its files lie in ``home``, under the engine's ``root``."""

    folder: str
    home: Path
    root: Path
    title: str
    description: str
    masthead: tuple[StripStyle, ...]
    contents: ContentsStyle
    section: SectionStyle
    item: ItemStyle
    tail: TailStyle
    grid: str = "full"
    note_label: str = "编者按："
    instruction: InstructionStyle = InstructionStyle()
    sections: Mapping[str, ItemStyle] = field(default_factory=dict)  # items of a 栏目
    series: Mapping[str, str] = field(default_factory=dict)  # 增刊 → the folder it is set with

    @property
    def page(self) -> Path:
        """The page that draws the marks: its own, or the one that all others share."""
        own = self.home / "page.typ"
        return own if own.is_file() else self.root / "_shared" / "issue.typ"

    def item_style(self, section: str) -> ItemStyle:
        """How the items of a section look."""
        return self.sections.get(section, self.item)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into the braces of a template's text; ``[…]`` goes when a value in it is empty."""

    def part(match: re.Match[str]) -> str:
        names = re.findall(r"\{(\w+)\}", match[1])
        return match[1] if all(values.get(name) for name in names) else ""

    kept = re.sub(r"\[([^\]]*)\]", part, text)
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], ""), kept)
