"""The table people decide on: every candidate with what is proposed and what was given."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.awards.award_list import AwardList
from desk.awards.deciding import Awarded
from desk.awards.plan import Whom
from desk.awards.proposing import Proposal


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One candidate; ``given`` is the grade that holds, "" for none, ``why`` says how so."""

    key: str
    whom: Whom
    group: str
    rank: int  # 0 where the figures do not know it
    name: str
    units: tuple[str, ...]
    figures: str
    proposed: str
    given: str
    why: str
    decided: bool = False

    @property
    def state(self) -> str:
        """Where it stands, as shape and word."""
        if self.decided:
            return "◆ 人工改定"
        return "● 照办法" if self.given else "— 不评"


def board(
    proposals: Sequence[Proposal], given: Iterable[Awarded], held: AwardList
) -> tuple[BoardRow, ...]:
    """Every candidate in its order, and behind them those whom people alone have named."""
    by_key = {one.key: one for one in given}
    decided = {one.key: one.reason for one in held.decisions}
    rows = [_row(one, by_key.get(one.candidate.key), decided) for one in proposals]
    known = {row.key for row in rows}
    return (*rows, *_outside(by_key, known))


def changed_since(held: AwardList, proposals: Sequence[Proposal]) -> tuple[str, ...]:
    """What of a settled list the figures would propose otherwise now, a sentence each."""
    if not held.is_settled:
        return ()
    now = {one.candidate.key: one.grade for one in proposals}
    then = {one.key: one for one in held.settled if not one.decided}
    gone = [
        f"“{one.name}”按现在的数不再是“{one.grade}”"
        for key, one in then.items()
        if now.get(key, "") != one.grade
    ]
    settled = {one.key for one in held.settled} | {one.key for one in held.decisions}
    new = [
        f"“{one.candidate.name}”按现在的数应是“{one.grade}”"
        for one in proposals
        if one.grade and one.candidate.key not in settled
    ]
    return (*gone, *new)


def _row(one: Proposal, given: Awarded | None, decided: Mapping[str, str]) -> BoardRow:
    held = one.candidate
    return BoardRow(
        held.key, held.whom, held.group.name, held.rank, held.name, held.units, held.figures,
        one.grade, given.grade if given else "", decided.get(held.key, one.why),
        decided=held.key in decided,
    )  # fmt: skip


def _outside(by_key: Mapping[str, Awarded], known: set[str]) -> Iterator[BoardRow]:
    for key, one in by_key.items():
        if key not in known:
            yield BoardRow(
                key, one.whom, one.group, 0, one.name, one.units, one.figures, "", one.grade,
                one.why, decided=True,
            )  # fmt: skip
