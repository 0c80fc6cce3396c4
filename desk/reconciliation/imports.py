"""Imports against what is left of them in the ledger."""

from collections.abc import Iterator

from desk.closing import standing
from desk.facts import FactKind
from desk.importing.batches import Batch
from desk.office_clock import day_of
from desk.reconciliation.difference import Area, Difference, Sort
from desk.store import Work


def of_batch(work: Work, batch: Batch) -> Iterator[Difference]:
    """An import whose facts are not as many as it booked, or that stand though it was undone."""
    booked = work.ledger.booked(batch.source)
    own = [
        one for one in booked if one.source == batch.source and one.kind is not FactKind.REVERSAL
    ]
    left = f"{batch.rows} 行，记入 {batch.facts} 件"
    if batch.is_standing and len(own) != batch.facts:
        sort = Sort.MISSING if len(own) < batch.facts else Sort.EXTRA
        yield _told(batch, sort, left, f"现有 {len(own)} 件", "请撤销这一批后重新导入。")
    still = standing(booked, batch.source)
    if not batch.is_standing and still:
        told = f"还有 {len(still)} 件有效"
        yield _told(batch, Sort.EXTRA, "这一批已经撤销", told, "请在“登记事项”里收回这几件。")


def _told(batch: Batch, sort: Sort, left: str, right: str, advice: str) -> Difference:
    day = day_of(batch.when)
    return Difference(Area.IMPORTS, sort, day, batch.name, left, right, advice)
