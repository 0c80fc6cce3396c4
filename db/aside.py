"""Sittings kept in an encrypted file elsewhere while the store cannot be written."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlcipher3 import dbapi2

from db.bodies import dump, from_json, to_json
from db.engine import connect
from db.failures import files_translated, translated
from desk.errors import StoreError
from desk.sittings import Sitting, Text

_ROOM = 1 << 18  # bytes kept free for a full disk: a hundred long texts
_TABLE = (
    "CREATE TABLE IF NOT EXISTS aside "
    "(draft_id INTEGER, window TEXT, packed TEXT NOT NULL, PRIMARY KEY (draft_id, window))"
)


class FileAside:
    """``desk.repositories.sittings.Aside`` in a file with the store's key.

    It lies in the first of some folders that can be written, under a name of the store's own. It
    is made when it is first needed and removed with the last thing in it.
    """

    def __init__(self, store: Path, key: str, folders: Sequence[Path]) -> None:
        name = sha256(str(store.resolve()).encode()).hexdigest()[:16]
        self._files = [folder / f"{name}.aside" for folder in folders]
        self._key = key

    def reserve(self) -> None:
        """Take the room on the disk that ``put`` gives back when the disk is full."""
        room = self._room()
        with suppress(OSError):
            if not room.exists():
                room.parent.mkdir(parents=True, exist_ok=True)
                room.write_bytes(os.urandom(_ROOM))

    def put(self, sitting: Sitting) -> None:
        """Write a sitting, over its earlier state where there is one."""
        tries = [*self._files, self._files[0]]
        for number, file in enumerate(tries, start=1):
            if number == len(tries):
                self._give_room()  # for the last try
            try:
                self._write(file, sitting)
            except StoreError:
                if number == len(tries):
                    raise
            else:
                return

    def all(self) -> list[Sitting]:
        """Everything kept here; a file that is damaged, or of another key, hides no other."""
        found: list[Sitting] = []
        for file in self._held():
            with suppress(StoreError), self._opened(file) as connection:
                rows = connection.execute("SELECT packed FROM aside").fetchall()
                found += [_unpack(row[0]) for row in rows]
        return found

    def drop(self, draft_id: int, window: str) -> None:
        """Forget a sitting, also one that is not here."""
        for file in self._held():
            is_empty = False
            with suppress(StoreError), self._opened(file) as connection:
                connection.execute(
                    "DELETE FROM aside WHERE draft_id = ? AND window = ?", (draft_id, window)
                )
                is_empty = not connection.execute("SELECT count(*) FROM aside").fetchone()[0]
            if is_empty:
                file.unlink(missing_ok=True)

    def _room(self) -> Path:
        return self._files[0].with_suffix(".room")

    def _give_room(self) -> None:
        with suppress(OSError):
            self._room().unlink()

    def _held(self) -> list[Path]:
        return [file for file in self._files if file.exists()]

    def _write(self, file: Path, sitting: Sitting) -> None:
        with translated(file.parent), files_translated(file.parent):
            file.parent.mkdir(parents=True, exist_ok=True)
        with self._opened(file) as connection:
            connection.execute(
                "INSERT OR REPLACE INTO aside VALUES (?, ?, ?)",
                (sitting.draft_id, sitting.window, _pack(sitting)),
            )

    @contextmanager
    def _opened(self, file: Path) -> Iterator[dbapi2.Connection]:
        with (
            translated(file.parent),
            closing(connect(file, self._key, create=True)) as connection,
        ):
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(_TABLE)
            yield connection


def _pack(one: Sitting) -> str:
    packed = {
        "draft_id": one.draft_id,
        "window": one.window,
        "who": one.who,
        "begun": one.begun.isoformat(),
        "seen": one.seen.isoformat(),
        "beats": one.beats,
        "cursor": one.cursor,
        "title": one.unsaved and one.unsaved.title,
        "body": one.unsaved and to_json(one.unsaved.body),
    }
    return dump(packed)


def _unpack(packed: str) -> Sitting:
    held = json.loads(packed)
    title, body = held.pop("title"), held.pop("body")
    begun, seen = (datetime.fromisoformat(held.pop(name)) for name in ("begun", "seen"))
    sitting = Sitting(begun=begun, seen=seen, **held)
    return sitting if body is None else replace(sitting, unsaved=Text(title, from_json(body)))
