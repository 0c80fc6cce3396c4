"""Totals of units by month: values of desk to rows and back."""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from db import month_total_models as models
from db.rows import add_rows
from desk.repositories.month_totals import MonthTotal

_FORGET = delete(models.MonthTotal).where(models.MonthTotal.ym >= bindparam("first"))


class SqlMonthTotals:
    """``desk.store.MonthTotals`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, basis: str, first: int, last: int) -> list[MonthTotal]:
        """Those of the months from first to last that were reckoned on this basis."""
        model = models.MonthTotal
        columns = (
            model.ym, model.unit_id, model.points, model.submitted, model.adopted, model.until
        )  # fmt: skip
        wanted = select(*columns).where(model.ym.between(first, last), model.basis == basis)
        rows = self._session.execute(wanted.order_by(model.ym, model.unit_id))
        return [MonthTotal(*row) for row in rows]

    def keep(self, basis: str, totals: Iterable[MonthTotal]) -> None:
        """Keep totals, in place of those of the same months."""
        rows = [asdict(one) | {"basis": basis} for one in totals]
        model = models.MonthTotal
        months = {row["ym"] for row in rows}
        self._session.execute(delete(model).where(model.ym.in_(months)))
        add_rows(self._session, model, rows)


def forget_from(session: Session, ym: int) -> None:
    """Forget the totals of a month and of all after it: what comes later may hang on it."""
    session.connection().execute(_FORGET, {"first": ym})
