"""The lines of the archive's list: issues, and numbers and days without one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desk.archive.printed import Shelved
from desk.issues import IssueStatus, Series
from desk.number_runs import run_text
from desk.store import Work

UNRECORDED = "没有登记"
VOID, MISSING, SKIPPED = "空号", "缺号", "不出刊"


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers given up (空号) or simply missing (缺号), or a day without an issue (不出刊).

    ``first`` and ``last`` are 0 for a day.
    """

    publication_id: int
    word: str
    reason: str
    first: int = 0
    last: int = 0
    day: date | None = None

    @property
    def numbered(self) -> str:
        """The numbers: 第35期, 第35—37期."""
        return f"第{run_text(self.first, self.last)}期" if self.first else ""


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """One line: an issue, or what stands instead of one; ``place`` sorts lines as numbered."""

    publication: str
    issue: Shelved | None = None
    gap: Gap | None = None
    place: tuple[int, int, int] = (0, 0, 0)


def shelf_lines(work: Work, publication_id: int, year: int) -> list[ShelfLine]:
    """The issues of a publication and a year (0: all), newest first, with the gaps among them."""
    names = {one.id: one.name for one in work.catalogue.publications()}
    rows = work.printed.shelf(publication_id, year)
    lines = [ShelfLine(names[row.publication_id], row, place=_place(row)) for row in rows]
    if publication_id and year:
        gaps = [*_missing(work, rows, publication_id, year), *_skipped(work, publication_id, year)]
        lines = _put_in(lines, gaps, names[publication_id])
    return lines


def expired_lines(work: Work, today: date) -> list[ShelfLine]:
    """The issues whose 保管期限 is over, oldest first."""
    names = {one.id: one.name for one in work.catalogue.publications()}
    rows = [row for row in work.printed.shelf(only_expiring=True) if row.is_expired(today)]
    return [ShelfLine(names[row.publication_id], row, place=_place(row)) for row in rows[::-1]]


def _place(row: Shelved) -> tuple[int, int, int]:
    return (row.day.toordinal(), row.number, row.revision)


def _missing(work: Work, rows: Sequence[Shelved], publication_id: int, year: int) -> Iterator[Gap]:
    """Numbers between two issues of the regular row that none bears."""
    held = sorted({row.number for row in rows if row.series is Series.REGULAR})
    reasons = {
        void.number: void.reason
        for void in work.voids.of(publication_id)
        if void.row.name == Series.REGULAR and void.row.year in (0, year)
    }
    in_work = work.issues.all(publication_id, IssueStatus.OPEN)
    open_ones = {one.number for one in in_work if one.day.year == year}
    for before, after in pairwise(held):
        missing = [n for n in range(before + 1, after) if n not in open_ones]
        yield from _runs(publication_id, missing, reasons)


def _runs(publication_id: int, missing: Iterable[int], reasons: dict[int, str]) -> Iterator[Gap]:
    """Neighbouring numbers of one reason as one gap."""
    now: Gap | None = None
    for number in missing:
        reason = reasons.get(number, UNRECORDED)
        if now and (now.last, now.reason) == (number - 1, reason):
            now = Gap(publication_id, now.word, reason, now.first, number)
            continue
        if now:
            yield now
        word = VOID if number in reasons else MISSING
        now = Gap(publication_id, word, reason, number, number)
    if now:
        yield now


def _skipped(work: Work, publication_id: int, year: int) -> Iterator[Gap]:
    for one in work.voids.skipped(publication_id, date(year, 1, 1)):
        if one.day.year == year:
            yield Gap(publication_id, SKIPPED, one.reason, day=one.day)


def _put_in(lines: list[ShelfLine], gaps: Iterable[Gap], name: str) -> list[ShelfLine]:
    """Lines with gaps where they belong: by number, or by day."""
    found = list(lines)
    for gap in gaps:
        at = next((n for n, line in enumerate(found) if _is_before(line, gap)), len(found))
        below = found[at].place if at < len(found) else (0, 0, 0)
        place = (gap.day.toordinal() if gap.day else below[0], gap.last or below[1] + 1, 0)
        found.insert(at, ShelfLine(name, gap=gap, place=place))
    return found


def _is_before(line: ShelfLine, gap: Gap) -> bool:
    """Whether a line stands below a gap in a list with the newest first."""
    if gap.day:
        return line.place[0] <= gap.day.toordinal()
    if line.issue:
        return line.issue.series is Series.REGULAR and line.issue.number < gap.first
    return bool(line.gap and line.gap.last and line.gap.last < gap.first)
