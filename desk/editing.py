"""Use cases on one draft: save its text, move it on, keep or drop a finding, tick the list."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from desk.auditing import By, note
from desk.body import Body
from desk.drafts import Draft, Kept, Revision, Status, Waiver, WaiverScope
from desk.errors import DeskError, NotAllowedError
from desk.store import Store, Work
from desk.submissions import book_submission, is_unregistered

AUTOSAVE = "自动保存"
REVISED = "修改文字"  # one record a revision; the revision tells more, so that lists leave it out
CORRECTED = "更正"  # of a printed text, for an issue that corrects the one it stands in
# Automatic saves of one sitting share a revision, so that the list of revisions stays readable.
SITTING = timedelta(minutes=10)
LONGEST_KEPT = 200  # characters of words that may be kept in every draft
EDITABLE = (Status.NEW, Status.EDITING)
_TURNED = (Status.RETURNED, Status.REJECTED, Status.MERGED)


def save_text(
    store: Store, draft_id: int, title: str, body: Body, *, by: By, why: str = AUTOSAVE
) -> Draft:
    """Keep a text as a revision; a new draft becomes 在编. An unchanged text writes nothing."""
    with store.begin() as work:
        return keep_text(work, draft_id, title, body, by, why)


def keep_text(
    work: Work, draft_id: int, title: str, body: Body, by: By, why: str = AUTOSAVE
) -> Draft:
    """``save_text`` as a part of somebody's unit of work."""
    draft = work.drafts.get(draft_id)
    if (title, body) == (draft.title, draft.body):
        return draft
    if not may_edit(work, draft):
        raise NotAllowedError(_why_not(draft))
    if not title.strip():
        raise DeskError("标题不能为空。请写上标题再保存。")
    changed = replace(
        draft,
        title=title,
        body=body,
        status=draft.status if draft.status is Status.RELEASED else Status.EDITING,
        is_read=True,
        holder=draft.holder or by.who,
    )
    if draft.status is Status.NEW:
        note(work, by, "开始编辑", f"draft:{draft_id}")
    if draft.status is Status.RELEASED and why == AUTOSAVE:
        why = CORRECTED
    revision = _revision(work, draft, changed, by, why)
    revised = work.drafts.revise(changed, revision)
    if not revision.number:
        note(work, by, REVISED, f"draft:{draft_id}", f"第 {revised.revision} 版，{why}")
    return revised


def may_edit(work: Work, draft: Draft) -> bool:
    """Whether a text may change: while it is edited, and a printed one while it is corrected."""
    return draft.status in EDITABLE or in_correction(work, draft)


def in_correction(work: Work, draft: Draft) -> bool:
    """Whether it was printed, and stands in an issue that is to correct one; that stays frozen."""
    held = work.issues.holding(draft.id) if draft.status is Status.RELEASED else ()
    return any(one.corrects and not one.is_frozen for one in held)


def _why_not(draft: Draft) -> str:
    if draft.status is Status.RELEASED:
        return (
            f"“{draft.title}”已经印发，文字不能改动。要更正请到“编刊”打开那一期，"
            "在“更多”里按“更正本期”。"
        )
    return f"“{draft.title}”现在是“{draft.status}”，不能改动文字。要修改请先“退回修改”。"


def _revision(work: Work, draft: Draft, changed: Draft, by: By, why: str) -> Revision:
    """A new revision, or the last automatic one written over within a sitting.

    A text that was sent to approval is never written over.
    """
    last = work.drafts.last_revision(draft.id)
    # Also backwards: a clock that was set back must not make one sitting of the time until then.
    is_sitting = last.why == why and why in (AUTOSAVE, CORRECTED)
    same = is_sitting and last.who == by.who and abs(by.now - last.saved) < SITTING
    way = work.approvals.last([draft.id]).get(draft.id) if same else None
    same = same and (way is None or way.revision != last.number)
    number = last.number if same else 0
    saved = last.saved if same else by.now
    return Revision(number, saved, by.who, why, changed.title, changed.body)


def move(store: Store, draft_ids: list[int], target: Status, *, by: By, reason: str = "") -> None:
    """Move drafts to a status, all or none; raises NotAllowedError on the first that may not.

    Drafts are turned away by ``deciding.decide``; here a reason given for that is forgotten.
    """
    with store.begin() as work:
        for draft_id in draft_ids:
            _move(work, draft_id, target, by, reason)


