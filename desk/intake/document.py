"""What a reader makes of a file: lines with the facts of their looks, tables and pictures."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desk.body import Run


class Align(StrEnum):
    """Where a line stands between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as its writer ended it; ``size`` in points, 0 when the file does not say.

    ``cuts`` are the places where the edge of a page had parted it, and the reader joined it.
    """

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    size: float = 0.0
    heading: int = 0  # outline level of its style, 1 the highest, 0 for running text
    red: bool = False
    cuts: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The characters without their weight."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether every visible character is bold."""
        visible = [run for run in self.runs if run.text.strip()]
        return bool(visible) and all(run.bold for run in visible)


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of equal length; a merged cell stands once, the rest of it is empty."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by the SHA-256 of its bytes, with its size in pixels."""

    digest: str
    width: int
    height: int


Block = Line | Grid | Image


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file's content in order; ``margins`` are its page headers, where marks may stand.

    ``labels`` are label words with their values that the carrier states beside the text (a
    sheet's header and cell, a mail's 主题); ``sender`` is as in 张三 <zhang@yl.gov.cn>;
    ``place`` tells it from others in the same carrier (第3行).
    """

    blocks: tuple[Block, ...]
    pictures: dict[str, bytes] = field(default_factory=dict)
    footnotes: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    sender: str = ""
    sent: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file inside a file, still to be read; ``refusal`` says why its bytes are not there.

    ``name`` may hold folders (县公安局/a.docx). A mail adds who sent it, when and under what
    subject; ``notes`` go to the document that is read from it.
    """

    name: str
    data: bytes
    sender: str = ""
    subject: str = ""
    sent: date | None = None
    notes: tuple[str, ...] = ()
    refusal: str = ""
