"""Lists of drafts: ids by filter and order, and what a list shows of them."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain
from math import ceil
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import InstrumentedAttribute

from db import draft_filters, models, search, versions
from db.sorting import title_key
from desk.drafts import Channel, DraftQuery, DraftRow, Kind, Status, Urgency

_AT_ONCE = 500  # ids in one query: far below every database's limit of parameters
_SPARE = 0.3  # of the limit: hits of the index beyond it, as some prove not to be
_WIDER = 8
_FEW = (8, 64)  # versions among the first hits
_SHOWN = select(models.Draft.__table__)  # as plain rows: a screen of them must not take long
COLUMNS: dict[str, InstrumentedAttribute[Any]] = {
    "received": models.Draft.received,
    "title": models.Draft.title_key,
    "characters": models.Draft.characters,
    "event_date": models.Draft.event_date,
    "due": models.Draft.due,
}


def ids(session: Session, query: DraftQuery) -> list[int]:
    """The ids that answer a query, in its order; inside equal values the newest come first."""
    made = versions.left_out(session, query)
    if query.limit is None or not made:
        return without(made, _found(session, query))
    # Left out here and not by the database, which looks each of 50,000 rows up: 1 ms, not 20.
    for spare in (*_FEW, len(made)):
        found = _found(session, replace(query, limit=query.limit + spare))
        if len(kept := without(made, found)) >= query.limit or len(found) < query.limit + spare:
            break
    return kept[: query.limit]


def without(made: Set[int], found: list[int]) -> list[int]:
    """Ids without those that are left out."""
    return [draft_id for draft_id in found if draft_id not in made] if made else found


def _found(session: Session, query: DraftQuery) -> list[int]:
    """The ids that answer a query, versions too."""
    if query.order == "received":
        if query.words and query.limit and query.descending:
            return _newest(session, query, query.limit)
        return _ordered(session, query, conditions(session, query))
    wanted = conditions(session, query)
    everything = (
        _ordered(session, query, ()) if query.order in COLUMNS else _grouped(session, query)
    )
    if not wanted:
        return everything[: query.limit]
    # Read along the index of an order, every row would have to be looked up for the conditions.
    found = matching(session, wanted)
    return [draft_id for draft_id in everything if draft_id in found][: query.limit]


def matching(session: Session, wanted: Sequence[search.Condition]) -> set[int]:
    """The ids that fulfil conditions."""
    return set(listed(session, select(models.Draft.id).where(*wanted)))


def rows(session: Session, wanted: Sequence[int]) -> list[DraftRow]:
    """The list's records of some drafts, in the order of ``wanted``."""
    units = _unit_names(session, wanted)
    twins = _twins(session, wanted)
    found = {
        row.id: _to_row(row, units.get(row.id, ""), twins.get(row.id, 0))
        for some in portions(wanted)
        for row in session.connection().execute(_SHOWN.where(_SHOWN.selected_columns.id.in_(some)))
    }
    return [found[draft_id] for draft_id in wanted if draft_id in found]


def unit_ids(session: Session, wanted: Sequence[int]) -> dict[int, list[int]]:
    """The units of some drafts, in each draft's order."""
    model = models.DraftUnit
    found: dict[int, list[int]] = {}
    for some in portions(wanted):
        links = select(model.draft_id, model.unit_id).where(model.draft_id.in_(some))
        for draft_id, unit_id in session.execute(links.order_by(model.draft_id, model.position)):
            found.setdefault(draft_id, []).append(unit_id)
    return found


def portions(wanted: Sequence[int]) -> Iterator[Sequence[int]]:
    """Ids in portions that fit into one query."""
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def conditions(session: Session, query: DraftQuery) -> list[search.Condition]:
    """What a draft must fulfil to answer a query; versions fulfil it too."""
    return [
        *search.holding(session, search.words_in(session, query.words)),
        *draft_filters.conditions(query),
    ]


def _ordered(session: Session, query: DraftQuery, wanted: Sequence[search.Condition]) -> list[int]:
    order = (COLUMNS[query.order], models.Draft.id)
    directed = [item.desc() if query.descending else item.asc() for item in order]
    found = select(models.Draft.id).where(*wanted)
    return listed(session, found.order_by(*directed).limit(query.limit))


