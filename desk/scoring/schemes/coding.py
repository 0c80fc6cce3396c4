"""Schemes to plain data with Chinese keys, and back: for files and for the store."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import ClassVar, Protocol, TypeVar

from desk.errors import DeskError
from desk.publications import Publication
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.told import fields_of
from desk.scoring.progress.pace import PaceWay
from desk.scoring.scheme import TABLES, CarrierClass, PointRule, Scheme, Window
from desk.scoring.schemes.names import publications_named
from desk.scoring.schemes.nearest import meant, offered
from desk.scoring.schemes.row_coding import Problems, decode_row, encode_row
from desk.scoring.schemes.rows import CarrierRow, GridRow, Head, SchemeFile, WindowRow

MONTHS = 12


class _HasTable(Protocol):
    table: ClassVar[str]


Row = TypeVar("Row", bound=_HasTable)
_ROWS: tuple[type[CarrierRow | WindowRow | GridRow], ...] = (CarrierRow, WindowRow, GridRow)
_KEPT_APART = ("名称", "执行日期", "联合报送")  # in columns of their own


class SchemeFormatError(DeskError):
    """A scheme that cannot be read; ``complaints`` are sentences with their places."""

    def __init__(self, complaints: Sequence[str]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = tuple(complaints)


def encode(file: SchemeFile) -> dict[str, object]:
    """The whole file as plain data, tables in their order."""
    data = encode_row(file.head)
    rows = (*file.carriers, *file.windows, *file.grid, *file.clauses)
    return data | {
        kind.table: held
        for kind in (*_ROWS, *TABLES)
        if (held := [encode_row(row) for row in rows if type(row) is kind])
    }


def decode(data: Mapping[str, object], place: str = "") -> SchemeFile:
    """The file that plain data tell of; raises SchemeFormatError with all that is wrong."""
    problems = Problems()
    labels = [told.label for told in fields_of(Head)]
    tables = [kind.table for kind in (*_ROWS, *TABLES)]
    for key in data:
        if key not in (*labels, *tables):
            problems.add(place, f"没有“{key}”这一项或这张表。{offered(key, [*labels, *tables])}")
    own = {key: value for key, value in data.items() if key in labels}
    head = decode_row(Head, own, place, problems)
    if head:
        _check_head(head, place, problems)
    carriers = _table(CarrierRow, data, problems)
    windows = _table(WindowRow, data, problems)
    grid = _table(GridRow, data, problems)
    clauses: list[Clause] = [row for kind in TABLES for row in _table(kind, data, problems)]
    if problems.found or head is None:
        raise SchemeFormatError(problems.found)
    return SchemeFile(head, carriers, windows, grid, tuple(clauses))


def _check_head(head: Head, place: str, problems: Problems) -> None:
    if not 1 <= head.start_month <= MONTHS:
        problems.add(place, f"“年度起始月”不能是 {head.start_month}，要在 1 到 12 之间。")
    if (head.pace is PaceWay.SET or head.progress) and len(head.progress) != MONTHS:
        problems.add(place, f"“各月进度”要有 12 个数，现在有 {len(head.progress)} 个。")


def _table(kind: type[Row], data: Mapping[str, object], problems: Problems) -> tuple[Row, ...]:
    table = kind.table
    held = data.get(table, [])
    if isinstance(held, Mapping):
        held = [held]
    if not isinstance(held, list):
        problems.add("", f"“{table}”是一张表，请写成 [[{table}]]，下面一项一行。")
        return ()
    rows = (
        decode_row(kind, one, f"[[{table}]] 第 {number} 行：", problems)
        for number, one in enumerate(held, start=1)
    )
    return tuple(row for row in rows if row is not None)


def in_order(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Clauses table by table, as a file has them; the rows of a table keep their order."""
    return tuple(sorted(clauses, key=lambda one: TABLES.index(type(one))))


