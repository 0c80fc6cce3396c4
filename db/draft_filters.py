"""The facets of a query as conditions on drafts."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm.attributes import InstrumentedAttribute

from db import models
from db.part_models import Version
from db.search import Condition
from desk.drafts import OPEN, DraftQuery
from desk.office_clock import moment_at

_DRAFT = models.Draft
_Column = InstrumentedAttribute[Any]
_Reading = Callable[[_Column], Any]
_FIELDS = (
    "statuses", "urgencies", "kind", "channel", "holder", "reason", "event_from", "event_to",
    "overdue_at", "is_unread", "is_flagged", "has_no_holder", "has_doubts",
)  # fmt: skip


def conditions(query: DraftQuery) -> list[Condition]:
    """One condition for each facet that is asked for.

    A single one is looked up in its own index. Several are read along the index of arrival, which
    holds all these columns: an index of one would send for every row to see the others.
    """
    asked = sum(1 for name in _FIELDS if getattr(query, name))
    column = _unindexed if asked > 1 else _same
    return [
        *_of_fields(query, column),
        *_of_days(query, column),
        *_of_places(query),
        *_of_marks(query, column),
    ]


def _same(column: _Column) -> Any:  # noqa: ANN401 - a column's own kind
    return column


def _unindexed(column: _Column) -> Any:  # noqa: ANN401 - a column's own kind
    """The column's value, in a form that no index of the column answers for."""
    return func.coalesce(column, column)


def _of_fields(query: DraftQuery, column: _Reading) -> list[Condition]:
    found: list[Condition] = []
    if query.statuses:
        found.append(column(_DRAFT.status).in_(sorted(query.statuses)))
    if query.urgencies:
        found.append(column(_DRAFT.urgency).in_(sorted(query.urgencies)))
    equal = (
        (_DRAFT.kind, query.kind),
        (_DRAFT.channel, query.channel),
        (_DRAFT.holder, query.holder),
        (_DRAFT.reason, query.reason),
    )
    return [*found, *(column(field) == str(value) for field, value in equal if value)]


def _of_days(query: DraftQuery, column: _Reading) -> list[Condition]:
    found: list[Condition] = []
    if query.received_from is not None:
        found.append(_DRAFT.received >= start_of(query.received_from))
    if query.received_to is not None:
        found.append(_DRAFT.received < start_of(query.received_to + timedelta(days=1)))
    if query.event_from is not None:
        found.append(column(_DRAFT.event_date) >= query.event_from)
    if query.event_to is not None:
        found.append(column(_DRAFT.event_date) <= query.event_to)
    return found


def _of_places(query: DraftQuery) -> list[Condition]:
    link, found = models.DraftUnit, list[Condition]()
    if query.unit_id is not None:
        found.append(_DRAFT.id.in_(select(link.draft_id).where(link.unit_id == query.unit_id)))
    if query.publication_id is not None:
        entry, issue = models.Entry, models.Issue
        placed = select(entry.draft_id).join(issue, issue.id == entry.issue_id)
        placed = placed.where(issue.publication_id == query.publication_id)
        found.append(or_(_DRAFT.id.in_(placed), _DRAFT.id.in_(originals_of(placed))))
    if query.group_id is not None:
        members = select(models.Unit.id).where(models.Unit.group_id == query.group_id)
        sent = select(link.draft_id).where(link.unit_id.in_(members))
        found.append(_unindexed(_DRAFT.id).in_(sent))  # a group is a large part of all
    return found


def _of_marks(query: DraftQuery, column: _Reading) -> list[Condition]:
    found: list[Condition] = []
    if query.topic:
        link = models.DraftTopic
        found.append(_DRAFT.id.in_(select(link.draft_id).where(link.topic == query.topic)))
    if query.overdue_at is not None:
        # Open ones are few; most of those whose clock ran out are done long ago.
        found += [_unindexed(_DRAFT.due) <= query.overdue_at, column(_DRAFT.status).in_(OPEN)]
    if query.has_twins:
        alike = models.Likeness
        undecided = alike.verdict == ""
        found.append(
            or_(
                _DRAFT.id.in_(select(alike.draft_id).where(undecided)),
                _DRAFT.id.in_(select(alike.other_id).where(undecided)),
            )
        )
    if query.is_unread:
        found.append(column(_DRAFT.is_read).is_(False))
    if query.is_flagged:
        found.append(column(_DRAFT.is_flagged).is_(True))
    if query.has_no_holder:
        found += [_unindexed(_DRAFT.holder) == "", column(_DRAFT.status).in_(OPEN)]
    if query.has_doubts:
        found.append(column(_DRAFT.doubts) != "[]")
    return found


def originals_of(made: Select[int]) -> Select[int]:
    """The drafts that some versions were made of."""
    return select(Version.original_id).where(Version.draft_id.in_(made))


def start_of(day: date) -> datetime:
    """The moment a day begins on this machine's clock: what the clerk means by a date."""
    return moment_at(day, time.min).astimezone(UTC)
