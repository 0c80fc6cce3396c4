"""Use case: reconcile (对账) issues, drafts and imports with the ledger, over some days."""

from collections.abc import Iterator
from datetime import date

from desk.assessing import basis_of
from desk.errors import NotAllowedError
from desk.facts import Fact, FactKind
from desk.jobs import Job, Progress
from desk.reconciliation import drafts, imports, issues, ledger
from desk.reconciliation.difference import Difference, Reconciliation
from desk.reconciliation.ground import Ground
from desk.scoring.ledger import ledger_lines
from desk.store import Store, Work

_PORTION = 500  # drafts at a time


def reconcile(store: Store, first: date, last: date) -> Job[Reconciliation]:
    """Compare all books over some days, both included, on one consistent state of the store.

    Raises NotAllowedError when the days are swapped.
    """
    if last < first:
        raise NotAllowedError(
            f"开始日期 {first:%Y-%m-%d} 晚于结束日期 {last:%Y-%m-%d}，请把两个日期对调后再试。"
        )
    with store.read() as work:
        ground = Ground.of(work, first, last)
        released = [one for one in work.issues.all() if one.is_frozen and ground.holds(one.day)]
        ids = drafts.ids_of(work, ground)
        batches = work.imports.all()
        total, done = len(released) + len(ids) + len(batches) + 1, 0
        found: list[Difference] = []
        for issue in reversed(released):
            yield Progress(done, total, "正在核对印发的期")
            found += issues.of_issue(work, ground, issue)
            done += 1
        for start in range(0, len(ids), _PORTION):
            yield Progress(done, total, "正在核对来稿")
            some = ids[start : start + _PORTION]
            found += drafts.of_drafts(work, ground, some)
            done += len(some)
        for batch in batches:
            yield Progress(done, total, "正在核对导入的台账")
            found += imports.of_batch(work, batch)
            done += 1
        yield Progress(done, total, "正在核对台账")
        facts = work.ledger.between(first, last)
        found += _of_ledger(work, ground, facts)
        totals = tuple(ground.tallies.totals(ground.publication, ground.unit))
    return Reconciliation(
        first,
        last,
        tuple(found),
        totals,
        len(released),
        len(ids),
        len(batches),
        len(facts),
    )


def _of_ledger(work: Work, ground: Ground, facts: list[Fact]) -> Iterator[Difference]:
    """What the ledger says against itself."""
    gone = {one.reverses for one in work.ledger.reversing(one.id for one in facts)}
    held = ledger.standing_in(facts, gone)
    adopted = [one for one in held if one.kind is FactKind.ADOPTION]
    lines = ledger_lines(adopted, basis_of(work, ground.last.year))
    yield from issues.orphans(work, ground, held)
    yield from ledger.without_points(ground, lines)
    yield from ledger.doubles(ground, held)
    yield from ledger.retired(ground, held, work.registry.unit_changes())
