"""From facts to ledger lines (得分台账): every adoption is one line that says why it counts."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.facts import Fact, FactKind
from desk.issues import Role
from desk.publications import Publication
from desk.scoring.award import Award, award
from desk.scoring.lines import LedgerLine
from desk.scoring.scheme import PointRule, Scheme

_SCORED = (FactKind.ADOPTION, FactKind.REVERSAL)


def ledger_lines(
    facts: Iterable[Fact], schemes: Iterable[Scheme], publications: Iterable[Publication]
) -> tuple[LedgerLine, ...]:
    """Explain every adoption by the scheme in force on its day; lines come by day and booking.

    A reversal is the same sum below zero, dealt as the adoptions were that it takes back.

    An adoption that the scheme has no points for stays as a line of 0 points that says so.
    The shares of a split item are dealt in the order its units were booked, so the facts of all
    of them must be given; the order of ``facts`` itself does not matter.
    """
    in_force = _timetable(schemes)
    carriers = {item.id: item for item in publications}
    dealt: Counter[tuple[object, ...]] = Counter()
    lines = []
    for fact in sorted((item for item in facts if item.kind in _SCORED), key=_booking):
        turn = 0
        if fact.shares > 1:
            turn = dealt[item := _item(fact)] % fact.shares
            dealt[item] += 1
        lines.append(
            _line(fact, turn, carriers.get(fact.publication_id or 0), in_force(fact.counted))
        )
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Terms:
    """A scheme with its rules at hand by publication and section."""

    scheme: Scheme
    rules: dict[tuple[int, int | None], PointRule]

    def rule(self, fact: Fact) -> PointRule | None:
        """The rule of the fact's section, else of its whole publication."""
        carrier = fact.publication_id
        if carrier is None:
            return None
        return self.rules.get((carrier, fact.section_id)) or self.rules.get((carrier, None))


def _timetable(schemes: Iterable[Scheme]) -> Callable[[date], _Terms | None]:
    ordered = sorted(schemes, key=lambda item: (item.valid_from, item.id))
    starts = [item.valid_from for item in ordered]
    terms = [
        _Terms(item, {(rule.publication_id, rule.section_id): rule for rule in item.rules})
        for item in ordered
    ]

    def in_force(day: date) -> _Terms | None:
        found = bisect_right(starts, day)
        return terms[found - 1] if found else None

    return in_force


def _line(fact: Fact, turn: int, carrier: Publication | None, terms: _Terms | None) -> LedgerLine:
    section = carrier.section(fact.section_id) if carrier else None
    given = _given(fact, turn, terms)
    carrier_name, section_name = carrier.name if carrier else "", section.name if section else ""
    whole = given.rule is None or given.rule.section_id is None
    text = _place(fact, carrier_name, section_name) + given.text
    is_back = fact.kind is FactKind.REVERSAL
    return LedgerLine(
        fact.day,
        fact.unit_id,
        fact.title,
        carrier_name,
        section_name,
        _rule_name(carrier_name, "" if whole else section_name, fact.role),
        -given.points if is_back else given.points,
        f"冲销：{text}（{fact.note}）" if is_back else text,
        fact,
    )


def _given(fact: Fact, turn: int, terms: _Terms | None) -> Award:
    if terms is None:
        counted = fact.counted
        day = f"{counted.year}年{counted.month}月{counted.day}日"
        return Award(Decimal(0), f"采用，{day}没有生效的计分办法，计 0 分")
    rule = terms.rule(fact)
    if rule is None:
        return Award(Decimal(0), f"采用，“{terms.scheme.name}”没有它的分值，计 0 分")
    return award(fact, rule, terms.scheme.joint, turn)


def _rule_name(carrier: str, section: str, role: Role) -> str:
    return f"《{carrier}》{section + ' ' if section else ''}{role.value}" if carrier else role.value


def _place(fact: Fact, carrier: str, section: str) -> str:
    number = fact.issue_number
    issue = f"第{number}期" if number.isdecimal() else number
    where = f"《{carrier}》" if carrier else "未登记的刊物"
    return f"{where}{issue}{f'“{section}”' if section else ''}"


def _item(fact: Fact) -> tuple[object, ...]:
    """What the facts of one printed item have in common."""
    return (
        fact.kind,
        fact.of_day,
        fact.day,
        fact.source,
        fact.title,
        fact.publication_id,
        fact.section_id,
        fact.issue_number,
        fact.shares,
    )


def _booking(fact: Fact) -> tuple[object, ...]:
    """The order of lines: by day and booking; the rest settles facts not yet booked."""
    return (
        fact.day,
        fact.id,
        fact.publication_id or 0,
        fact.section_id or 0,
        fact.issue_number,
        fact.title,
        fact.unit_id,
        fact.role,
        fact.shares,
        fact.source,
        fact.note,
        fact.kind,
    )
