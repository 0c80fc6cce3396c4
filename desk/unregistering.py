"""Use case: take the registration of a draft back (撤销登记)."""

from dataclasses import replace

from desk.auditing import By, note
from desk.commissions.linking import unlink_all
from desk.drafts import Status
from desk.errors import NotAllowedError
from desk.store import Store, Work
from desk.submissions import UNREGISTERED, unbook


def unregister(store: Store, draft_id: int, *, by: By) -> None:
    """Take a registration back: the draft is put away (存查) and counts for no unit."""
    with store.begin() as work:
        unregister_within(work, draft_id, by)


def unregister_within(work: Work, draft_id: int, by: By) -> None:
    """Take back as ``unregister`` does, as a part of another use case."""
    draft = work.drafts.get(draft_id)
    if draft.status is not Status.NEW:
        raise NotAllowedError(
            f"“{draft.title}”现在是“{draft.status}”，不能撤销登记。不用这篇稿件请改为“存查”。"
        )
    unlink_all(work, draft_id, by)
    draft = work.drafts.get(draft_id)
    work.drafts.save(replace(draft, status=Status.FILED, remark=UNREGISTERED))
    unbook(work, draft_id, by)
    note(work, by, UNREGISTERED, f"draft:{draft_id}", draft.original.name)
