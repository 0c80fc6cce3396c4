"""Drafts without their texts, for what may go into an issue."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import draft_lists, models, versions
from desk.candidates import Candidate
from desk.drafts import Channel, Kind, Status, Urgency

_DRAFT = models.Draft
_COLUMNS = (
    _DRAFT.id, _DRAFT.title, _DRAFT.status, _DRAFT.received, _DRAFT.channel, _DRAFT.kind,
    _DRAFT.urgency, _DRAFT.event_date, _DRAFT.due, _DRAFT.characters, _DRAFT.revision,
)  # fmt: skip


def candidates(session: Session, ids: Sequence[int]) -> list[Candidate]:
    """The drafts of these ids, in their order; those that are gone are left out."""
    units = draft_lists.unit_ids(session, ids)
    found: dict[int, Candidate] = {}
    for some in draft_lists.portions(ids):
        made = versions.among(session, some)
        for row in session.execute(select(*_COLUMNS).where(_DRAFT.id.in_(some))):
            original, carrier = made.get(row.id, (0, 0))
            found[row.id] = Candidate(
                id=row.id,
                title=row.title,
                status=Status(row.status),
                received=row.received,
                channel=Channel(row.channel),
                unit_ids=tuple(units.get(row.id, ())),
                kind=Kind(row.kind) if row.kind else None,
                urgency=Urgency(row.urgency),
                event_date=row.event_date,
                due=row.due,
                characters=row.characters,
                revision=row.revision,
                version_of=original,
                carrier_id=carrier,
            )
    return [found[draft_id] for draft_id in ids if draft_id in found]
