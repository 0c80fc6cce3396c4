"""All charts, in the order a meeting wants them; what draws one is loaded when it is drawn."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from desk.errors import DeskError
from desk.reports.charts.chart import Chart, Page, Paper
from desk.surveys.survey import Survey

Draw = Callable[[Survey, Paper], Sequence[Page]]


def _drawn_by(module: str) -> Draw:
    """Draw with the function ``draw`` of a module of this folder, loaded on first use."""

    def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
        found = import_module(f"desk.reports.charts.{module}")
        return cast(Draw, found.draw)(survey, paper)

    return draw


CHARTS = (
    Chart(
        "bullet", "目标完成情况图", "哪些单位达到序时进度，哪些落后、挂零？", _drawn_by("bullet")
    ),
)


def chart_of(key: str) -> Chart:
    """The chart of a key; raises DeskError."""
    found = next((one for one in CHARTS if one.key == key), None)
    if found is None:
        known = "、".join(one.key for one in CHARTS)
        raise DeskError(f"没有叫“{key}”的图。现有的图：{known}。")
    return found
