"""M01: a draft was sent later than its kind allows."""

import re
from collections.abc import Iterator
from datetime import date

from desk.calendar import Specials, add_working_days
from desk.checks.manuscript import Manuscript
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole
from desk.dates import short_date
from desk.drafts import Kind

_EVENT, _PROGRESS = 1, 10  # working days (seed 003: 事件不过日，进度不过十)
_LIMITS = {
    Kind.DYNAMIC: _EVENT,
    Kind.INCIDENT: _EVENT,
    Kind.MEASURE: _PROGRESS,
    Kind.EXPERIENCE: _PROGRESS,
}
_SO_FAR = re.compile(r"截至|截止|1[—-]\d{1,2}月|[上下]半年|[一二三四]季度|今年以来|年内")


def judge(draft: Whole) -> Iterator[Hit]:
    """Count the working days between the event and the report."""
    event, report = draft.context.event_date, draft.context.report_date
    limit = _limit(draft)
    due = _due(event, limit, draft.context.office.specials) if event and limit else None
    if event and report and due and report > due:
        message = (
            f"事情发生在{short_date(event)}，{limit}个工作日内应在{short_date(due)}前报送，"
            f"实际{short_date(report)}报送。"
        )
        yield Hit(0, len(draft.title.text), message, field=Field.TITLE)


def _due(event: date, limit: int, specials: Specials) -> date | None:
    try:
        return add_working_days(event, limit, specials)
    except OverflowError:  # a mistyped year that no calendar reaches
        return None


def _limit(draft: Whole) -> int:
    """The working days a kind allows; a dynamic draft that reports progress has longer."""
    kind = draft.context.kind
    limit = _LIMITS.get(kind, 0) if kind else 0
    start, end = draft.lead
    if kind is Kind.DYNAMIC and _SO_FAR.search(draft.body.text, start, end):
        return _PROGRESS
    return limit


RULE = Rule(
    code="M01",
    name="报送超时",
    severity=Severity.WARNING,
    summary="动态型、突发型在事后1个工作日内报送，进度类在10个工作日内报送。",
    reason="过时的信息领导已经从别处知道，没有采用价值。",
    source="种子规则：事件不过日、进度不过十",
    bad="云岭县开展月饼质量检查\n县市场监督管理局检查月饼生产单位46家，整改问题9个。",
    good="云岭县开展月饼质量检查\n截至9月10日，县市场监督管理局检查月饼生产单位46家，整改问题9个。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(
        kind=Kind.DYNAMIC, event_date=date(2026, 9, 10), report_date=date(2026, 9, 16)
    ),
)
