"""The office's own form (信息报送单): what stands in its fields is taken as it is written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk.body import Run
from desk.intake.document import Block, Cell, Grid, Line
from desk.intake.recognition.labels import Labelled, cell_label
from desk.intake.recognition.registry import closed

NAME = "信息报送单"
RECEIVER = "收稿单位"
BODY_BAR = "正　文"
_HINT = re.compile(r"〔请[^〔〕]{0,60}〕")
_FEWEST = 4  # labels by which the form is known, beside that of the receiver


@dataclass(frozen=True, slots=True)
class FilledIn:
    """A filled-in form: its fields that are not empty, and what stands around it."""

    labelled: tuple[Labelled, ...]
    above: tuple[Block, ...]
    below: tuple[Block, ...]


def hint(text: str) -> str:
    """What stands in an empty field, such as 〔请填姓名〕."""
    return f"〔{text}〕"


def filled_in(blocks: Sequence[Block]) -> FilledIn | None:
    """Read the form; None where the document is not one."""
    for place, block in enumerate(blocks):
        if isinstance(block, Grid) and _is_form(block):
            below = [_unhinted(item) for item in blocks[place + 1 :]]
            while below and isinstance(below[0], Line) and closed(below[0].text) in _BARS:
                del below[0]
            kept = tuple(item for item in below if not isinstance(item, Line) or item.text.strip())
            return FilledIn(tuple(_fields(block)), tuple(blocks[:place]), kept)
    return None


_BARS = ("", closed(BODY_BAR))


def _is_form(grid: Grid) -> bool:
    texts = [_value(cell) for row in grid.rows for cell in row]
    return RECEIVER in texts and sum(cell_label(text) is not None for text in texts) >= _FEWEST


def _fields(grid: Grid) -> Iterator[Labelled]:
    """Each label with the cell right of it."""
    for row in grid.rows:
        cells = [_value(cell) for cell in row]
        places = iter(range(len(cells) - 1))
        for place in places:
            label = cell_label(cells[place])
            if label is None:
                continue
            next(places, None)  # a value may be a label's word: 单位
            if cells[place + 1]:
                yield Labelled(label, cells[place + 1], cells[place])


def _value(cell: Cell) -> str:
    """The text of a field without its hint."""
    return _HINT.sub("", "".join(line.text.strip() for line in cell)).strip(" \t\u3000\xa0")


def _unhinted(block: Block) -> Block:
    """A line without a hint that was left in."""
    if not isinstance(block, Line) or not _HINT.search(block.text):
        return block
    whole = _HINT.sub("", block.text)
    runs = tuple(Run(_HINT.sub("", run.text), run.bold) for run in block.runs)
    is_whole = "".join(run.text for run in runs) == whole
    return replace(block, runs=runs if is_whole else (Run(whole),))
