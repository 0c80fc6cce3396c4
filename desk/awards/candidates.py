"""Who could be honoured by the figures of a survey, in what order, and what stands in the way."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desk.awards.plan import AwardPlan, Whom
from desk.facts import FactKind
from desk.scoring.figures import TENTH, printed, rounded
from desk.scoring.items.identity import bare
from desk.scoring.results import UNGROUPED, PersonScore, PrizedItem, UnitScore
from desk.surveys.survey import Record, Survey
from desk.units import UnitGroup


@dataclass(frozen=True, slots=True)
class Candidate:
    """One unit, person or item; ``key`` names it for good.

    ``rank`` is among its like (equal ranks are level). ``bars`` are the sentences that say why it
    may not be honoured. ``prize`` is the grade the scheme itself gives an item (单篇奖).
    """

    whom: Whom
    key: str
    name: str
    units: tuple[str, ...]
    group: UnitGroup
    rank: int
    points: Decimal
    figures: str
    bars: tuple[str, ...] = ()
    prize: str = ""


def candidates(survey: Survey, plan: AwardPlan) -> tuple[Candidate, ...]:
    """All units by group and rank, then all persons, then the items that earned something."""
    bars = {one.unit.id: tuple(_bars(one.score, plan)) for one in survey.units}
    groups = {one.score.unit.id: each.group for each in survey.groups for one in each.units}
    units = [
        _unit(one.score, each.group, bars[one.unit.id])
        for each in survey.groups
        for one in each.units
    ]
    people = [
        _person(one, groups.get(one.unit.id, UNGROUPED), bars.get(one.unit.id, ()))
        for one in survey.table.people
    ]
    return (*units, *people, *_items(survey, groups))


def _bars(score: UnitScore, plan: AwardPlan) -> Iterator[str]:
    if score.zero:
        yield "挂零"
    yield from (f"取消评先：{why}" for why in score.barred)
    if plan.pass_lines:
        yield from (f"不达标：{period}" for period in score.failed)
    if score.completion is None:
        if not plan.without_quota:
            yield "没有下达目标任务"
    elif plan.completion is not None:
        due = rounded(Fraction(plan.completion) * Fraction(score.pace) / 100, TENTH)
        if score.completion < due:
            yield f"完成率 {printed(score.completion)}%，应到 {printed(due)}%"


def _unit(score: UnitScore, group: UnitGroup, bars: tuple[str, ...]) -> Candidate:
    done = "" if score.completion is None else f"，完成率 {score.completion}%"
    return Candidate(
        Whom.UNIT,
        f"unit:{score.unit.id}",
        score.unit.name,
        (score.unit.name,),
        group,
        score.rank,
        score.points,
        f"{printed(score.points)} 分{done}，采用 {score.adopted} 条",
        bars if score.rank else (*bars, "不排名"),
    )


def _person(one: PersonScore, group: UnitGroup, bars: tuple[str, ...]) -> Candidate:
    own = ("挂零",) if one.points <= 0 else ()
    return Candidate(
        Whom.PERSON,
        f"person:{one.unit.id}:{one.name}",
        one.name,
        (one.unit.name,),
        group,
        one.rank,
        one.points,
        f"{printed(one.points)} 分，采用 {one.adopted} 条",
        # a person whose unit lacks its target may still be honoured; one whose unit is barred not
        (*own, *(f"所在单位{bar}" for bar in bars if bar.startswith("取消评先"))),
    )


def _items(survey: Survey, groups: dict[int, UnitGroup]) -> Iterator[Candidate]:
    """Items by what they earned all their units together, those with a prize of the scheme too."""
    held: defaultdict[Hashable, list[Record]] = defaultdict(list)
    for record in survey.unit_records:
        if record.kind in (FactKind.ADOPTION, FactKind.INSTRUCTION, FactKind.FORWARDING):
            held[item_key(record)].append(record)
    prizes = {bare(one.title): one for one in survey.table.prizes}
    rows = [
        (_worth(records), records, prizes.get(bare(records[0].fact.title)))
        for records in held.values()
    ]
    rows = [row for row in rows if row[0] > 0 or row[2]]
    rows.sort(key=lambda row: (-row[0], row[1][0].fact.day, row[1][0].fact.title))
    worths = [row[0] for row in rows]
    for worth, records, prize in rows:
        yield _item(records, worth, worths.index(worth) + 1, groups, prize)


def item_key(record: Record) -> Hashable:
    """What the records of one item have in common, over all its units and issues."""
    fact = record.fact
    return fact.item_id or bare(fact.particulars.item or fact.title) or fact.id


def _worth(records: Iterable[Record]) -> Decimal:
    return sum((one.points for one in records), Decimal(0))


def _item(
    records: Sequence[Record],
    worth: Decimal,
    rank: int,
    groups: dict[int, UnitGroup],
    prize: PrizedItem | None,
) -> Candidate:
    places = dict.fromkeys(f"《{one.publication}》" for one in records if one.publication)
    noted = sum(one.kind is FactKind.INSTRUCTION for one in records)
    told = [f"{printed(worth)} 分", "".join(places)]
    told += [f"批示 {noted} 次"] if noted else []
    first = records[0]
    return Candidate(
        Whom.ITEM,
        f"item:{item_key(first)}",
        first.fact.title,
        tuple(dict.fromkeys(one.unit.name for one in records)),
        groups.get(first.unit.id, UNGROUPED),
        rank,
        worth,
        "，".join(filter(None, told)),
        prize=prize.prize if prize else "",
    )
