"""Take files in from the window and tell what became of each."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desk.jobs import Job
from ui.inbox.results import FileResult
from ui.session import Session, Topic


def take_in(
    session: Session,
    paths: Sequence[Path],
    done: Callable[[list[FileResult]], None],
    stamps: Mapping[Path, str] | None = None,
) -> None:
    """Receive files and folders with progress and a way to cancel.

    ``stamps`` are those of files in the watched folder.
    """
    session.start(_receive(session, paths, stamps), Topic.DRAFTS, done=done)


def _receive(
    session: Session, paths: Sequence[Path], stamps: Mapping[Path, str] | None
) -> Job[list[FileResult]]:
    from desk import receiving  # noqa: PLC0415 - brings the readers, loaded on use

    outcomes = yield from receiving.receive(
        session.store, paths, by=session.by(), ceiling=session.settings.ceiling, stamps=stamps
    )
    found: list[FileResult] = []
    with session.store.read() as work:
        for outcome in outcomes:
            rows = work.drafts.rows(outcome.draft_ids)
            name, said = outcome.file.name, outcome.message
            found += [FileResult(name, said, row.id, row.title, row.units) for row in rows]
            found += [] if rows else [FileResult(name, said)]
    return found
