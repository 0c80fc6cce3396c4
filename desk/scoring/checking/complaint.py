"""A complaint about a scheme, and what a scheme is checked against."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from typing_extensions import override

from desk.facts import Fact
from desk.scoring.basis import Basis
from desk.scoring.clauses.clause import Clause
from desk.scoring.scheme import Scheme

K = TypeVar("K", bound=Clause)


class Level(StrEnum):
    """An error makes figures wrong or impossible; a warning probably does; a note may not."""

    ERROR = "错误"
    WARNING = "提醒"
    NOTE = "说明"


@dataclass(frozen=True, slots=True)
class Complaint:
    """A sentence with its place: ``table`` "" is the head, ``row`` counts from 1, 0 is none."""

    level: Level
    text: str
    table: str = ""
    row: int = 0

    @property
    def place(self) -> str:
        """The place as files and the window name it."""
        if not self.table:
            return "开头"
        return f"[[{self.table}]] 第 {self.row} 行" if self.row else f"[[{self.table}]]"

    @override
    def __str__(self) -> str:
        return f"{self.level}：{self.place}：{self.text}"


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What the office has: registry, quotas and other schemes, and last year's facts."""

    basis: Basis
    facts: tuple[Fact, ...] = ()


Finder = Callable[[Scheme, CheckContext], Iterator[Complaint]]


def rows_of(scheme: Scheme, kind: type[K]) -> list[tuple[int, K]]:
    """The rows of one table with their numbers from 1."""
    return list(enumerate((one for one in scheme.clauses if isinstance(one, kind)), start=1))


def numbered(scheme: Scheme) -> Iterator[tuple[int, Clause]]:
    """All clauses with their numbers within their tables."""
    counts: dict[str, int] = {}
    for clause in scheme.clauses:
        counts[clause.table] = counts.get(clause.table, 0) + 1
        yield counts[clause.table], clause


def error(text: str, table: str = "", row: int = 0) -> Complaint:
    """A complaint that must be mended."""
    return Complaint(Level.ERROR, text, table, row)


def warning(text: str, table: str = "", row: int = 0) -> Complaint:
    """A complaint that should be looked at."""
    return Complaint(Level.WARNING, text, table, row)


def remark(text: str, table: str = "", row: int = 0) -> Complaint:
    """Something good to know."""
    return Complaint(Level.NOTE, text, table, row)
