"""Printings: values of desk to rows and back."""

from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import print_run_models as models
from desk.layout.grid import PrintSize
from desk.print_runs import Outcome, PrintRun

_FIELDS = [one.name for one in fields(PrintRun) if one.name not in ("id", "size", "outcome")]


class SqlPrintRuns:
    """``desk.repositories.print_runs.PrintRuns`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, run: PrintRun) -> PrintRun:
        """Keep a printing under a new id."""
        row = models.PrintRun(size=run.size.value, outcome=run.outcome.value)
        for name in _FIELDS:
            setattr(row, name, getattr(run, name))
        self._session.add(row)
        self._session.flush()
        return _value(row)

    def of(self, issue_id: int) -> list[PrintRun]:
        """The printings of an issue, the last one first."""
        model = models.PrintRun
        wanted = select(model).where(model.issue_id == issue_id).order_by(model.id.desc())
        return [_value(row) for row in self._session.scalars(wanted)]


def _value(row: models.PrintRun) -> PrintRun:
    known = {name: getattr(row, name) for name in _FIELDS}
    return PrintRun(**known, size=PrintSize(row.size), outcome=Outcome(row.outcome), id=row.id)
