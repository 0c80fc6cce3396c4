"""Bulletins and wordings: values of desk to rows and back."""

from dataclasses import asdict
from datetime import datetime
from types import ModuleType
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import bulletin_models as models
from desk.bulletins.wording import Wording
from desk.errors import NotFoundError

if TYPE_CHECKING:
    from desk.bulletins.bulletin import Bulletin, Version


class SqlBulletins:
    """``desk.repositories.bulletins.Bulletins`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> "list[Bulletin]":
        """All that were not taken away, the last day of their periods newest first."""
        model = models.Bulletin
        wanted = select(model).where(model.removed.is_(None))
        order = (model.last.desc(), model.first.desc(), model.id.desc())
        return [_told(row) for row in self._session.scalars(wanted.order_by(*order))]

    def get(self, bulletin_id: int) -> "Bulletin":
        """One bulletin; raises NotFoundError, also for one taken away."""
        row = self._row(bulletin_id)
        if row.removed is not None:
            raise NotFoundError("这份通报已经删除。需要时请在通报列表里重新写一份。")
        return _told(row)

    def of(self, key: str) -> "Bulletin | None":
        """The newest bulletin of a period, by the key of its files."""
        model = models.Bulletin
        wanted = select(model).where(model.key == key, model.removed.is_(None))
        row = self._session.scalars(wanted.order_by(model.id.desc())).first()
        return _told(row) if row else None

    def add(self, bulletin: "Bulletin") -> "Bulletin":
        """Keep a bulletin (id 0); returns it with its id."""
        row = models.Bulletin(made=bulletin.made, made_by=bulletin.made_by)
        _coding().write(row, bulletin)
        self._session.add(row)
        self._session.flush()
        return _told(row)

    def save(self, bulletin: "Bulletin") -> None:
        """Write a bulletin over what is kept of it; the text before is not kept by that."""
        _coding().write(self._row(bulletin.id), bulletin)
        self._session.flush()

    def remove(self, bulletin_id: int, when: datetime | None) -> None:
        """Take a bulletin away, or with None put it back."""
        self._row(bulletin_id).removed = when
        self._session.flush()

    def versions(self, bulletin_id: int) -> "list[Version]":
        """The texts it had earlier, the newest first."""
        model = models.BulletinVersion
        wanted = select(model).where(model.bulletin_id == bulletin_id)
        rows = self._session.scalars(wanted.order_by(model.generation.desc()))
        return [_coding().version(row) for row in rows]

    def keep_version(self, bulletin_id: int, version: "Version") -> None:
        """Keep an earlier text, in place of one of the same generation."""
        row = models.BulletinVersion(
            bulletin_id=bulletin_id,
            generation=version.generation,
            changed=version.changed,
            changed_by=version.changed_by,
        )
        _coding().write_text(row, version.text)
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


def _told(row: models.Bulletin) -> "Bulletin":
    found: Bulletin = _coding().bulletin(row)
    return found


def _coding() -> ModuleType:
    from db import bulletin_rows  # noqa: PLC0415 - brings the scoring engine, loaded on use

    return bulletin_rows
