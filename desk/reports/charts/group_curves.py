"""A panel for each group: all its units in percent of their targets, some of them named."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.curves import Curve, curve_of, said, sentence, title
from desk.reports.charts.measure import width
from desk.reports.charts.panels import Plot, frame, grid_of
from desk.reports.charts.surroundings import Area, Around, line_key, opened
from desk.reports.charts.words import note_of, percent_of
from desk.reports.sheet import BLUE, INK, MIDDLE, RED
from desk.surveys.survey import Survey

_NAMED = 3  # the best and the last that are named in a group
_WIDE = 44.0, 22.0  # ems: least width and height of a panel


def group_pages(survey: Survey, paper: Paper) -> list[Page]:
    """A panel for each group: all its units in percent of their targets, some of them named."""
    legend = (
        line_key(f"前{_NAMED}名", BLUE, width_pt=1.8),
        line_key(f"末{_NAMED}名", RED, "-.", width_pt=1.8),
        line_key("其他单位", MIDDLE),
        line_key("序时进度", INK, "--", width_pt=1.0),
    )
    groups = []
    for group in survey.groups:
        held = [curve_of(survey, one) for one in group.units if one.so_far.quota]
        if held:
            groups.append((group.group.name, sorted(held, key=lambda one: -(one.done or 0))))
    if not groups:
        return []
    around = Around(title(survey, "（分组完成率）"), sentence(survey), legend)
    grid = grid_of(paper, around, len(groups), _WIDE)
    count = ceil(len(groups) / grid.each)
    pages = []
    for number in range(count):
        canvas = opened(survey, paper, around, number + 1, count)
        shown = groups[number * grid.each : (number + 1) * grid.each]
        for at, (name, held) in enumerate(shown):
            _many(canvas, survey, grid.place(at), name, held)
        said = (
            f"{name}：{'；'.join(map(_brief, _named(held)[0] + _named(held)[1]))}。"
            for name, held in shown
        )
        pages.append(canvas.page(note_of((f"{sentence(survey)}。", *said))))
    return pages


def _named(held: Sequence[Curve]) -> tuple[list[Curve], list[Curve]]:
    """The best and the last of a group, nobody twice."""
    first = list(held[:_NAMED])
    return first, list(held[max(len(first), len(held) - _NAMED) :])


def _brief(curve: Curve) -> str:
    return f"{curve.name}{percent_of(curve.done)}"


def _many(canvas: Canvas, survey: Survey, place: Area, name: str, held: Sequence[Curve]) -> None:
    """Draw all units of a group; names of the best and the last beside their ends."""
    size, em = canvas.sizes, canvas.sizes.em
    heading = f"{name}（{len(held)}个单位）"
    top = place.top + 0.7 * em
    canvas.text(place.left, top, heading, size=size.head, room=place.width)
    first, last = _named(held)
    pace = survey.so_far.pace
    ends = [one.done or Decimal(0) for one in held]
    lows = [_share(value, one) for one in held for _day, value in one.points]
    axis = axis_of([*ends, *(low for low in lows if low < 0)], [pace], "%")
    ticks = list(axis.ticks(5))
    named = [*first, *last]
    room = max(width(_brief(one), size.small) for one in named) + 2.2 * em
    room = max(room, width(f"序时进度{percent_of(pace)}", size.small) + 2.2 * em)
    left = place.left + max(width(words, size.small) for _at, words in ticks) + 0.6 * em
    inner = Area(left, place.top + 2 * em, place.right - room, place.bottom - 1.4 * em)
    end = survey.stretch.last
    month_end = (end.replace(day=1) + timedelta(31)).replace(day=1) - timedelta(1)
    plot = Plot(inner, axis, date(end.year, 1, 1), month_end)
    frame(canvas, plot, ticks)
    chosen = {id(one): (BLUE, "-") for one in first} | {id(one): (RED, "-.") for one in last}
    for one in sorted(held, key=lambda each: id(each) in chosen):
        colour, style = chosen.get(id(one), (MIDDLE, "-"))
        knots = [(inner.left, plot.y(0))]
        knots += [(plot.x(day), plot.y(_share(value, one))) for day, value in one.points]
        wide = 1.6 if id(one) in chosen else 0.7
        canvas.line(knots, colour=colour, style="-." if style == "-." else "-", width_pt=wide)
    canvas.line(
        [(inner.left, plot.y(0)), (plot.x(end), plot.y(pace))], colour=INK, style="--", width_pt=1.0
    )
    told: list[tuple[float, str, str, Curve | None]] = [
        (plot.y(one.done or 0), _brief(one), chosen[id(one)][0], one) for one in named
    ]
    told.append((plot.y(pace), f"序时进度{percent_of(pace)}", INK, None))
    _labels(canvas, plot, told, plot.x(end))


def _share(value: Decimal, curve: Curve) -> float:
    return float(value * 100 / (curve.quota or Decimal(1)))


def _labels(
    canvas: Canvas,
    plot: Plot,
    told: list[tuple[float, str, str, Curve | None]],
    from_x: float,
) -> None:
    """Write names beside the ends of curves, apart from one another, with lines that lead there."""
    em, small = canvas.sizes.em, canvas.sizes.small
    step = 1.25 * small / canvas.sizes.body * em
    told.sort(key=lambda one: one[0])
    places = _apart([one[0] for one in told], step, plot.area.top, plot.area.bottom)
    x = max(from_x, plot.area.right) + 1.6 * em
    for place, (y, words, colour, curve) in zip(places, told, strict=True):
        canvas.line([(from_x, y), (x - 0.3 * em, place)], colour=colour, width_pt=0.5)
        canvas.text(x, place, words, size=small, colour=colour)
        if curve:
            full = f"{curve.told}：{said(curve)}"
            canvas.spot(x, place, width(words, small), step, full, curve.unit_id)


def _apart(wanted: Sequence[float], step: float, top: float, bottom: float) -> list[float]:
    """Places in the same order, a step apart at least, between top and bottom where they fit."""
    places: list[float] = []
    for y in wanted:
        places.append(max(y, places[-1] + step if places else top + step / 2))
    limit = bottom
    for at in range(len(places) - 1, -1, -1):
        places[at] = min(places[at], limit)
        limit = places[at] - step
    return places
