"""The ledger lines of a fact, and of what it changes at earlier ones."""

from collections.abc import Iterator, Sequence
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
_NO_ROW = -1  # in place of a row's among the charges of a case


class _Head(NamedTuple):
    """What all lines of a row say alike: its name, 编号 and 依据, 分项; ``by`` closes the text."""

    rule: str
    clause: str
    component: str
    by: str


class Writer:
    """Writes lines; what rows are called is worked out once."""

    def __init__(self) -> None:
        self._heads: dict[tuple[int, int], _Head] = {}

    def own(
        self, fact: Fact, one: Standing, unit_id: int, sign: int, mates: Sequence[Standing]
    ) -> tuple[LedgerLine, ...]:
        """The lines of what a fact earns, or of what its reversal takes back.

        ``mates`` are all that stand of its item.
        """
        case = one.case
        if not case.charges or case.loses_points:
            return self._without_points(fact, case, unit_id)
        why = _why(one, mates) if sign > 0 else _was_nothing(one.result)
        because = f"；{why}" if why else ""
        lines = []
        for at, award in enumerate(one.result.awards):
            head = self._head(fact, case, at)
            points = -award.points if sign < 0 and award.points else award.points
            text = _said(fact, case, f"{award.words}{head.by}{because}")
            lines.append(_line(fact, unit_id, case, head, points, text))
        return tuple(lines)

    def _without_points(self, fact: Fact, case: Case, unit_id: int) -> tuple[LedgerLine, ...]:
        """The line that tells why there is nothing; there is none for what is merely sent."""
        if not case.gate and fact.matter is FactKind.SUBMISSION:
            return ()
        words = not_counted(fact, case) if case.loses_points else ""
        text = _said(fact, case, words or no_points(fact, case, measure_of(case)))
        return (_line(fact, unit_id, case, self._head(fact, case, _NO_ROW), _NO_POINTS, text),)

    def followed(
        self, fact: Fact, mate: Standing, former: Result, unit_id: int, mates: Sequence[Standing]
    ) -> Iterator[LedgerLine]:
        """The lines of what an earlier fact gains or loses by a later one."""
        earlier, case = mate.fact, mate.case
        for at, (was, now) in enumerate(zip(former.awards, mate.result.awards, strict=True)):
            if was.points == now.points:
                continue
            head = self._head(earlier, case, at)
            yield LedgerLine(
                fact.day,
                unit_id,
                earlier.title,
                case.carrier,
                case.section,
                head.rule,
                now.points - was.points,
                _followed(mate, was.points, now.points, mates),
                fact,
                head.component,
                head.clause,
                earlier,
            )

    def _head(self, fact: Fact, case: Case, at: int) -> _Head:
        key = (id(case), at)
        found = self._heads.get(key)
        if found is None:
            found = self._heads[key] = _head(fact, case, None if at < 0 else case.charges[at])
        return found


def _head(fact: Fact, case: Case, charge: Charge | None) -> _Head:
    source = source_of(case, charge) if charge else ""
    return _Head(
        rule_name(fact, case, charge),
        clause_name(case, charge),
        charge.component if charge else COMPONENTS.get(fact.matter, ""),
        f"（依据：{source}）" if source else "",
    )


def _line(
    fact: Fact, unit_id: int, case: Case, head: _Head, points: Decimal, text: str
) -> LedgerLine:
    return LedgerLine(
        fact.day,
        unit_id,
        fact.title,
        case.carrier,
        case.section,
        head.rule,
        points,
        text,
        fact,
        head.component,
        head.clause,
    )


def _said(fact: Fact, case: Case, words: str) -> str:
    text = place(fact, case) + words
    if fact.kind is not FactKind.REVERSAL:
        return text
    return f"冲销：{text}（{fact.note}）" if fact.note else f"冲销：{text}"


def _why(one: Standing, mates: Sequence[Standing]) -> str:
    """Why a fact has no points though there are some for it."""
    result, repeat = one.result, one.case.repeat
    if result.rival >= 0 and repeat:
        best = mates[result.rival]
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


def _followed(mate: Standing, was: Decimal, now: Decimal, mates: Sequence[Standing]) -> str:
    earlier, case, note = mate.fact, mate.case, _why(mate, mates)
    measure = measure_of(case)
    what = "冲回" if now == 0 else "恢复" if was == 0 else "补差"
    day = f"{earlier.day.month}月{earlier.day.day}日"
    text = f"{what}：{day}{place(earlier, case).rstrip('，')}原计 {printed(was)} {measure}"
    text += f"，现计 {printed(now)} {measure}"
    return f"{text}（{note}）" if note else text
