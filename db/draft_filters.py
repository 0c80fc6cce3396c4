"""The facets of a query as conditions on drafts."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import or_, select

from db import models
from db.search import Condition
from desk.drafts import OPEN, DraftQuery

_DRAFT = models.Draft


def conditions(query: DraftQuery) -> list[Condition]:
    """One condition for each facet that is asked for."""
    return [*_of_fields(query), *_of_days(query), *_of_places(query), *_of_marks(query)]


def _of_fields(query: DraftQuery) -> list[Condition]:
    found: list[Condition] = []
    if query.statuses:
        found.append(_DRAFT.status.in_(sorted(query.statuses)))
    if query.urgencies:
        found.append(_DRAFT.urgency.in_(sorted(query.urgencies)))
    equal = (
        (_DRAFT.kind, query.kind),
        (_DRAFT.channel, query.channel),
        (_DRAFT.holder, query.holder),
        (_DRAFT.reason, query.reason),
    )
    return [*found, *(column == str(value) for column, value in equal if value)]


def _of_days(query: DraftQuery) -> list[Condition]:
    found: list[Condition] = []
    if query.received_from is not None:
        found.append(_DRAFT.received >= start_of(query.received_from))
    if query.received_to is not None:
        found.append(_DRAFT.received < start_of(query.received_to + timedelta(days=1)))
    if query.event_from is not None:
        found.append(_DRAFT.event_date >= query.event_from)
    if query.event_to is not None:
        found.append(_DRAFT.event_date <= query.event_to)
    return found


def _of_places(query: DraftQuery) -> list[Condition]:
    link, found = models.DraftUnit, list[Condition]()
    if query.unit_id is not None:
        found.append(_DRAFT.id.in_(select(link.draft_id).where(link.unit_id == query.unit_id)))
    if query.publication_id is not None:
        entry, issue = models.Entry, models.Issue
        printed = select(entry.draft_id).join(issue, issue.id == entry.issue_id)
        found.append(_DRAFT.id.in_(printed.where(issue.publication_id == query.publication_id)))
    if query.group_id is not None:
        members = select(models.Unit.id).where(models.Unit.group_id == query.group_id)
        found.append(_DRAFT.id.in_(select(link.draft_id).where(link.unit_id.in_(members))))
    return found


def _of_marks(query: DraftQuery) -> list[Condition]:
    found: list[Condition] = []
    if query.topic:
        link = models.DraftTopic
        found.append(_DRAFT.id.in_(select(link.draft_id).where(link.topic == query.topic)))
    if query.overdue_at is not None:
        found += [_DRAFT.due <= query.overdue_at, _DRAFT.status.in_(OPEN)]
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
        found.append(_DRAFT.is_read.is_(False))
    if query.is_flagged:
        found.append(_DRAFT.is_flagged.is_(True))
    if query.has_no_holder:
        found += [_DRAFT.holder == "", _DRAFT.status.in_(OPEN)]
    if query.has_doubts:
        found.append(_DRAFT.doubts != "[]")
    return found


def start_of(day: date) -> datetime:
    """The moment a day begins on this machine's clock: what the clerk means by a date."""
    return datetime.combine(day, time.min).astimezone().astimezone(UTC)
