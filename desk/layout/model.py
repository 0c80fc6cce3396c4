"""Blocks of an issue, before pages: what the PDF and the .docx have in common.

Lengths are points; heights are whole grid lines ("rows").
"""

from dataclasses import dataclass
from enum import StrEnum

from desk.layout.fonts import Face
from desk.layout.grid import BODY_SIZE, TRACKING

PADDING = 4.0


class Align(StrEnum):
    """How a line stands in its width."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one face and weight."""

    text: str
    face: Face = Face.FANG
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a block's lines are set; ``first`` and ``hang`` indent its first and later lines."""

    size: float = BODY_SIZE
    tracking: float = TRACKING
    align: Align = Align.JUSTIFY
    first: float = 0.0
    hang: float = 0.0
    left: float = 0.0
    right: float = 0.0
    rows: int = 1  # grid lines a line takes
    red: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One set line; ``width`` leaves out the tracking after its last character."""

    pieces: tuple[Piece, ...]
    width: float
    indent: float
    last: bool

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph and its lines; ``key`` names the place that a contents line points to."""

    pieces: tuple[Piece, ...]
    look: Look
    lines: tuple[Line, ...]
    before: int = 0
    after: int = 0
    keep: bool = False  # all of it on the page where the next block begins
    outline: bool = False  # stands in the navigation pane
    key: str = ""
    title: str = ""  # of the item that begins here
    forced: bool = False  # its breaks are written into the .docx, and it stays on one page
    entry: str = ""  # a contents line: the key it points to
    leader: bool = False
    rule_above: bool = False
    frame: str = ""  # the edges of its box: "s" both sides, "t" top, "b" bottom
    section: bool = False  # a 栏目 heading
    credit_of: str = ""  # the key of the item whose 供稿 line it is

    @property
    def text(self) -> str:
        """The paragraph's characters."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def rows(self) -> int:
        """Grid lines of the whole block without blanks around it."""
        return len(self.lines) * self.look.rows


@dataclass(frozen=True, slots=True)
class Strip:
    """One line with texts at the left, in the middle and at the right; a rule may close it."""

    left: tuple[Piece, ...]
    center: tuple[Piece, ...]
    right: tuple[Piece, ...]
    look: Look
    rule: str = ""  # below: "red"; "black" stands at the row's edge
    after: int = 0
    before: int = 0
    keep: bool = False
    rule_above: bool = False

    @property
    def rows(self) -> int:
        """Grid lines it takes without the blank ones after it."""
        return self.look.rows


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: the lines of each cell (none where merged cells fill it), its grid lines."""

    cells: tuple[tuple[Line, ...], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Span:
    """A merged cell: its place from 0, the columns and rows it takes, its lines."""

    row: int
    column: int
    across: int
    down: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table of fixed column widths; its first ``header`` rows repeat on every page.

    Rows without cells are made of ``spans``. The texts of ``left`` columns begin at the left.
    """

    widths: tuple[float, ...]
    table: tuple[Row, ...]
    header: int
    size: float
    face: Face = Face.FANG
    header_face: Face = Face.HEI
    before: int = 0
    after: int = 0
    keep: bool = False
    spans: tuple[Span, ...] = ()
    left: frozenset[int] = frozenset()
    padding: float = PADDING  # on both sides of a cell's text

    def centred(self, column: int, lines: tuple[Line, ...]) -> bool:
        """Whether a cell below the head stands in the middle of its column."""
        return len(lines) == 1 and column not in self.left


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture in the middle of whole grid lines; ``digest`` "" prints an empty frame."""

    digest: str
    width: float
    height: float
    rows: int
    caption: str = ""
    before: int = 0
    after: int = 0
    keep: bool = False


Block = TextBlock | Strip | TableBlock | PictureBlock


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks of an issue; ``tail`` (报尾) stands at the foot of the last page."""

    blocks: tuple[Block, ...]
    tail: tuple[TextBlock | Strip, ...]
