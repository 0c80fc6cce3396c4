"""Use case: what every unit reached over some days (考核)."""

from datetime import date
from typing import Any

from desk.errors import NotAllowedError
from desk.scoring.basis import Basis
from desk.scoring.figures import printed
from desk.scoring.lines import Line
from desk.scoring.results import ScoreTable, UnitScore
from desk.scoring.totals import score
from desk.store import Store, Work


def assess(store: Store, first: date, last: date, *, today: date | None = None) -> ScoreTable:
    """Score all units from first to last; raises NotAllowedError when they are swapped."""
    if last < first:
        raise NotAllowedError(
            f"开始日期 {first:%Y-%m-%d} 晚于结束日期 {last:%Y-%m-%d}，请把两个日期对调后再试。"
        )
    with store.read() as work:
        basis = basis_of(work, last.year)
        facts = work.ledger.between(first, last)
    return score(basis, facts, first, last, today=today)


def basis_of(work: Work, year: int) -> Basis:
    """What facts are measured by in a year."""
    return Basis(
        units=work.registry.units(),
        groups=work.registry.groups(),
        quotas=work.registry.quotas(year),
        schemes=work.catalogue.schemes(),
        publications=work.catalogue.publications(),
    )


def scores_json(table: ScoreTable) -> dict[str, Any]:
    """The table as the ``scores --json`` contract has it; fractional numbers are strings."""
    return {
        "from": table.first.isoformat(),
        "to": table.last.isoformat(),
        "scheme": "、".join(table.schemes),
        "groups": [
            {"name": group.group.name, "units": [_unit_json(unit) for unit in group.units]}
            for group in table.groups
        ],
    }


def _unit_json(item: UnitScore) -> dict[str, Any]:
    return {
        "unit": item.unit.name,
        "rank": item.rank,
        "points": printed(item.points),
        "submitted": item.submitted,
        "adopted": item.adopted,
        "rate": printed(item.rate),
        "quota": None if item.quota is None else printed(item.quota),
        "completion": None if item.completion is None else printed(item.completion),
        "pace": printed(item.pace),
        "lines": [_line_json(line) for line in item.lines],
    }


def _line_json(line: Line) -> dict[str, str]:
    return {
        "date": line.day.isoformat(),
        "item": line.title,
        "publication": line.publication,
        "section": line.section,
        "rule": line.rule,
        "points": printed(line.points),
        "text": line.text,
    }
