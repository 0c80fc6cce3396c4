"""Slides of words: the title, the period in figures, where the figures come from."""

from collections.abc import Mapping, Sequence

from desk.bulletins.options import usual_options
from desk.bulletins.template import Value, fill
from desk.bulletins.values import values_of
from desk.dates import full_date
from desk.office_clock import office_time
from desk.reports.charts.canvas import Canvas, blank_canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.measure import width, wrapped
from desk.reports.charts.style import ASKED, MARGIN, sizes
from desk.reports.charts.surroundings import Area, Around, area, days, opened, status
from desk.reports.sheet import BLUE, DARK, INK, RED
from desk.surveys.changed import changed_since
from desk.surveys.survey import Survey

_LEADING, _APART = 1.5, 0.55  # of a line of text, between paragraphs; ems
_LARGER = (1.4, 1.3, 1.2, 1.1, 1.0)  # than the text of charts
_TILES = (
    ("单位数", "单位数"),
    ("报送条次", "报送条次"),
    ("采用条次", "采用条次"),
    ("采用率", "采用率"),
    ("领导批示", "批示次数"),
    ("累计落后序时", "落后单位数"),
    ("累计挂零", "挂零单位数"),
)
_RED = frozenset({"落后单位数", "挂零单位数"})
_TILE = 4.6  # ems high
_SUM = """\
〔有{采用条数}：采用信息{采用条数}条，{层级构成}。〕
〔有{可比去年}：与去年同期比，报送{报送同比}，采用{采用同比}。〕
〔有{可比上期}：与上期比，报送{报送环比}，采用{采用环比}。〕
〔年初以来累计完成全年目标的{累计完成率}，序时进度{序时进度}。〕
{各组前几名}
"""
_EVIDENCE = """\
{分组情况}
〔落后序时进度的：{落后名单}。〕
〔全年挂零的：{挂零名单}。〕
{批示明细}
"""
_SOURCE = """\
数据来自本办公室的信息得分台账：每一分都有稿件、刊物、日期和所依据的条款。
计分依据{计分办法}。
报送、采用按条次统计：几个单位合报、合编的，每个单位各计一条次。
名次在本组内排，同分同名次，后面的名次跳过去。
序时进度{序时进度}，“落后序时”“挂零”“累计”从年初算起。
"""


def title_pages(survey: Survey, paper: Paper) -> list[Page]:
    """The first slide: what it is of, when, by whom."""
    canvas = blank_canvas(paper)
    size, middle = canvas.sizes, paper.width / 2
    groups = "、".join(one.group.name for one in survey.groups) if len(survey.groups) == 1 else ""
    for part, y, words, points, colour in (
        (0.30, 0.0, survey.office, size.body * 1.5, DARK),
        (0.45, 0.0, "信息工作考核情况", size.body * 2.8, BLUE),
        (0.60, 0.0, survey.stretch.name, size.body * 2.0, INK),
        (0.69, 0.0, groups, size.body * 1.2, DARK),
        (0.84, 0.0, f"{days(survey)}　{status(survey)}", size.body, DARK),
        (0.84, 1.8, f"{_day(survey)}制", size.body, DARK),
    ):
        room = paper.width - 2 * MARGIN
        fitting = points * min(1, room / max(width(words, points), 1))
        at = paper.height * part + y * size.em
        canvas.text(middle, at, words, size=fitting, side="center", colour=colour)
    half, at = paper.width * 0.12, paper.height * 0.53
    canvas.line([(middle - half, at), (middle + half, at)], colour=BLUE, width_pt=2)
    return [canvas.page(f"{survey.stretch.name}信息工作考核情况，{status(survey)}。")]


def sum_pages(survey: Survey, paper: Paper) -> list[Page]:
    """The period in a few figures and sentences."""
    values = dict(values_of(survey, usual_options(survey.stretch.span)))
    if survey.stretch_before.last >= survey.stretch.first:
        values["可比上期"] = Value()  # a year so far only goes on from the one a month ago
    around = Around(f"{survey.stretch.name}小结", "累计落后序时（不含挂零）、累计挂零从年初算起")
    lines = [one.text for one in fill(_SUM, values)]
    note = "\n".join(one.text for one in fill(_EVIDENCE, values))
    return _worded(survey, paper, around, lines, (note, values))


def closing_pages(survey: Survey, paper: Paper) -> list[Page]:
    """The last slide: where the figures come from, and whether they are closed."""
    values = values_of(survey, usual_options(survey.stretch.span))
    lines = [one.text for one in fill(_SOURCE, values)]
    lines[:0] = filter(None, (_closed(survey), changed_since(survey)))
    around = Around("资料来源和结账情况", "")
    return _worded(survey, paper, around, lines, ("\n".join(lines), {}))


def _closed(survey: Survey) -> str:
    closing = survey.closing
    if closing is None:
        return f"{survey.stretch.name}还没有结账，数据截至{_day(survey)}，结账以前还可能变。"
    when = office_time(closing.when)
    return (
        f"{closing.name}已于{full_date(when)}由{closing.who}结账"
        f"（第{closing.generation}次，数据{closing.digest[:8]}），用的是公布的数。"
    )


def _worded(
    survey: Survey,
    paper: Paper,
    around: Around,
    lines: Sequence[str],
    told: tuple[str, Mapping[str, Value]],
) -> list[Page]:
    """Paragraphs over as many pages as they need, below the tiles of the values on the first."""
    note, values = told
    size, room = sizes(paper), area(paper, around)
    tiles = (_TILE + 1) * size.em if values else 0
    dealt = {
        factor: _dealt(
            [wrapped(one, room.width, size.body * factor) for one in lines],
            room,
            size.em * factor,
            tiles,
        )
        for factor in _LARGER
    }
    factor = min(dealt, key=lambda one: (len(dealt[one]), -one))
    body, em, parts = size.body * factor, size.em * factor, dealt[factor]
    pages = []
    for number, part in enumerate(parts, 1):
        canvas = opened(survey, paper, around, number, len(parts))
        y = room.top
        if values and number == 1:
            _tiles(canvas, room, values)
            y += tiles
        for paragraph in part:
            for line in paragraph:
                canvas.text(room.left, y + _LEADING * em / 2, line, size=body)
                y += _LEADING * em
            y += _APART * em
        pages.append(canvas.page(note))
    return pages


def _dealt(
    paragraphs: Sequence[list[str]], room: Area, em: float, taken: float
) -> list[list[list[str]]]:
    parts: list[list[list[str]]] = [[]]
    used = taken
    for one in paragraphs:
        tall = (len(one) * _LEADING + _APART) * em
        if parts[-1] and used + tall > room.height:
            parts.append([])
            used = 0.0
        parts[-1].append(one)
        used += tall
    return parts


def _tiles(canvas: Canvas, room: Area, values: Mapping[str, Value]) -> None:
    em, wide = canvas.sizes.em, room.width / len(_TILES)
    for at, (words, name) in enumerate(_TILES):
        left = room.left + at * wide
        middle, y = left + wide / 2, room.top + _TILE * em / 2
        canvas.bar(left + 0.3 * em, left + wide - 0.3 * em, y, _TILE * em, ASKED)
        figure, is_bad = values[name].text, name in _RED and values[name].text != "0"
        points = canvas.sizes.body * 1.9
        fitting = points * min(1, (wide - em) / max(width(figure, points), 1))
        colour = RED if is_bad else BLUE
        canvas.text(middle, y - 0.75 * em, figure, size=fitting, colour=colour, side="center")
        canvas.text(middle, y + 1.35 * em, words, side="center")


def _day(survey: Survey) -> str:
    return full_date(survey.today)