def file_of(scheme: Scheme, publications: Iterable[Publication]) -> SchemeFile:
    """A scheme by names, with the publications it speaks of as they are registered."""
    held = {one.id: one for one in publications}
    classes = {one.publication: one.name for one in scheme.carriers}
    named = {
        *classes,
        *publications_named(scheme),
        *(held[one.publication_id].name for one in scheme.rules),
    }
    carriers = [
        CarrierRow(
            name=one.name,
            tier=one.tier,
            sections=tuple(section.name for section in one.sections),
            category=classes.get(one.name, ""),
        )
        for one in held.values()
        if one.name in named
    ]
    known = {one.name for one in carriers}
    carriers += [
        CarrierRow(name=one.publication, category=one.name)
        for one in scheme.carriers
        if one.publication not in known
    ]
    grid = tuple(_grid_row(rule, held[rule.publication_id]) for rule in scheme.rules)
    return replace(_parts(scheme), carriers=tuple(carriers), grid=grid)


def _grid_row(rule: PointRule, publication: Publication) -> GridRow:
    section = publication.section(rule.section_id)
    return GridRow(
        publication=publication.name,
        section=section.name if section else "",
        points=rule.points,
        composite=rule.composite,
    )


def scheme_of(file: SchemeFile, publications: Iterable[Publication], scheme_id: int = 0) -> Scheme:
    """The scheme of a file whose publications are registered; raises SchemeFormatError."""
    held = {one.name: one for one in publications}
    problems = Problems()
    rules = [
        _rule(row, held, f"[[采用分值]] 第 {number} 行：", problems)
        for number, row in enumerate(file.grid, start=1)
    ]
    if problems.found:
        raise SchemeFormatError(problems.found)
    return replace(
        _unruled(file), id=scheme_id, rules=tuple(rule for rule in rules if rule is not None)
    )


def _rule(
    row: GridRow, held: Mapping[str, Publication], place: str, problems: Problems
) -> PointRule | None:
    publication = held.get(row.publication)
    if publication is None:
        problems.add(
            place,
            f"没有登记《{row.publication}》。{meant(row.publication, held)}"
            "请先登记，或写进 [[刊物]]。",
        )
        return None
    sections = {one.name: one.id for one in publication.sections}
    if row.section and row.section not in sections:
        problems.add(
            place,
            f"《{row.publication}》没有栏目“{row.section}”。{meant(row.section, sections)}"
            "请先加上这个栏目，或写进 [[刊物]] 的“栏目”。",
        )
        return None
    return PointRule(
        publication.id, row.points, sections[row.section] if row.section else None, row.composite
    )


def _unruled(file: SchemeFile) -> Scheme:
    head = file.head
    return Scheme(
        rules=(),
        **{told.attribute: getattr(head, told.attribute) for told in fields_of(Head)},
        carriers=tuple(
            CarrierClass(one.name, one.category) for one in file.carriers if one.category
        ),
        windows=tuple(Window(one.span, one.name, one.first, one.last) for one in file.windows),
        clauses=file.clauses,
    )


def _parts(scheme: Scheme) -> SchemeFile:
    """What a scheme holds besides its grid, which needs the publications' names."""
    head = Head(**{told.attribute: getattr(scheme, told.attribute) for told in fields_of(Head)})
    return SchemeFile(
        head,
        tuple(CarrierRow(name=one.publication, category=one.name) for one in scheme.carriers),
        tuple(
            WindowRow(span=one.span, name=one.name, first=one.first, last=one.last)
            for one in scheme.windows
        ),
        clauses=in_order(scheme.clauses),
    )


def document_of(scheme: Scheme) -> str:
    """What the store keeps of a scheme besides its name, day, joint share and grid: JSON."""
    data = encode(_parts(scheme))
    kept = {key: value for key, value in data.items() if key not in _KEPT_APART}
    return json.dumps(kept, ensure_ascii=False)


def with_document(scheme: Scheme, document: str) -> Scheme:
    """The scheme of the store's columns with what its document says."""
    parts = _read_document(document)
    return replace(
        parts,
        name=scheme.name,
        valid_from=scheme.valid_from,
        joint=scheme.joint,
        rules=scheme.rules,
        id=scheme.id,
    )


@lru_cache(maxsize=64)
def _read_document(document: str) -> Scheme:
    data = {"名称": "-", "执行日期": "2000-01-01"} | json.loads(document)
    return _unruled(decode(data))
