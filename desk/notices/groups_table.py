"""The hand-out's table: the figures of each group, and of all of them together."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from desk.body import Table
from desk.bulletins.matter import Matter
from desk.bulletins.named.progress import is_done, is_level, tasked
from desk.bulletins.phrases import figure, percentage
from desk.surveys.survey import UnitSurvey

COLUMNS = (24.0, 8.0, 8.0, 8.0, 10.0, 10.0, 11.0, 11.0, 8.0)
_HEAD = ("分组", "单位", "报送", "采用", "采用率", "得分", "达到序时", "完成任务", "挂零")


def groups_table(matter: Matter) -> Table:
    """The groups in their order; points are of the days, the task and 挂零 of the year so far."""
    rows = [(one.group.name, *_figures(matter, one.units)) for one in matter.survey.groups]
    if len(rows) > 1:
        rows.append(("合计", *_figures(matter, matter.units)))
    return Table((_HEAD, *rows), header_rows=1)


def _figures(matter: Matter, units: Sequence[UnitSurvey]) -> Iterator[str]:
    sent = sum(one.score.submitted for one in units)
    used = sum(one.score.adopted for one in units)
    ids = {one.unit.id for one in units}
    asked = [one for one in tasked(matter) if one.unit.id in ids]
    yield str(len(units))
    yield str(sent)
    yield str(used)
    yield percentage(matter.rate(used, sent))
    yield figure(sum((one.score.points for one in units), Decimal(0)))
    for test in (is_level, is_done):
        yield f"{sum(test(matter, one) for one in asked)}/{len(asked)}" if asked else "—"
    yield str(sum(one.so_far.zero for one in units if not one.exempt))
