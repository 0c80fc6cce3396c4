"""Numbered copies: values of desk to rows and back."""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import copy_models as models
from desk.copies import Copy, CopyState


class SqlCopies:
    """``desk.store.Copies`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, issue_id: int) -> list[Copy]:
        """The copies of an issue by number."""
        model = models.Copy
        rows = select(model).where(model.issue_id == issue_id).order_by(model.number)
        return [_copy(row) for row in self._session.scalars(rows)]

    def put(self, copies: Iterable[Copy]) -> None:
        """Add or change copies."""
        for one in copies:
            values = asdict(one) | {"state": one.state.value}
            self._session.merge(models.Copy(**values))
        self._session.flush()

    def remove(self, issue_id: int) -> None:
        """Forget all copies of an issue."""
        self._session.execute(delete(models.Copy).where(models.Copy.issue_id == issue_id))


def _copy(row: models.Copy) -> Copy:
    return Copy(
        row.issue_id,
        row.number,
        row.recipient,
        CopyState(row.state),
        row.day,
        row.person,
        row.remark,
        row.signed_by,
        row.signed,
        row.returned,
    )
