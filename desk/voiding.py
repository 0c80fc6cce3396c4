"""Use cases on void numbers (空号): record them ahead, take them back, fill them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from desk.auditing import By, note
from desk.compiling import publication_of, start
from desk.errors import FieldError, NotAllowedError
from desk.issues import Issue, Series
from desk.numbering import (
    Taken,
    has_total,
    keeping_rows_whole,
    left_out,
    newly_left_out,
    row_of,
    taken,
    total_row,
)
from desk.publications import Publication
from desk.store import Store, Work
from desk.voids import TOTAL, Row, VoidNumber


@dataclass(frozen=True, slots=True)
class Numbers:
    """The rows of a publication that the clerk looks at, and all its void numbers."""

    publication: Publication
    rows: tuple[Taken, ...]
    voids: tuple[VoidNumber, ...]


def numbers_of(work: Work, publication_id: int, today: date) -> Numbers:
    """This year's rows of a publication, and its void numbers of all years, newest first."""
    publication = publication_of(work, publication_id)
    rows = [row_of(publication, series, today) for series in Series]
    if publication.numbering.has_total:
        rows.append(total_row(publication))
    found = [taken(work, publication, row) for row in rows]
    voids = sorted(
        work.voids.of(publication_id),
        key=lambda one: (-one.row.year, one.row.name, -one.number),
    )
    return Numbers(publication, tuple(one for one in found if one.numbers), tuple(voids))


def record(
    store: Store, row: Row, numbers: Collection[int], reason: str, *, by: By
) -> tuple[VoidNumber, ...]:
    """Record numbers of a row as void.

    Raises FieldError without a reason, or where one is taken or would not follow the others.
    """
    if not reason.strip():
        raise FieldError("reason", "空号要写明理由，例如“印刷前取消”。")
    with store.begin() as work:
        publication = publication_of(work, row.publication_id)
        have = taken(work, publication, row)
        double = have.numbers & set(numbers)
        if double:
            raise FieldError("numbers", f"{have.call(double)}已经用了，不能记为空号。")
        gap = newly_left_out(have.numbers, {*have.numbers, *numbers}, 0)
        if gap:
            raise FieldError("numbers", f"这样{have.call(gap)}又空出来了。请从第{gap[0]}期记起。")
        voids = [VoidNumber(row, one, reason.strip(), by.who, by.now) for one in sorted(numbers)]
        for one in voids:
            work.voids.add(one)
        told = f"{row.name}{have.call(numbers)}：{reason.strip()}"
        note(work, by, "记为空号", f"publication:{publication.id}", told)
        return tuple(voids)


def take_back(store: Store, void: VoidNumber, *, by: By) -> None:
    """Make a void number free again; it must be the first or the last of its row."""
    with store.begin() as work:
        publication = publication_of(work, void.row.publication_id)
        have = taken(work, publication, void.row)
        if void.number in left_out(have.numbers - {void.number}):
            raise NotAllowedError(
                f"{have.call([void.number])}后面的号已经用了，收回就空出来了。"
                "请用“补这一期”，新建的一期就用这个号。"
            )
        _forget(work, void, by)


def put_back(store: Store, voids: Collection[VoidNumber], *, by: By) -> None:
    """Make numbers void again (undo of ``take_back``)."""
    with store.begin() as work:
        for one in voids:
            publication = publication_of(work, one.row.publication_id)
            if one.number in taken(work, publication, one.row).numbers:
                raise NotAllowedError(f"第{one.number}期已经用了，不能再记为空号。")
            _make_void(work, one, by)


def forget(store: Store, voids: Collection[VoidNumber], *, by: By) -> None:
    """Take back what was recorded just now (undo of ``record``), unless later ones are taken."""
    with store.begin() as work:
        for publication_id in {one.row.publication_id for one in voids}:
            publication = publication_of(work, publication_id)
            with keeping_rows_whole(work, publication, {one.row for one in voids}):
                for one in voids:
                    _forget(work, one, by)


def fill(store: Store, void: VoidNumber, day: date, *, by: By) -> Issue:
    """Start an issue that bears a void number after all."""
    with store.begin() as work:
        publication = publication_of(work, void.row.publication_id)
        if void.row.name == TOTAL:
            raise NotAllowedError("总期号不能单独补。请补同一期的期号。")
        if row_of(publication, Series(void.row.name), day) != void.row:
            if not void.row.year:
                raise NotAllowedError(
                    f"《{publication.name}》现在每年重新编号，连年编号时的空号补不了。"
                    "请新建一期，或者先到“资料”里改回连年编号。"
                )
            day = date(void.row.year, 12, 31)
        freed = _total_beside(work, publication, void)
        for one in (void, *freed):
            _forget(work, one, by)
        number = void.number
        issue = start(work, publication, day, Series(void.row.name), by=by, number=number)
        for one in freed:
            if issue.total != one.number:  # it took another one: this stays void
                _make_void(work, one, by)
        return issue


def _total_beside(work: Work, publication: Publication, void: VoidNumber) -> list[VoidNumber]:
    """The total number that was given up together with a number, if one was."""
    if not has_total(publication.numbering, Series(void.row.name)):
        return []
    numbers, totals = (
        [
            one
            for one in work.voids.in_row(row)
            if (one.when, one.reason) == (void.when, void.reason)
        ]
        for row in (void.row, total_row(publication))
    )
    place = [one.number for one in numbers].index(void.number)
    return totals[place : place + 1]


def _forget(work: Work, void: VoidNumber, by: By) -> None:
    work.voids.delete(void.row, void.number)
    note(work, by, "收回空号", f"publication:{void.row.publication_id}", _told(void))


def _make_void(work: Work, void: VoidNumber, by: By) -> None:
    work.voids.add(void)
    note(work, by, "又记为空号", f"publication:{void.row.publication_id}", _told(void))


def _told(void: VoidNumber) -> str:
    return f"{void.row.year or ''}{void.row.name}第{void.number}期：{void.reason}"
