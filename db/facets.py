"""Count what answers a query by status, kind, year, unit and publication."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.orm import Session

from db import draft_lists, models, versions
from db.draft_filters import start_of
from db.search import Condition
from desk.drafts import DraftQuery, Kind, Status
from desk.office_clock import office_time
from desk.searching import Facets

_DRAFT = models.Draft


def count(session: Session, query: DraftQuery) -> Facets:
    """Each facet is counted as if nothing were chosen of it."""
    whole = _Fields(session, query)
    statuses = whole.but(statuses=frozenset()).by(0)
    kinds = whole.but(kind=None).by(1)
    return Facets(
        total=sum(whole.by(0).values()),
        statuses={Status(value): found for value, found in statuses.items()},
        kinds={Kind(value): found for value, found in kinds.items() if value},
        years=dict(whole.but(received_from=None, received_to=None).by(2)),
        units=_units(session, replace(query, unit_id=None)),
        publications=_publications(session, replace(query, publication_id=None)),
    )


class _Fields:
    """How many drafts answer a query, by status, kind and year at once: most are asked together."""

    def __init__(self, session: Session, query: DraftQuery) -> None:
        self._session = session
        self._query = query
        columns = (_DRAFT.status, _DRAFT.kind, _year(session))
        wanted = select(*columns, func.count()).where(*_conditions(session, query))
        self._rows = session.execute(wanted.group_by(*columns)).all()

    def but(self, **changes: object) -> "_Fields":
        """The same with other choices; read anew only where these are others."""
        query = replace(self._query, **changes)  # type: ignore[arg-type]  # fields by name
        return self if query == self._query else _Fields(self._session, query)

    def by(self, place: int) -> Counter[Any]:
        """The counts by the column at a place."""
        found: Counter[Any] = Counter()
        for row in self._rows:
            found[row[place]] += row[-1]
        return found


def _conditions(session: Session, query: DraftQuery) -> list[Condition]:
    """What a draft must fulfil to be counted."""
    return [*draft_lists.conditions(session, query), *versions.conditions(session, query)]


def _year(session: Session) -> ColumnElement[int]:
    """The year of arrival on this machine's clock, as the clerk reads it."""
    ends = session.execute(select(func.min(_DRAFT.received), func.max(_DRAFT.received))).one()
    first, last = cast("tuple[datetime | None, datetime | None]", ends)
    if first is None or last is None:
        return literal(0)
    years = range(office_time(last).year, office_time(first).year - 1, -1)
    return case(*((_DRAFT.received >= start_of(date(year, 1, 1)), year) for year in years))


def _units(session: Session, query: DraftQuery) -> dict[int, int]:
    link = models.DraftUnit
    held = select(_DRAFT.id).where(*_conditions(session, query))
    found = select(link.unit_id, func.count()).where(link.draft_id.in_(held))
    return dict(session.execute(found.group_by(link.unit_id)).all())


def _publications(session: Session, query: DraftQuery) -> dict[int, int]:
    entry, issue = models.Entry, models.Issue
    held = select(_DRAFT.id).where(*_conditions(session, query))
    found = select(issue.publication_id, func.count(entry.draft_id.distinct()))
    found = found.join(entry, entry.issue_id == issue.id).where(entry.draft_id.in_(held))
    return dict(session.execute(found.group_by(issue.publication_id)).all())
