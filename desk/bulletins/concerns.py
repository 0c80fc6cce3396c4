"""What to look at before a bulletin is finished (定稿)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from desk.bulletins.passage import Flag, FlagKind
from desk.surveys.changed import changes_told
from desk.surveys.survey import Survey


def concerns(survey: Survey, flags: Iterable[Flag]) -> tuple[str, ...]:
    """Sentences about what is not in order; ``flags`` are those without a reason."""
    return tuple(_concerns(survey, flags))


def open_period(survey: Survey) -> str:
    """A sentence where the figures can still change; "" where the period is closed."""
    if survey.closing is not None:
        return ""
    name = survey.stretch.name
    if survey.stretch.last >= survey.today:
        return f"{name}还没有过完，数字以后还会变。"
    return f"{name}还没有结账，以后补记会改变这些数。"


def _concerns(survey: Survey, flags: Iterable[Flag]) -> Iterator[str]:
    if told := open_period(survey):
        yield told
    if told := changes_told(survey):
        yield told
    times = Counter(one.kind for one in flags)
    if times[FlagKind.HAND]:
        yield f"有 {times[FlagKind.HAND]} 处手改和台账不一致，还没有注明理由。"
    if times[FlagKind.CHANGED]:
        yield f"有 {times[FlagKind.CHANGED]} 处数据已变，还没有更新。"
