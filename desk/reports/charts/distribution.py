"""完成率分布图: how many units of every group have reached how much of the year's target."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desk.dates import short_date
from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import Block
from desk.reports.charts.measure import elided, label, width
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, bar, row_pages
from desk.reports.charts.style import BELOW, STEPS, Fill
from desk.reports.charts.surroundings import Around, fill_key
from desk.reports.charts.words import names, note_of, percent_of, rate
from desk.reports.sheet import DARK, LIGHT
from desk.scoring.figures import printed
from desk.surveys.survey import Survey, UnitSurvey

_HEADS = ("单位数", "占比")
_NAMES = 2.2  # times the longest bar: the room right of it is for names


@dataclass(frozen=True, slots=True)
class Bin:
    """A span of completion and its look; ``holds`` is told a completion in percent, unrounded."""

    words: str
    holds: Callable[[Fraction | None], bool]
    fill: Fill


@dataclass(frozen=True, slots=True)
class Share:
    """The units of a group in one span, of ``whole`` units that have a target or not."""

    bin: Bin
    units: tuple[UnitSurvey, ...]
    whole: int


def _between(low: int, high: int | None) -> Callable[[Fraction | None], bool]:
    """From ``low`` on and below ``high``."""
    return lambda done: done is not None and low <= done and (high is None or done < high)


BINS = (
    Bin("120%及以上", _between(120, None), STEPS[5]),
    Bin("100%—119%", _between(100, 120), STEPS[4]),
    Bin("80%—99%", _between(80, 100), STEPS[3]),
    Bin("50%—79%", _between(50, 80), STEPS[2]),
    Bin("1%—49%", lambda done: done is not None and 0 < done < 50, STEPS[1]),  # noqa: PLR2004 - a bin
    Bin("0及以下", lambda done: done is not None and done <= 0, BELOW),
)
NO_TARGET = Bin("没有目标", lambda done: done is None, Fill(LIGHT))


def completion(one: UnitSurvey) -> Fraction | None:
    """How much of its year's target a unit has, in percent: 99.96 is not yet 100."""
    score = one.so_far
    if score.completion is None or not score.quota:
        return None
    return Fraction(score.points) * 100 / Fraction(score.quota)


def figures(survey: Survey) -> tuple[Block[Share], ...]:
    """The spans of all units and of every group, from the highest completion to none.

    Completion is of the year so far, on the survey's last day.
    """
    units = list(survey.units)
    bins = (*BINS, NO_TARGET) if any(map(_untargeted, units)) else BINS
    groups = [(one.group.name, one.units) for one in survey.groups if one.units]
    blocks = [("全部单位", tuple(units)), *groups] if len(groups) > 1 else groups
    return tuple(
        Block(name, tuple(_share(one, held) for one in bins), f"{len(held)}个单位")
        for name, held in blocks
    )


def told(share: Share) -> str:
    """What a span's bar says, in words: every unit with its completion."""
    count = f"{share.bin.words}：{len(share.units)}个单位"
    units = "、".join(f"{one.unit.name}{_done(one)}" for one in share.units)
    return f"{count}。{units}" if units else count


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each span of each group."""
    blocks = figures(survey)
    day = short_date(survey.stretch.last)
    title = f"{survey.stretch.last.year}年全年目标完成率分布（截至{day}）"
    legend = tuple(fill_key(one.words, one.fill) for one in BINS)
    around = Around(title, _sentence(survey), legend)
    most = max((len(one.units) for block in blocks for one in block.rows), default=0)
    axis = axis_of((), [max(most, 1) * _NAMES])
    rows = [one.over(_row(survey, each) for each in one.rows) for one in blocks]
    plot = Plot(axis, _bars, _HEADS, least=30, ticks=False)
    return row_pages(survey, paper, around, rows, plot, lambda shown: _note(survey, shown))


def _share(one: Bin, units: Sequence[UnitSurvey]) -> Share:
    held = [unit for unit in units if one.holds(completion(unit))]
    held.sort(key=lambda unit: (-(unit.so_far.completion or 0), unit.unit.name))
    return Share(one, tuple(held), len(units))


def _untargeted(one: UnitSurvey) -> bool:
    return completion(one) is None


def _done(one: UnitSurvey) -> str:
    return "" if _untargeted(one) else f"（{percent_of(one.so_far.completion)}）"


def _row(survey: Survey, share: Share) -> Row[Share]:
    count = len(share.units)
    cells = Cell(str(count)), Cell(rate(survey, count, share.whole), DARK)
    return Row(share.bin.words, told(share), share, 0, (), cells)


def _bars(canvas: Canvas, strip: Strip, share: Share) -> None:
    bar(canvas, strip, len(share.units), 0.7, share.bin.fill)
    if share.units and not share.bin.fill.hatch:
        canvas.outline(strip.x(0), strip.x(len(share.units)), strip.y, 0.7 * strip.row)
    x, size = strip.x(len(share.units)) + 0.5 * canvas.sizes.em, canvas.sizes.small
    room = strip.right - x
    canvas.text(x, strip.y, _fitting(share.units, room, size), size=size, colour=DARK)


def _fitting(units: Sequence[UnitSurvey], room: float, size: float) -> str:
    """The names of as many units as there is room for, and how many more there are."""
    told_of = [label(one.unit) for one in units]
    for count in range(len(units), 0, -1):
        more = f"等{len(units)}个" if count < len(units) else ""
        text = "、".join(told_of[:count]) + more
        if width(text, size) <= room:
            return text
    return elided(told_of[0], room, size) if units else ""


def _sentence(survey: Survey) -> str:
    asked = [one.so_far for one in survey.units if not _untargeted(one)]
    reached = sum(one.quota is not None and one.points >= one.quota for one in asked)
    low = sum(one.behind > 0 for one in asked)
    return (
        f"有目标的{len(asked)}个单位中，完成全年目标的{reached}个；"
        f"序时进度{printed(survey.so_far.pace)}%，未达到的{low}个"
    )


def _note(survey: Survey, rows: Sequence[Row[Share]]) -> str:
    everyone = [_share(one, list(survey.units)) for one in (*BINS, NO_TARGET)]
    counts = "，".join(f"{one.bin.words}{len(one.units)}个" for one in everyone if one.units)
    top, bottom = everyone[0].units, everyone[len(BINS) - 1].units
    return note_of(
        (
            f"截至{short_date(survey.stretch.last)}：{_sentence(survey)}。",
            f"{counts}。",
            f"达到120%的：{names(top)}。" if top else "没有单位达到120%。",
            f"仍为零的：{names(bottom)}。" if bottom else "没有零分单位。",
            f"本页{len(rows)}行，每行是一个完成率区间。",
        )
    )
