"""Save corrected facts from the window."""

from collections.abc import Callable

from desk import correcting
from desk.drafts import Draft
from ui.session import Session, Topic, Undo


def correct(
    session: Session,
    former: Draft,
    corrected: Draft,
    done: Callable[[], None],
    failed: Callable[[Exception], None],
) -> None:
    """Write the facts of ``corrected``; 撤销 writes those of ``former``."""
    session.do(
        lambda: _write(session, corrected),
        Topic.DRAFTS,
        note="已保存更正",
        undo=Undo(lambda: _write(session, former), "已恢复更正前的内容"),
        done=lambda _result: done(),
        failed=failed,
    )


def _write(session: Session, draft: Draft) -> None:
    facts = correcting.Particulars.of(draft)
    correcting.correct(session.store, draft.id, facts, by=session.by())
