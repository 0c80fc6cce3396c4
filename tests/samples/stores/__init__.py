"""Stores made by the code of their time, one for every step of the schema that had code of its own.

``stores.tar.xz`` holds each as plain SQLite and, as JSON, what the code that made it said of it;
``manifest.toml`` says which commit that was. ``made.py`` made them.
"""

import json
import lzma
import tarfile
import tomllib
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from db.engine import connect
from db.keys import key_beside, new_key, write_key
from desk.paths import Paths

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Sample:
    """One store: the last migration it took, and the commit that made it."""

    step: int  # the number in the migration's file name
    commit: str
    release: str = ""  # the version whose stores are like it; "" for one between versions

    @property
    def said(self) -> dict[str, object]:
        """What the code of its time said: scores, drafts, issues, hits, audit records."""
        found: dict[str, object] = json.loads(_members()[f"{self.step:04}.json"])
        return found

    def put(self, paths: Paths) -> None:
        """Make it the store of an empty data folder, keyed as its office's was."""
        paths.data.mkdir(parents=True, exist_ok=True)
        plain = paths.data / "plain.sqlite"
        plain.write_bytes(_members()[f"{self.step:04}.sqlite"])
        key = new_key()
        write_key(key_beside(paths.store), key)
        store = connect(paths.store, key, create=True)
        try:
            store.execute("ATTACH ? AS plain KEY ''", (str(plain),))
            store.execute("SELECT sqlcipher_export('main', 'plain')")
            store.execute("DETACH plain")
        finally:
            store.close()
        plain.unlink()


@cache
def samples() -> tuple[Sample, ...]:
    """All of them, the oldest first."""
    manifest = tomllib.loads((_FOLDER / "manifest.toml").read_text(encoding="utf-8"))
    return tuple(Sample(**one) for one in manifest["store"])


def before(step: int) -> Sample:
    """The newest one that has not taken a step yet."""
    return next(one for one in reversed(samples()) if one.step < step)


@cache
def _members() -> dict[str, bytes]:
    content = lzma.decompress((_FOLDER / "stores.tar.xz").read_bytes())
    with tarfile.open(fileobj=BytesIO(content)) as archive:
        return {one.name: archive.extractfile(one).read() for one in archive}  # type: ignore[union-attr]
