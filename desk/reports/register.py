"""A table for paper and for files: 年度目录, 保管期满清单, 利用登记, as PDF, .docx or .xlsx."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.errors import DeskError
from desk.layout.fonts import Face, installed_fonts
from desk.paths import RESOURCES
from desk.reports.typeset import typeset

MOST = 12_000  # lines: some three hundred pages
_TEMPLATE = RESOURCES / "lists" / "register.typ"
_FACES = {"title": Face.TITLE, "body": Face.SONG, "heading": Face.HEI}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its head, its width in millimetres (0 takes the rest), whether it is centred."""

    text: str
    width: float = 0.0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading of their own; "" is none."""

    heading: str
    lines: Sequence[Sequence[str | int]]


@dataclass(frozen=True, slots=True)
class Register:
    """What is printed: ``about`` stands at the left under the title, ``made`` at the right.

    ``groups`` columns are written once for lines that share them, on paper only.
    """

    title: str
    about: str
    made: str
    day: date
    headings: Sequence[Heading]
    parts: Sequence[Part]
    groups: int = 0
    landscape: bool = False

    @property
    def count(self) -> int:
        """How many lines it has."""
        return sum(len(part.lines) for part in self.parts)


def register_pdf(register: Register) -> bytes:
    """Print a table on A4; raises DeskError for one without lines or with too many."""
    must_have_lines(register)
    data = {
        "title": register.title,
        "about": register.about,
        "made": register.made,
        "landscape": register.landscape,
        "columns": [
            {"head": one.text, "width": one.width, "centred": one.centred}
            for one in register.headings
        ],
        "parts": [
            {"name": part.heading, "lines": grouped(part.lines, register.groups)}
            for part in register.parts
        ],
    }
    return typeset(_TEMPLATE, _FACES, data, register.day, installed_fonts())


def must_have_lines(register: Register) -> None:
    """Raise DeskError for a table without lines, or with more than are of use on paper."""
    if not register.count:
        raise DeskError(f"“{register.title}”里没有内容，不用打印。")
    if register.count > MOST:
        raise DeskError(
            f"“{register.title}”有 {register.count} 行，一次最多打印 {MOST} 行。请改存为 Excel。"
        )


def grouped(lines: Sequence[Sequence[str | int]], groups: int) -> list[list[str]]:
    """The lines as texts; of the first ``groups`` columns only what the line above lacks."""
    shown, before = list[list[str]](), list[str | int]()
    for line in lines:
        same = bool(before) and list(line[:groups]) == before[:groups]
        shown.append(["" if same and at < groups else str(one) for at, one in enumerate(line)])
        before = list(line)
    return shown
