"""Phrases: values of desk to rows and back."""

from dataclasses import replace

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.phrase_models import Phrase as Row
from desk.drafts import Kind
from desk.phrases import Category, Phrase

_ORDER = {category.value: number for number, category in enumerate(Category)}


class SqlPhrases:
    """``desk.repositories.phrases.Phrases`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Phrase]:
        """All phrases by category and position, those no longer active too."""
        rows = self._session.scalars(select(Row).order_by(Row.position, Row.id))
        return [_to_phrase(row) for row in sorted(rows, key=lambda row: _ORDER[row.category])]

    def save(self, phrase: Phrase) -> Phrase:
        """Add (id 0) or change a phrase."""
        row = Row(
            id=phrase.id or None,
            category=phrase.category.value,
            name=phrase.name,
            text=phrase.text,
            key=phrase.key,
            kind=phrase.kind.value if phrase.kind else "",
            position=phrase.position,
            active=phrase.is_active,
            source=phrase.source,
            day=phrase.day,
        )
        row = self._session.merge(row)
        self._session.flush()
        return replace(phrase, id=row.id)

    def delete(self, phrase_id: int) -> None:
        """Remove a phrase."""
        self._session.execute(delete(Row).where(Row.id == phrase_id))


def _to_phrase(row: Row) -> Phrase:
    return Phrase(
        Category(row.category),
        row.name,
        row.text,
        row.key,
        Kind(row.kind) if row.kind else None,
        row.position,
        row.active,
        row.source,
        row.day,
        row.id,
    )
