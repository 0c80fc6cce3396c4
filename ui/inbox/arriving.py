"""Take files in from the window and tell what became of each."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desk.drafts import DraftRow
from desk.jobs import Job
from desk.keeping import Outcome
from ui.inbox.results import FileResult
from ui.session import Session, Topic


def take_in(
    session: Session,
    paths: Sequence[Path],
    done: Callable[[list[FileResult]], None],
    stamps: Mapping[Path, str] | None = None,
) -> None:
    """Receive files and folders with progress and a way to cancel.

    ``stamps`` are those of files in the watched folder. Whoever cancels is told what was taken.
    """
    outcomes: list[Outcome] = []

    def stopped() -> None:
        session.messages.note("已取消")
        if outcomes:
            done(_lines(session, outcomes))

    job = _receive(session, paths, stamps, outcomes)
    session.start(job, Topic.DRAFTS, done=done, cancelled=stopped)


def _receive(
    session: Session,
    paths: Sequence[Path],
    stamps: Mapping[Path, str] | None,
    outcomes: list[Outcome],
) -> Job[list[FileResult]]:
    from desk import receiving  # noqa: PLC0415 - brings the readers, loaded on use

    by, ceiling = session.by(), session.settings.ceiling
    yield from receiving.receive(
        session.store, paths, by=by, ceiling=ceiling, stamps=stamps, outcomes=outcomes
    )
    return _lines(session, outcomes)


def _lines(session: Session, outcomes: Sequence[Outcome]) -> list[FileResult]:
    ids = [draft_id for outcome in outcomes for draft_id in outcome.draft_ids]
    with session.store.read() as work:
        rows = {row.id: row for row in work.drafts.rows(ids)}
    return [
        line
        for outcome in outcomes
        for line in lines_of(outcome, [rows[draft_id] for draft_id in outcome.draft_ids])
    ]


def lines_of(outcome: Outcome, rows: Sequence[DraftRow]) -> list[FileResult]:
    """A line for each draft of a file, and one for each part that was refused."""
    name, again = outcome.file.name, outcome.can_retry or not outcome.accepted
    refused = outcome.refusals or (() if outcome.accepted else (outcome.message,))
    taken = [
        FileResult(
            f"{name}　{place}/{len(rows)}" if len(rows) > 1 else name,
            outcome.message,
            row.id,
            row.title,
            row.units,
            path=outcome.file,
            inner="" if row.source == name else row.source,
        )
        for place, row in enumerate(rows, start=1)
    ]
    return taken + [FileResult(name, said, path=outcome.file, can_retry=again) for said in refused]
