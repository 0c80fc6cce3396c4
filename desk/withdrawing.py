"""Use case: withdraw a released issue (撤销). Its number stays used, its files stay kept."""

from dataclasses import dataclass

from desk.adopting import numbered, source_of, taken_back
from desk.auditing import By, note
from desk.closing import on_open_days
from desk.compiling import name_of, publication_of
from desk.correcting_issues import open_correction
from desk.drafts import Draft
from desk.errors import FieldError, NotAllowedError
from desk.issues import Issue, IssueStatus
from desk.releasing import let_go
from desk.store import Store, Work

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An issue that was withdrawn, how many adoptions went with it, and the drafts set free."""

    issue: Issue
    reversed: int
    freed: tuple[Draft, ...]


def withdraw(store: Store, issue_id: int, reason: str, *, by: By) -> Withdrawn:
    """Withdraw an issue for a reason, take its adoptions back, and free its drafts.

    Drafts that stand in no other issue are 可用 again. It is a record: it can't be undone.
    Raises FieldError without a reason, NotAllowedError where the issue does not stand, or today is
    closed.
    """
    why = " ".join(reason.split())
    if not why:
        raise FieldError("reason", "撤销一期要写明理由，例如“内容失实，县领导要求撤回”。")
    if len(why) > LONGEST_REASON:
        raise FieldError("reason", f"理由有 {len(why)} 个字，最多 {LONGEST_REASON} 个字。")
    with store.begin() as work:
        issue = work.issues.get(issue_id)
        must_be_withdrawable(work, issue)
        gone = work.issues.withdraw(issue_id, by.now, why)
        name = name_of(publication_of(work, issue.publication_id), issue)
        today = by.today
        why_back = f"撤销{numbered(issue)}"
        back = taken_back(work, issue, today, source_of(issue), why_back, by.who)
        work.ledger.add(on_open_days(work, back, today))
        note(work, by, "撤销印发", f"issue:{issue_id}", f"{name}：{why}")
        freed = let_go(work, gone, "撤销印发", f"{name}已撤销，退回可用：{why}", by)
        kept = {entry.draft_id for entry in issue.entries} - {one.id for one in freed}
        for draft_id in sorted(kept):
            note(work, by, "撤销印发", f"draft:{draft_id}", f"{name}已撤销：{why}")
        return Withdrawn(gone, len(back), tuple(freed))


def must_be_withdrawable(work: Work, issue: Issue) -> None:
    """Raise NotAllowedError where an issue does not stand, or its correction is open."""
    if issue.status is not IssueStatus.RELEASED:
        raise NotAllowedError(f"{numbered(issue)}现在是“{issue.status}”，不能撤销。")
    if issue.replaced_by:
        newest = numbered(work.issues.get(issue.replaced_by))
        raise NotAllowedError(f"{numbered(issue)}已经更正。要撤销请撤销{newest}。")
    begun = open_correction(work, issue)
    if begun is not None:
        raise NotAllowedError(
            f"{numbered(issue)}有一份更正在编。请先删除或印发“{numbered(begun)}”，再撤销。"
        )
