"""Names for what the year promises, for our own task, and for persons and single prizes."""

from collections.abc import Iterator

from desk.bulletins.entries import Topic, counted, lines, said
from desk.bulletins.matter import Matter
from desk.bulletins.named.carriers import title_of
from desk.bulletins.named.progress import is_done, tasked
from desk.bulletins.phrases import figure, names, percentage
from desk.scoring.clauses.clause import Span
from desk.surveys.own_progress import OwnProgress
from desk.surveys.survey import UnitSurvey


def _promised(matter: Matter, *, good: bool) -> list[UnitSurvey]:
    """The units that will, or will not, reach the target at this rate; none once a year is over."""
    if _over(matter):
        return []
    return [
        one
        for one in tasked(matter)
        if one.outlook
        and not is_done(matter, one)
        and not one.so_far.zero
        and one.outlook.promises is good
    ]


def _over(matter: Matter) -> bool:
    stretch = matter.survey.stretch
    return stretch.span is Span.YEAR or (stretch.last.month, stretch.last.day) == (12, 31)


def _own(matter: Matter) -> str:
    return "；".join(_task(matter, one) for one in matter.survey.own)


def _task(matter: Matter, one: OwnProgress) -> str:
    parts = []
    if one.task.points:
        done = percentage(matter.rate(one.points, one.task.points))
        parts.append(f"得{figure(one.points)}分，完成目标{figure(one.task.points)}分的{done}")
    if one.task.items:
        done = percentage(matter.rate(one.items, one.task.items))
        parts.append(f"采用{one.items}条，完成目标{one.task.items}条的{done}")
    return f"{one.task.tier}{'；'.join(parts)}"


def _people(matter: Matter) -> tuple[str, ...]:
    return tuple(_people_told(matter))


def _people_told(matter: Matter) -> Iterator[str]:
    best = [
        one
        for one in matter.survey.table.people
        if 0 < one.rank <= matter.options.places and one.points > 0
    ]
    if best:
        told = (
            f"第{one.rank}名{one.name}（{matter.name(one.unit)}，{figure(one.points)}分）"
            for one in sorted(best, key=lambda one: one.rank)
        )
        yield f"{'、'.join(told)}。"


def _prizes(matter: Matter) -> tuple[str, ...]:
    """One paragraph a prize, its items by day."""
    found: dict[str, list[str]] = {}
    for one in matter.survey.table.prizes:
        who = "、".join(matter.name(unit) for unit in one.units)
        found.setdefault(one.prize, []).append(f"{title_of(one.title)}（{who}）")
    return tuple(f"{prize}{len(items)}条：{'；'.join(items)}。" for prize, items in found.items())


TOPIC = Topic(
    "预测、本办任务、个人",
    (
        counted(
            "预计完成单位数",
            "还没有完成、照现在的进度能完成全年任务的单位；过完年就没有",
            "21",
            lambda one: len(_promised(one, good=True)),
        ),
        counted(
            "预计完不成单位数",
            "照现在的进度完不成全年任务的单位，不含挂零单位",
            "14",
            lambda one: len(_promised(one, good=False)),
        ),
        said(
            "预计完不成名单",
            "照现在的进度完不成全年任务的单位，不含挂零单位",
            "县信访局、县卫健局",
            lambda one: names(one, (unit.unit for unit in _promised(one, good=False))),
        ),
        said(
            "本办任务",
            "上级下达本机关的任务完成得怎样",
            "市级得120分，完成目标160分的75.0%",
            _own,
        ),
        lines(
            "个人前几名",
            "一段：信息员的前几名",
            "第1名陈立新（县教育局，12分）。",
            _people,
        ),
        lines(
            "单篇奖",
            "办法里设单篇奖的，每等一段",
            "一等奖1条：《东湖街道排查出租房屋1346户》（东湖街道）。",
            _prizes,
        ),
    ),
)
