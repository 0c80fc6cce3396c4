"""Change texts by their places, so that weights stay with their characters."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from desk.body import Block, Body, Paragraph, Run, Table, level_of
from desk.checks.masks import addresses, enclosed


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in the place of the characters from ``start`` up to ``end``."""

    start: int
    end: int
    text: str = ""


Find = Callable[[str], Iterable[Edit]]
Clean = Callable[[Body], tuple[Body, int]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it does in the words of the note, its measure word, and how it is done."""

    name: str
    measure: str
    clean: Clean


def in_paragraphs(find: Find) -> Clean:
    """A step that changes paragraphs, addresses and quoted titles left alone."""

    def clean(body: Body) -> tuple[Body, int]:
        return _changed(body, lambda text: _allowed(text, find(text)), _unchanged)

    return clean


def everywhere(find: Find, cells: Find | None = None) -> Clean:
    """A step that changes paragraphs, cells (by ``cells``, if they differ) and captions."""

    def clean(body: Body) -> tuple[Body, int]:
        return _changed(body, find, cells or find)

    return clean


def _unchanged(_text: str) -> Iterator[Edit]:
    yield from ()


def _allowed(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits that touch no address and no quoted title."""
    wanted = list(edits)
    if not wanted:  # as nearly always
        return wanted
    taken = bytearray(len(text))
    for start, end in (*addresses(text), *enclosed(text, "《", "》")):
        taken[start:end] = b"x" * (end - start)
    return [edit for edit in wanted if not any(taken[edit.start : edit.end])]


def _changed(body: Body, find: Find, in_cells: Find) -> tuple[Body, int]:
    blocks: list[Block] = []
    count = 0
    for block in body.blocks:
        changed, number = _block(block, find, in_cells)
        blocks.append(changed)
        count += number
    return (Body(tuple(blocks)), count) if count else (body, 0)


def _block(block: Block, find: Find, in_cells: Find) -> tuple[Block, int]:
    if isinstance(block, Paragraph):
        return _paragraph(block, find)
    caption, count = _line(block.caption, in_cells)
    if not isinstance(block, Table):
        return (replace(block, caption=caption), count) if count else (block, 0)
    rows = []
    for row in block.rows:
        cells = [_line(cell, in_cells) for cell in row]
        rows.append(tuple(text for text, _number in cells))
        count += sum(number for _text, number in cells)
    return (replace(block, rows=tuple(rows), caption=caption), count) if count else (block, 0)


def _line(text: str, find: Find) -> tuple[str, int]:
    runs, count = rewritten((Run(text),), find(text))
    return "".join(run.text for run in runs), count


def _paragraph(paragraph: Paragraph, find: Find) -> tuple[Paragraph, int]:
    runs, count = rewritten(paragraph.runs, find(paragraph.text))
    if not count:
        return paragraph, 0
    text = "".join(run.text for run in runs)
    return replace(paragraph, runs=runs, level=level_of(text) or paragraph.level), count


def rewritten(runs: tuple[Run, ...], edits: Iterable[Edit]) -> tuple[tuple[Run, ...], int]:
    """Runs with edits made, and how many.

    New characters weigh what they replace, one by one where there are as many.
    """
    wanted = sorted(edits, key=lambda edit: edit.start)
    if not wanted:
        return runs, 0
    text = "".join(run.text for run in runs)
    bold = [run.bold for run in runs for _character in run.text]
    signs: list[tuple[str, bool]] = []
    done = count = 0
    for edit in wanted:
        if edit.start < done or text[edit.start : edit.end] == edit.text:
            continue
        signs += zip(text[done : edit.start], bold[done : edit.start], strict=True)
        replaced = bold[edit.start : edit.end]
        if len(edit.text) != len(replaced):
            replaced = replaced[:1] * len(edit.text)
        signs += zip(edit.text, replaced, strict=True)
        done = edit.end
        count += 1
    if not count:
        return runs, 0
    signs += zip(text[done:], bold[done:], strict=True)
    groups = groupby(signs, key=lambda sign: sign[1])
    return tuple(Run("".join(sign for sign, _ in group), weight) for weight, group in groups), count
