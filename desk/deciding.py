"""Use case: turn drafts away (退稿、不采用、存查) with a coded reason, and take that back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desk.auditing import By, note
from desk.drafts import Draft, Status
from desk.editing import must_move
from desk.errors import FieldError, NotAllowedError
from desk.reasons import LETTERS, Reason, said
from desk.store import Store, Work

LONGEST_REMARK = 500
# A unit whose draft is not used is owed a reason (seed 000: 缺乏反馈机制); 存查 keeps it in use.
OWED = (Status.RETURNED, Status.REJECTED)


@dataclass(frozen=True, slots=True)
class Former:
    """How a draft stood before a decision."""

    id: int
    status: Status
    reason: str
    remark: str


def decide(
    store: Store,
    draft_ids: Sequence[int],
    target: Status,
    *,
    by: By,
    reason: str = "",
    remark: str = "",
) -> tuple[Former, ...]:
    """Turn drafts away, all or none; ``reason`` is a code. Returns how they stood before.

    Raises FieldError on a missing or unknown reason, NotAllowedError on the first draft that may
    not be turned away now.
    """
    line = remark.strip()
    if len(line) > LONGEST_REMARK:
        raise FieldError(
            "remark", f"说明有 {len(line)} 个字，最多 {LONGEST_REMARK} 个。请写短一些。"
        )
    if target in OWED and not reason and not line:
        raise FieldError("reason", f"{target}要告诉单位原因。请选一条理由，或者写一句说明。")
    with store.begin() as work:
        coded = _coded(work, target, reason)
        drafts = work.drafts.several(draft_ids)
        for draft in drafts:
            draft.must_move(target)
            _must_be_whole(work, draft, target)
            work.drafts.save(replace(draft, status=target, reason=reason, remark=line))
            detail = " ".join(filter(None, (reason, said(coded, line))))
            note(work, by, f"{draft.status}→{target}", f"draft:{draft.id}", detail)
    return tuple(map(_former, drafts))


def put_back(store: Store, before: Iterable[Former], *, by: By) -> None:
    """Take decisions back: each draft stands as it did before, all or none."""
    with store.begin() as work:
        for former in before:
            draft = work.drafts.get(former.id)
            must_move(work, draft, former.status)
            work.drafts.save(
                replace(draft, status=former.status, reason=former.reason, remark=former.remark)
            )
            note(work, by, f"{draft.status}→{former.status}", f"draft:{former.id}", "撤销")


def _coded(work: Work, target: Status, code: str) -> Reason | None:
    if target not in LETTERS:
        raise NotAllowedError(f"“{target}”不是退稿、不采用或存查，不能带理由处理。")
    found = next((one for one in work.lists.reasons() if one.code == code), None)
    if code and (found is None or found.decision is not target):
        raise FieldError(
            "reason", f"{target}的理由里没有编号“{code}”。请重新选择，或到“资料”的“理由”里新增。"
        )
    return found


def _must_be_whole(work: Work, draft: Draft, target: Status) -> None:
    """Raise NotAllowedError where a unit would be told no while a version goes to print."""
    made = work.drafts.versions(draft.id) if target in OWED else []
    if any(version.status is not Status.FILED for version in made):
        raise NotAllowedError(
            f"“{draft.title}”有刊物版在用，不能改为“{target}”。"
            "请先在“编辑”里按 Ctrl+M 删除它的刊物版。"
        )


def _former(draft: Draft) -> Former:
    return Former(draft.id, draft.status, draft.reason, draft.remark)
