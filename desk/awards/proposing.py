"""Who is proposed for which honour by the plan alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desk.awards.candidates import Candidate
from desk.awards.plan import AwardPlan, Grade, TieWay, Whom


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate with the grade the plan gives it, "" for none, and why in words."""

    candidate: Candidate
    grade: str
    why: str


def propose(found: Iterable[Candidate], plan: AwardPlan) -> tuple[Proposal, ...]:
    """Give the places of every grade to the best without a bar, the highest grade first.

    A unit or item has at most one grade of its kind. Those level with the last place have it too,
    or by the plan's word none of the level ones, and a person decides. An item to which the scheme
    gives a prize has that grade before all places are counted.
    """
    ordered = list(found)
    given: dict[str, tuple[str, str]] = {
        one.key: (one.prize, "计分办法的单篇奖") for one in ordered if one.prize
    }
    for grade in plan.grades:
        for pool, places in _pools(ordered, grade):
            _deal(pool, places, grade, plan.ties, given)
    return tuple(Proposal(one, *given.get(one.key, ("", _why_not(one)))) for one in ordered)


def _pools(found: Sequence[Candidate], grade: Grade) -> list[tuple[list[Candidate], int]]:
    """Those who compete for a grade, group by group or all together, with the places."""
    like = [one for one in found if one.whom is grade.whom]
    if not grade.in_groups:
        return [(_ranked(like) if grade.whom is Whom.UNIT else like, grade.places)]
    by_group: defaultdict[int, list[Candidate]] = defaultdict(list)
    for one in like:
        by_group[one.group.id].append(one)
    return [(pool, grade.places_in(group_id)) for group_id, pool in by_group.items()]


def _ranked(units: Iterable[Candidate]) -> list[Candidate]:
    """Units of all groups by points: their ranks are of their groups."""
    ordered = sorted(units, key=lambda one: (-one.points, one.name))
    points = [one.points for one in ordered]
    return [replace(one, rank=points.index(one.points) + 1) for one in ordered]


def _deal(
    pool: Sequence[Candidate],
    places: int,
    grade: Grade,
    ties: TieWay,
    given: dict[str, tuple[str, str]],
) -> None:
    left = [one for one in pool if not one.bars and one.key not in given]
    taken = sum(given.get(one.key, ("",))[0] == grade.name for one in pool)
    at = 0
    while at < len(left) and taken + at < places:
        level = [one for one in left[at:] if one.rank == left[at].rank]
        over = taken + at + len(level) > places
        if over and ties is TieWay.NONE:
            for one in level:
                given.setdefault(
                    one.key, ("", f"{len(level)} 个并列，超出{grade.name}的名额，请人定")
                )
            return
        for one in level:
            given[one.key] = grade.name, _why(one, grade, len(level))
        at += len(level)


def _why(one: Candidate, grade: Grade, level: int) -> str:
    where = one.group.name if grade.in_groups else f"全部{one.whom.value}"
    tied = f"，{level} 个并列" if level > 1 else ""
    return f"{where}第 {one.rank} 名{tied}"


def _why_not(one: Candidate) -> str:
    return "；".join(one.bars) or "名次在名额以外"
