"""Column types and the base of all models: portable, exact, and checked where they are set."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, String, event
from sqlalchemy.orm import DeclarativeBase, MappedColumn, QueryableAttribute, mapped_column
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from desk.errors import DeskError
from desk.office_clock import UNKNOWN, office_time

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Base(DeclarativeBase):
    """The base of all models."""

    metadata = MetaData(naming_convention=NAMES)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept in UTC without its zone so that every database orders it alike."""

    impl = DateTime
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC. Raises ValueError for a naive one."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"a moment without a time zone: {value}"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment its zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class AnyMoment(UtcDateTime):
    """A moment that somebody may have spoilt behind our back: UNKNOWN where it is none any more."""

    cache_ok = True

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Read what can be read."""
        read = super().result_processor(dialect, coltype)

        def tolerant(value: Any) -> Any:  # noqa: ANN401 - what the database holds
            try:
                moment: Any = read(value) if read else value
                return office_time(moment).astimezone(UTC)  # within what the calendar can tell
            except (ValueError, TypeError, OverflowError, AttributeError):
                return UNKNOWN

        return tolerant


class Exact(TypeDecorator[Decimal]):
    """A decimal number kept as its own digits: 1.50 stays 1.50 and nothing is rounded."""

    impl = String(40)
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write the digits out."""
        return None if value is None else format(value, "f")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read the digits."""
        return None if value is None else Decimal(value)


def line(
    length: int,
    label: str,
    *,
    primary_key: bool = False,
    unique: bool = False,
    index: bool = False,
    server_default: str | None = None,
) -> MappedColumn[str]:
    """Declare one line of at most ``length`` characters; ``label`` names it to the clerk."""
    return mapped_column(
        String(length),
        info={"label": label, "length": length},
        primary_key=primary_key,
        unique=unique,
        index=index,
        server_default=server_default,
    )


def one_line(text: str) -> str:
    """Text without unprintable characters, its line breaks as single spaces."""
    return _UNPRINTABLE.sub("", _BREAKS.sub(" ", text))


def checked_line(text: str, label: str, length: int) -> str:
    """The text as one line; raises DeskError where it is too long: SQLite enforces no length."""
    line = one_line(text)
    if len(line) > length:
        raise DeskError(
            f"“{label}”有 {len(line)} 个字，最多 {length} 个字。请改短后再保存：{line[:30]}……"
        )
    return line


@event.listens_for(Base, "attribute_instrument", propagate=True)
def _check_lines(_model: type, _key: str, attribute: QueryableAttribute[Any]) -> None:
    """Check every labelled line when it is set."""
    columns = getattr(attribute.property, "columns", None)
    if not columns or "label" not in columns[0].info:
        return
    label, length = columns[0].info["label"], columns[0].info["length"]

    def check(_row: object, value: str | None, _old: object, _initiator: object) -> str | None:
        return None if value is None else checked_line(value, label, length)

    event.listen(attribute, "set", check, retval=True)
