"""上级采用图: adoptions above our own level month by month, and the tasks given to our office."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.facts import FactKind
from desk.publications import Tier
from desk.reports.charts.axis import Axis, axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.counting import listed, stack
from desk.reports.charts.dealing import Block
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, bar, row_pages, stroke
from desk.reports.charts.style import LIGHT_STEPS, POINTS
from desk.reports.charts.surroundings import Around, fill_key, mark_key, stroke_key
from desk.reports.charts.words import note_of
from desk.reports.sheet import RED
from desk.scoring.figures import percent, printed
from desk.surveys.own_progress import OwnProgress
from desk.surveys.survey import Survey

TIERS = (Tier.CITY.value, Tier.PROVINCE.value, Tier.STATE.value)
_FILLS = dict(zip(TIERS, LIGHT_STEPS[1:], strict=False))  # as in 采用层级图
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Month:
    """Adoptions by tier in a month, a joint one once for each of its units."""

    month: int
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """Of all tiers above our own."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Task:
    """One of our office's own tasks: how much of what was asked is reached."""

    name: str
    reached: Decimal
    asked: Decimal
    unit: str

    @property
    def done(self) -> Decimal:
        """In percent."""
        return percent(self.reached, self.asked)


def figures(survey: Survey) -> tuple[Month, ...]:
    """The months of the year up to the survey's last day."""
    end = survey.stretch.last
    found: dict[int, Counter[str]] = {at: Counter() for at in range(1, end.month + 1)}
    for one in survey.units:
        for each in one.counted:
            of_year = date(end.year, 1, 1) <= each.day <= end
            if of_year and each.fact.matter is FactKind.ADOPTION and each.tier:
                found[each.day.month][each.tier.value] += each.items
    return tuple(Month(at, {tier: held[tier] for tier in TIERS}) for at, held in found.items())


def tasks(own: Sequence[OwnProgress]) -> tuple[Task, ...]:
    """What the upper level asks of us and what we have of it, points and items apart."""
    found = []
    for one in own:
        if one.task.points:
            points = Decimal(one.task.points)
            found.append(Task(f"{one.task.tier}得分", one.points, points, "分"))
        if one.task.items:
            items = Decimal(one.items)
            found.append(Task(f"{one.task.tier}条数", items, Decimal(one.task.items), "条"))
    return tuple(found)


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each month; our own tasks on a page of theirs."""
    months = figures(survey)
    legend = (
        *(fill_key(tier, _FILLS[tier]) for tier in TIERS),
        mark_key("没有上级采用", "o", RED, hollow=True),
    )
    title = f"{survey.stretch.last.year}年逐月上级采用"
    around = Around(title, _sentence(months), legend)
    plot = Plot(axis_of(one.total for one in months), _bars, (*TIERS, "合计"), ticks=False)
    rows = Block("", tuple(map(_row, months)))
    pages = row_pages(survey, paper, around, [rows], plot, lambda _rows: _note(survey, months))
    return [*pages, *_task_pages(survey, paper)]


def _row(one: Month) -> Row[Month]:
    cells = [Cell(str(count) if count else "") for count in one.counts.values()]
    told = f"{one.month}月：上级采用{one.total}条"
    parts = listed(one.counts, "条")
    told += f"，其中{parts}" if parts else ""
    return Row(f"{one.month}月", told, one, 0, (), (*cells, Cell(str(one.total))))


def _bars(canvas: Canvas, strip: Strip, one: Month) -> None:
    stack(canvas, strip, one.counts, _FILLS)
    if not one.total:
        canvas.mark(strip.x(0) + 0.5 * canvas.sizes.em, strip.y, "o", colour=RED, hollow=True)


def _task_pages(survey: Survey, paper: Paper) -> list[Page]:
    held = tasks(survey.own)
    if not held:
        return []
    year = survey.stretch.last.year
    legend = (fill_key("已完成", POINTS, tall=0.6), stroke_key("应完成（100%）"))
    around = Around(f"{year}年本办任务完成情况", "上级下达给本办公室的任务", legend)
    top = float(max(_WHOLE, min(max(one.done for one in held), 2 * _WHOLE)))
    plot = Plot(Axis(0, top * 1.02, "%"), _task_bar, ("已完成", "任务", "完成率"))
    rows = Block("", tuple(map(_task_row, held)))
    said = "；".join(one.text for one in survey.own)
    return row_pages(survey, paper, around, [rows], plot, lambda _rows: f"{said}。")


def _task_row(one: Task) -> Row[Task]:
    reached, asked = (f"{printed(value)}{one.unit}" for value in (one.reached, one.asked))
    done = f"{printed(one.done)}%"
    told = f"{one.name}：已完成{reached}，任务{asked}，完成{done}"
    return Row(one.name, told, one, 0, (), (Cell(reached), Cell(asked), Cell(done)))


def _task_bar(canvas: Canvas, strip: Strip, one: Task) -> None:
    bar(canvas, strip, one.done, 0.6, POINTS)
    stroke(canvas, strip, _WHOLE, 0.8)


def _sums(months: Sequence[Month]) -> dict[str, int]:
    return {tier: sum(one.counts[tier] for one in months) for tier in TIERS}


def _sentence(months: Sequence[Month]) -> str:
    parts = listed(_sums(months), "条")
    total, none = sum(one.total for one in months), sum(not one.total for one in months)
    said = f"到{months[-1].month}月各单位上级采用{total}条"
    return said + (f"：{parts}" if parts else "") + f"；没有上级采用的月份{none}个"


def _note(survey: Survey, months: Sequence[Month]) -> str:
    best = max(months, key=lambda one: one.total)
    last = months[-1]
    return note_of(
        (
            f"{survey.stretch.last.year}年{_sentence(months)}。",
            "几个单位联合的一条，各单位各算一条，与得分表的采用条数一致。",
            f"最多的是{best.month}月，{best.total}条；{last.month}月{last.total}条。"
            if best.total
            else "",
            "".join(f"{one.text}。" for one in survey.own),
        )
    )
