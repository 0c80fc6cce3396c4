"""Bytes by their SHA-256."""

import hashlib

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db import models
from db.rows import add_rows
from desk.errors import NotFoundError

_NAME_CHARACTERS = 255
_HELD = select(models.File.digest).where(models.File.digest == bindparam("wanted"))


class SqlFiles:
    """``desk.store.Files`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, data: bytes, name: str) -> str:
        """Keep bytes; returns their SHA-256 in hex. Keeping the same bytes twice is free."""
        digest = hashlib.sha256(data).hexdigest()
        if not self.has(digest):
            short = name[-_NAME_CHARACTERS:]  # the end says what kind of file it is
            row = {"digest": digest, "name": short, "size": len(data), "data": data}
            add_rows(self._session, models.File, [row])
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes; raises NotFoundError."""
        data = self._session.scalar(select(models.File.data).where(models.File.digest == digest))
        if data is None:
            raise NotFoundError(
                f"数据库里没有摘要为 {digest[:12]} 的文件。请从备份中恢复，或重新导入原文件。"
            )
        return data

    def has(self, digest: str) -> bool:
        """Whether these bytes are kept."""
        return self._session.connection().scalar(_HELD, {"wanted": digest}) is not None
