"""Use cases on the numbers of open issues: change them, give them up, take them back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desk.auditing import By, note
from desk.compiling import PRINTABLE, name_of, open_issue, publication_of
from desk.errors import DeskError, NotAllowedError
from desk.issues import Entry, Issue, IssueStatus
from desk.numbering import (
    Taken,
    has_total,
    keeping_rows_whole,
    newly_left_out,
    row_of,
    rows_of,
    taken,
    total_row,
)
from desk.publications import Publication
from desk.store import Store, Work
from desk.voids import TOTAL, Row, VoidNumber

_NAMED = 3  # of the issues that follow one


@dataclass(frozen=True, slots=True)
class Wanted:
    """The numbers and the day an issue is to have."""

    number: int
    total: int
    day: date


class GapError(NotAllowedError):
    """Numbers would be left out; ``gap`` tells which in words, to record them as void."""

    def __init__(self, gap: str, sentence: str) -> None:
        super().__init__(sentence)
        self.gap = gap


@dataclass(frozen=True, slots=True)
class Renumbered:
    """An issue that was renumbered, as it was before, and what became void by it."""

    issue: Issue
    before: Issue
    voids: tuple[VoidNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Discarded:
    """What giving an issue up changed: the issue, those that moved up as they were, voids."""

    issue: Issue
    moved: tuple[Issue, ...] = ()
    voids: tuple[VoidNumber, ...] = ()


def renumber(
    store: Store, issue_id: int, wanted: Wanted, *, by: By, reason: str = ""
) -> Renumbered:
    """Change number, total number and day.

    In another year the issue takes the next number there, unless another one is wanted. Numbers
    this would leave out are recorded as void where a ``reason`` is given, else GapError is raised;
    DeskError where another issue has the number.
    """
    with store.begin() as work:
        before = open_issue(work, issue_id)
        publication = publication_of(work, before.publication_id)
        issue = _fitting(work, publication, before, wanted)
        gaps = _gaps(work, publication, before, issue)
        if gaps and not reason.strip():
            raise _gap_error(gaps, issue)
        changed = work.issues.save(issue)
        voids = _give_up(work, gaps, reason, by)
        told = f"第{changed.number}期（总第{changed.total}期）{changed.day}"
        note(work, by, "改期号或日期", f"issue:{issue_id}", told)
        return Renumbered(changed, before, voids)


def take_renumbering_back(store: Store, change: Renumbered, *, by: By) -> None:
    """Give an issue the numbers and the day it had (undo), unless that left others out by now."""
    old = change.before
    with store.begin() as work:
        issue = open_issue(work, change.issue.id)
        publication = publication_of(work, issue.publication_id)
        with keeping_rows_whole(work, publication, _rows(publication, change.voids, issue)):
            _forget(work, change.voids)
            work.issues.save(replace(issue, number=old.number, total=old.total, day=old.day))
        note(work, by, "撤销改期号", f"issue:{issue.id}", f"第{old.number}期 {old.day}")


def _fitting(work: Work, publication: Publication, before: Issue, wanted: Wanted) -> Issue:
    """The issue as wanted, with a number of its row. Raises DeskError where one is taken."""
    if before.revision:
        return _redated(before, wanted)
    totalled = has_total(publication.numbering, before.series)
    issue = replace(
        before,
        number=wanted.number,
        total=wanted.total if totalled else 0,
        day=wanted.day,
    )
    row = row_of(publication, issue.series, issue.day)
    is_elsewhere = row != row_of(publication, before.series, before.day)
    if is_elsewhere and issue.number == before.number:
        have = taken(work, publication, row, without=before.id)
        issue = replace(issue, number=have.next)
    for row, number in rows_of(publication, issue):
        _must_be_free(taken(work, publication, row, without=before.id), number, issue)
    if (issue.number, issue.total) != (before.number, before.total) and totalled:
        _must_follow(work, publication, issue)
    return issue


def _redated(correction: Issue, wanted: Wanted) -> Issue:
    """A correction on another day; it bears the number of what it corrects."""
    if (wanted.number, wanted.total) != (correction.number, correction.total):
        raise DeskError("更正要用原来那一期的期号和总期号，只能改日期。")
    return replace(correction, day=wanted.day)


def _must_be_free(have: Taken, number: int, issue: Issue) -> None:
    if number in have.voids:
        raise DeskError(
            f"{have.call([number])}已经记为空号：{have.voids[number].reason}。"
            "请换一个号，或者先在“期号与空号”里收回它。"
        )
    if number not in have.issues:
        return
    if have.row.name == TOTAL:
        other = have.issues[number]
        raise DeskError(
            f"总第{number}期已经用在{other.day.year}年第{other.number}期。请换一个总期号。"
        )
    raise DeskError(f"{issue.day.year}年第{number}期已经有了。请换一个期号。")


def _must_follow(work: Work, publication: Publication, issue: Issue) -> None:
    """See that total numbers rise with the numbers of the row."""
    row = row_of(publication, issue.series, issue.day)
    others = taken(work, publication, row, without=issue.id).issues.values()
    for one in others:
        if one.total and (one.number < issue.number) != (one.total < issue.total):
            raise DeskError(
                f"第{one.number}期是总第{one.total}期，第{issue.number}期就不能是"
                f"总第{issue.total}期：总期号要和期号一样递增。请改正。"
            )


def _gaps(
    work: Work, publication: Publication, before: Issue, after: Issue | None
) -> list[tuple[Taken, list[int]]]:
    """What a change of numbers would leave out, by row; ``after`` None: the issue is given up."""
    if before.revision:  # its number stays that of the issue it corrects
        return []
    was = dict(rows_of(publication, before))
    will = dict(rows_of(publication, after)) if after else {}
    found = []
    for row in {**was, **will}:
        others = taken(work, publication, row, without=before.id)
        mine, new = was.get(row, 0), will.get(row, 0)
        left = newly_left_out(others.numbers | ({mine} - {0}), others.numbers | ({new} - {0}), mine)
        if left:
            found.append((others, left))
    return found


def _gap_error(gaps: list[tuple[Taken, list[int]]], issue: Issue) -> GapError:
    gap = "、".join(have.call(left) for have, left in gaps)
    return GapError(
        gap,
        f"本期改成第{issue.number}期，{gap}就空出来了。请接着前一期编号，或者写明理由记为空号。",
    )


def _give_up(
    work: Work, gaps: Iterable[tuple[Taken, list[int]]], reason: str, by: By
) -> tuple[VoidNumber, ...]:
    """Record numbers as void, for one reason."""
    voids = tuple(
        VoidNumber(have.row, number, reason.strip(), by.who, by.now)
        for have, left in gaps
        for number in left
    )
    for one in voids:
        work.voids.add(one)
        told = f"{one.row.year or ''}{one.row.name}{one.number}：{one.reason}"
        note(work, by, "记为空号", f"publication:{one.row.publication_id}", told)
    return voids


def _forget(work: Work, voids: Iterable[VoidNumber]) -> None:
    for one in voids:
        work.voids.delete(one.row, one.number)


def _rows(publication: Publication, voids: Iterable[VoidNumber], *issues: Issue) -> set[Row]:
    """The rows that some void numbers and issues are in."""
    counted = (row for issue in issues for row, _ in rows_of(publication, issue))
    return {*(one.row for one in voids), *counted}


def later_than(store: Store, issue_id: int) -> tuple[str, bool]:
    """The issues after one in words, and whether they may all move up; "" where it is the last."""
    with store.read() as work:
        issue = open_issue(work, issue_id)
        publication = publication_of(work, issue.publication_id)
        if not _gaps(work, publication, issue, None):
            return "", False
        later = _later(work, publication, issue)
        told = "、".join(f"第{one.number}期" for one in later[:_NAMED])
        more = "等" if len(later) > _NAMED else ""
        may_move = bool(later) and _may_move_up(work, publication, issue, later)
        return f"{told}{more}" if later else "空号", may_move


def _later(work: Work, publication: Publication, issue: Issue) -> list[Issue]:
    """The issues after one, in its row and in that of total numbers, in order."""
    row = row_of(publication, issue.series, issue.day)
    numbered = [
        one for number, one in taken(work, publication, row).issues.items() if number > issue.number
    ]
    if has_total(publication.numbering, issue.series):
        totals = taken(work, publication, total_row(publication)).issues
        numbered += [one for total, one in totals.items() if total > issue.total]
    ids = {one.id: one for one in sorted(numbered, key=lambda one: (one.total, one.number))}
    return [work.issues.get(one) for one in ids]


def _may_move_up(
    work: Work, publication: Publication, issue: Issue, later: Iterable[Issue]
) -> bool:
    """Whether the later ones are all open, with no void number among theirs."""
    voids = [
        one
        for row, number in rows_of(publication, issue)
        for one in taken(work, publication, row).voids
        if one > number
    ]
    return not voids and all(one.status is IssueStatus.OPEN for one in later)


def discard(store: Store, issue_id: int, *, by: By, reason: str = "") -> Discarded:
    """Give an open issue up; its drafts go back to the pool.

    The last one of its row just goes. The number of another is recorded as void for a ``reason``,
    else GapError is raised.
    """
    with store.begin() as work:
        issue = open_issue(work, issue_id)
        publication = publication_of(work, issue.publication_id)
        gaps = _gaps(work, publication, issue, None)
        if gaps and not reason.strip():
            gap = "、".join(have.call(left) for have, left in gaps)
            raise GapError(gap, f"本期不是最后一期，删除后{gap}就空出来了。请写明理由记为空号。")
        _delete(work, publication, issue, by)
        return Discarded(issue, voids=_give_up(work, gaps, reason, by))


def discard_moving_up(store: Store, issue_id: int, *, by: By) -> Discarded:
    """Give an open issue up and let the later ones move up, which must all be open."""
    with store.begin() as work:
        issue = open_issue(work, issue_id)
        publication = publication_of(work, issue.publication_id)
        later = _later(work, publication, issue) if _gaps(work, publication, issue, None) else []
        if not _may_move_up(work, publication, issue, later):
            raise NotAllowedError(
                "后面有已经印发的期或者空号，期号不能前移。请写明理由把本期记为空号。"
            )
        _delete(work, publication, issue, by)
        here = row_of(publication, issue.series, issue.day)
        for one in later:
            in_row = row_of(publication, one.series, one.day) == here and one.number > issue.number
            total = one.total - 1 if one.total > issue.total > 0 else one.total
            moved = work.issues.save(replace(one, number=one.number - in_row, total=total))
            note(work, by, "期号前移", f"issue:{one.id}", name_of(publication, moved))
        return Discarded(issue, moved=tuple(later))


def _delete(work: Work, publication: Publication, issue: Issue, by: By) -> None:
    work.issues.delete(issue.id)
    note(work, by, "删除一期", f"issue:{issue.id}", name_of(publication, issue))


def restore(store: Store, change: Discarded, *, by: By) -> Issue:
    """Bring an issue back that was given up, with its entries and its numbers (undo).

    Entries whose drafts went on since then stay away.
    """
    with store.begin() as work:
        publication = publication_of(work, change.issue.publication_id)
        moved = [(open_issue(work, one.id), one) for one in reversed(change.moved)]
        rows = _rows(publication, change.voids, change.issue, *(now for now, _ in moved))
        with keeping_rows_whole(work, publication, rows):
            _forget(work, change.voids)
            for now, was in moved:
                work.issues.save(replace(now, number=was.number, total=was.total))
            issue = work.issues.restore(replace(change.issue, entries=_still_usable(work, change)))
        note(work, by, "恢复一期", f"issue:{issue.id}", name_of(publication, issue))
        return issue


def _still_usable(work: Work, change: Discarded) -> tuple[Entry, ...]:
    drafts = work.drafts.several([entry.draft_id for entry in change.issue.entries])
    return tuple(
        entry
        for entry, draft in zip(change.issue.entries, drafts, strict=True)
        if draft.status in PRINTABLE
    )
