"""Imports of old ledgers: values of desk to rows and back."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import import_models as models
from db.ledger import SqlLedger
from db.models import Fact as FactRow
from desk.errors import NotFoundError
from desk.facts import Fact
from desk.importing.batches import Batch, KeptPlan, Sort

_AT_ONCE = 500  # bound values in one statement


class SqlImports:
    """``desk.store.Imports`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, batch: Batch) -> Batch:
        """Add a batch; returns it with its id and the source its facts name."""
        row = models.ImportBatch(source="", digest=batch.digest, name=batch.name)
        _write(row, batch)
        self._session.add(row)
        self._session.flush()
        row.source = f"import:{row.id}"
        self._session.flush()
        return _batch(row)

    def save(self, batch: Batch) -> None:
        """Write what has become of a batch."""
        _write(self._row(batch.id), batch)
        self._session.flush()

    def get(self, batch_id: int) -> Batch:
        """One batch; raises NotFoundError."""
        return _batch(self._row(batch_id))

    def all(self) -> list[Batch]:
        """Every batch, the newest first."""
        rows = self._session.scalars(select(models.ImportBatch).order_by(models.ImportBatch.id))
        return [_batch(row) for row in rows][::-1]

    def standing(self, digest: str) -> Batch | None:
        """The batch of a file that counts, if there is one."""
        model = models.ImportBatch
        wanted = select(model).where(model.digest == digest, model.undone.is_(None))
        row = self._session.scalars(wanted.order_by(model.id)).first()
        return _batch(row) if row else None

    def titled(self, titles: Iterable[str], first: date, last: date) -> list[Fact]:
        """Facts of those titles that count on those days, both included, by id."""
        wanted = set(titles) - {""}
        counted = func.coalesce(FactRow.of_day, FactRow.day)
        rows = select(FactRow.id, FactRow.title).where(counted.between(first, last))
        if len(wanted) <= _AT_ONCE:
            rows = rows.where(FactRow.title.in_(wanted))
        # Of very many, one look at all titles is quicker than many looks for some.
        held = self._session.execute(rows)
        return SqlLedger(self._session).get([key for key, title in held if title in wanted])

    def plan(self, fingerprint: str) -> KeptPlan | None:
        """How tables with these headers were read last time."""
        row = self._session.get(models.ImportPlan, fingerprint)
        return KeptPlan(row.fingerprint, row.name, row.plan, row.when, row.who) if row else None

    def keep_plan(self, plan: KeptPlan) -> None:
        """Remember how tables with these headers are read."""
        self._session.merge(
            models.ImportPlan(
                fingerprint=plan.fingerprint,
                name=plan.name,
                plan=plan.plan,
                when=plan.when,
                who=plan.who,
            )
        )
        self._session.flush()

    def _row(self, batch_id: int) -> models.ImportBatch:
        row = self._session.get(models.ImportBatch, batch_id)
        if row is None:
            raise NotFoundError(f"没有第 {batch_id} 批导入。请看导入记录里的编号。")
        return row


def _write(row: models.ImportBatch, batch: Batch) -> None:
    row.sort, row.when, row.who = batch.sort.value, batch.when, batch.who
    row.rows, row.facts = batch.rows, batch.facts
    row.detail, row.report = batch.detail, batch.report
    row.undone, row.undone_by = batch.undone, batch.undone_by


def _batch(row: models.ImportBatch) -> Batch:
    return Batch(
        name=row.name,
        digest=row.digest,
        when=row.when,
        who=row.who,
        rows=row.rows,
        facts=row.facts,
        sort=Sort(row.sort),
        detail=row.detail,
        report=row.report,
        source=row.source,
        undone=row.undone,
        undone_by=row.undone_by,
        id=row.id,
    )
