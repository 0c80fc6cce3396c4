"""Use cases on lists of points: begin one, change it, issue it, take that back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desk.auditing import By, note
from desk.closings.periods import Closable, closable, find
from desk.errors import DeskError, FieldError, NotAllowedError
from desk.scoring.clauses.clause import Span
from desk.store import Store, Work
from desk.topic_pool.foreseeable import calendar, units_meant
from desk.topic_pool.point_list import PointLine, PointList
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.standing import PoolRow, pool
from desk.topic_pool.topic import Standing

_USUAL_HEADING = "重点选题"
_CALENDAR, _LEFT = "时令节点", "上期没有来稿的"
_DUE_DAY = 20
_SPANS = {"月": Span.MONTH, "季": Span.QUARTER}
_FRESH = timedelta(31)  # a topic that is wanted by no day is proposed so long


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list as it was kept, and what it was before (None: new)."""

    now: PointList
    former: PointList | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line that could stand in a list, where it comes from, and whether it is proposed."""

    group: str  # 选题池, 时令节点, 上期要点
    line: PointLine
    about: str = ""
    is_chosen: bool = True


def begun(work: Work, key: str, today: date) -> PointList:
    """An empty list of a period, named and numbered. Raises FieldError for no such period."""
    period = period_of(work, key)
    numbers = [_count(one) for one in work.matters.all(PointList) if one.day.year == today.year]
    due = min(period.first + timedelta(_DUE_DAY - 1), period.last)
    if period.span is not Span.MONTH:
        due = period.last - timedelta(10)
    last = next((one for one in work.matters.all(PointList) if one.issued), None)
    return PointList(
        title=f"{period.name}信息报送要点",
        day=today,
        number=f"要点〔{today.year}〕{max(numbers, default=0) + 1}号",
        period=period.key,
        due=max(due, today),
        groups=last.groups if last else (),
        units=last.units if last else (),
    )


def period_of(work: Work, key: str) -> Closable:
    """A month or quarter by its key. Raises FieldError."""
    try:
        return find(work.catalogue.schemes(), key)
    except DeskError as error:
        raise FieldError(
            "period", f"“{key}”不是月份或季度。请写成 2026-12（月）或 2026Q4（季）。"
        ) from error


def next_periods(work: Work, today: date) -> tuple[Closable, ...]:
    """The months and quarters a list can be made for: those that run, and those that follow."""
    years = (today.year, today.year + 1)
    schemes = work.catalogue.schemes()
    found = (one for year in years for one in closable(schemes, year))
    spans = (Span.MONTH, Span.QUARTER)
    until = today + timedelta(190)
    return tuple(
        one for one in found if one.span in spans and one.last >= today and one.first <= until
    )


def proposals(work: Work, key: str, today: date) -> list[Proposal]:
    """What could stand in a period's list: the pool, what falls into it, what is left over."""
    period = period_of(work, key)
    held = [row for row in pool(work) if row.standing in (Standing.OPEN, Standing.ASKED)]
    taken = {row.topic.occasion for row in held if row.topic.occasion}
    return [
        *_of_pool(held, period, today),
        *_of_calendar(work, period, taken),
        *_left_over(work, period, held),
    ]


def save_list(store: Store, wanted: PointList, *, by: By) -> KeptList:
    """Keep a list. Raises FieldError, NotAllowedError.

    One issued is changed only after its issuing was taken back.
    """
    if not wanted.lines:
        raise FieldError("lines", "要点还没有内容。请从选题池、预见日历里选，或者直接写一条。")
    with store.begin() as work:
        period_of(work, wanted.period)
        former = work.matters.get(PointList, wanted.id) if wanted.id else None
        if former and former.issued:
            raise NotAllowedError(f"“{former.title}”已经印发。要改请先点“收回印发”。")
        kept = work.matters.save(wanted, by)
        note(
            work, by, "改要点" if former else "拟要点", kept.subject,
            f"{kept.title}，{len(kept.lines)} 条",
        )  # fmt: skip
    return KeptList(kept, former)


def remove_list(store: Store, list_id: int, *, by: By) -> PointList:
    """Forget a list that is not issued; gives it back. Raises NotAllowedError."""
    with store.begin() as work:
        former = work.matters.get(PointList, list_id)
        if former.issued:
            raise NotAllowedError(f"“{former.title}”已经印发，不能删除。要删请先点“收回印发”。")
        work.matters.remove(PointList, list_id)
        note(work, by, "删除要点", former.subject, former.title)
    return former


def add_again(store: Store, former: PointList, *, by: By) -> None:
    """Put a list back that was forgotten; it gets a new id."""
    with store.begin() as work:
        kept = work.matters.save(replace(former, id=0), by)
        note(work, by, "恢复要点", kept.subject, kept.title)


