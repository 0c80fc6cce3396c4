"""The closings of periods: values of desk to rows and back."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import closing_models as models
from desk.closings.closing import Closing
from desk.errors import NotFoundError
from desk.scoring.clauses.clause import Span


class SqlClosings:
    """``desk.repositories.closings.Closings`` on one session; what holds is read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._holding: list[Closing] | None = None

    def all(self) -> list[Closing]:
        """All closings, the last day of their periods newest first, then the newest first."""
        model = models.Closing
        order = (model.last.desc(), model.first.desc(), model.id.desc())
        return [_closing(row) for row in self._session.scalars(select(model).order_by(*order))]

    def holding(self) -> list[Closing]:
        """Those that hold now, by first day."""
        if self._holding is None:
            model = models.Closing
            wanted = select(model).where(model.reopened.is_(None)).order_by(model.first, model.id)
            self._holding = [_closing(row) for row in self._session.scalars(wanted)]
        return list(self._holding)

    def get(self, closing_id: int) -> Closing:
        """One closing; raises NotFoundError."""
        return _closing(self._row(closing_id))

    def add(self, closing: Closing) -> Closing:
        """Keep a closing (id 0); returns it with its id."""
        self._holding = None
        row = models.Closing(
            span=closing.span.value,
            key=closing.key,
            name=closing.name,
            first=closing.first,
            last=closing.last,
            digest=closing.digest,
            when=closing.when,
            who=closing.who,
            generation=closing.generation,
            reopened=closing.reopened,
            reopened_by=closing.reopened_by,
            reason=closing.reason,
        )
        self._session.add(row)
        self._session.flush()
        return _closing(row)

    def reopen(self, closing_id: int, when: datetime, who: str, reason: str) -> Closing:
        """Mark a closing as opened again; all else of it stays."""
        self._holding = None
        row = self._row(closing_id)
        row.reopened, row.reopened_by, row.reason = when, who, reason
        self._session.flush()
        return _closing(row)

    def _row(self, closing_id: int) -> models.Closing:
        row = self._session.get(models.Closing, closing_id)
        if row is None:
            raise NotFoundError("没有找到这次结账。请刷新后再试。")
        return row


def _closing(row: models.Closing) -> Closing:
    return Closing(
        span=Span(row.span),
        key=row.key,
        name=row.name,
        first=row.first,
        last=row.last,
        digest=row.digest,
        when=row.when,
        who=row.who,
        generation=row.generation,
        reopened=row.reopened,
        reopened_by=row.reopened_by,
        reason=row.reason,
        id=row.id,
    )
