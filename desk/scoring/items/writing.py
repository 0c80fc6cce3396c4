"""The ledger lines of a fact, and of what it changes at earlier ones."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from desk.facts import Fact, FactKind
from desk.scoring.figures import printed
from desk.scoring.items.awards import measure_of
from desk.scoring.items.cases import Case, Charge
from desk.scoring.items.explaining import (
    clause_name,
    no_points,
    not_counted,
    place,
    rule_name,
    source_of,
)
from desk.scoring.items.standing import Result, Standing
from desk.scoring.lines import COMPONENTS, LedgerLine

_NO_POINTS = Decimal(0)


class _Entry(NamedTuple):
    """What a line is about: a charge of a fact, or of an earlier one that it changes."""

    fact: Fact
    case: Case
    unit_id: int
    place: int | None = None  # of the charge in the case
    earlier: Fact | None = None


class Writer:
    """Writes lines; what rows are called is worked out once."""

    def __init__(self) -> None:
        self._names: dict[tuple[int, int | None], tuple[str, str, str]] = {}

    def own(self, fact: Fact, one: Standing, unit_id: int, sign: int) -> Iterator[LedgerLine]:
        """The lines of what a fact earns, or of what its reversal takes back."""
        case, result = one.case, one.result
        if case.loses_points or not case.charges:
            if case.gate or fact.matter is not FactKind.SUBMISSION:
                words = not_counted(fact, case) if case.loses_points else ""
                words = words or no_points(fact, case, measure_of(case))
                text = _said(fact, case, words)
                yield self._line(_Entry(fact, case, unit_id), _NO_POINTS, text)
            return
        for place_, (charge, award) in enumerate(zip(case.charges, result.awards, strict=True)):
            _, _, by = self._name(fact, case, place_, charge)
            why = _why(one) if sign > 0 else _was_nothing(result)
            text = _said(fact, case, f"{award.words}{by}；{why}" if why else award.words + by)
            points = -award.points if sign < 0 and award.points else award.points
            yield self._line(_Entry(fact, case, unit_id, place_), points, text)

    def followed(
        self, fact: Fact, mate: Standing, former: Result, unit_id: int
    ) -> Iterator[LedgerLine]:
        """The lines of what an earlier fact gains or loses by a later one."""
        case, earlier = mate.case, mate.fact
        for place_, (was, now) in enumerate(zip(former.awards, mate.result.awards, strict=True)):
            if was.points == now.points:
                continue
            delta = now.points - was.points
            words = _followed(mate, was.points, now.points)
            yield self._line(_Entry(fact, case, unit_id, place_, earlier), delta, words)

    def _line(self, entry: _Entry, points: Decimal, text: str) -> LedgerLine:
        fact, case, earlier = entry.fact, entry.case, entry.earlier
        about = earlier or fact
        charge = None if entry.place is None else case.charges[entry.place]
        rule, clause, _ = self._name(about, case, entry.place, charge)
        component = charge.component if charge else COMPONENTS.get(about.matter, "")
        return LedgerLine(
            fact.day,
            entry.unit_id,
            about.title,
            case.carrier,
            case.section,
            rule,
            points,
            text,
            fact,
            component,
            clause,
            earlier.id if earlier else 0,
            earlier,
        )

    def _name(
        self, fact: Fact, case: Case, place_: int | None, charge: Charge | None
    ) -> tuple[str, str, str]:
        key = (id(case), place_)
        found = self._names.get(key)
        if found is None:
            source = source_of(case, charge) if charge else ""
            by = f"（依据：{source}）" if source else ""
            found = rule_name(fact, case, charge), clause_name(case, charge), by
            self._names[key] = found
        return found


def _said(fact: Fact, case: Case, words: str) -> str:
    text = place(fact, case) + words
    if fact.kind is not FactKind.REVERSAL:
        return text
    return f"冲销：{text}（{fact.note}）" if fact.note else f"冲销：{text}"


def _why(one: Standing) -> str:
    """Why a fact has no points though there are some for it."""
    result, repeat = one.result, one.case.repeat
    if result.rival >= 0 and repeat:
        best = one.mates[result.rival]
        points = sum((each.points for each in best.result.awards), Decimal(0))
        told = (
            f"{place(best.fact, best.case).rstrip('，')} {printed(points)} {measure_of(best.case)}"
        )
        return f"同一条信息{repeat.policy}，按{told}计，这一次不计"
    if result.replaced_by:
        return f"这一条已有“{result.replaced_by}”，这里的分被取代，不再计"
    return ""


def _was_nothing(result: Result) -> str:
    """That a fact taken back had no points any more."""
    return "先前已不计分" if result.rival >= 0 or result.replaced_by else ""


def _followed(mate: Standing, was: Decimal, now: Decimal) -> str:
    earlier, case, note = mate.fact, mate.case, _why(mate)
    measure = measure_of(case)
    what = "冲回" if now == 0 else "恢复" if was == 0 else "补差"
    day = f"{earlier.day.month}月{earlier.day.day}日"
    text = f"{what}：{day}{place(earlier, case).rstrip('，')}原计 {printed(was)} {measure}"
    text += f"，现计 {printed(now)} {measure}"
    return f"{text}（{note}）" if note else text
