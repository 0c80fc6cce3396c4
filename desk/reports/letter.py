"""A short letter to a unit: as text to paste, and as an A4 page to print."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.layout.pdf import engine
from desk.paths import RESOURCES

_FOLDER = RESOURCES / "letters"
_INDENT = "　　"


class LineKind(StrEnum):
    """How a line stands in a letter."""

    PLAIN = "plain"
    HEADING = "heading"
    ITEM = "item"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph."""

    text: str
    kind: LineKind = LineKind.PLAIN


@dataclass(frozen=True, slots=True)
class Letter:
    """What the office writes to one unit."""

    title: str
    to: str
    lines: tuple[Line, ...]
    office: str
    day: date

    @property
    def text(self) -> str:
        """The letter as it is pasted into a message."""
        body = (f"{_INDENT}{line.text}" for line in self.lines)
        return "\n".join((self.title, f"{self.to}：", *body, self.office, self.dated))

    @property
    def dated(self) -> str:
        """The day as a letter has it."""
        return f"{self.day.year}年{self.day.month}月{self.day.day}日"


def letters_pdf(letters: tuple[Letter, ...], fonts: Fonts | None = None) -> bytes:
    """Print letters, each on a page of its own; needs at least one."""
    fonts = fonts or installed_fonts()
    faces = {"title": Face.TITLE, "body": Face.FANG, "heading": Face.HEI, "detail": Face.KAI}
    data = {
        "faces": {
            name: {"family": fonts.faces[face].family, "weight": fonts.faces[face].weight}
            for name, face in faces.items()
        },
        "fallback": fonts.fallback.family,
        "letters": [
            {
                "title": letter.title,
                "to": letter.to,
                "lines": [{"text": line.text, "kind": line.kind.value} for line in letter.lines],
                "office": letter.office,
                "day": letter.dated,
            }
            for letter in letters
        ],
    }
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    return engine(fonts, _FOLDER).compile(_FOLDER / "letter.typ", inputs, letters[0].day)
