"""The row-by-row report of an import: what each row books, or why it doesn't."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from desk.facts import Fact
from desk.importing.past.rehearsal import Rehearsal
from desk.importing.past.rows import Row
from desk.store import Work


class State(StrEnum):
    """What becomes of a row."""

    BOOKED = "记入"
    NOTED = "记入，有提示"
    WRONG = "有问题"
    SKIPPED = "不记"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the report."""

    sheet: str
    number: int
    what: str  # the row's own words
    state: State
    books: str  # what it books, in words
    remark: str


@dataclass(frozen=True, slots=True)
class Names:
    """What ids stand for."""

    units: Mapping[int, str]
    carriers: Mapping[int, str]
    sections: Mapping[int, str]


def names_of(work: Work) -> Names:
    """The names of units, publications and sections."""
    publications = work.catalogue.publications()
    return Names(
        {unit.id: unit.short or unit.name for unit in work.registry.units()},
        {one.id: one.name for one in publications},
        {part.id: part.name for one in publications for part in one.sections},
    )


def report(rehearsal: Rehearsal, names: Names, moved: Mapping[date, str]) -> list[Line]:
    """A line for each row, in the file's order; ``moved`` says which days are closed."""
    found = [_line(list(rows), names, moved) for _key, rows in groupby(rehearsal.rows, _place)]
    found += [
        Line(one.sheet, one.number, one.text, State.SKIPPED, "", one.why)
        for one in rehearsal.skipped
    ]
    order = {page.grid.name: at for at, page in enumerate(rehearsal.pages)}
    return sorted(found, key=lambda line: (order.get(line.sheet, 0), line.number))


def summary(lines: Iterable[Line]) -> str:
    """How many rows of each state."""
    numbers = Counter(line.state for line in lines)
    return "，".join(f"{state} {numbers[state]} 行" for state in State if numbers[state])


def packed(lines: Sequence[Line]) -> bytes:
    """The report as bytes to keep."""
    return json.dumps([asdict(line) for line in lines], ensure_ascii=False).encode()


def unpacked(data: bytes) -> list[Line]:
    """The report of ``packed``."""
    return [Line(**{**one, "state": State(one["state"])}) for one in json.loads(data)]


def _place(row: Row) -> tuple[str, int, str]:
    return (row.record.sheet, row.record.number, row.record.column)


def _line(rows: Sequence[Row], names: Names, moved: Mapping[date, str]) -> Line:
    record = rows[0].record
    what = record["标题"] or "　".join(filter(None, (record["单位"], record.column)))
    problems = list(dict.fromkeys(one for row in rows for one in row.problems))
    remarks = list(dict.fromkeys(one for row in rows for one in row.remarks))
    facts = [fact for row in rows for fact in row.facts]
    remarks += dict.fromkeys(moved[fact.day] for fact in facts if fact.day in moved)
    state = State.WRONG if problems else State.NOTED if remarks else State.BOOKED
    if not facts and not problems:
        state = State.SKIPPED
    said = "；".join([*problems, *remarks])
    return Line(record.sheet, record.number, what, state, _books(facts, names), said)


def _books(facts: Sequence[Fact], names: Names) -> str:
    """What is booked, in words: 报送、采用《政务信息》信息（县财政局、县水利局）."""
    units = list(dict.fromkeys(names.units.get(fact.unit_id, "") for fact in facts))
    matters = Counter(_matter(fact, names) for fact in facts)
    several = len(units) or 1
    said = [
        text if count <= several else f"{text}{count // several} 次"
        for text, count in matters.items()
    ]
    return f"{'、'.join(said)}（{'、'.join(units)}）" if facts else ""


def _matter(fact: Fact, names: Names) -> str:
    said = fact.particulars
    place = names.carriers.get(fact.publication_id or 0, "")
    section = names.sections.get(fact.section_id or 0, "")
    words = [
        f"{fact.kind}《{place}》{section}" if place else fact.kind.value,
        *(part for part in (said.level, said.rank, said.tone, said.outcome) if part),
    ]
    if said.value is not None:
        words.append(f"{said.value:+f} 分" if fact.kind == "调整" else f"核定 {said.value:f} 分")
    if said.external is not None:
        words.append(f"外部分 {said.external:f}")
    return " ".join(_parts(words))


def _parts(words: Iterable[str]) -> Iterator[str]:
    return (word.strip() for word in words if word.strip())
