"""Paragraphs that the edge of somebody's page has cut, joined where it is certain."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from desk.body import Block, Body, Paragraph, Run, level_of
from desk.intake.cleaning.edits import Step
from desk.intake.document import Line, ReadDocument
from desk.intake.wraps import FEWEST, NARROWEST, RAGGED, WIDEST, continues, width

_INDENT = 4  # columns by which the first line of a paragraph is shorter
_COLUMNS = re.compile(r"\S[ \u3000]+(?=\S)")
_MOST_BLANKS = 2  # a line with more of them sets out columns
_LATIN = re.compile(r"(?<![^\s\u4e00-\u9fff])[A-Za-z]+[,;]?$")  # no address that was cut


def clean(body: Body) -> tuple[Body, int]:
    """Join lines that can only be one paragraph; says how many joints were closed."""
    blocks: list[Block] = []
    for (is_text, _source), group in groupby(body.blocks, _kind):
        if is_text:
            blocks += _joined([block for block in group if isinstance(block, Paragraph)])
        else:
            blocks += group
    count = len(body.blocks) - len(blocks)
    return (Body(tuple(blocks)), count) if count else (body, 0)


def _kind(block: Block) -> tuple[bool, int]:
    """What may be joined: paragraphs that came from one draft."""
    return isinstance(block, Paragraph), block.source


def _joined(lines: list[Paragraph]) -> list[Paragraph]:
    """Neighbouring lines with those joined that reach the edge which several lines share."""
    widths = [width(line.text.strip()) for line in lines]
    edge = _edge(lines, widths)
    joined: list[Paragraph] = []
    goes_on = False
    for place, line in enumerate(lines):
        if goes_on:
            joined[-1] = _one(joined[-1], line)
        else:
            joined.append(line)
        shortest = edge - RAGGED - (0 if goes_on else _INDENT)
        goes_on = (
            bool(edge) and shortest <= widths[place] <= edge and _is_open(lines, widths, place)
        )
    return joined


def _edge(lines: list[Paragraph], widths: list[int]) -> int:
    """The widest line that the next one goes on, and that others equal; 0 without such a habit."""
    open_widths = sorted(
        wide
        for place, wide in enumerate(widths)
        if NARROWEST <= wide <= WIDEST and _is_open(lines, widths, place)
    )
    shared = (
        wide
        for place, wide in enumerate(open_widths, start=1)
        if place >= FEWEST and wide - open_widths[place - FEWEST] <= RAGGED + _INDENT
    )
    return max(shared, default=0)


def _is_open(lines: list[Paragraph], widths: list[int], place: int) -> bool:
    """Whether the next line looks like the rest of this one: no heading, no columns, no wider."""
    if place + 1 == len(lines) or widths[place + 1] > widths[place] + RAGGED + _INDENT:
        return False
    before, line = lines[place], lines[place + 1]
    if _is_bold(before) and not any(run.bold for run in line.runs):
        return False
    blanks = max(len(_COLUMNS.findall(one.text.strip())) for one in (before, line))
    return blanks <= _MOST_BLANKS and continues(before.text, line.text.strip())


def _is_bold(line: Paragraph) -> bool:
    return all(run.bold or not run.text.strip() for run in line.runs)


def _one(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two lines as one; between Latin words the blank that the edge has eaten comes back."""
    head, tail = _stripped(first.runs, right=True), _stripped(second.runs, right=False)
    text = second.text.strip()
    between = " " if _LATIN.search(first.text.rstrip()) and text[:1].isascii() else ""
    *runs, last = head
    parts = [*runs, Run(last.text + between, last.bold), *tail]
    merged = tuple(
        Run("".join(run.text for run in group), bold)
        for bold, group in groupby(parts, key=lambda run: run.bold)
    )
    whole = "".join(run.text for run in merged)
    return replace(first, runs=merged, level=level_of(whole) or first.level)


def _stripped(runs: tuple[Run, ...], *, right: bool) -> list[Run]:
    """Runs without the blanks at one end."""
    kept = [run for run in runs if run.text]
    place = -1 if right else 0
    while kept and not kept[place].text.strip():
        kept.pop(place)
    if kept:
        text = kept[place].text
        kept[place] = Run(text.rstrip() if right else text.lstrip(), kept[place].bold)
    return kept


def reopened(body: Body, document: ReadDocument) -> Body:
    """A recognised text with the breaks that its reader closed, as it came."""
    cuts = {line.text: line.cuts for line in document.blocks if isinstance(line, Line) if line.cuts}
    if not cuts:
        return body
    blocks: list[Block] = []
    for block in body.blocks:
        if isinstance(block, Paragraph):
            blocks += _parts(block, cuts.get(block.text, ()))
        else:
            blocks.append(block)
    return Body(tuple(blocks))


def _parts(paragraph: Paragraph, cuts: tuple[int, ...]) -> Iterator[Paragraph]:
    """The lines of a paragraph that was parted at these places."""
    places = [0, *cuts, len(paragraph.text)] if cuts else []
    if not cuts:
        yield paragraph
    for start, end in pairwise(places):
        runs, place = [], 0
        for run in paragraph.runs:
            part = run.text[max(start - place, 0) : max(end - place, 0)]
            place += len(run.text)
            runs += [Run(part, run.bold)] if part else []
        text = "".join(run.text for run in runs)
        yield Paragraph(tuple(runs), level_of(text))


STEP = Step("合并断行", "处", clean)
