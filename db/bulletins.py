"""Bulletins and wordings: values of desk to rows and back."""

import json
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import bulletin_models as models
from db.bodies import dump
from desk.bulletins.bulletin import Bulletin, Kept, State, Text, Version
from desk.bulletins.options import BulletinOptions
from desk.bulletins.passages import Passage
from desk.bulletins.wording import Wording
from desk.closings.coding import plain, value_from
from desk.errors import NotFoundError
from desk.scoring.clauses.clause import Span
from desk.surveys.stretch import Stretch


class SqlBulletins:
    """``desk.repositories.bulletins.Bulletins`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Bulletin]:
        """All that were not taken away, the last day of their periods newest first."""
        model = models.Bulletin
        wanted = select(model).where(model.removed.is_(None))
        order = (model.last.desc(), model.first.desc(), model.id.desc())
        return [_bulletin(row) for row in self._session.scalars(wanted.order_by(*order))]

    def get(self, bulletin_id: int) -> Bulletin:
        """One bulletin; raises NotFoundError, also for one taken away."""
        row = self._row(bulletin_id)
        if row.removed is not None:
            raise NotFoundError("这份通报已经删除。需要时请在通报列表里重新写一份。")
        return _bulletin(row)

    def of(self, key: str) -> Bulletin | None:
        """The newest bulletin of a period, by the key of its files."""
        model = models.Bulletin
        wanted = select(model).where(model.key == key, model.removed.is_(None))
        row = self._session.scalars(wanted.order_by(model.id.desc())).first()
        return _bulletin(row) if row else None

    def add(self, bulletin: Bulletin) -> Bulletin:
        """Keep a bulletin (id 0); returns it with its id."""
        row = models.Bulletin(made=bulletin.made, made_by=bulletin.made_by)
        _write(row, bulletin)
        self._session.add(row)
        self._session.flush()
        return _bulletin(row)

    def save(self, bulletin: Bulletin) -> None:
        """Write a bulletin over what is kept of it; the text before is not kept by that."""
        _write(self._row(bulletin.id), bulletin)
        self._session.flush()

    def remove(self, bulletin_id: int, when: datetime | None) -> None:
        """Take a bulletin away, or with None put it back."""
        self._row(bulletin_id).removed = when
        self._session.flush()

    def versions(self, bulletin_id: int) -> list[Version]:
        """The texts it had earlier, the newest first."""
        model = models.BulletinVersion
        wanted = select(model).where(model.bulletin_id == bulletin_id)
        rows = self._session.scalars(wanted.order_by(model.generation.desc()))
        return [Version(row.generation, _text(row), row.changed, row.changed_by) for row in rows]

    def keep_version(self, bulletin_id: int, version: Version) -> None:
        """Keep an earlier text, in place of one of the same generation."""
        row = models.BulletinVersion(
            bulletin_id=bulletin_id,
            generation=version.generation,
            changed=version.changed,
            changed_by=version.changed_by,
        )
        _write_text(row, version.text)
        self._session.merge(row)
        self._session.flush()

    def _row(self, bulletin_id: int) -> models.Bulletin:
        row = self._session.get(models.Bulletin, bulletin_id)
        if row is None:
            raise NotFoundError("没有找到这份通报。请刷新后再试。")
        return row


class SqlWordings:
    """``desk.repositories.bulletins.Wordings`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> Wording | None:
        """The office's own text."""
        row = self._session.get(models.Wording, key)
        return Wording(row.key, row.text, row.changed, row.changed_by) if row else None

    def save(self, wording: Wording) -> None:
        """Keep a text in place of the one before."""
        self._session.merge(models.Wording(**asdict(wording)))
        self._session.flush()

    def remove(self, key: str) -> None:
        """Forget the office's own text: the shipped one holds again."""
        row = self._session.get(models.Wording, key)
        if row is not None:
            self._session.delete(row)
            self._session.flush()


def _write(row: models.Bulletin, bulletin: Bulletin) -> None:
    stretch = bulletin.stretch
    row.key, row.first, row.last = stretch.file_key, stretch.first, stretch.last
    row.name, row.span = stretch.name, stretch.span.value if stretch.span else ""
    row.template_key = bulletin.template_key
    row.changed, row.changed_by = bulletin.changed, bulletin.changed_by
    row.generation, row.state = bulletin.generation, bulletin.state.value
    row.pdf, row.docx = bulletin.pdf, bulletin.docx
    row.finished, row.finished_by = bulletin.finished, bulletin.finished_by
    _write_text(row, bulletin.text)


def _write_text(row: models.Bulletin | models.BulletinVersion, text: Text) -> None:
    row.title, row.number, row.template = text.title, text.number, text.template
    row.passages, row.kept = dump(plain(text.passages)), dump(plain(text.kept))
    row.options = dump(plain(text.options))


def _bulletin(row: models.Bulletin) -> Bulletin:
    span = Span(row.span) if row.span else None
    return Bulletin(
        Stretch(row.first, row.last, row.name, row.key if span else "", span),
        _text(row),
        row.template_key,
        row.made,
        row.made_by,
        row.changed,
        row.changed_by,
        row.generation,
        State(row.state),
        row.pdf,
        row.docx,
        row.finished,
        row.finished_by,
        row.id,
    )


def _text(row: models.Bulletin | models.BulletinVersion) -> Text:
    return Text(
        row.title,
        value_from(json.loads(row.passages), tuple[Passage, ...]),
        value_from(json.loads(row.options), BulletinOptions),
        row.template,
        row.number,
        value_from(json.loads(row.kept), tuple[Kept, ...]),
    )
