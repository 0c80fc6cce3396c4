"""What a release will do, told before it is done: by the very engines that will do it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desk.adopting import adoptions, source_of, taken_back
from desk.compiling import content_of, name_of, publication_of
from desk.issues import Issue
from desk.item_lines import last_id, lines_of
from desk.preflight.remark import Remark
from desk.preflight.run import remarks
from desk.releasing import replaced_by
from desk.scoring.lines import LedgerLine
from desk.settings import Settings
from desk.store import Store, Work
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class Gain:
    """What an issue brings one unit; ``adopted`` and ``points`` are less what is taken back."""

    unit: Unit
    adopted: int
    points: Decimal
    lines: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is about to be released; ``corrects`` names the issue in whose place it comes."""

    issue: Issue
    name: str
    copies: int
    remarks: tuple[Remark, ...]
    gains: tuple[Gain, ...]
    corrects: str = ""

    @property
    def blocks(self) -> tuple[Remark, ...]:
        """What the release would refuse for."""
        return tuple(one for one in self.remarks if one.blocks)

    @property
    def is_clear(self) -> bool:
        """Whether nothing is open that asks for a look."""
        return not any(one.is_open for one in self.remarks)


def plan(store: Store, issue_id: int, settings: Settings, today: date) -> Plan:
    """Look an issue over and work out what its release books."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        publication = publication_of(work, issue.publication_id)
        former = replaced_by(work, issue) if issue.corrects else None
        return Plan(
            issue,
            name_of(publication, issue),
            content_of(work, issue, settings).copies,
            tuple(remarks(work, issue, settings, today)),
            gains_of(work, _lines(work, issue, former)),
            name_of(publication, former) if former else "",
        )


def _lines(work: Work, issue: Issue, former: Issue | None) -> tuple[LedgerLine, ...]:
    """The ledger lines as they will be booked, in that order."""
    back = taken_back(work, former, issue.day, source_of(issue), "更正") if former else []
    booked = [*back, *adoptions(work, issue)]
    facts = [replace(fact, id=at) for at, fact in enumerate(booked, last_id(work, booked) + 1)]
    return lines_of(work, facts)


def gains_of(work: Work, lines: Iterable[LedgerLine]) -> tuple[Gain, ...]:
    """Ledger lines by unit, the units as they come first."""
    held: dict[int, list[LedgerLine]] = {}
    for line in lines:
        held.setdefault(line.unit_id, []).append(line)
    units = {unit.id: unit for unit in work.registry.units()}
    return tuple(
        Gain(
            units[unit_id],
            sum(line.adopted for line in own),
            sum((line.points for line in own), Decimal(0)),
            tuple(own),
        )
        for unit_id, own in held.items()
    )
