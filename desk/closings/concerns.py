"""What to look at before a period is closed; none of it forbids closing."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.closings.periods import Closable, closable
from desk.drafts import DraftQuery, Status
from desk.issues import IssueStatus
from desk.jobs import Job, Progress
from desk.reconciling import reconcile
from desk.scoring.clauses.clause import Span
from desk.scoring.scheme import Purpose
from desk.scoring.years import target_year
from desk.store import Store, Work

_OPEN = frozenset({Status.NEW, Status.EDITING, Status.SUBMITTED, Status.READY})
_MOST = 5  # names in a sentence


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One thing to look at, in a sentence, and where to go, as "reconcile" or "drafts"."""

    text: str
    link: str = ""


def concerns(store: Store, period: Closable) -> Job[tuple[LookedAt, ...]]:
    """Look at all that would make the figures of a period wrong or incomplete."""
    found = yield from reconcile(store, period.first, period.last)
    yield Progress(1, 1, "正在检查是否齐全")
    told = list[LookedAt]()
    if not found.agrees:
        count = max(len(found.differences), 1)
        told.append(LookedAt(f"对账有 {count} 处不一致。请先看“对账”。", "reconcile"))
    with store.read() as work:
        told += _of_schemes(work, period)
        told += _of_issues(work, period)
        told += _of_drafts(work, period)
        told += _of_quotas(work, period)
        told += _of_months(work, period)
    return tuple(told)


def _of_schemes(work: Work, period: Closable) -> Iterator[LookedAt]:
    points = [one for one in work.catalogue.schemes() if one.purpose is Purpose.POINTS]
    if not any(one.valid_from <= period.first for one in points):
        yield LookedAt(
            f"{period.first:%Y-%m-%d} 没有在执行的计分办法，那天起到有办法以前都计 0 分。", "scheme"
        )


def _of_issues(work: Work, period: Closable) -> Iterator[LookedAt]:
    left = [
        one
        for one in work.issues.all(status=IssueStatus.OPEN)
        if period.first <= one.day <= period.last
    ]
    if left:
        yield LookedAt(f"有 {len(left)} 期日期在这一段里、还没有印发。", "issues")


def _of_drafts(work: Work, period: Closable) -> Iterator[LookedAt]:
    query = DraftQuery(
        statuses=_OPEN, received_from=period.first, received_to=period.last, with_versions=False
    )
    left = len(work.drafts.ids(query))
    if left:
        yield LookedAt(f"有 {left} 篇这一段收到的来稿还没有办完（以后采用算在以后）。", "drafts")


def _of_quotas(work: Work, period: Closable) -> Iterator[LookedAt]:
    points = [one for one in work.catalogue.schemes() if one.purpose is Purpose.POINTS]
    year = target_year(points, period.last)
    held = {one.unit_id for one in work.registry.quotas(year)}
    left = [one.short for one in work.registry.units() if one.active and one.id not in held]
    if left:
        yield LookedAt(f"{year} 年有 {len(left)} 家没有下达目标任务：{_named(left)}。", "quotas")


def _of_months(work: Work, period: Closable) -> Iterator[LookedAt]:
    """Months of a longer period that are open."""
    if period.span is Span.MONTH:
        return
    closed = {one.key for one in work.closings.holding()}
    schemes = work.catalogue.schemes()
    months = [
        one.key
        for year in range(period.first.year, period.last.year + 1)
        for one in closable(schemes, year)
        if one.span is Span.MONTH and period.first <= one.first and one.last <= period.last
    ]
    left = [one for one in months if one not in closed]
    if left and len(left) < len(months):
        yield LookedAt(f"其中 {'、'.join(left)} 还没有单独结账。", "closings")


def _named(names: list[str]) -> str:
    return "、".join(names[:_MOST]) + ("等" if len(names) > _MOST else "")
