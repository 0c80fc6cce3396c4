"""Classes of fees: values of desk to rows and back."""

import json
from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import inquiry_models as models
from db.bodies import dump
from desk.drafts import Kind
from desk.fees import FeeClass


class SqlFees:
    """``desk.store.Fees`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def classes(self) -> list[FeeClass]:
        """The classes by position."""
        model = models.FeeClass
        return [
            FeeClass(
                row.name,
                row.shortest,
                row.longest,
                row.amount,
                row.least,
                frozenset(map(Kind, json.loads(row.kinds))),
                row.note,
            )
            for row in self._session.scalars(select(model).order_by(model.position))
        ]

    def replace(self, classes: Iterable[FeeClass]) -> None:
        """Make these the classes, in this order."""
        self._session.execute(delete(models.FeeClass))
        self._session.add_all(
            models.FeeClass(
                position=position,
                name=one.name,
                shortest=one.shortest,
                longest=one.longest,
                amount=one.amount,
                least=one.least,
                kinds=dump(sorted(one.kinds)),
                note=one.note,
            )
            for position, one in enumerate(classes)
        )
        self._session.flush()
