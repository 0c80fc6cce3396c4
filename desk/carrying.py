"""Use case: move entries from an open issue to the next one."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta

from desk.auditing import By, note
from desk.calendar import add_working_days, by_day
from desk.compiling import name_of, open_issue, publication_of, start
from desk.errors import DeskError
from desk.issues import Issue, IssueStatus, Series
from desk.ordering import without
from desk.publications import Publication
from desk.scheduling import next_due
from desk.store import Store, Work


@dataclass(frozen=True, slots=True)
class Carried:
    """An issue before its entries went, and the one they went to, as it was before."""

    source: Issue
    target: Issue
    name: str
    is_new: bool


def carry(
    store: Store, issue_id: int, draft_ids: Collection[int], *, by: By, target_id: int = 0
) -> Carried:
    """Move the entries of some drafts to the end of their sections in the next issue.

    That is the next open one of the publication; where there is none it is started, for the next
    day one is due, or the next working day. A ``target_id`` names another open one.
    """
    with store.begin() as work:
        issue = open_issue(work, issue_id)
        publication = publication_of(work, issue.publication_id)
        moving = tuple(one for one in issue.entries if one.draft_id in draft_ids)
        if not moving:
            raise DeskError("没有选中条目。请在“本期条目”里选中要移走的条目。")
        found = _target(work, issue, target_id) if target_id else _next_open(work, issue)
        target = found or _started(work, publication, issue, by)
        order = [section.id for section in publication.sections]
        joined = sorted((*target.entries, *moving), key=lambda one: order.index(one.section_id))
        work.issues.save(replace(issue, entries=tuple(without(issue.entries, draft_ids))))
        work.issues.save(replace(target, entries=tuple(joined)))
        name = name_of(publication, target)
        note(work, by, "移到下一期", f"issue:{issue_id}", f"{len(moving)} 条移到{name}")
        return Carried(issue, target, name, is_new=found is None)


def carry_back(store: Store, carried: Carried, *, by: By) -> None:
    """Undo it: both issues get their entries back, and one started for them goes again."""
    with store.begin() as work:
        source = open_issue(work, carried.source.id)
        target = open_issue(work, carried.target.id)
        came = {one.draft_id for one in carried.source.entries}
        came -= {one.draft_id for one in source.entries}
        left = without(target.entries, came)
        if carried.is_new and not left:
            work.issues.delete(target.id)
        else:
            work.issues.save(replace(target, entries=tuple(left)))
        work.issues.save(replace(source, entries=carried.source.entries))
        note(work, by, "撤销移到下一期", f"issue:{source.id}", carried.name)


def _target(work: Work, issue: Issue, target_id: int) -> Issue:
    target = open_issue(work, target_id)
    if target.publication_id != issue.publication_id or target.id == issue.id:
        raise DeskError("只能移到同一种刊物的另一期。请另选一期。")
    return target


def others_open(work: Work, issue: Issue) -> list[Issue]:
    """The other open issues of its publication, by day."""
    found = work.issues.all(issue.publication_id, IssueStatus.OPEN)
    others = [one for one in found if one.id != issue.id and not one.corrects]
    return sorted(others, key=lambda one: (one.day, one.number))


def _next_open(work: Work, issue: Issue) -> Issue | None:
    here = (issue.day, issue.number)
    later = (one for one in others_open(work, issue) if (one.day, one.number) > here)
    return next(later, None)


def _started(work: Work, publication: Publication, issue: Issue, by: By) -> Issue:
    specials = by_day(work.lists.special_days())
    due = next_due(publication.schedule, issue.day + timedelta(1), specials)
    day = due or add_working_days(issue.day, 1, specials)
    return start(work, publication, day, Series.REGULAR, by=by)
