"""The parts of composites: values of desk to rows and back."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import part_models as models
from db.rows import add_rows
from desk.parts import Part, PartRole


class SqlParts:
    """``desk.store.Parts`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, composite_id: int) -> tuple[Part, ...]:
        """The parts of a composite in their order."""
        model = models.Part
        columns = (model.draft_id, model.role, model.share)
        wanted = select(*columns).where(model.composite_id == composite_id)
        rows = self._session.execute(wanted.order_by(model.position))
        return tuple(Part(draft_id, PartRole(role), share) for draft_id, role, share in rows)

    def put(self, composite_id: int, parts: Sequence[Part]) -> None:
        """Make these the parts of a composite, in this order."""
        model = models.Part
        self._session.execute(delete(model).where(model.composite_id == composite_id))
        rows = [
            {
                "composite_id": composite_id,
                "draft_id": part.draft_id,
                "position": position,
                "role": part.role.value,
                "share": part.share,
            }
            for position, part in enumerate(parts)
        ]
        add_rows(self._session, model, rows)
