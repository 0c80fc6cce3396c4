"""The tables of a scheme as the editor shows them: what they hold and how rows are put back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, get_type_hints

from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.told import Told, fields_of, told
from desk.scoring.scheme import TABLES, CarrierClass, Scheme, Window
from desk.scoring.schemes.coding import in_order
from desk.scoring.schemes.differences import CLASSES, GRID, HEAD
from desk.scoring.schemes.rows import GridRow, WindowRow
from desk.scoring.wording.rows import in_words

_LAST = ("unless", "code", "source")  # seldom needed, so at the foot of a form
_FIRST = ("matter", "name", "figure", "when")
_EMPTY: dict[type[Any], object] = {str: "", int: 0, Decimal: Decimal(0)}
_NEW_YEAR = (1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow:
    """A publication's class in this scheme."""

    table: ClassVar[str] = CLASSES
    about: ClassVar[str] = (
        "刊物在本办法里属于哪一类，“一稿多用”的“同类”和条件里的“类别”用。可以不填。"
    )

    publication: str = told("刊物", "哪个刊物", example='"每日要情"')
    name: str = told("类别", "属于哪一类", example='"要情类"')


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows have a form; ``rows`` and ``put`` read and write them in a scheme."""

    name: str
    about: str
    kind: type[Any]
    rows: Callable[[Scheme], tuple[Any, ...]]
    put: Callable[[Scheme, Sequence[Any]], Scheme]
    words: Callable[[Any], str]

    @property
    def fields(self) -> tuple[Told, ...]:
        """The fields in the order of the form."""
        held = fields_of(self.kind)
        names = [one.attribute for one in held]
        front = [one for one in _FIRST if one in names]
        middle = [one for one in names if one not in (*_FIRST, *_LAST)]
        back = [one for one in _LAST if one in names]
        by_name = {one.attribute: one for one in held}
        return tuple(by_name[one] for one in (*front, *middle, *back))

    def blank(self) -> Any:  # noqa: ANN401 - a row of whatever kind the table holds
        """A row to begin with; what must be given is empty, or the first choice."""
        hints = get_type_hints(self.kind)
        needed = {
            one.attribute: _empty(hints[one.attribute])
            for one in fields_of(self.kind)
            if one.required
        }
        return self.kind(**needed)


def _empty(wanted: Any) -> object:  # noqa: ANN401 - a type as annotated
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return next(iter(wanted))
    return _EMPTY.get(wanted, _NEW_YEAR)


def _clause_table(kind: type[Clause]) -> Table:
    def rows(scheme: Scheme) -> tuple[Clause, ...]:
        return tuple(one for one in scheme.clauses if type(one) is kind)

    def put(scheme: Scheme, wanted: Sequence[Clause]) -> Scheme:
        others = [one for one in scheme.clauses if type(one) is not kind]
        return replace(scheme, clauses=in_order((*others, *wanted)))

    return Table(kind.table, kind.about, kind, rows, put, in_words)


def _classes(scheme: Scheme) -> tuple[ClassRow, ...]:
    return tuple(ClassRow(publication=one.publication, name=one.name) for one in scheme.carriers)


def _put_classes(scheme: Scheme, rows: Sequence[ClassRow]) -> Scheme:
    return replace(scheme, carriers=tuple(CarrierClass(one.publication, one.name) for one in rows))


def _windows(scheme: Scheme) -> tuple[WindowRow, ...]:
    return tuple(
        WindowRow(span=one.span, name=one.name, first=one.first, last=one.last)
        for one in scheme.windows
    )


def _put_windows(scheme: Scheme, rows: Sequence[WindowRow]) -> Scheme:
    held = tuple(Window(one.span, one.name, one.first, one.last) for one in rows)
    return replace(scheme, windows=held)


def _class_words(row: ClassRow) -> str:
    return f"《{row.publication}》属于“{row.name}”"


def _window_words(row: WindowRow) -> str:
    (month, day), (last_month, last_day) = row.first, row.last
    return f"{row.span}“{row.name}”从 {month} 月 {day} 日到 {last_month} 月 {last_day} 日"


ROW_TABLES: tuple[Table, ...] = (
    *(_clause_table(kind) for kind in TABLES),
    Table(
        WindowRow.table,
        WindowRow.about.replace("写了，就全用写的", "填了，就全用填的"),
        WindowRow,
        _windows,
        _put_windows,
        _window_words,
    ),
    Table(CLASSES, ClassRow.about, ClassRow, _classes, _put_classes, _class_words),
)
NAMES: tuple[str, ...] = (HEAD, GRID, *(one.name for one in ROW_TABLES))
GRID_ABOUT = GridRow.about


def table_named(name: str) -> Table | None:
    """The table with rows of that name; None for 基本情况 and 采用分值."""
    return next((one for one in ROW_TABLES if one.name == name), None)


def counts(scheme: Scheme) -> dict[str, int]:
    """How many rows each table has."""
    held = {one.name: len(one.rows(scheme)) for one in ROW_TABLES}
    return {GRID: len(scheme.rules)} | held
