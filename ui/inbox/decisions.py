"""Decide on several drafts at once, with a way back."""

from collections.abc import Sequence

from desk import editing
from desk.drafts import Status
from ui.session import Session, Topic, Undo


def decide(session: Session, draft_ids: Sequence[int], target: Status, reason: str = "") -> None:
    """Move drafts; 撤销 gives each the status it had before."""
    before: dict[int, Status] = {}

    def move() -> None:
        with session.store.read() as work:
            before.update({row.id: row.status for row in work.drafts.rows(draft_ids)})
        editing.move(session.store, list(draft_ids), target, by=session.by(), reason=reason)

    def put_back() -> None:
        editing.put_back(session.store, before, by=session.by())

    session.do(
        move,
        Topic.DRAFTS,
        note=f"已将 {len(draft_ids)} 篇稿件改为“{target}”",
        undo=Undo(put_back, f"已恢复 {len(draft_ids)} 篇稿件原来的状态"),
    )
