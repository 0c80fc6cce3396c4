"""On whom letters fall, and why."""

from collections.abc import Callable, Mapping

from desk.bulletins.matter import Matter
from desk.bulletins.named.places import praised
from desk.bulletins.named.progress import is_done
from desk.bulletins.phrases import figure, percentage
from desk.notices.notice import NoticeKind, NoticeOptions, Threshold
from desk.surveys.survey import GroupSurvey, UnitSurvey

Chosen = tuple[GroupSurvey, UnitSurvey, str]  # a unit, and why it gets a letter
_Test = Callable[[UnitSurvey], bool]


def chosen(matter: Matter, kind: NoticeKind, options: NoticeOptions) -> list[Chosen]:
    """The units that get a letter, group by group; none of whom nothing is asked (免考核)."""
    threshold = options.falls_on(kind)
    test = _test(threshold, matter, options)
    return [
        (group, one, _why(threshold, one))
        for group in matter.survey.groups
        for one in group.units
        if not one.exempt and test(one)
    ]


def _test(threshold: Threshold, matter: Matter, options: NoticeOptions) -> _Test:
    if threshold is Threshold.FIRST:
        ids = {one.unit.id for one in praised(matter)}
        return lambda unit: unit.unit.id in ids
    if threshold is Threshold.BELOW:
        return lambda unit: _below(unit, options)
    if threshold is Threshold.DONE:
        return lambda unit: _done(matter, unit)
    return _TESTS[threshold]


def _below(unit: UnitSurvey, options: NoticeOptions) -> bool:
    done = unit.so_far.completion
    return done is not None and done < options.percent


def _done(matter: Matter, unit: UnitSurvey) -> bool:
    """Whether a unit has done its task and may be honoured."""
    barred = unit.score.barred or unit.so_far.barred
    return unit.so_far.completion is not None and is_done(matter, unit) and not barred


_TESTS: Mapping[Threshold, _Test] = {
    Threshold.ZERO: lambda unit: unit.so_far.zero,
    Threshold.ZERO_NOW: lambda unit: unit.score.zero,
    Threshold.BEHIND: lambda unit: unit.so_far.completion is not None and unit.so_far.behind > 0,
    Threshold.ALL: lambda _unit: True,
}


def _why(threshold: Threshold, unit: UnitSurvey) -> str:
    score, so_far = unit.score, unit.so_far
    if threshold is Threshold.ZERO:
        return f"累计{figure(so_far.points)}分"
    if threshold is Threshold.ZERO_NOW:
        return f"本期{figure(score.points)}分"
    if threshold is Threshold.BEHIND:
        return f"完成{percentage(so_far.completion)}，落后{figure(so_far.behind)}分"
    if threshold in (Threshold.BELOW, Threshold.DONE):
        return f"完成{percentage(so_far.completion)}"
    return f"第{score.rank}名，{figure(score.points)}分" if score.rank else "不排名"
