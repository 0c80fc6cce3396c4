"""Use cases on printing: keep a record of what was printed, and read it back."""

from collections.abc import Callable
from dataclasses import replace

from desk.auditing import By, note
from desk.print_runs import Outcome, PrintRun, told
from desk.secrecy.grades import grade_of, graded, known_to
from desk.store import Store

_ACTIONS = {Outcome.PRINTED: "打印", Outcome.CANCELLED: "打印中止"}


def record_printing(
    store: Store,
    issue_id: int,
    run: PrintRun,
    *,
    by: By,
    send: Callable[[], object] = lambda: None,
) -> PrintRun:
    """Keep a record of a printing; ``send`` lets the printer go, and nothing is kept if it fails.

    So there is no copy without its record, and no record of a copy that was refused.
    """
    subject = f"issue:{issue_id}"
    with store.begin() as work:
        issue = work.issues.get(issue_id)
        run = replace(run, issue_id=issue_id, who=by.who, when=by.now, is_proof=not issue.is_frozen)
        kept = work.print_runs.add(run)
        grade = grade_of(work, [subject])
        said = f"{told(kept)}；{graded(grade, known_to(work, [subject]))}"
        note(work, by, _ACTIONS[run.outcome], subject, said)
        send()
    return kept


def runs_of(store: Store, issue_id: int) -> list[PrintRun]:
    """The printings of an issue, the last one first."""
    with store.read() as work:
        return work.print_runs.of(issue_id)
