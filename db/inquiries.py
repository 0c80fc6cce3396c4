"""Inquiries: values of desk to rows and back."""

from collections.abc import Iterable
from dataclasses import fields

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import inquiry_models as models
from desk.errors import NotFoundError
from desk.inquiries import Answer, Inquiry

_FIELDS = [one.name for one in fields(Inquiry) if one.name not in ("id", "answer")]


class SqlInquiries:
    """``desk.store.Inquiries`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, inquiry_id: int) -> Inquiry:
        """One inquiry; raises NotFoundError."""
        row = self._session.get(models.Inquiry, inquiry_id)
        if row is None:
            raise NotFoundError("没有这一条核实记录，可能已经撤销。请刷新后再试。")
        return _value(row)

    def of(self, draft_id: int) -> list[Inquiry]:
        """The inquiries of a draft, oldest first."""
        model = models.Inquiry
        rows = select(model).where(model.draft_id == draft_id).order_by(model.asked, model.id)
        return [_value(row) for row in self._session.scalars(rows)]

    def save(self, inquiry: Inquiry) -> Inquiry:
        """Add (id 0, or an id that was taken back) or change an inquiry."""
        row = models.Inquiry(answer=inquiry.answer.value)
        for name in _FIELDS:
            setattr(row, name, getattr(inquiry, name))
        if inquiry.id:
            row.id = inquiry.id
            row = self._session.merge(row)
        else:
            self._session.add(row)
        self._session.flush()
        return _value(row)

    def delete(self, ids: Iterable[int]) -> None:
        """Forget inquiries (undo)."""
        self._session.execute(delete(models.Inquiry).where(models.Inquiry.id.in_(list(ids))))

    def contact(self, unit: str) -> tuple[str, str]:
        """The name and telephone of who was asked last in a unit; empty where nobody was."""
        model = models.Inquiry
        asked = (
            select(model.name, model.phone)
            .where(model.unit == unit, model.name != "")
            .order_by(model.asked.desc(), model.id.desc())
            .limit(1)
        )
        found = self._session.execute(asked).first()
        return (found[0], found[1]) if found else ("", "")


def _value(row: models.Inquiry) -> Inquiry:
    known = {name: getattr(row, name) for name in _FIELDS}
    return Inquiry(**known, answer=Answer(row.answer), id=row.id)
