"""Sketches of drafts and the pairs that look alike."""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, delete, or_, select
from sqlalchemy.orm import Session

from db import draft_lists, models
from db.rows import add_rows
from desk.duplicates.likeness import Likeness, Nature, Verdict
from desk.errors import NotFoundError

_OWN = models.Likeness.draft_id == bindparam("draft")
_FORGET = delete(models.Likeness).where(_OWN, models.Likeness.verdict == "")
_DECIDED = select(models.Likeness.other_id).where(_OWN)


class SqlLikenesses:
    """``desk.store.Likenesses`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sketches(self, after: int = 0) -> tuple[list[int], bytes]:
        """The drafts with a sketch, oldest first, and their sketches one after another.

        Only drafts with greater ids than ``after``.
        """
        model = models.Sketch
        result = self._session.connection().execute(
            select(model.draft_id, model.data)
            .where(model.draft_id > after)
            .order_by(model.draft_id)
        )
        found = result.cursor.fetchall()  # wrapping 50,000 rows takes longer than reading them
        return [row[0] for row in found], b"".join(row[1] for row in found)

    def put_sketches(self, drawn: Mapping[int, bytes]) -> None:
        """Keep the sketches of some drafts; all have the same length."""
        model = models.Sketch
        for some in draft_lists.portions([*drawn]):
            self._session.execute(delete(model).where(model.draft_id.in_(some)))
        rows = [{"draft_id": draft_id, "data": data} for draft_id, data in drawn.items()]
        add_rows(self._session, model, rows)

    def sent_by(self, unit_ids: Sequence[int]) -> list[int]:
        """Every draft that one of these units stands behind, in no order."""
        link = models.DraftUnit
        wanted = select(link.draft_id).where(link.unit_id.in_(unit_ids)).distinct()
        return list(self._session.scalars(wanted))

    def put(self, draft_id: int, found: Sequence[Likeness]) -> None:
        """Make these a draft's likenesses to earlier ones; verdicts already given stay."""
        self._session.flush()
        connection = self._session.connection()
        connection.execute(_FORGET, {"draft": draft_id})
        kept = set(connection.scalars(_DECIDED, {"draft": draft_id}))
        rows = [_to_row(one) for one in found if one.other_id not in kept]
        add_rows(self._session, models.Likeness, rows)

    def of(self, draft_id: int) -> list[Likeness]:
        """The likenesses a draft takes part in, the strongest first."""
        model = models.Likeness
        either = or_(model.draft_id == draft_id, model.other_id == draft_id)
        rows = self._session.scalars(select(model).where(either).order_by(model.score.desc()))
        return [_to_likeness(row) for row in rows]

    def among(self, draft_ids: Sequence[int]) -> list[Likeness]:
        """The likenesses that any of these drafts takes part in, the strongest first."""
        model = models.Likeness
        found = {
            (row.draft_id, row.other_id): row
            for some in draft_lists.portions(draft_ids)
            for row in self._session.scalars(
                select(model).where(or_(model.draft_id.in_(some), model.other_id.in_(some)))
            )
        }
        rows = sorted(found.values(), key=lambda row: (-row.score, row.draft_id, row.other_id))
        return [_to_likeness(row) for row in rows]

    def decide(self, draft_id: int, other_id: int, verdict: Verdict) -> None:
        """Remember what the clerk decided on a pair; raises NotFoundError."""
        row = self._session.get(models.Likeness, (draft_id, other_id))
        if row is None:
            raise NotFoundError("这两篇已经不再算作相似。请重新查重后再试。")
        row.verdict = verdict.value
        self._session.flush()


def _to_row(one: Likeness) -> dict[str, object]:
    return {
        "draft_id": one.draft_id,
        "other_id": one.other_id,
        "nature": one.nature.value,
        "score": one.score,
        "verdict": one.verdict.value,
    }


def _to_likeness(row: models.Likeness) -> Likeness:
    nature, verdict = Nature(row.nature), Verdict(row.verdict)
    return Likeness(row.draft_id, row.other_id, nature, row.score, verdict)
