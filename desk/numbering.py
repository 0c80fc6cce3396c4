"""Which numbers an issue counts in (期号, 总期号), and what of them is taken."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from desk.errors import NotAllowedError
from desk.issues import Issue, IssueStatus, Numbered, Series
from desk.number_runs import runs_text
from desk.publications import Numbering, Publication
from desk.store import Work
from desk.voids import TOTAL, Row, VoidNumber


def year_of(numbering: Numbering, day: date) -> int:
    """The year a number counts in; 0 where numbers never begin again."""
    return day.year if numbering.yearly else 0


def counted_in(numbering: Numbering, series: Series) -> Series:
    """The series whose numbers an issue takes: 特刊 are regular ones unless told apart."""
    if series is Series.SPECIAL and not numbering.specials_apart:
        return Series.REGULAR
    return series


def has_total(numbering: Numbering, series: Series) -> bool:
    """Whether it bears a 总期号: only issues in the regular row do."""
    return numbering.has_total and series is Series.REGULAR


def row_of(publication: Publication, series: Series, day: date) -> Row:
    """The row an issue's number belongs to."""
    return Row(publication.id, year_of(publication.numbering, day), series.value)


def total_row(publication: Publication) -> Row:
    """The row of its total numbers."""
    return Row(publication.id, 0, TOTAL)


@dataclass(frozen=True, slots=True)
class Taken:
    """The numbers of a row: each is an issue's, or void; ``twice`` has those of two issues."""

    row: Row
    issues: Mapping[int, Numbered]
    voids: Mapping[int, VoidNumber]
    twice: frozenset[int] = frozenset()

    @property
    def numbers(self) -> frozenset[int]:
        """All that are taken."""
        return frozenset(self.issues) | frozenset(self.voids)

    @property
    def next(self) -> int:
        """The number after the last."""
        return max(self.numbers, default=0) + 1

    @property
    def doubles(self) -> frozenset[int]:
        """The numbers that two issues have, or an issue and a void one."""
        return self.twice | (self.issues.keys() & self.voids.keys())

    @property
    def gaps(self) -> list[int]:
        """The numbers left out between the first and the last."""
        return left_out(self.numbers)

    def call(self, numbers: Iterable[int]) -> str:
        """Some of its numbers in words: 第8—11期, 总第108期."""
        return f"{'总' if self.row.name == TOTAL else ''}第{runs_text(numbers)}期"


def taken(work: Work, publication: Publication, row: Row, without: int = 0) -> Taken:
    """What is taken of a row, ``without`` the numbers of one issue."""
    since = date(row.year, 1, 1) if row.year else None  # ten years of issues are long to read
    issues = [one for one in work.issues.numbered(publication.id, since) if one.id != without]
    numbers = [(_number_in(publication, row, one), one) for one in issues]
    often = Counter(number for number, _ in numbers if number)
    return Taken(
        row,
        {number: one for number, one in numbers if number},
        {one.number: one for one in work.voids.in_row(row)},
        frozenset(number for number, times in often.items() if times > 1),
    )


def _number_in(publication: Publication, row: Row, one: Numbered) -> int:
    """The number an issue has in a row; 0 where it isn't in it."""
    if row.name == TOTAL:
        return one.total
    return one.number if row_of(publication, one.series, one.day) == row else 0


def left_out(numbers: Iterable[int]) -> list[int]:
    """What is missing between the lowest and the highest of some numbers."""
    found = set(numbers)
    return [one for one in range(min(found), max(found)) if one not in found] if found else []


def newly_left_out(before: Collection[int], after: Collection[int], moved: int) -> list[int]:
    """What a row lacks once ``moved`` is given up and its numbers are ``after``.

    A row that held no other number may begin anywhere; gaps it had already are not told again.
    """
    if not after or not set(before) - {moved}:
        return []
    known = {*after, *left_out(before)}
    return [one for one in range(min(*before, *after), max(after)) if one not in known]


@contextmanager
def keeping_rows_whole(work: Work, publication: Publication, rows: Iterable[Row]) -> Iterator[None]:
    """See that no taken number becomes a gap or a double: another window may have gone on.

    Raises NotAllowedError on leaving.
    """
    before = {row: taken(work, publication, row) for row in rows}
    yield
    for row, had in before.items():
        have = taken(work, publication, row)
        double = have.doubles - had.doubles
        if double:
            raise NotAllowedError(
                f"{have.call(double)}后来又用了，没有撤销。请在“期号与空号”里看看它用在哪里。"
            )
        gap = [one for one in have.gaps if one in had.numbers]
        if gap:
            raise NotAllowedError(
                f"后来又用了后面的号，现在撤销{have.call(gap)}就空出来了。"
                "没有撤销，请在“期号与空号”里另行处理。"
            )


def rows_of(publication: Publication, issue: Issue) -> list[tuple[Row, int]]:
    """The rows an issue counts in, with its number in each."""
    rows = [(row_of(publication, issue.series, issue.day), issue.number)]
    if has_total(publication.numbering, issue.series):
        rows.append((total_row(publication), issue.total))
    return rows


def numbering_obstacles(work: Work, publication: Publication, issue: Issue) -> list[str]:
    """Why its numbers stand against releasing an issue: a gap before them, or a double."""
    if issue.revision:  # a correction bears the number of what it corrects
        return []
    said = []
    for row, number in rows_of(publication, issue):
        have = taken(work, publication, row, without=issue.id)
        if number in have.numbers:
            said.append(f"{have.call([number])}已经有了。请给本期换一个号。")
        gap = _gap_before(have, number)
        if gap:
            said.append(
                f"{have.call(gap)}还空着，{have.call([number])}不能先印发。"
                "请先补上，或者在“期号与空号”里写明理由记为空号。"
            )
    return said


def _gap_before(have: Taken, number: int) -> list[int]:
    """What is left out before a number; gaps before the last one released are told elsewhere."""
    earlier = [one for one in have.numbers if one < number]
    out = [at for at, one in have.issues.items() if one.status is not IssueStatus.OPEN]
    since = max((at for at in out if at < number), default=min(earlier, default=number))
    return [one for one in range(since + 1, number) if one not in have.numbers]
