"""Run steps on forwardings with their note and their undo."""

from collections.abc import Callable

from desk.forwardings.changing import Change, take_back
from desk.jobs import Job
from ui.session import Session, Topic, Undo


def do(
    session: Session,
    action: Callable[[], Change],
    note: str,
    *,
    done: Callable[[Change], None] = lambda _change: None,
    failed: Callable[[Exception], None] | None = None,
) -> None:
    """Run a step on the worker; 撤销 takes it back, with what it booked."""
    kept: list[Change] = []

    def run() -> Change:
        kept[:] = [action()]
        return kept[0]

    def ended(change: Change) -> None:
        if change.told:
            session.messages.note(change.told)
        done(change)

    session.do(
        run,
        Topic.TASKS,
        Topic.SCORES,
        note=note,
        undo=Undo(lambda: take_back(session.store, kept, by=session.by()), "已撤销"),
        done=ended,
        failed=failed,
    )


def run(session: Session, job: Job[Change], note: str, *, done: Callable[[Change], None]) -> None:
    """Run a long step with its progress; 撤销 takes it back."""

    def undo(change: Change) -> None:
        session.do(
            lambda: take_back(session.store, [change], by=session.by()),
            Topic.TASKS,
            Topic.SCORES,
            note="已撤销",
        )

    def ended(change: Change) -> None:
        done(change)
        session.messages.note(note, lambda: undo(change))

    session.start(job, Topic.TASKS, Topic.SCORES, done=ended)
