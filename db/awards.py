"""Lists of honours: values of desk to rows and back."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import award_models as models
from desk.awards.award_list import AwardList
from desk.awards.deciding import Awarded, Decision
from desk.awards.plan import AwardPlan
from desk.canonical import canonical, value_from


class SqlAwards:
    """``desk.store.Awards`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[AwardList]:
        """Every list, the last day of their periods newest first."""
        model = models.AwardList
        rows = self._session.scalars(select(model).order_by(model.last.desc(), model.key))
        return [_list(row) for row in rows]

    def of(self, key: str) -> AwardList | None:
        """The list of a period, if there is one."""
        row = self._session.get(models.AwardList, key)
        return _list(row) if row else None

    def save(self, found: AwardList) -> None:
        """Add or change the list of its period."""
        self._session.merge(
            models.AwardList(
                key=found.key,
                name=found.name,
                first=found.first,
                last=found.last,
                plan=_json(found.plan),
                decisions=_json(found.decisions),
                settled=_json(found.settled),
                settled_at=found.settled_at,
                when=found.when,
                who=found.who,
            )
        )
        self._session.flush()

    def delete(self, key: str) -> None:
        """Forget the list of a period."""
        row = self._session.get(models.AwardList, key)
        if row:
            self._session.delete(row)
            self._session.flush()


def _json(value: object) -> str:
    return canonical(value).decode()


def _value(text: str, wanted: Any) -> Any:  # noqa: ANN401 - as ``value_from``
    return value_from(json.loads(text), wanted)


def _list(row: models.AwardList) -> AwardList:
    return AwardList(
        row.key,
        row.name,
        row.first,
        row.last,
        _value(row.plan, AwardPlan),
        _value(row.decisions, tuple[Decision, ...]),
        _value(row.settled, tuple[Awarded, ...]),
        row.settled_at,
        row.who,
        row.when,
    )
