"""The use register: values of desk to rows and back."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import printed_models as models
from desk.archive.uses import Use, UseWay
from desk.errors import NotFoundError


class SqlUses:
    """``desk.repositories.uses.Uses`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, use_id: int) -> Use:
        """One use; raises NotFoundError."""
        return _use(self._row(use_id))

    def all(self, issue_id: int = 0) -> list[Use]:
        """The uses of an issue (0: of all), the last one first."""
        model = models.Use
        wanted = select(model).order_by(model.day.desc(), model.id.desc())
        if issue_id:
            wanted = wanted.where(model.issue_id == issue_id)
        return [_use(row) for row in self._session.scalars(wanted)]

    def save(self, use: Use, now: datetime) -> Use:
        """Add (id 0) or change a use."""
        row = self._row(use.id) if use.id else models.Use(recorded=now)
        row.issue_id, row.day, row.returned = use.issue_id, use.day, use.returned
        row.who, row.unit, row.way = use.who, use.unit, use.way.value
        row.purpose, row.approver = use.purpose, use.approver
        row.remark, row.clerk = use.remark, use.clerk
        self._session.add(row)
        self._session.flush()
        return _use(row)

    def drop(self, use_id: int) -> None:
        """Take a use that was just entered out again."""
        self._session.execute(delete(models.Use).where(models.Use.id == use_id))

    def _row(self, use_id: int) -> models.Use:
        row = self._session.get(models.Use, use_id)
        if row is None:
            raise NotFoundError("没有找到这条利用登记。请刷新后再试。")
        return row


def _use(row: models.Use) -> Use:
    return Use(
        issue_id=row.issue_id,
        day=row.day,
        who=row.who,
        way=UseWay(row.way),
        unit=row.unit,
        purpose=row.purpose,
        approver=row.approver,
        returned=row.returned,
        remark=row.remark,
        clerk=row.clerk,
        id=row.id,
    )