def _newest(session: Session, query: DraftQuery, limit: int) -> list[int]:
    """Look among ever more of the newest drafts: a common word need not list all its hits."""
    model = models.Draft
    words = search.words_in(session, query.words)
    filters = draft_filters.conditions(query)
    size = search.reach(session, words, limit + ceil(limit * _SPARE))
    while size is not None:
        by_age = select(model.received).order_by(model.received.desc())
        edge = by_age.limit(1).offset(size).scalar_subquery()
        span = select(edge, func.min(model.id), func.max(model.id)).where(model.received >= edge)
        since, first, last = session.execute(span).one()
        if not last:  # the whole history is shorter
            break
        held = search.holding(session, words, (first, last))
        found = _ordered(session, query, [model.received >= since, *held, *filters])
        if len(found) == limit:
            return found
        size *= _WIDER
    return _ordered(session, query, [*search.holding(session, words), *filters])


def _grouped(session: Session, query: DraftQuery) -> list[int]:
    """All ids by a column of few values, read value by value along its index."""
    model = models.Draft
    column, values = values_of(session, query.order)
    newest = select(model.id).order_by(model.received.desc(), model.id.desc())
    parts = [
        listed(session, newest.where(column.is_not_distinct_from(value)))
        for value in (reversed(values) if query.descending else values)
    ]
    return list(chain.from_iterable(parts))


def listed(session: Session, wanted: Select[int]) -> list[int]:
    """The ids a query selects, straight from the driver: wrapping 50,000 rows takes longer."""
    result = session.connection().execute(wanted)
    return [found for (found,) in result.cursor.fetchall()]


def values_of(session: Session, order: str) -> tuple[InstrumentedAttribute[Any], list[Any]]:
    """A column of few values and these in the office's own order, empty ones last."""
    model = models.Draft
    columns: dict[str, tuple[InstrumentedAttribute[Any], Callable[[], list[Any]]]] = {
        "status": (model.status, lambda: list(Status)),
        "kind": (model.kind, lambda: [*Kind, None]),
        "urgency": (model.urgency, lambda: list(Urgency)),
        "channel": (model.channel, lambda: list(Channel)),
        "holder": (model.holder, lambda: [*holders(session), ""]),
        "unit": (model.first_unit_id, lambda: [*_units_in_order(session), None]),
    }
    if order not in columns:
        message = f"no such order: {order}"
        raise ValueError(message)
    column, values = columns[order]
    return column, values()


def holders(session: Session) -> list[str]:
    """Everyone who has a draft in hand, by name."""
    model = models.Draft
    named = session.scalars(select(model.holder).where(model.holder != "").distinct())
    return sorted(named, key=title_key)


def _units_in_order(session: Session) -> list[int]:
    units = select(models.Unit.id, models.Unit.short, models.UnitGroup.position)
    found = session.execute(units.join(models.UnitGroup)).all()
    return [row.id for row in sorted(found, key=lambda row: (row.position, title_key(row.short)))]


def _unit_names(session: Session, wanted: Sequence[int]) -> dict[int, str]:
    named = session.execute(select(models.Unit.id, models.Unit.short))
    names = {row.id: row.short for row in named}
    links = unit_ids(session, wanted)
    return {
        draft_id: "、".join(names[unit_id] for unit_id in linked)
        for draft_id, linked in links.items()
    }


def _twins(session: Session, wanted: Sequence[int]) -> Counter[int]:
    """How many undecided likenesses each draft takes part in."""
    model = models.Likeness
    found: Counter[int] = Counter()
    for some in portions(wanted):
        for column in (model.draft_id, model.other_id):
            undecided = select(column, func.count()).where(model.verdict == "", column.in_(some))
            found.update(dict(session.execute(undecided.group_by(column)).all()))
    return found


def _list(text: str) -> list[str]:
    """A JSON list; most are empty."""
    return [] if text == "[]" else json.loads(text)


def _to_row(row: Row[Any], units: str, twins: int) -> DraftRow:
    return DraftRow(
        id=row.id,
        title=row.title,
        units=units,
        kind=row.kind or "",
        status=Status(row.status),
        received=row.received,
        characters=row.characters,
        source=row.original_name,
        urgency=Urgency(row.urgency),
        event_date=row.event_date,
        has_table=row.has_table,
        has_picture=row.has_picture,
        notes=tuple(_list(row.notes)),
        channel=row.channel,
        topics=tuple(_list(row.topics)),
        is_read=row.is_read,
        is_flagged=row.is_flagged,
        holder=row.holder,
        due=row.due,
        reason=row.reason,
        doubts=frozenset(_list(row.doubts)),
        twins=twins,
        author=row.author,
    )
