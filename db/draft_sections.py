"""Lists of drafts divided by the day they came or by their unit."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import islice
from operator import ge, lt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import draft_lists, models, versions
from db.search import Condition
from desk.drafts import DraftQuery
from desk.office_clock import day_of, moment_at
from desk.views import Grouping, Section

_DAY = timedelta(days=1)
_OWN = {Grouping.DAY: "received", Grouping.UNIT: "unit"}
Divided = tuple[list[int], list[Section]]


def divided(session: Session, query: DraftQuery, grouping: Grouping) -> Divided:
    """The ids that answer a query, and the parts they are divided into one after another."""
    query = replace(query, limit=None)
    match grouping:
        case Grouping.NONE:
            found = draft_lists.ids(session, query)
            return found, [Section("", len(found))] if found else []
        case Grouping.DAY:
            parts = _by_day(
                session, query, rising=query.order == "received" and not query.descending
            )
        case Grouping.UNIT:
            parts = _by_unit(session, query, turned=query.order == "unit" and query.descending)
    if query.order == _OWN[grouping]:
        return parts
    return _reordered(parts, draft_lists.ids(session, query))


def _reordered(parts: Divided, ids: Sequence[int]) -> Divided:
    """The same parts with the drafts of each in the order of ``ids``."""
    places: dict[int, int] = {}
    former = iter(parts[0])
    for place, section in enumerate(parts[1]):
        places.update(dict.fromkeys(islice(former, section.count), place))
    return sorted(ids, key=places.__getitem__), parts[1]


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
        return day_of(found)

    def start(self, day: date) -> Any:  # noqa: ANN401 - as above
        """The first moment of a day."""
        return self._write(moment_at(day, time.min).astimezone(UTC))


def _same(value: Any) -> Any:  # noqa: ANN401 - whatever the driver takes as it is
    return value


def _by_day(session: Session, query: DraftQuery, *, rising: bool) -> Divided:
    """Rows come by their moments: only where the next day begins has to be looked for."""
    found = _with_moments(session, query, rising=rising)
    moments, place, sections = _Moments(session), 0, list[Section]()
    while place < len(found):
        day = moments.day(found[place][1])
        beyond, edge = (ge, day + _DAY) if rising else (lt, day)
        end = _first(found, place, partial(_is, beyond, moments.start(edge)))
        sections.append(Section(day.isoformat(), end - place))
        place = end
    return [draft_id for draft_id, _moment in found], sections


def _is(beyond: Callable[[Any, Any], bool], edge: object, row: tuple[int, Any]) -> bool:
    return beyond(row[1], edge)


def _with_moments(
    session: Session, query: DraftQuery, *, rising: bool
) -> Sequence[tuple[int, Any]]:
    """Ids and moments straight from the driver: wrapping 100,000 rows takes longer."""
    model = models.Draft
    order = [column.asc() if rising else column.desc() for column in (model.received, model.id)]
    wanted = select(model.id, model.received).where(*draft_lists.conditions(session, query))
    result = session.connection().execute(wanted.order_by(*order))
    found: Sequence[tuple[int, Any]] = result.cursor.fetchall()
    made = versions.left_out(session, query)
    return [row for row in found if row[0] not in made] if made else found


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


def _by_unit(session: Session, query: DraftQuery, *, turned: bool) -> Divided:
    """Units in the office's order, those without one last, the newest drafts first in each."""
    names = dict(session.execute(select(models.Unit.id, models.Unit.short)).all())
    _column, units = draft_lists.values_of(session, "unit")
    wanted, made = draft_lists.conditions(session, query), versions.left_out(session, query)
    every = _bucketed(session, wanted) if wanted else _all_units(session, units)
    parts = {unit: draft_lists.without(made, part) for unit, part in every.items()}
    found, sections = list[int](), list[Section]()
    for unit in reversed(units) if turned else units:
        part = parts.get(unit)
        if part:
            found += part
            sections.append(Section(names.get(unit, ""), len(part)))
    return found, sections


def _all_units(session: Session, units: Sequence[int | None]) -> dict[int | None, list[int]]:
    """All drafts by unit, along the index of units."""
    model = models.Draft
    newest = select(model.id).order_by(model.received.desc(), model.id.desc())
    column = model.first_unit_id
    return {
        unit: draft_lists.listed(session, newest.where(column.is_not_distinct_from(unit)))
        for unit in units
    }


def _bucketed(session: Session, wanted: Sequence[Condition]) -> Mapping[int | None, list[int]]:
    """The drafts that fulfil conditions by unit, along the index of arrival."""
    model = models.Draft
    newest = select(model.id, model.first_unit_id).where(*wanted)
    result = session.connection().execute(newest.order_by(model.received.desc(), model.id.desc()))
    parts = defaultdict[int | None, list[int]](list)
    for draft_id, unit in result.cursor.fetchall():
        parts[unit].append(draft_id)
    return parts
