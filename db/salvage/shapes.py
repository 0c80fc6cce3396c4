"""What tables a damaged store has: by itself, or by a good copy where that page is broken."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from db.engine import connect
from db.salvage.image import Image
from db.salvage.trees import Row, read
from desk.errors import StoreError

_INDEXES = ("draft_search_", "printed_search_")  # made anew, but their pages have to be known
_KEPT = ("data", "docsize")  # by an index, in tables of numbered rows
_OTHERS = ("idx", "config")
_TEXTS = ("VARCHAR", "TEXT", "DATE")  # and what begins so: DATETIME
_LIST = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master"


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: where its tree begins, and its columns in their order."""

    name: str
    root: int
    columns: tuple[str, ...]
    number: int | None = None  # which column is the row's own number, if any
    texts: frozenset[int] = frozenset()  # the columns that hold text

    @property
    def is_index(self) -> bool:
        """Whether it is a part of a search index."""
        return self.name in {one + part for one in _INDEXES for part in _KEPT}

    def cells(self, row: Row) -> dict[str, object]:
        """A row by its columns; those it was written without are left out."""
        rowid, told = row
        own = "rowid" if self.number is None else self.columns[self.number]
        return dict(zip(self.columns, told, strict=False)) | {own: rowid}


def shapes(image: Image, copy: Path | None, key: str) -> dict[str, Shape]:
    """The tables by name. Raises StoreError where nothing tells of them."""
    table = read(image, 1)
    listed = [told for _, told in table.rows]
    if table.gaps or table.torn:
        if copy is None:
            raise StoreError(
                "数据文件的目录页已损坏，又没有能用的备份可以对照，抢救不了。"
                "请保留原文件，找软件的维护人员处理。"
            )
        with closing(connect(copy, key)) as connection:
            listed = connection.execute(_LIST).fetchall()
    made = {name: (root, sql) for kind, name, _, root, sql in listed if kind == "table" and root}
    return _described(made)


def _described(made: Mapping[str, tuple[int, str]]) -> dict[str, Shape]:
    found = {}
    with closing(dbapi2.connect(":memory:")) as memory:
        for name, (root, sql) in made.items():
            if name.startswith("sqlite_") or name in _unnumbered():
                continue
            memory.execute(sql)
            about = memory.execute(f'PRAGMA table_info("{name}")').fetchall()
            own = [at for at, _, kind, _, _, key in about if key and kind.upper() == "INTEGER"]
            keys = sum(1 for one in about if one[5])
            number = own[0] if len(own) == 1 == keys else None
            texts = frozenset(one[0] for one in about if one[2].upper().startswith(_TEXTS))
            found[name] = Shape(name, root, tuple(one[1] for one in about), number, texts)
    if "sqlite_sequence" in made:
        root = made["sqlite_sequence"][0]
        found["sqlite_sequence"] = Shape("sqlite_sequence", root, ("name", "seq"))
    return found


def _unnumbered() -> set[str]:
    return {one + part for one in _INDEXES for part in _OTHERS}
