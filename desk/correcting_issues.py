"""Use case: correct a released issue (更正): the same number anew, beside the frozen one."""

from desk.adopting import numbered
from desk.auditing import By, note
from desk.compiling import name_of, publication_of
from desk.errors import NotAllowedError
from desk.issues import Issue, IssueStatus
from desk.store import Store, Work


def correct(store: Store, issue_id: int, *, by: By) -> Issue:
    """Open a correction of the issue that stands under a number, with all its entries and matter.

    It is dated today and released like any other; until then the former one stands.
    Raises NotAllowedError where that was withdrawn, or a correction is open already.
    """
    with store.begin() as work:
        former = work.issues.get(issue_id)
        first = work.issues.get(former.first_id)
        corrections = work.issues.corrections(first.id)
        must_be_correctable(work, former)
        if any(not one.is_frozen for one in corrections):
            raise NotAllowedError(
                f"{numbered(former)}已经有一份更正在编。请打开它接着编，或者先删除它。"
            )
        day = max(by.today, former.day)
        issue = work.issues.save(
            Issue(
                former.publication_id,
                former.number,
                former.total,
                day,
                former.entries,
                series=former.series,
                matter=former.matter,
                corrects=first.id,
                revision=len(corrections) + 1,
                of_year=first.year if first.year != day.year else 0,
            )
        )
        name = name_of(publication_of(work, issue.publication_id), issue)
        note(work, by, "开始更正", f"issue:{former.id}", name)
        note(work, by, "新建更正", f"issue:{issue.id}", name)
        return issue


def open_correction(work: Work, issue: Issue) -> Issue | None:
    """The correction of an issue's number that is being put together."""
    found = work.issues.corrections(issue.first_id)
    return next((one for one in found if not one.is_frozen), None)


def must_be_correctable(work: Work, issue: Issue) -> None:
    """Raise NotAllowedError where an issue is open, withdrawn or corrected already."""
    if issue.status is IssueStatus.OPEN:
        raise NotAllowedError(f"{numbered(issue)}还没有印发，直接修改就行，不用更正。")
    if issue.status is IssueStatus.WITHDRAWN:
        raise NotAllowedError(f"{numbered(issue)}已经撤销，不能更正。请另编一期。")
    if issue.replaced_by:
        newest = numbered(work.issues.get(issue.replaced_by))
        raise NotAllowedError(f"{numbered(issue)}已经更正过。要再改请更正{newest}。")
