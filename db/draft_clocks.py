"""The clocks of many drafts at once: what they depend on, and when they run out."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db import models, versions
from desk.clocks import Timing
from desk.drafts import Kind, Status


def timings(session: Session, statuses: Iterable[Status]) -> list[Timing]:
    """What the clocks of all drafts in these statuses depend on, oldest first."""
    model = models.Draft
    wanted = select(model.kind, model.event_date, model.received, model.due, model.id)
    held = wanted.where(
        model.status.in_([status.value for status in statuses]), versions.sent_only()
    )
    return [
        Timing(Kind(kind) if kind else None, event_date, received, due, draft_id)
        for kind, event_date, received, due, draft_id in session.execute(held.order_by(model.id))
    ]


def set_due(session: Session, dues: Mapping[int, datetime | None]) -> None:
    """Write when the clocks of some drafts run out."""
    if dues:
        rows = [{"id": draft_id, "due": moment} for draft_id, moment in dues.items()]
        session.execute(update(models.Draft), rows)
