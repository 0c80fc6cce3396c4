"""Write rows past the session's objects: a third of the time, their lines checked all the same."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Insert, insert
from sqlalchemy import inspect as mapped
from sqlalchemy.orm import Session

from db.columns import Base, checked_line

Values = Mapping[str, Any]


def add_rows(session: Session, model: type[Base], rows: Sequence[Values]) -> None:
    """Insert rows, none as well; raises DeskError for a line that is too long."""
    if rows:
        session.flush()
        session.connection().execute(_insert(model), [checked(model, row) for row in rows])


def add_row(session: Session, model: type[Base], row: Values) -> int:
    """Insert one row and return its new id; raises DeskError for a line that is too long."""
    session.flush()
    done = session.connection().execute(_insert(model), checked(model, row))
    key: Any = done.inserted_primary_key
    return int(key[0])


@cache
def _insert(model: type[Base]) -> Insert:
    return insert(model)


@cache
def _lines(model: type[Base]) -> dict[str, dict[str, Any]]:
    """The labelled lines of a model."""
    columns = mapped(model).columns
    return {column.key: dict(column.info) for column in columns if "label" in column.info}


def checked(model: type[Base], row: Values) -> dict[str, Any]:
    """A row as it will be written; raises DeskError for a line that is too long."""
    lines = {
        name: checked_line(row[name], **about)
        for name, about in _lines(model).items()
        if row.get(name)
    }
    return {**row, **lines}
