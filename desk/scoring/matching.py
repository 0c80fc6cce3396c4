"""Whether a clause's condition holds of a fact, as the scheme sees it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from desk.facts import Fact
from desk.publications import Publication
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.condition import NUMBERS, Ask, Condition, Trait
from desk.units import Unit

ANY = "*"
ABOUT_UNITS = frozenset({Trait.UNIT, Trait.GROUP})


@dataclass(frozen=True, slots=True)
class Seen:
    """A fact as a scheme sees it: its carrier after 刊物换算, its 情形 and 超时 after 时限."""

    fact: Fact
    publication: Publication | None = None
    section: str = ""
    carrier_class: str = ""  # 类别
    unit: Unit | None = None
    group: str = ""
    outcome: str = ""
    late: Decimal | None = None

    @property
    def tier(self) -> str:
        """The level of the carrier, "" without one."""
        return self.publication.tier.value if self.publication else ""


Test = Callable[[Seen], bool]

_NAMES: dict[Trait, Callable[[Seen], str]] = {
    Trait.PUBLICATION: lambda seen: seen.publication.name if seen.publication else "",
    Trait.SECTION: lambda seen: seen.section,
    Trait.TIER: lambda seen: seen.tier,
    Trait.CLASS: lambda seen: seen.carrier_class,
    Trait.ROLE: lambda seen: seen.fact.role.value,
    Trait.PART: lambda seen: seen.fact.part.value if seen.fact.part else "",
    Trait.FORM: lambda seen: seen.fact.particulars.form,
    Trait.PLACEMENT: lambda seen: seen.fact.particulars.placement,
    Trait.CHANNEL: lambda seen: seen.fact.particulars.channel,
    Trait.KIND: lambda seen: seen.fact.particulars.kind,
    Trait.COMMISSIONED: lambda seen: "是" if seen.fact.particulars.commissioned else "否",
    Trait.LEVEL: lambda seen: seen.fact.particulars.level,
    Trait.RANK: lambda seen: seen.fact.particulars.rank,
    Trait.TONE: lambda seen: seen.fact.particulars.tone,
    Trait.OUTCOME: lambda seen: seen.outcome,
    Trait.GRADE: lambda seen: seen.fact.particulars.grade,
    Trait.UNIT: lambda seen: seen.unit.name if seen.unit else "",
    Trait.GROUP: lambda seen: seen.group,
    Trait.NUMBER: lambda seen: seen.fact.issue_number,
    Trait.NOTE: lambda seen: seen.fact.note,
}
_SETS: dict[Trait, Callable[[Seen], tuple[str, ...]]] = {
    Trait.ATTACHMENT: lambda seen: seen.fact.particulars.attachments,
    Trait.TAG: lambda seen: seen.fact.particulars.tags,
}
_FIGURES: dict[Trait, Callable[[Seen], int | Decimal | None]] = {
    Trait.PARTIES: lambda seen: seen.fact.shares,
    Trait.WORDS: lambda seen: seen.fact.particulars.words,
    Trait.LATE: lambda seen: seen.late,
}
_LIMIT = re.compile(r"\s*(≥|≤|>=|<=|[><=＞＜＝]|)\s*(-?\d+(?:\.\d+)?)\s*")
_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "≥": ge,
    ">=": ge,
    "≤": le,
    "<=": le,
    ">": gt,
    "＞": gt,
    "<": lt,
    "＜": lt,
    "=": eq,
    "＝": eq,
    "": eq,
}


def asker(clause: Clause) -> Test | None:
    """The clause's condition made ready to ask; None where it holds of everything."""
    when, unless = _all_of(clause.when.asks), _all_of(clause.unless.asks)
    if unless is None:
        return when
    if when is None:
        return lambda seen: not unless(seen)
    return lambda seen: when(seen) and not unless(seen)


def unit_asker(clause: Clause) -> Test | None:
    """What the clause asks of units alone; an exception counts where it asks nothing else."""
    when = Condition(tuple(ask for ask in clause.when.asks if ask.trait in ABOUT_UNITS))
    is_theirs = all(ask.trait in ABOUT_UNITS for ask in clause.unless.asks)
    unless = clause.unless if is_theirs else Condition()
    return asker(Clause(when=when, unless=unless))


def asked(clauses: Iterable[Clause]) -> frozenset[Trait]:
    """All traits that some clause asks for."""
    return frozenset(ask.trait for one in clauses for ask in (*one.when.asks, *one.unless.asks))


def limits_of(ask: Ask) -> tuple[tuple[Callable[[Decimal, Decimal], bool], Decimal], ...] | None:
    """The limits of an ask for numbers; None where one can't be read, which never holds."""
    found = [_LIMIT.fullmatch(value) for value in ask.values]
    if not all(found) or not found:
        return None
    return tuple((_HOLDS[one[1]], Decimal(one[2])) for one in found if one)


def words_of(clause: Clause) -> list[Decimal]:
    """The numbers that a clause holds 字数 against."""
    asks = (ask for ask in (*clause.when.asks, *clause.unless.asks) if ask.trait is Trait.WORDS)
    return [number for ask in asks for _, number in limits_of(ask) or ()]


def _all_of(asks: tuple[Ask, ...]) -> Test | None:
    tests = [_test(ask) for ask in asks]
    if not tests:
        return None
    if len(tests) == 1:
        return tests[0]
    return lambda seen: all(test(seen) for test in tests)


def _test(ask: Ask) -> Test:
    if ask.trait in NUMBERS:
        return _number_test(ask)
    values = frozenset(ask.values)
    if ANY in values:
        held = _SETS.get(ask.trait) or _NAMES[ask.trait]
        return lambda seen: bool(held(seen))
    if ask.trait is Trait.NOTE:
        return lambda seen: any(word in seen.fact.note for word in values if word)
    if ask.trait in _SETS:
        names = _SETS[ask.trait]
        return lambda seen: not values.isdisjoint(names(seen))
    name = _NAMES[ask.trait]
    return lambda seen: name(seen) in values


def _number_test(ask: Ask) -> Test:
    figure = _FIGURES[ask.trait]
    if ANY in ask.values:
        return lambda seen: figure(seen) is not None
    limits = limits_of(ask)
    if limits is None:
        return lambda _seen: False

    def within(seen: Seen) -> bool:
        held = figure(seen)
        return held is not None and all(holds(Decimal(held), limit) for holds, limit in limits)

    return within
