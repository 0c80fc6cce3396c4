"""Use cases: what the upper level asks of our own office (本办任务), and how far we are."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from desk.auditing import By, note
from desk.errors import FieldError
from desk.facts import Fact, FactKind
from desk.publications import Tier
from desk.scoring.figures import printed
from desk.store import Store, Work
from desk.surveys.own_progress import OwnProgress
from desk.units import UpperTask


def own_progress(store: Store, year: int, today: date) -> tuple[OwnProgress, ...]:
    """How far the office is with each task of a year; joint items count once."""
    with store.read() as work:
        tasks = work.registry.upper_tasks(year)
        standing = [
            (tier, fact.particulars.external or Decimal(0))
            for tier, fact in printed_above(work, year, today)
        ]
    order = list(Tier)
    tasks.sort(key=lambda one: order.index(Tier(one.tier)))
    return tuple(
        OwnProgress(
            task,
            sum((points for tier, points in standing if tier == task.tier), Decimal(0)),
            sum(tier == task.tier for tier, _ in standing),
        )
        for task in tasks
    )


def printed_above(work: Work, year: int, today: date) -> list[tuple[Tier, Fact]]:
    """Every item that a tier printed this year and nothing took back, each once an issue."""
    facts = work.ledger.between(date(year, 1, 1), min(today, date(year, 12, 31)))
    return _standing(facts, {one.id: one.tier for one in work.catalogue.publications()})


def _standing(facts: Iterable[Fact], tiers: Mapping[int, Tier]) -> list[tuple[Tier, Fact]]:
    """The tier of every item printed and not taken back, each once."""
    held: dict[int, Fact] = {}
    for fact in facts:
        if fact.matter is not FactKind.ADOPTION:
            continue
        if fact.kind is FactKind.REVERSAL:
            held.pop(fact.reverses, None)
        else:
            held[fact.id] = fact
    items: dict[tuple[object, ...], Fact] = {}
    for fact in held.values():
        name = fact.item_id or fact.particulars.item or fact.title or fact.id
        items.setdefault((name, fact.publication_id, fact.issue_number), fact)
    return [
        (tier, fact)
        for fact in items.values()
        if (tier := tiers.get(fact.publication_id or 0)) is not None
    ]


def save_own_task(store: Store, task: UpperTask, *, by: By) -> UpperTask | None:
    """Set what a tier asks, nothing to take it away; returns what it was. Raises FieldError."""
    if task.tier not in {one.value for one in Tier if one is not Tier.OWN}:
        raise FieldError("tier", "请选择上级的层级：市级、省级或国家级。")
    if task.points < 0 or task.items < 0:
        raise FieldError("points", "目标不能小于 0。没有目标的写 0。")
    with store.begin() as work:
        held = work.registry.upper_tasks(task.year)
        before = next((one for one in held if one.tier == task.tier), None)
        if task.points or task.items:
            work.registry.save_upper_task(task)
        else:
            work.registry.delete_upper_task(task.year, task.tier)
        told = f"{task.year} 年 {task.tier}：{printed(task.points)} 分、{task.items} 条"
        note(work, by, "设定本办任务", "upper_tasks", told)
        return before
