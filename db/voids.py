"""Numbers given up and days skipped: values of desk to rows and back."""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import void_models as models
from desk.errors import NotAllowedError
from desk.voids import Row, SkippedDay, VoidNumber


class SqlVoids:
    """``desk.store.Voids`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, publication_id: int) -> list[VoidNumber]:
        """The void numbers of a publication, by row and number."""
        model = models.VoidNumber
        order = (model.name, model.year, model.number)
        rows = select(model).where(model.publication_id == publication_id).order_by(*order)
        return [_void(one) for one in self._session.scalars(rows)]

    def in_row(self, row: Row) -> list[VoidNumber]:
        """The void numbers of a row, the lowest first."""
        return [one for one in self.of(row.publication_id) if one.row == row]

    def add(self, void: VoidNumber) -> None:
        """Record a void number. Raises NotAllowedError where it is void already."""
        if self._session.get(models.VoidNumber, _key(void.row, void.number)) is not None:
            raise NotAllowedError(f"第{void.number}期已经记为空号。请刷新后再试。")
        row = models.VoidNumber(**_columns(void.row, void.number))
        row.reason, row.who, row.when = void.reason, void.who, void.when
        self._session.add(row)
        self._session.flush()

    def delete(self, row: Row, number: int) -> None:
        """Forget a void number."""
        found = self._session.get(models.VoidNumber, _key(row, number))
        if found is not None:
            self._session.delete(found)
            self._session.flush()

    def skipped(
        self, publication_id: int | None = None, since: date | None = None
    ) -> list[SkippedDay]:
        """The days skipped, the newest first."""
        model = models.SkippedDay
        rows = select(model).order_by(model.day.desc(), model.publication_id)
        if publication_id is not None:
            rows = rows.where(model.publication_id == publication_id)
        if since is not None:
            rows = rows.where(model.day >= since)
        return [_skipped(one) for one in self._session.scalars(rows)]

    def skip(self, skipped: SkippedDay) -> None:
        """Record a skipped day, or another reason for it."""
        row = models.SkippedDay(publication_id=skipped.publication_id, day=skipped.day)
        row.reason, row.who, row.when = skipped.reason, skipped.who, skipped.when
        self._session.merge(row)
        self._session.flush()

    def unskip(self, publication_id: int, day: date) -> None:
        """Forget a skipped day."""
        model = models.SkippedDay
        mine = (model.publication_id == publication_id, model.day == day)
        self._session.execute(delete(model).where(*mine))


def _key(row: Row, number: int) -> tuple[int, int, str, int]:
    return row.publication_id, row.year, row.name, number


def _columns(row: Row, number: int) -> dict[str, int | str]:
    return dict(zip(("publication_id", "year", "name", "number"), _key(row, number), strict=True))


def _void(row: models.VoidNumber) -> VoidNumber:
    counted = Row(row.publication_id, row.year, row.name)
    return VoidNumber(counted, row.number, row.reason, row.who, row.when)


def _skipped(row: models.SkippedDay) -> SkippedDay:
    return SkippedDay(row.publication_id, row.day, row.reason, row.who, row.when)
