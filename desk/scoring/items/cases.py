"""How a scheme sees all facts of one sort: what they may earn, and what they hang together with."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter

from desk.facts import NO_PARTICULARS, Fact, FactKind
from desk.issues import Role
from desk.parts import PartRole
from desk.publications import Publication
from desk.scoring.clauses.condition import Trait
from desk.scoring.clauses.items import (
    Bonus,
    Credit,
    Gate,
    Ground,
    Loss,
    Points,
    Policy,
    Reach,
    Repeat,
    Scope,
)
from desk.scoring.clauses.share import EVEN, FULL, Share
from desk.scoring.lines import COMPONENTS
from desk.scoring.matching import ABOUT_UNITS, Seen, words_of
from desk.scoring.scheme import JointShare, Purpose
from desk.scoring.terms import Row, Terms

_LEVELS = {Ground.OWN_ADOPTIONS: 1, Ground.ADOPTIONS: 1, Ground.ITEM: 2}
COUNTED = (FactKind.SUBMISSION, FactKind.ADOPTION)
_SEVERAL = 2
# Particulars that rows reckon or rules are named with, and those that only conditions ask for.
_USED = (
    "level", "rank", "tone", "grade", "outcome", "late",
    "started", "ended", "value", "external", "attachments",
)  # fmt: skip
_ASKED = {
    Trait.FORM: "form",
    Trait.PLACEMENT: "placement",
    Trait.TAG: "tags",
    Trait.CHANNEL: "channel",
    Trait.KIND: "kind",
    Trait.COMMISSIONED: "commissioned",
}
_BY_HAND = Points(matter=FactKind.ADJUSTMENT)


@dataclass(frozen=True, slots=True, eq=False)
class Charge:
    """A row of points that counts for a fact; ``level`` says after which others it is reckoned.

    ``share`` is the unit's part of it, None where the fact stands for one unit alone.
    """

    component: str
    row: Row[Points]
    level: int
    share: Share | None
    bonuses: tuple[Bonus, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """What the scheme says of facts that are alike in all it may ask.

    ``scope`` is what facts of an item have in common that 一稿多用 compares; None compares none.
    ``target`` is the unit they count for besides or instead of their own (``is_passed``).
    ``carrier`` and ``section`` are as booked, ``counted_as`` says what 刊物换算 made of them.
    ``is_linked``: whether other facts of the item may change what they earn.
    """

    terms: Terms | None
    seen: Seen
    carrier: str
    section: str
    counted_as: str = ""
    gate: Gate | None = None
    charges: tuple[Charge, ...] = ()
    repeat: Repeat | None = None
    scope: tuple[object, ...] | None = None
    weight: Fraction = Fraction(1)
    target: int = 0
    is_passed: bool = False
    is_linked: bool = False

    @property
    def loses_points(self) -> bool:
        """Whether it has no points and bears on no other fact."""
        return self.gate is not None and self.gate.loss is not Loss.COUNT

    @property
    def loses_count(self) -> bool:
        """Whether it is not counted as an item."""
        return self.gate is not None and self.gate.loss is not Loss.POINTS


def case_maker(
    terms: Terms | None, publications: Mapping[int, Publication]
) -> Callable[[Fact], Case]:
    """Make cases of facts under one scheme, one for all facts that are alike."""
    made: dict[tuple[object, ...], Case] = {}
    asks = terms.asks if terms else frozenset()
    by_unit = not ABOUT_UNITS.isdisjoint(asks)
    by_number, by_note = Trait.NUMBER in asks, Trait.NOTE in asks
    asked = attrgetter(*_USED, *(name for trait, name in _ASKED.items() if trait in asks))
    lengths = _limits(terms)

    def case(fact: Fact) -> Case:
        told = fact.particulars
        alike = (
            fact.matter,
            fact.publication_id,
            fact.section_id,
            fact.role,
            fact.shares,
            fact.part,
            fact.portion,
            None if told is NO_PARTICULARS else (asked(told), _class_of(told.words, lengths)),
            fact.unit_id if by_unit else 0,
            fact.issue_number if by_number else "",
            fact.note if by_note else "",
        )
        found = made.get(alike)
        if found is None:
            found = made[alike] = _made(fact, terms, publications)
        return found

    return case


def _limits(terms: Terms | None) -> list[Decimal]:
    """All numbers that some condition holds 字数 against."""
    clauses = terms.scheme.clauses if terms else ()
    return sorted({one for clause in clauses for one in words_of(clause)})


def _class_of(words: int | None, limits: Sequence[Decimal]) -> tuple[int, int] | None:
    """Which of the limits a number of words meets."""
    if words is None:
        return None
    number = Decimal(words)
    return bisect_left(limits, number), bisect_right(limits, number)


def _made(fact: Fact, terms: Terms | None, publications: Mapping[int, Publication]) -> Case:
    carrier = publications.get(fact.publication_id or 0)
    part = carrier.section(fact.section_id) if carrier else None
    name, section = carrier.name if carrier else "", part.name if part else ""
    if terms is None:
        told = fact.particulars
        return Case(None, Seen(fact, outcome=told.outcome, late=told.late), name, section)
    seen = terms.seen(fact)
    charges = _charges(seen, terms)
    gate, repeat, goal = terms.gate(seen), terms.repeat(seen), terms.attribution(seen)
    scope = _scope(repeat, seen) if repeat and charges else None
    return Case(
        terms,
        seen,
        name,
        section,
        "" if seen.publication is carrier else _counted_as(seen),
        gate.clause if gate else None,
        charges,
        repeat.clause if repeat else None,
        scope,
        charges[0].row.clause.weight if charges and fact.matter in COUNTED else Fraction(1),
        goal[1] if goal else 0,
        goal is not None and goal[0].clause.credit is Credit.PASSED,
        scope is not None or any(map(_is_linked, charges)),
    )


def _counted_as(seen: Seen) -> str:
    name = seen.publication.name if seen.publication else ""
    return f"（按《{name}》{seen.section}计）"


def _charges(seen: Seen, terms: Terms) -> tuple[Charge, ...]:
    columns = terms.columns(seen)
    own = COMPONENTS.get(seen.fact.matter, "")
    by_hand = seen.fact.matter is FactKind.ADJUSTMENT and terms.scheme.purpose is Purpose.POINTS
    if not columns and by_hand:
        columns = [(own, Row(_BY_HAND, None, ""))]
    better = next((name for name, _ in columns if name == own), columns[0][0] if columns else "")
    bonuses = tuple(row.clause for row in terms.bonuses(seen)) if columns else ()
    return tuple(
        Charge(
            name,
            row,
            _LEVELS.get(row.clause.ground, 0),
            _share(row.clause, seen.fact, terms.scheme.joint),
            bonuses if name == better else (),
        )
        for name, row in columns
    )


def _share(clause: Points, fact: Fact, joint: JointShare) -> Share | None:
    if fact.role is not Role.COMPOSITE and fact.role is not Role.JOINT and fact.shares < _SEVERAL:
        return None
    if clause.lead is not None and fact.part is PartRole.MAIN:
        share = clause.lead
    elif fact.role is Role.COMPOSITE:
        return clause.composite
    else:
        share = clause.joint or (EVEN if joint is JointShare.SPLIT else FULL)
    return share if fact.shares >= _SEVERAL or share.value is not None else None


def _is_linked(charge: Charge) -> bool:
    clause = charge.row.clause
    return bool(charge.level or clause.replaced_by or len(clause.points) > 1)


def _scope(row: Row[Repeat], seen: Seen) -> tuple[object, ...] | None:
    """What is compared; None where all count, or where the fact lacks what is compared by."""
    rule = row.clause
    if rule.policy is Policy.ALL:
        return None
    told = seen.fact.particulars
    if rule.scope is Scope.ALL:
        by: str | tuple[str, str] = "*"
    elif rule.scope is Scope.TIER:
        by = told.level if seen.fact.matter is FactKind.INSTRUCTION else seen.tier
    elif rule.scope is Scope.CLASS:
        by = seen.carrier_class
    elif rule.scope is Scope.CARRIER:
        by = seen.publication.name if seen.publication else ""
    else:
        by = (told.level, told.rank) if told.level or told.rank else ""
    return (row.same, by, rule.reach is Reach.EVER) if by else None