def put_list_back(store: Store, former: PointList, *, by: By) -> None:
    """Make a list what it was."""
    with store.begin() as work:
        work.matters.save(former, by)
        note(work, by, "恢复要点", former.subject, former.title)


def issue_list(store: Store, list_id: int, *, by: By) -> PointList:
    """Mark a list as sent to the units; gives back what it was. Raises NotAllowedError."""
    with store.begin() as work:
        former = work.matters.get(PointList, list_id)
        if former.issued:
            raise NotAllowedError(f"“{former.title}”已经在 {former.day:%Y-%m-%d} 印发过了。")
        work.matters.save(replace(former, issued=by.now, day=by.today), by)
        note(work, by, "印发要点", former.subject, f"{former.title}，{len(former.lines)} 条")
    return former


def withdraw_list(store: Store, list_id: int, *, by: By) -> PointList:
    """Take the issuing of a list back; gives back what it was."""
    with store.begin() as work:
        former = work.matters.get(PointList, list_id)
        work.matters.save(replace(former, issued=None), by)
        note(work, by, "收回印发要点", former.subject, former.title)
    return former


def add_lines(store: Store, list_id: int, lines: Iterable[PointLine], *, by: By) -> PointList:
    """Put more lines into a list, those of the same topic once; gives back what it was."""
    with store.begin() as work:
        former = work.matters.get(PointList, list_id)
        if former.issued:
            raise NotAllowedError(f"“{former.title}”已经印发。请加进另一期，或先收回印发。")
        known = {one.pool_id for one in former.lines if one.pool_id}
        added = [one for one in lines if one.pool_id not in known]
        work.matters.save(replace(former, lines=(*former.lines, *added)), by)
        note(work, by, "改要点", former.subject, f"{former.title}，加 {len(added)} 条")
    return former


def line_of(row: PoolRow) -> PointLine:
    """A topic of the pool as a line."""
    topic = row.topic
    heading = topic.tags[0] if topic.tags else _USUAL_HEADING
    return PointLine(topic.title, heading, topic.tags, topic.units, topic.id)


def period_wanted(work: Work, today: date) -> str:
    """The key of the period a list is most likely wanted for: the next one that has none."""
    span = _SPANS.get(work.matters.policy(TopicRules()).lists_by, Span.MONTH)
    taken = {one.period for one in work.matters.all(PointList)}
    found = [one for one in next_periods(work, today) if one.span is span]
    return next((one.key for one in found if one.key not in taken), found[0].key)


def lists_due(work: Work, rules: TopicRules, today: date) -> Iterator[tuple[Closable, date]]:
    """The periods whose list is wanted, and by when: the one that runs and the one that follows.

    A running period's list is asked for only where the office has made lists before.
    """
    span = _SPANS.get(rules.lists_by)
    if span is None:
        return
    held = work.matters.all(PointList)
    issued = {one.period for one in held if one.issued}
    for period in next_periods(work, today):
        before = period.first - timedelta(1)
        due = before.replace(day=min(rules.list_day, before.day))
        wanted = period.span is span and period.key not in issued
        if wanted and (period.first > today or held):
            yield period, due
        if period.span is span and period.first > today:
            return  # those after the next one are not asked for yet


def _of_pool(held: Sequence[PoolRow], period: Closable, today: date) -> Iterator[Proposal]:
    for row in held:
        wanted = row.topic.wanted
        is_fresh = today - row.topic.day <= _FRESH
        fits = period.first <= wanted <= period.last or wanted < today if wanted else is_fresh
        about = f"{wanted:%m-%d}前要" if wanted else row.topic.came_from
        is_new = row.standing is Standing.OPEN and not row.lists
        yield Proposal("选题池", line_of(row), about, is_chosen=fits and is_new)


def _of_calendar(work: Work, period: Closable, taken: set[str]) -> Iterator[Proposal]:
    for ahead in calendar(work, period.first, period.last):
        found, occasion = ahead.happening, ahead.happening.occasion
        if ahead.waved or found.key in taken or not occasion.remind:
            continue
        units = units_meant(work, occasion.units)
        line = PointLine(occasion.title, _CALENDAR, occasion.topics, units)
        begins = period.first <= found.first <= period.last
        yield Proposal("时令节点", line, found.days, is_chosen=begins)


def _left_over(work: Work, period: Closable, held: Sequence[PoolRow]) -> Iterator[Proposal]:
    """The lines of the last list before the period, but those of topics that are proposed."""
    before = [one for one in work.matters.all(PointList) if one.period != period.key]
    last = max(before, key=lambda one: (one.day, one.id), default=None)
    proposed = {row.topic.id for row in held}
    for line in last.lines if last else ():
        if line.pool_id not in proposed:
            again = replace(line, heading=line.heading or _LEFT)
            yield Proposal("上期要点", again, last.title if last else "", is_chosen=False)


def _count(one: PointList) -> int:
    digits = one.number.partition("〕")[2].removesuffix("号")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0
