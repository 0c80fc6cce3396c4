"""Use case: take an import back (撤销导入)."""

from dataclasses import replace

from desk.auditing import By, note
from desk.closing import retract, standing
from desk.errors import NotAllowedError
from desk.importing.batches import Batch
from desk.importing.outcome import Imported
from desk.importing.past.report import Line, unpacked
from desk.store import Store


def batches(store: Store) -> list[Batch]:
    """Every import, the newest first."""
    with store.read() as work:
        return work.imports.all()


def report_of(store: Store, batch: Batch) -> list[Line]:
    """What each row of a batch has booked; nothing for imports before reports were kept."""
    if not batch.report:
        return []
    with store.read() as work:
        return unpacked(work.files.get(batch.report))


def undo_import(store: Store, batch_id: int, *, by: By) -> Imported:
    """Take back all facts of a batch that still stand; the batch is kept as undone.

    Facts of open days go; those of closed days are reversed today. Raises NotFoundError,
    NotAllowedError where it is taken back already.
    """
    with store.begin() as work:
        batch = work.imports.get(batch_id)
        if not batch.is_standing:
            raise NotAllowedError(f"第 {batch.id} 批“{batch.name}”已经撤销，不用再撤。")
        facts = standing(work.ledger.booked(batch.source), batch.source)
        back = retract(work, facts, by, "撤销导入")
        text = f"撤回 {len(facts)} 条次"
        if back:
            text += f"，其中 {len(back)} 条次在已结账的时段，用今天的冲销冲回"
        work.imports.save(replace(batch, undone=by.now, undone_by=by.who))
        note(work, by, "撤销导入", batch.source, f"“{batch.name}”{text}")
    return Imported(len(facts), (f"第 {batch.id} 批“{batch.name}”已撤销，{text}。",))
