"""Which drafts are another's text for a publication, and how lists leave them out.

Nobody sent them: the item came once. They are a few hundred among 50,000, so that they are looked
up by id where the lists read an index, instead of widening every index by a column.
"""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db import models
from db.part_models import Version
from db.rows import add_rows
from db.search import Condition
from desk.drafts import Draft, DraftQuery, Status


def sent_only() -> Condition:
    """The condition on drafts that they are no versions."""
    return models.Draft.id.not_in(_ids())


def left_out(session: Session, query: DraftQuery) -> frozenset[int]:
    """The ids of the versions that a query is not meant to find."""
    return frozenset() if query.with_versions else frozenset(session.scalars(_ids()))


def conditions(session: Session, query: DraftQuery) -> list[Condition]:
    """What leaves them out; nothing where there are none."""
    return [sent_only()] if left_out(session, query) else []


def add(session: Session, draft: Draft) -> None:
    """Remember of which draft, and for which publication, a new draft is a version."""
    if draft.version_of:
        row = {
            "draft_id": draft.id,
            "original_id": draft.version_of,
            "carrier_id": draft.carrier_id,
        }
        add_rows(session, Version, [row])


def among(session: Session, ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The original and the publication of those drafts that are versions."""
    model = Version
    wanted = select(model.draft_id, model.original_id, model.carrier_id)
    rows = session.execute(wanted.where(model.draft_id.in_(ids)))
    return {draft_id: (original_id, carrier_id) for draft_id, original_id, carrier_id in rows}


def of(session: Session, original_id: int) -> list[int]:
    """The versions of a draft, in the order they were made."""
    wanted = _ids().where(Version.original_id == original_id)
    return list(session.scalars(wanted.order_by(Version.draft_id)))


def for_publication(session: Session, publication_id: int) -> dict[int, int]:
    """The versions in use for a publication, by the draft each was made of."""
    draft, model = models.Draft, Version
    wanted = select(model.original_id, model.draft_id).join(draft, draft.id == model.draft_id)
    in_use = draft.status != Status.FILED.value
    rows = session.execute(wanted.where(model.carrier_id == publication_id, in_use))
    return dict(rows.all())


def printed() -> Select[int]:
    """The drafts that stand in a released issue by one of their versions."""
    own = select(Version.original_id).join(models.Draft, models.Draft.id == Version.draft_id)
    return own.where(models.Draft.status == Status.RELEASED.value)


def _ids() -> Select[int]:
    return select(Version.draft_id)