def must_move(work: Work, draft: Draft, target: Status) -> None:
    """Raise NotAllowedError unless the draft may go to ``target`` now."""
    draft.must_move(target)
    if draft.version_of and draft.status is Status.FILED:
        must_be_usable(work.drafts.get(draft.version_of))
    held = work.issues.holding(draft.id) if draft.status is Status.READY else ()
    if any(not one.is_frozen for one in held):
        raise NotAllowedError(f"“{draft.title}”已编入一期刊物。请先在“编刊”里把它移出，再改状态。")


def must_be_usable(original: Draft) -> None:
    """Raise NotAllowedError unless a draft may have versions in use."""
    if original.status in _TURNED:
        raise NotAllowedError(
            f"“{original.title}”现在是“{original.status}”，不能做刊物版。请先把它改回“在编”。"
        )


def _move(work: Work, draft_id: int, target: Status, by: By, reason: str) -> None:
    draft = work.drafts.get(draft_id)
    must_move(work, draft, target)
    moved = replace(draft, status=target, is_read=True, reason="", remark="")
    work.drafts.save(moved)
    if is_unregistered(draft):
        book_submission(work, moved, by)
    note(work, by, f"{draft.status}→{target}", f"draft:{draft_id}", reason)


def waive(store: Store, draft_id: int, kept: Kept, reason: str, *, by: By) -> None:
    """Keep a finding as it is （保留）, here, in this item or for ever, with the reason.

    Raises DeskError without a reason, and for words too long to be kept for ever.
    """
    if not reason.strip():
        raise DeskError("保留一处问题要写明理由，例如“引文如此”。")
    if kept.scope is WaiverScope.ALWAYS and len(kept.excerpt) > LONGEST_KEPT:
        raise DeskError("这段文字太长，不能永久保留。请选“本文保留”。")
    waiver = Waiver(kept.rule, kept.excerpt, reason, by.who, by.now, kept.scope, kept.around)
    with store.begin() as work:
        if kept.scope is WaiverScope.ALWAYS:
            work.rulebook.keep(waiver)
        else:
            work.drafts.waive(draft_id, waiver)
        work.rulebook.count(kept.rule, waived=1)
        note(
            work,
            by,
            f"{kept.scope}保留 {kept.rule}",
            f"draft:{draft_id}",
            f"{kept.excerpt}：{reason}",
        )


def unwaive(store: Store, draft_id: int, kept: Kept, *, by: By) -> None:
    """Show a kept finding again."""
    with store.begin() as work:
        if kept.scope is WaiverScope.ALWAYS:
            work.rulebook.unkeep(kept.rule, kept.excerpt)
        else:
            work.drafts.unwaive(draft_id, kept.rule, kept.excerpt, kept.around)
        work.rulebook.count(kept.rule, waived=-1)
        note(work, by, f"取消{kept.scope}保留 {kept.rule}", f"draft:{draft_id}", kept.excerpt)


def accepted(store: Store, rules: Mapping[str, int]) -> None:
    """Count the fixes the clerk took, by rule."""
    with store.begin() as work:
        for rule, times in rules.items():
            work.rulebook.count(rule, accepted=times)


def tick(store: Store, draft_id: int, item: str, *, done: bool, by: By) -> Draft:
    """Confirm a manual checklist item, or take the confirmation back."""
    with store.begin() as work:
        draft = work.drafts.get(draft_id)
        ticks = draft.ticks | {item} if done else draft.ticks - {item}
        changed = replace(draft, ticks=ticks)
        work.drafts.save(changed)
        note(work, by, "核对" if done else "取消核对", f"draft:{draft_id}", item)
        return changed


def restore(store: Store, draft_id: int, number: int, *, by: By) -> Draft:
    """Bring back an earlier revision as a new one."""
    with store.read() as work:
        found = [one for one in work.drafts.revisions(draft_id) if one.number == number]
    if not found:
        raise DeskError(f"没有第 {number} 版。请刷新版本列表。")
    why = f"恢复第 {number} 版"
    return save_text(store, draft_id, found[0].title, found[0].body, by=by, why=why)
