"""Lists of drafts divided by the day they came or by their unit."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from operator import ge, lt
from typing import Any

from sqlalchemy import ColumnElement, case, select
from sqlalchemy.orm import Session

from db import draft_lists, models
from db.draft_lists import COLUMNS
from desk.drafts import DraftQuery
from desk.views import Grouping, Section

_DAY = timedelta(days=1)
Divided = tuple[list[int], list[Section]]


def divided(session: Session, query: DraftQuery, grouping: Grouping) -> Divided:
    """The ids that answer a query, and the parts they are divided into one after another."""
    match grouping:
        case Grouping.NONE:
            found = draft_lists.ids(session, query)
            return found, [Section("", len(found))] if found else []
        case Grouping.DAY if query.order == "received":
            return _day_by_day(session, query)
        case Grouping.DAY:
            return _by_day(session, query)
        case Grouping.UNIT:
            return _by_unit(session, query)


class _Moments:
    """Moments as the driver gives them, which are in the order of time, and the days they fall on.

    A day is one of this machine's clock: what the clerk means by it.
    """

    def __init__(self, session: Session) -> None:
        dialect = session.get_bind().dialect
        kind = models.Draft.received.type.dialect_impl(dialect)
        self._read = kind.result_processor(dialect, None) or _same
        self._write = kind.bind_processor(dialect) or _same

    def day(self, moment: Any) -> date:  # noqa: ANN401 - text from SQLite, a datetime elsewhere
        """The day of a moment."""
        found: datetime = self._read(moment)
        return found.astimezone().date()

    def start(self, day: date) -> Any:  # noqa: ANN401 - as above
        """The first moment of a day."""
        return self._write(datetime.combine(day, time.min).astimezone().astimezone(UTC))


def _same(value: Any) -> Any:  # noqa: ANN401 - whatever the driver takes as it is
    return value


def _day_by_day(session: Session, query: DraftQuery) -> Divided:
    """Rows come by their moments: only where the next day begins has to be looked for."""
    model = models.Draft
    order = (model.received, model.id)
    directed = [item.desc() if query.descending else item.asc() for item in order]
    found = _pairs(session, query, directed)
    moments, place, sections = _Moments(session), 0, list[Section]()
    while place < len(found):
        day = moments.day(found[place][1])
        beyond, edge = (lt, day) if query.descending else (ge, day + _DAY)
        end = _first(found, place, partial(_is, beyond, moments.start(edge)))
        sections.append(Section(day.isoformat(), end - place))
        place = end
    return [draft_id for draft_id, _moment in found], sections


def _is(beyond: Callable[[Any, Any], bool], edge: object, row: tuple[int, Any]) -> bool:
    return beyond(row[1], edge)


def _pairs(
    session: Session, query: DraftQuery, order: Sequence[ColumnElement[Any]]
) -> Sequence[tuple[int, Any]]:
    """Ids and moments straight from the driver: wrapping 100,000 rows takes longer."""
    model = models.Draft
    wanted = select(model.id, model.received).where(*draft_lists.conditions(session, query))
    result = session.connection().execute(wanted.order_by(*order))
    found: Sequence[tuple[int, Any]] = result.cursor.fetchall()
    return found


def _first(
    rows: Sequence[tuple[int, Any]], start: int, holds: Callable[[tuple[int, Any]], bool]
) -> int:
    """The first row from ``start`` on of which something holds; from there on it always does."""
    step = 1
    while start + step < len(rows) and not holds(rows[start + step]):
        step *= 2
    low, high = start + step // 2, min(start + step, len(rows))
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(rows[middle]) else (middle + 1, high)
    return low


def _by_day(session: Session, query: DraftQuery) -> Divided:
    """The newest day first, and inside a day another order."""
    moments = _Moments(session)
    came = dict(_pairs(session, query, []))
    if not came:
        return [], []
    days = list(_days(moments.day(min(came.values())), moments.day(max(came.values()))))
    starts = [moments.start(day) for day in days]
    ids = draft_lists.ids(session, replace(query, limit=None))
    places = {draft_id: bisect_right(starts, moment) for draft_id, moment in came.items()}
    counts = Counter(places.values())
    sections = [Section(days[at - 1].isoformat(), counts[at]) for at in sorted(counts)[::-1]]
    return sorted(ids, key=places.__getitem__, reverse=True), sections


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * _DAY for number in range((last - first).days + 1))


def _by_unit(session: Session, query: DraftQuery) -> Divided:
    """Units in the office's order, those without one last; read along the index of units."""
    column, units = draft_lists.values_of(session, "unit")
    names = dict(session.execute(select(models.Unit.id, models.Unit.short)).all())
    turned = query.order == "unit" and query.descending
    wanted = select(models.Draft.id).where(*draft_lists.conditions(session, query))
    order = _inside(session, query)
    found, sections = list[int](), list[Section]()
    for unit in reversed(units) if turned else units:
        here = wanted.where(column.is_not_distinct_from(unit)).order_by(*order)
        part = draft_lists.listed(session, here)
        if part:
            found += part
            sections.append(Section(names.get(unit, ""), len(part)))
    return found, sections


def _inside(session: Session, query: DraftQuery) -> list[ColumnElement[Any]]:
    """The order inside a unit; the newest first where it is the units' own."""
    model = models.Draft
    newest: list[ColumnElement[Any]] = [model.received.desc(), model.id.desc()]
    if query.order == "unit":
        return newest
    key: ColumnElement[Any]
    second: list[ColumnElement[Any]]
    if query.order in COLUMNS:
        key = COLUMNS[query.order].expression
        second = [model.id.desc() if query.descending else model.id.asc()]
    else:
        column, values = draft_lists.values_of(session, query.order)
        known = {value: place for place, value in enumerate(values) if value is not None}
        key, second = case(known, value=column, else_=len(values)), newest
    return [key.desc() if query.descending else key.asc(), *second]
