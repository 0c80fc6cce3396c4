"""Count what answers a query by status, kind, year, unit and publication."""

from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar, cast

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import SQLCoreOperations

from db import draft_lists, models
from db.draft_filters import start_of
from desk.drafts import DraftQuery, Kind, Status
from desk.searching import Facets

_DRAFT = models.Draft
T = TypeVar("T")


def count(session: Session, query: DraftQuery) -> Facets:
    """Each facet is counted as if nothing were chosen of it."""
    statuses = _by(session, replace(query, statuses=frozenset()), _DRAFT.status)
    kinds = _by(session, replace(query, kind=None), _DRAFT.kind)
    return Facets(
        total=_total(session, query),
        statuses={Status(value): found for value, found in statuses.items()},
        kinds={Kind(value): found for value, found in kinds.items() if value},
        years=_years(session, replace(query, received_from=None, received_to=None)),
        units=_units(session, replace(query, unit_id=None)),
        publications=_publications(session, replace(query, publication_id=None)),
    )


def _total(session: Session, query: DraftQuery) -> int:
    wanted = select(func.count()).select_from(_DRAFT)
    return session.scalar(wanted.where(*draft_lists.conditions(session, query))) or 0


def _by(session: Session, query: DraftQuery, column: SQLCoreOperations[T]) -> dict[T, int]:
    wanted = select(column, func.count()).where(*draft_lists.conditions(session, query))
    return dict(session.execute(wanted.group_by(column)).all())


def _years(session: Session, query: DraftQuery) -> dict[int, int]:
    """By the year on this machine's clock, as the clerk reads it."""
    ends = select(func.min(_DRAFT.received), func.max(_DRAFT.received))
    first, last = cast("tuple[datetime | None, datetime | None]", session.execute(ends).one())
    if first is None or last is None:
        return {}
    years = range(last.astimezone().year, first.astimezone().year - 1, -1)
    steps = [(_DRAFT.received >= start_of(date(year, 1, 1)), year) for year in years]
    return _by(session, query, case(*steps))


def _units(session: Session, query: DraftQuery) -> dict[int, int]:
    link = models.DraftUnit
    held = select(_DRAFT.id).where(*draft_lists.conditions(session, query))
    found = select(link.unit_id, func.count()).where(link.draft_id.in_(held))
    return dict(session.execute(found.group_by(link.unit_id)).all())


def _publications(session: Session, query: DraftQuery) -> dict[int, int]:
    entry, issue = models.Entry, models.Issue
    held = select(_DRAFT.id).where(*draft_lists.conditions(session, query))
    found = select(issue.publication_id, func.count(entry.draft_id.distinct()))
    found = found.join(entry, entry.issue_id == issue.id).where(entry.draft_id.in_(held))
    return dict(session.execute(found.group_by(issue.publication_id)).all())
