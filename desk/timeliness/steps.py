"""How long the desk's own steps took, in office hours: by step, by stage and by person."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.stat_table import PERCENT, Head
from desk.timeliness.figures import (
    HOUR_S,
    Figure,
    FigureTable,
    counted,
    hours,
    median,
    ninety,
    rate,
    whole_seconds,
)
from desk.timeliness.passage import SIGNING, STEPS, TAKING, Passage, stretches

TAKING_HOURS = 4  # the desk's own: what waits longer unopened is marked in the inbox too
_SIGNED = "审签："
_NOTE = (
    "用时都按上班时间算（“资料—时限与日历”里设）。“收到—接手”超过 4 小时算超时，审签环节按流程里的"
    "时限；“九成以内”是十次里有九次不超过的用时。没有时限的环节不算超时。"
)
_HEADS = (
    Head("次数"),
    Head("用时（小时）", (Head("中位"), Head("九成以内", width=10), Head("最长"))),
    Head("超时"),
    Head("超时率", shown=PERCENT),
)

Worked = Callable[[datetime, datetime], timedelta]


@dataclass(frozen=True, slots=True)
class Taken:
    """One step that was done: how many office seconds it took, and how many it may; 0: any."""

    step: str
    person: str
    seconds: int
    limit: int
    subject: str


def takings(passages: Iterable[Passage], worked: Worked) -> list[Taken]:
    """Every step of every draft."""
    found: list[Taken] = []
    for one in passages:
        subject = one.subject
        for name, begun, ended in stretches(one):
            limit = TAKING_HOURS if name == TAKING else 0
            length = whole_seconds(worked(begun, ended))
            found.append(Taken(name, "", length, limit * HOUR_S, subject))
        for step in one.signings:
            length = whole_seconds(worked(step.since, step.done))
            name = f"{_SIGNED}{step.stage}"
            found.append(Taken(name, step.person, length, step.hours * HOUR_S, subject))
    return found


def step_table(title: str, taken: Sequence[Taken]) -> FigureTable:
    """A row for each step in the order of the way; the approvals' stages below 送审—可用."""
    stages = dict.fromkeys(one.step for one in taken if one.step.startswith(_SIGNED))
    order: list[str] = []
    for step in STEPS:
        order += [step, *stages] if step == SIGNING else [step]
    held: dict[str, list[Taken]] = {step: [] for step in order}
    for one in taken:
        held[one.step].append(one)
    rows = tuple((Figure(step), *_figures(some)) for step, some in held.items())
    return FigureTable(title, (Head("环节", width=22, left=True), *_HEADS), rows, _NOTE)


def person_table(title: str, taken: Sequence[Taken]) -> FigureTable:
    """A row for each who decided at a stage, who has most over the limit first."""
    held: dict[tuple[str, str], list[Taken]] = {}
    for one in taken:
        if one.step.startswith(_SIGNED):
            held.setdefault((one.person, one.step.removeprefix(_SIGNED)), []).append(one)
    ranked = sorted(held.items(), key=lambda pair: (-len(_over(pair[1])), pair[0]))
    rows = tuple(
        (Figure(person), Figure(stage), *_figures(some)) for (person, stage), some in ranked
    )
    heads = (Head("审签人", width=10, left=True), Head("环节", width=16, left=True), *_HEADS)
    return FigureTable(title, heads, rows, _NOTE)


def _over(taken: Iterable[Taken]) -> list[Taken]:
    return [one for one in taken if one.limit and one.seconds >= one.limit]


def _figures(taken: Sequence[Taken]) -> tuple[Figure, ...]:
    if not taken:
        return (Figure(None),) * 6
    lengths = [one.seconds for one in taken]
    slowest = max(taken, key=lambda one: one.seconds)
    limited, over = [one for one in taken if one.limit], _over(taken)
    nine = ninety(lengths)
    return (
        counted(one.subject for one in taken),
        Figure(hours(median(lengths))),
        Figure(hours(nine), tuple(one.subject for one in taken if one.seconds > nine)),
        Figure(hours(slowest.seconds), (slowest.subject,)),
        counted(one.subject for one in over),
        rate(len(over), len(limited)),
    )
