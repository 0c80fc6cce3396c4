"""The findings of drafts that are kept on purpose."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import models
from desk.drafts import Waiver, WaiverScope


def put(session: Session, draft_id: int, waiver: Waiver) -> None:
    """Keep a finding; a second waiver for it takes the first one's place."""
    remove(session, draft_id, waiver.rule, waiver.excerpt, waiver.around)
    session.add(
        models.Waiver(
            draft_id=draft_id,
            rule=waiver.rule,
            excerpt=waiver.excerpt,
            reason=waiver.reason,
            who=waiver.who,
            when=waiver.when,
            scope=waiver.scope.value,
            around=waiver.around,
        )
    )
    session.flush()


def remove(session: Session, draft_id: int, rule: str, excerpt: str, around: str) -> None:
    """Keep it no longer."""
    model = models.Waiver
    session.execute(
        delete(model).where(
            model.draft_id == draft_id,
            model.rule == rule,
            model.excerpt == excerpt,
            model.around == around,
        )
    )


def of_draft(session: Session, draft_id: int) -> list[Waiver]:
    """The waivers of a draft, oldest first."""
    model = models.Waiver
    rows = session.scalars(select(model).where(model.draft_id == draft_id).order_by(model.id))
    return [
        Waiver(
            row.rule,
            row.excerpt,
            row.reason,
            row.who,
            row.when,
            WaiverScope(row.scope),
            row.around,
        )
        for row in rows
    ]
