"""Guess how a file is to be read, from its headers, its cells, and how such a table was read."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from desk.auditing import By
from desk.errors import NotReadableError
from desk.importing.batches import KeptPlan, Sort
from desk.importing.past.crosses import guessed_columns, is_crossed
from desk.importing.past.grid import Grid
from desk.importing.past.guide import PLAIN, Guide
from desk.importing.past.guide_file import dump_guide, parse_guide
from desk.importing.past.heads import Head, find_head, group_end, head_of
from desk.importing.past.lines import why_skipped
from desk.importing.past.rehearsal import Book, ground_of, pages
from desk.store import Work

_LINES_ABOVE = 15
_MUST = ("日期", "单位")


def propose(work: Work, book: Book, sort: Sort = Sort.LEDGER) -> Guide:
    """How such a table was read last time, else the best guess."""
    kept = _kept(work, book)
    guide = kept or replace(PLAIN, sort=sort)
    ground = ground_of(work, guide, "")
    found = [
        page for page in pages(book, guide, ground.carriers, ground.names) if page.head is not None
    ]
    for page in found:
        assert page.head is not None  # noqa: S101 - those without one are left out
        below = page.grid.rows[page.head.last + 1 :]
        guessed = guessed_columns(below, page.head, ground.carriers, page.guide.year)
        if not kept and is_crossed(below, page.head, guessed):
            guide = replace(guide, crossed={**guessed, **guide.crossed})
        elif not kept:
            guide = replace(guide, fill=guide.fill | _gaps(page.grid, page.head))
    return guide


def remember(work: Work, book: Book, guide: Guide, by: By) -> None:
    """Keep how this file was read for the next one with such headers."""
    kept = replace(guide, sheets=(), head=None, year=None, matches={})
    for grid in book.grids:
        head = find_head(grid, guide)
        if head is not None and (not guide.sheets or grid.name in guide.sheets):
            plan = KeptPlan(_fingerprint(head), book.name, dump_guide(kept), by.now, by.who)
            work.imports.keep_plan(plan)


def _kept(work: Work, book: Book) -> Guide | None:
    for grid in book.grids:
        for head in _heads(grid):
            if plan := work.imports.plan(_fingerprint(head)):
                try:
                    return parse_guide(plan.plan)
                except NotReadableError:
                    continue  # of another version of the program: guess anew
    return None


def _heads(grid: Grid) -> Iterator[Head]:
    """Every line that may be the headers, whatever it says."""
    for first in range(min(_LINES_ABOVE, len(grid.rows))):
        for last in {first, group_end(grid, first)}:
            yield head_of(grid, first, last, PLAIN)


def _fingerprint(head: Head) -> str:
    return hashlib.sha256("\n".join(head.labels).encode()).hexdigest()


def _gaps(grid: Grid, head: Head) -> frozenset[str]:
    """What every row must say, where some rows that say something leave it empty."""
    found = set()
    for name in _MUST:
        if name not in head.columns or "标题" not in head.columns:
            continue
        column, title = head.columns[name], head.columns["标题"]
        below = range(head.last + 1, len(grid.rows))
        told = [grid.rows[at] for at in below if not why_skipped(grid, at, head)]
        said = [row[column] for row in told if row[title]]
        if said and said[0] and not all(said):
            found.add(name)
    return frozenset(found)
