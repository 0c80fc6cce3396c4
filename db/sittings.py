"""The drafts that are open for editing, and those whose window is gone."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from db import sitting_models as models
from db.bodies import from_json, to_json
from db.rows import add_rows
from desk.sittings import Sitting, Text


class SqlSittings:
    """``desk.repositories.sittings.Sittings`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, draft_id: int) -> list[Sitting]:
        """The sittings of one draft, the oldest first."""
        model = models.Sitting
        wanted = select(model).where(model.draft_id == draft_id).order_by(model.begun, model.window)
        return [_sitting(row) for row in self._session.scalars(wanted)]

    def left(self) -> list[Sitting]:
        """Those whose window is gone, the last one seen first."""
        model = models.Sitting
        wanted = select(model).where(model.is_left).order_by(model.seen.desc(), model.window)
        return [_sitting(row) for row in self._session.scalars(wanted)]

    def put(self, sitting: Sitting) -> None:
        """Write a sitting, over its earlier state where there is one."""
        self.drop(sitting.draft_id, sitting.window)
        add_rows(self._session, models.Sitting, [_row(sitting)])

    def drop(self, draft_id: int, window: str) -> None:
        """Forget a sitting with what it holds."""
        model = models.Sitting
        wanted = delete(model).where(model.draft_id == draft_id, model.window == window)
        self._session.execute(wanted)

    def leave_all(self) -> None:
        """Mark every sitting as left."""
        self._session.execute(update(models.Sitting).values(is_left=True))


def _row(one: Sitting) -> dict[str, object]:
    return {
        "draft_id": one.draft_id,
        "window": one.window,
        "who": one.who,
        "begun": one.begun,
        "seen": one.seen,
        "beats": one.beats,
        "cursor": one.cursor,
        "is_left": one.is_left,
        "title": one.unsaved and one.unsaved.title,
        "body": one.unsaved and to_json(one.unsaved.body),
    }


def _sitting(row: models.Sitting) -> Sitting:
    held = row.body is not None
    return Sitting(
        draft_id=row.draft_id,
        window=row.window,
        who=row.who,
        begun=row.begun,
        seen=row.seen,
        beats=row.beats,
        cursor=row.cursor,
        is_left=row.is_left,
        unsaved=Text(row.title or "", from_json(row.body or "[]")) if held else None,
    )
