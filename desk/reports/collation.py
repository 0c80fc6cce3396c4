"""对照稿: two versions of a draft on paper, as parts that a page or a Word file is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desk.body import Level, Paragraph, Picture
from desk.comparison.cells import MOST_COLUMNS, cell_lines
from desk.comparison.model import Comparison, Fate, Grid, Piece, Pieces, Row, Sort
from desk.comparison.versions import Version
from desk.comparison.words import summary, tag
from desk.office_clock import day_of, minute_words

LEGEND = "图例：删去的字加删除线，增加的字加下划线，移动的段落加▲，表格里改动的格加底色。"
_CAME, _WENT = "〔另起一段〕", "〔不再分段〕"  # breaks between paragraphs
_LEFT_SHOWN = 20  # characters of a paragraph that stands elsewhere now


@dataclass(frozen=True, slots=True)
class Collation:
    """What is set on paper: the comparison, and what is known of both versions."""

    office: str
    units: str
    number: int
    old: Version
    new: Version
    comparison: Comparison
    who: str
    when: datetime

    @property
    def name(self) -> str:
        """What it is kept under."""
        return f"对照稿（{self.new.text.title}）"

    @property
    def day(self) -> date:
        """When it was made."""
        return day_of(self.when)

    @property
    def head(self) -> tuple[tuple[str, str], ...]:
        """The lines above the text: a label and what it says."""
        made = f"{self.who}　{minute_words(self.when)}".strip()
        return (
            ("来稿单位", self.units or "单位未认出"),
            ("来稿编号", str(self.number)),
            ("旧的一版", _about(self.old)),
            ("新的一版", _about(self.new)),
            ("改动情况", summary(self.comparison)),
            ("制　　表", made),
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph with its pieces, a line each where a break was kept or came; or a table."""

    lines: tuple[Pieces, ...]
    tag: str = ""
    level: Level = Level.PLAIN
    grid: Grid | None = None
    is_centred: bool = False


def parts(collation: Collation) -> Iterator[Part]:
    """The text from its title on, in reading order."""
    for row in collation.comparison.rows:
        if row.grid and row.fate is not Fate.LEFT:
            yield from _table(row, row.grid)
        elif isinstance(row.block, Paragraph):
            yield _paragraph(row, row.block)
        else:
            yield _object(row)


def _paragraph(row: Row, block: Paragraph) -> Part:
    if row.fate is Fate.LEFT:
        text = row.pieces[0].text if row.pieces else ""
        shown = text if len(text) <= _LEFT_SHOWN else f"{text[:_LEFT_SHOWN]}……"
        return Part(((Piece(Sort.KEPT, f"（{shown}）"),),), _tag(row))
    return Part(tuple(_lines(row.pieces)), _tag(row), block.level)


def _lines(pieces: Pieces) -> Iterator[Pieces]:
    """Pieces by the paragraphs of the newer text; breaks that came or went are said."""
    line: list[Piece] = []
    for piece in pieces:
        for at, text in enumerate(piece.text.split("\n")):
            if at and piece.sort is Sort.GONE:
                line.append(Piece(Sort.GONE, _WENT))
            elif at:
                line += [Piece(Sort.COME, _CAME)] if piece.sort is Sort.COME else []
                yield tuple(line)
                line = []
            if text:
                line.append(Piece(piece.sort, text))
    yield tuple(line)


def _object(row: Row) -> Part:
    """A picture, or a table that stands elsewhere now, as words."""
    word = "图片" if isinstance(row.block, Picture) else "表格"
    sort = {Fate.ADDED: Sort.COME, Fate.REMOVED: Sort.GONE}.get(row.fate, Sort.KEPT)
    caption = row.pieces if isinstance(row.block, Picture) else ()
    pieces = (Piece(sort, f"〔{word}〕"), *caption)
    return Part((pieces,), _tag(row), is_centred=True)


def _table(row: Row, grid: Grid) -> Iterator[Part]:
    caption = tuple(filter(None, (grid.caption,)))
    is_wide = len(grid.columns) > MOST_COLUMNS
    if not is_wide:
        yield Part(caption, _tag(row), grid=grid, is_centred=True)
        return
    size = f"〔宽表，{len(grid.rows)}行{len(grid.columns)}列，只列出改动〕"
    words = "〔宽表，没有改动〕" if row.fate is Fate.SAME else size
    yield Part((*caption, (Piece(Sort.KEPT, words),)), _tag(row), is_centred=True)
    for line in cell_lines(grid):
        yield Part(((Piece(Sort.KEPT, line.place), *line.pieces),))


def _tag(row: Row) -> str:
    words = tag(row)
    is_moved = row.fate in (Fate.MOVED, Fate.LEFT)
    return f"▲{words}" if is_moved else f"〔{words}〕" if words else ""


def _about(one: Version) -> str:
    return "，".join(filter(None, (one.name, minute_words(one.when), one.who, one.why)))
