"""Drafts of a period counted by unit, status and reason."""

from datetime import date, timedelta

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from db import models
from db.draft_filters import start_of
from desk.drafts import Status
from desk.tally import Tally


def tallies(session: Session, first: date, last: date) -> list[Tally]:
    """What each unit sent on these days, both included, and what became of it."""
    draft, link = models.Draft, models.DraftUnit
    late = func.sum(case((draft.received > draft.due, 1), else_=0))
    groups = (link.unit_id, draft.status, draft.reason)
    counted = (
        select(*groups, func.count(), late)
        .join(link, link.draft_id == draft.id)
        .where(draft.received >= start_of(first), draft.received < start_of(last + timedelta(1)))
        .group_by(*groups)
    )
    return [
        Tally(unit_id, Status(status), reason, drafts, was_late)
        for unit_id, status, reason, drafts, was_late in session.execute(counted)
    ]
