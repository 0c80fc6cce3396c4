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


CHARTS = tuple(
    Chart(key, title, question, _drawn_by(key))
    for key, title, question in (
        ("bullet", "目标完成情况图", "哪些单位达到序时进度，哪些落后、挂零？"),
        ("ranking", "得分排名图", "各组谁在前、谁在后，名次升了还是降了？"),
        ("cumulative", "累计得分曲线图", "得分是怎样一月月攒起来的，赶不赶得上序时进度？"),
        ("heat", "逐月热力图", "谁在哪个月没有得分，谁一直没有声音？"),
        ("distribution", "完成率分布图", "全年目标完成到什么程度的单位各有多少？"),
        ("sent", "报送采用图", "报了多少、用了多少、采用率多高？"),
        ("levels", "采用层级图", "采用在本级，还是上级？"),
        ("upward", "上级采用图", "上级采用逐月多少，本办任务完成了多少？"),
        ("instructions", "领导批示图", "谁的信息得到批示，批的是哪几条？"),
        ("kinds", "类型和选题图", "动态多还是调研多，都写些什么？"),
        ("covered", "选题覆盖图", "谁写过什么，谁沉默，什么没人写？"),
        ("tasks", "约稿和紧急信息图", "约的稿按时交了没有，紧急信息迟报漏报了没有？"),
        ("year_on_year", "同比图", "比去年同期多得还是少得？"),
        ("forecast", "全年预测图", "照此进度，年底谁完不成目标？"),
        ("quality", "来稿质量图", "来稿退了多少，为什么退？"),
    )
)


def chart_of(key: str) -> Chart:
    """The chart of a key; raises DeskError."""
    found = next((one for one in CHARTS if one.key == key), None)
    if found is None:
        known = "、".join(one.key for one in CHARTS)
        raise DeskError(f"没有叫“{key}”的图。现有的图：{known}。")
    return found
