"""Rows of drafts and revisions to values of desk and back."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db import draft_lists, models, versions
from db.bodies import dump, from_json
from db.columns import one_line
from db.sorting import title_key
from desk.body import Body, Picture, Table
from desk.drafts import (
    Channel,
    Draft,
    Kind,
    Original,
    Revision,
    Scope,
    Secrecy,
    Status,
    Urgency,
)


def searched(row: models.Draft) -> tuple[str, ...]:
    """The fields beside the text that can be searched."""
    return (row.author, row.phone, row.approver, row.topics, row.remark, row.signed_as)


def write(row: models.Draft, draft: Draft) -> None:
    """Put what changes without the text into its row."""
    for name, value in values_of(draft).items():
        setattr(row, name, value)


def values_of(draft: Draft) -> dict[str, object]:
    """The columns of a draft that change without its text."""
    return {
        "received": draft.received,
        "channel": draft.channel.value,
        "first_unit_id": draft.unit_ids[0] if draft.unit_ids else None,
        "author": draft.author,
        "phone": draft.phone,
        "approver": draft.approver,
        "event_date": draft.event_date,
        "report_date": draft.report_date,
        "kind": draft.kind.value if draft.kind else None,
        "urgency": draft.urgency.value,
        "secrecy": draft.secrecy.value,
        "status": draft.status.value,
        "ticks": dump(sorted(draft.ticks)),
        "notes": dump(draft.notes),
        "topics": dump(draft.topics),
        "is_read": draft.is_read,
        "is_flagged": draft.is_flagged,
        "holder": draft.holder,
        "due": draft.due,
        "reason": draft.reason,
        "remark": draft.remark,
        "doubts": dump(sorted(draft.doubts)),
        "signed_as": draft.signed_as,
        "merged_into": draft.merged_into,
        "scope": draft.scope.value,
    }


def write_text(row: models.Draft, title: str, body: Body, number: int) -> None:
    """Put what tells of the text into its row."""
    for name, value in text_values(title, body, number).items():
        setattr(row, name, value)


def text_values(title: str, body: Body, number: int) -> dict[str, object]:
    """The columns of a draft that tell of its text."""
    line = one_line(title)
    return {
        "title": line,
        "title_key": title_key(line),
        "characters": len(body.text.replace("\n", "")),
        "has_table": any(isinstance(block, Table) for block in body.blocks),
        "has_picture": any(isinstance(block, Picture) for block in body.blocks),
        "revision": number,
    }


def revision_values(draft_id: int, revision: Revision, body: str) -> dict[str, Any]:
    """The columns of a saved text; ``body`` is its JSON."""
    return {
        "draft_id": draft_id,
        "number": revision.number,
        "saved": revision.saved,
        "who": revision.who,
        "why": revision.why,
        "title": revision.title,
        "body": body,
    }


def to_revision(row: models.Revision) -> Revision:
    """A saved text."""
    return Revision(row.number, row.saved, row.who, row.why, row.title, from_json(row.body))


def to_drafts(session: Session, rows: Sequence[models.Draft]) -> list[Draft]:
    """Whole drafts, in the order of the rows."""
    ids = [row.id for row in rows]
    units = draft_lists.unit_ids(session, ids)
    texts = {
        draft_id: (from_json(body), from_json(original))
        for some in draft_lists.portions(ids)
        for draft_id, body, original in session.execute(_texts(some))
    }
    made = versions.among(session, [row.id for row in rows if row.channel == Channel.VERSION])
    return [
        _to_draft(row, *texts[row.id], tuple(units.get(row.id, ())), made.get(row.id, (0, 0)))
        for row in rows
    ]


def _texts(ids: Sequence[int]) -> Select[int, str, str]:
    """Each draft's working text, which is its newest revision's, and its original."""
    draft, revision, original = models.Draft, models.Revision, models.Original
    newest = (revision.draft_id == draft.id) & (revision.number == draft.revision)
    wanted = select(draft.id, revision.body, original.body).join(revision, newest)
    return wanted.join(original, original.draft_id == draft.id).where(draft.id.in_(ids))


def _to_draft(
    row: models.Draft,
    body: Body,
    original: Body,
    unit_ids: tuple[int, ...],
    made: tuple[int, int],
) -> Draft:
    return Draft(
        title=row.title,
        body=body,
        original=Original(row.original_name, row.original_digest, original),
        received=row.received,
        channel=Channel(row.channel),
        unit_ids=unit_ids,
        author=row.author,
        phone=row.phone,
        approver=row.approver,
        event_date=row.event_date,
        report_date=row.report_date,
        kind=Kind(row.kind) if row.kind else None,
        urgency=Urgency(row.urgency),
        secrecy=Secrecy(row.secrecy),
        status=Status(row.status),
        ticks=frozenset(json.loads(row.ticks)),
        notes=tuple(json.loads(row.notes)),
        topics=tuple(json.loads(row.topics)),
        is_read=row.is_read,
        is_flagged=row.is_flagged,
        holder=row.holder,
        due=row.due,
        reason=row.reason,
        remark=row.remark,
        doubts=frozenset(json.loads(row.doubts)),
        signed_as=row.signed_as,
        merged_into=row.merged_into,
        version_of=made[0],
        carrier_id=made[1],
        scope=Scope(row.scope),
        revision=row.revision,
        id=row.id,
    )
