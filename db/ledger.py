"""The facts behind the scores: values of desk to rows and back."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, delete, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db import models
from db.month_totals import forget_from
from db.particulars import particulars_from, particulars_json
from db.rows import add_rows
from desk.facts import Fact, FactKind
from desk.issues import Role
from desk.parts import PartRole

_KEYS = 500  # in one statement; older SQLite takes 999 parameters
_FORGET = delete(models.Fact).where(models.Fact.source == bindparam("of"))
# What ``_to_fact`` takes apart, in its order. Plain columns, for a year has thousands of rows: a
# model for each, attributes asked by name and enums called take several times as long.
_COLUMNS = tuple(
    models.Fact.__table__.c[name]
    for name in (
        "kind", "day", "unit_id", "title", "source", "publication_id", "section_id", "role",
        "shares", "issue_number", "note", "item_id", "part", "portion", "of_day", "reverses", "id",
        "of_kind", "particulars", "booked_by",
    )
)  # fmt: skip
_KINDS = {one.value: one for one in FactKind}
_ROLES = {one.value: one for one in Role}
_PARTS = {one.value: one for one in PartRole}


class SqlLedger:
    """``desk.store.Ledger`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def replace(self, source: str, facts: Iterable[Fact]) -> None:
        """Make these the facts of one source."""
        self._session.flush()
        model = models.Fact
        self._forget_totals(select(func.min(model.ym)).where(model.source == source))
        self._session.connection().execute(_FORGET, {"of": source})
        self.add(facts)

    def add(self, facts: Iterable[Fact]) -> int:
        """Add facts; returns how many. Their ids are the store's own."""
        given = list(facts)
        rows = [_to_row(fact) for fact in given]
        add_rows(self._session, models.Fact, rows)
        if given:
            first = min(fact.day for fact in given)
            forget_from(self._session, first.year * 100 + first.month)
        return len(rows)

    def remove(self, fact_ids: Iterable[int]) -> None:
        """Delete facts that nothing takes back; reversals among them may go with what they took."""
        model = models.Fact
        self._session.flush()
        for ids in _portions(fact_ids):
            self._forget_totals(select(func.min(model.ym)).where(model.id.in_(ids)))
            # Those that take others back first: they name them.
            for part in (model.reverses.is_not(None), model.reverses.is_(None)):
                self._session.connection().execute(delete(model).where(model.id.in_(ids), part))

    def _forget_totals(self, first: Select[Any]) -> None:
        """Forget the monthly totals from the first month of facts that are to go."""
        ym: Any = self._session.scalar(first)
        if ym is not None:
            forget_from(self._session, ym)

    def get(self, fact_ids: Iterable[int]) -> list[Fact]:
        """These facts, as far as there are, by id."""
        return self._where(models.Fact.id, fact_ids)

    def reversing(self, fact_ids: Iterable[int]) -> list[Fact]:
        """The facts that take these back, by id."""
        return self._where(models.Fact.reverses, fact_ids)

    def _where(self, column: InstrumentedAttribute[Any], ids: Iterable[int]) -> list[Fact]:
        found = list[Fact]()
        for some in _portions(ids):
            found += self._facts(column.in_(some))
        return sorted(found, key=lambda one: one.id)

    def _facts(self, wanted: ColumnElement[bool], *order: InstrumentedAttribute[Any]) -> list[Fact]:
        self._session.flush()  # what plain columns are asked of doesn't do it by itself
        rows = self._session.execute(select(*_COLUMNS).where(wanted).order_by(*order))
        return [_to_fact(row) for row in rows]

    def last_id(self) -> int:
        """The highest id there is, 0 without facts."""
        return self._session.scalar(select(func.max(models.Fact.id))) or 0

    def first_day(self) -> date | None:
        """The earliest day there is a fact of."""
        model = models.Fact
        earliest = self._session.scalar(select(func.min(model.ym)))  # by its index, at once
        if earliest is None:
            return None
        return self._session.scalar(select(func.min(model.day)).where(model.ym == earliest))

    def booked(self, source: str) -> list[Fact]:
        """The facts of a source, and after them those that take them back, by id."""
        model = models.Fact
        mine = select(model.id).where(model.source == source)
        return self._facts((model.source == source) | model.reverses.in_(mine), model.id)

    def between(self, first: date, last: date) -> list[Fact]:
        """Facts of those days, both included, by day and id."""
        model = models.Fact
        return self._facts(model.day.between(first, last), model.day, model.id)

    def of_items(self, item_ids: Iterable[int], first: date) -> list[Fact]:
        """Facts of those items (drafts) from a day on, by day and id."""
        model = models.Fact
        wanted = model.item_id.in_(set(item_ids) - {0}) & (model.day >= first)
        return self._facts(wanted, model.day, model.id)


def _portions(ids: Iterable[int]) -> Iterator[list[int]]:
    """The ids in portions that fit into one statement."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), _KEYS):
        yield ordered[start : start + _KEYS]


def _to_row(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind.value,
        "day": fact.day,
        "ym": fact.day.year * 100 + fact.day.month,
        "unit_id": fact.unit_id,
        "title": fact.title,
        "source": fact.source,
        "publication_id": fact.publication_id,
        "section_id": fact.section_id,
        "role": fact.role.value,
        "shares": fact.shares,
        "issue_number": fact.issue_number,
        "note": fact.note,
        "item_id": fact.item_id,
        "part": fact.part.value if fact.part else "",
        "portion": None if fact.portion is None else str(fact.portion),
        "of_day": fact.of_day,
        "reverses": fact.reverses or None,
        "of_kind": fact.of_kind.value if fact.of_kind else "",
        "particulars": particulars_json(fact.particulars),
        "booked_by": fact.by,
    }


def _to_fact(row: Row[*tuple[Any, ...]]) -> Fact:
    (
        kind, day, unit_id, title, source, publication_id, section_id, role, shares, issue_number,
        note, item_id, part, portion, of_day, reverses, fact_id, of_kind, particulars, by,
    ) = row  # fmt: skip
    return Fact(
        _KINDS[kind],
        day,
        unit_id,
        title,
        source,
        publication_id,
        section_id,
        _ROLES[role],
        shares,
        issue_number,
        note,
        item_id,
        _PARTS[part] if part else None,
        None if portion is None else Fraction(portion),
        of_day,
        reverses or 0,
        fact_id,
        _KINDS[of_kind] if of_kind else None,
        particulars_from(particulars),
        by,
    )
