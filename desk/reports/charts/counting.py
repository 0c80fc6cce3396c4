"""How many things of one matter a unit has in a survey's days; taken back ones count below 0."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from desk.facts import FactKind
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.row_chart import Strip
from desk.reports.charts.style import Fill
from desk.surveys.survey import Counted, Survey, UnitSurvey


def counted(survey: Survey, one: UnitSurvey, matter: FactKind) -> Iterator[Counted]:
    """What changes of one matter in the survey's days."""
    for each in one.counted:
        of_days = survey.stretch.first <= each.day <= survey.stretch.last
        if of_days and each.fact.matter is matter:
            yield each


def counts(
    survey: Survey, one: UnitSurvey, matter: FactKind, name: Callable[[Counted], str]
) -> Counter[str]:
    """The things of one matter by what they are called; those that cancel out are left out."""
    found: Counter[str] = Counter()
    for each in counted(survey, one, matter):
        found[name(each)] += each.items
    return Counter({key: count for key, count in found.items() if count})


def listed(parts: Mapping[str, int], unit: str) -> str:
    """Amounts in words, those of nothing left out: 按时5次、逾期1次."""
    return "、".join(f"{words}{count}{unit}" for words, count in parts.items() if count)


def stack(
    canvas: Canvas, strip: Strip, parts: Mapping[str, int], fills: Mapping[str, Fill]
) -> None:
    """Draw amounts behind one another; what is below zero is not drawn."""
    tall, reached = 0.66 * strip.row, 0
    for words, count in parts.items():
        if count > 0:
            ends = strip.x(reached), strip.x(reached + count)
            canvas.bar(*ends, strip.y, tall, fills[words])
            canvas.outline(*ends, strip.y, tall)
            reached += count
    if strip.beyond(reached):
        canvas.cut(strip.x(reached), strip.y, tall)
