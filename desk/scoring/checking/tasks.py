"""Tasks, rate lines, counters and conversions that cannot work as written."""

from collections.abc import Iterator

from desk.scoring.checking.complaint import CheckContext, Complaint, error, rows_of, warning
from desk.scoring.clauses.periods import Counter, RateLine, Task, Zero
from desk.scoring.clauses.results import Conversion, ConversionWay
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.nearest import meant

_PERCENT = 100


def find(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Targets nobody set, lines no rate can reach, counters without consequences."""
    has_quotas = bool(context.basis.quotas)
    for number, task in rows_of(scheme, Task):
        for text in _wrong(task):
            yield error(text, task.table, number)
        if task.target is None and not has_quotas:
            text = "没有写目标，也还没有给单位下达目标任务，这一行现在不起作用。"
            yield warning(text, task.table, number)
        for text in _unset(task, context):
            yield warning(text, task.table, number)
        if task.pro_rata and not task.reached:
            yield warning("写了按比例，却没有写“完成得”。", task.table, number)
    yield from _lines(scheme)
    yield from _conversions(scheme, has_quotas=has_quotas)


def _unset(task: Task, context: CheckContext) -> Iterator[str]:
    """What the task takes from quotas, and no quota says."""
    quotas = context.basis.quotas
    subs = {one.name for quota in quotas for one in quota.subs}
    if task.sub_quota and task.sub_quota not in subs:
        hint = meant(task.sub_quota, subs) or "请在“目标任务”里下达，或直接写目标。"
        yield f"还没有给单位下达子项“{task.sub_quota}”，这一行现在不起作用。{hint}"
    if task.per_head and not any(quota.staff for quota in quotas):
        yield "写了人均，目标任务里还没有填单位人数。"


def _wrong(task: Task) -> Iterator[str]:
    if task.target is not None and task.most is not None and task.most < task.target:
        yield "“上限”低于“目标”。请改正。"
    positive = {"未完成扣": task.missed, "每少扣": task.each_short, "最多扣": task.short_most}
    for label, value in positive.items():
        if value is not None and value < 0:
            yield f"“{label}”要写正数，写负数会变成加分。"
    if task.target is not None and task.target <= 0:
        yield "“目标”要大于 0。"


def _lines(scheme: Scheme) -> Iterator[Complaint]:
    for number, line in rows_of(scheme, RateLine):
        if not 0 < line.below <= _PERCENT:
            text = f"录用率的线是百分之 {line.below}，要在 0 到 100 之间。"
            yield error(text, line.table, number)
        if line.points < 0:
            yield error("“扣分”要写正数，写负数会变成加分。", line.table, number)
    for number, counter in rows_of(scheme, Counter):
        if counter.times < 1:
            yield error("“次数”要从 1 起。", counter.table, number)
        if not (counter.points or counter.disqualifies) and counter.zero is Zero.NONE:
            text = "满了次数以后没有后果：请写分值、清零或取消评先。"
            yield warning(text, counter.table, number)


def _conversions(scheme: Scheme, *, has_quotas: bool) -> Iterator[Complaint]:
    for number, row in rows_of(scheme, Conversion):
        if row.way is ConversionWay.TARGET and not has_quotas:
            text = "按目标折算，还没有给单位下达目标任务，现在都不折算。"
            yield warning(text, row.table, number)
        if row.way is ConversionWay.RANK and not row.ranks:
            yield error("按名次折算，没有写“名次分”。", row.table, number)
        if row.way is ConversionWay.WEIGHTED and not row.weights:
            yield error("按权重折算，没有写“权重”。", row.table, number)
