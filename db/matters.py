"""Matters of the task desk: values of desk to rows and back."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from db import matter_models as models
from db.rows import add_rows
from desk.auditing import By
from desk.canonical import canonical, value_from
from desk.drafts import Secrecy
from desk.errors import NotFoundError
from desk.folding import fold
from desk.matters.matter import Matter
from desk.repositories.matters import EVERY, FoundMatter, MatterQuery
from desk.secrecy.ceiling import Ceiling, grade_in

M = TypeVar("M", bound=Matter)
P = TypeVar("P")


class SqlMatters:
    """``desk.repositories.matters.Matters`` on one session."""

    def __init__(self, session: Session, ceiling: Ceiling) -> None:
        self._session, self._ceiling = session, ceiling

    def get(self, kind: type[M], matter_id: int) -> M:
        """One matter; raises NotFoundError."""
        return _matter(kind, self._row(kind, matter_id))

    def all(self, kind: type[M], query: MatterQuery = EVERY) -> list[M]:
        """The matters of a class that fit a query, the newest day first."""
        model = models.Matter
        wanted = select(model).where(model.kind == kind.KIND, *_conditions(query))
        rows = self._session.scalars(wanted.order_by(model.day.desc(), model.id.desc()))
        return [_matter(kind, row) for row in rows]

    def numbers(self, kind: type[Matter], first: date, last: date) -> list[str]:
        """The numbers of a class's matters of some days, those that have none left out."""
        model = models.Matter
        days = _conditions(MatterQuery(first=first, last=last))
        wanted = select(model.number).where(model.kind == kind.KIND, model.number != "", *days)
        return list(self._session.scalars(wanted))

    def save(self, matter: M, by: By) -> M:
        """Add (id 0) or change one; gives it back with its id.

        Raises NotFoundError; NotAllowedError for what is marked above the machine's ceiling.
        """
        row = self._row(type(matter), matter.id) if matter.id else models.Matter(kind=matter.KIND)
        payload = canonical(replace(matter, id=0)).decode()
        before = grade_in(row.title, _strings(row.payload)) if matter.id else Secrecy.NONE
        self._ceiling.must_hold(matter.title, _strings(payload), before)
        row.number, row.title, row.day = matter.number, matter.title, matter.day
        row.is_open, row.changed, row.changed_by = matter.is_open, by.now, by.who
        row.words = fold("\n".join((matter.number, matter.title, matter.words)))
        row.payload = payload
        self._session.add(row)
        self._session.flush()
        self._link(models.MatterUnit, "unit_id", row.id, matter.unit_ids)
        self._link(models.MatterDraft, "draft_id", row.id, matter.draft_ids)
        return replace(matter, id=row.id)

    def remove(self, kind: type[M], matter_id: int) -> None:
        """Forget one, as the undo of adding it."""
        self._session.delete(self._row(kind, matter_id))
        self._session.flush()

    def found(self, words: Sequence[str], limit: int = 50) -> list[FoundMatter]:
        """Matters of all classes that hold every word, open ones first, then by day."""
        held = models.Matter.words
        return self._found([held.contains(fold(one), autoescape=True) for one in words], limit)

    def linked(self, *, unit_id: int = 0, draft_id: int = 0) -> list[FoundMatter]:
        """Matters of all classes that concern a unit or a draft, open ones first, then by day."""
        return self._found(_conditions(MatterQuery(unit_id=unit_id, draft_id=draft_id)))

    def policy(self, fallback: P) -> P:
        """What the office has set of the class of ``fallback``, else that."""
        row = self._session.get(models.Policy, type(fallback).__name__)
        if row is None:
            return fallback
        held: P = value_from(json.loads(row.payload), type(fallback))
        return held

    def keep_policy(self, policy: object, by: By) -> None:
        """Set a frozen value as the office's one of its class."""
        self._session.merge(
            models.Policy(
                kind=type(policy).__name__,
                payload=canonical(policy).decode(),
                changed=by.now,
                changed_by=by.who,
            )
        )
        self._session.flush()

    def _found(
        self, conditions: Iterable[ColumnElement[bool]], limit: int | None = None
    ) -> list[FoundMatter]:
        model = models.Matter
        columns = (model.kind, model.id, model.number, model.title, model.day, model.is_open)
        order = (model.is_open.desc(), model.day.desc(), model.id.desc())
        rows = self._session.execute(
            select(*columns).where(*conditions).order_by(*order).limit(limit)
        )
        return [FoundMatter(*row) for row in rows]

    def _row(self, kind: type[Matter], matter_id: int) -> models.Matter:
        row = self._session.get(models.Matter, matter_id)
        if row is None or row.kind != kind.KIND:
            raise NotFoundError(f"没有找到这件{kind.NOUN}。它可能已经撤销，请刷新后再试。")
        return row

    def _link(self, model: Any, key: str, matter_id: int, ids: Iterable[int]) -> None:  # noqa: ANN401 - either link table
        column = model.__table__.c
        stored = select(column[key]).where(column.matter_id == matter_id)
        wanted = list(dict.fromkeys(ids))
        if set(self._session.scalars(stored)) == set(wanted):
            return  # as nearly always: most changes are of dates and outcomes
        self._session.execute(delete(model).where(model.matter_id == matter_id))
        add_rows(self._session, model, [{"matter_id": matter_id, key: one} for one in wanted])


def _conditions(query: MatterQuery) -> Iterator[ColumnElement[bool]]:
    model, unit, draft = models.Matter, models.MatterUnit, models.MatterDraft
    if query.first:
        yield model.day >= query.first
    if query.last:
        yield model.day <= query.last
    if query.number:
        yield model.number == query.number
    if query.only_open:
        yield model.is_open.is_(True)
    if query.unit_id:
        yield model.id.in_(select(unit.matter_id).where(unit.unit_id == query.unit_id))
    if query.draft_id:
        yield model.id.in_(select(draft.matter_id).where(draft.draft_id == query.draft_id))


def _matter(kind: type[M], row: models.Matter) -> M:
    held: M = value_from(json.loads(row.payload) | {"id": row.id}, kind)
    return held


def _strings(payload: str) -> list[str]:
    """Every text in what is kept of a matter."""
    found: list[str] = []
    waiting: list[Any] = [json.loads(payload)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            waiting += one.values()
    return found
