"""Use cases: what the upper level made of an item, entered for one or many (登记结果)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desk.auditing import By
from desk.errors import FieldError, NotAllowedError
from desk.forwardings.changing import Change, Step
from desk.forwardings.entries import adoption_entry, as_number
from desk.forwardings.forwarding import ADOPTED, Count, Forwarding, MediaUse, Result
from desk.forwardings.settling import settle
from desk.scoring.figures import printed
from desk.store import Store, Work
from desk.weighing import Weighed, weigh

LONGEST_NUMBER = 60
LONGEST_REMARK = 400
_MOST_POINTS = Decimal(99_999)


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one forwarding; of an item not used only the day and the remark are kept."""

    forwarding_id: int
    result: Result
    day: date | None = None
    issue_number: str = ""
    section_id: int | None = None
    external: Decimal | None = None
    remark: str = ""
    count: Count = Count.YES


def enter(store: Store, findings: Sequence[Finding], *, by: By) -> Change:
    """Enter results, and book what counts; all of them or none. Raises FieldError."""
    with store.begin() as work:
        step = Step(work, by)
        enter_within(step, findings)
        return step.change()


def enter_within(step: Step, findings: Sequence[Finding]) -> None:
    """Enter results as a part of another use case."""
    for _at in entering(step, findings):
        pass


def entering(step: Step, findings: Sequence[Finding]) -> Iterator[int]:
    """Enter results item by item, telling how many are done."""
    if not findings:
        raise NotAllowedError("没有选中要登记结果的上报。")
    items: dict[int, None] = {}
    for finding in findings:
        former = step.now(finding.forwarding_id)
        latter = _found(former, finding, step.by)
        if latter != former:
            step.save(former, latter)
            step.note("登记上报结果", latter, told(latter))
        items[former.draft_id] = None
    step.expect(step.now(one.forwarding_id).title for one in findings)
    for at, draft_id in enumerate(items):
        settle(step, draft_id)
        yield at + 1


def proposed(work: Work, forwarding: Forwarding, finding: Finding, *, by: By) -> list[Weighed]:
    """What the scheme in force would give each unit, before anything is booked."""
    found = _found(forwarding, finding, by)
    if found.result not in ADOPTED or not found.publication_id or not found.units:
        return []
    return list(weigh(work, adoption_entry(work, found, work.drafts.get(found.draft_id))))


def book_waiting(store: Store, ids: Sequence[int], *, by: By) -> Change:
    """Book adoptions that were put off (待记)."""
    return _recount(store, ids, Count.YES, "上报采用记分", by)


def decline(store: Store, ids: Sequence[int], *, by: By) -> Change:
    """Leave adoptions without points (不记); what was booked is taken back."""
    return _recount(store, ids, Count.NO, "上报采用不记分", by)


def ask_above(store: Store, ids: Sequence[int], day: date, said: str, *, by: By) -> Change:
    """Note that the upper level was asked for results; they are waited for anew from then on."""
    with store.begin() as work:
        step = Step(work, by)
        for one in [work.matters.get(Forwarding, key) for key in ids]:
            if one.awaits:
                step.save(one, replace(one, asked=day))
                step.note("催问上报结果", one, f"{one.carrier}　{said}".rstrip())
        return step.change()


def note_media(store: Store, forwarding_id: int, media: Sequence[MediaUse], *, by: By) -> Change:
    """Set which media took an item too (R175). Raises FieldError."""
    for one in media:
        if not one.medium.strip():
            raise FieldError("medium", "没有写媒体的名称，例如“新华社网站”。")
        if one.day > by.today:
            raise FieldError("day", f"{one.day:%Y-%m-%d} 还没有到。请写已经登出的日期。")
    with store.begin() as work:
        step = Step(work, by)
        former = work.matters.get(Forwarding, forwarding_id)
        latter = step.save(former, replace(former, media=tuple(media)))
        names = "、".join(f"{one.medium}（{one.level}）" for one in media) or "没有"
        step.note("登记媒体采用", latter, names)
        return step.change()


def told(forwarding: Forwarding) -> str:
    """A result in words: 《省政府政务专报》采用，7月10日，第36期，外部分 8."""
    day = forwarding.result_day
    points = forwarding.external
    return "，".join(
        filter(
            None,
            (
                f"{forwarding.carrier}{forwarding.result}",
                f"{day.month}月{day.day}日" if day else "",
                as_number(forwarding.issue_number),
                f"上级计 {printed(points)} 分" if points is not None else "",
            ),
        )
    )


def _recount(store: Store, ids: Sequence[int], count: Count, action: str, by: By) -> Change:
    with store.begin() as work:
        step = Step(work, by)
        for one in [work.matters.get(Forwarding, key) for key in ids]:
            if one.is_adopted and one.count is not count:
                step.save(one, replace(one, count=count))
                step.note(action, one, told(one))
                settle(step, one.draft_id)
        return step.change()


def _found(former: Forwarding, finding: Finding, by: By) -> Forwarding:
    """The forwarding with its result. Raises FieldError."""
    if former.sent is None or former.withdrawn:
        raise NotAllowedError(f"“{former.title}”{former.state}，没有结果可登记。请先登记上报。")
    if finding.result is Result.PENDING:
        return replace(
            former, result=Result.PENDING, result_day=None, issue_number="", section_id=None,
            external=None, remark=finding.remark, uncounted="",
        )  # fmt: skip
    day = finding.day or by.today
    _must_be_credible(former, finding, day, by)
    if finding.result is Result.NOT_ADOPTED:
        return replace(
            former, result=finding.result, result_day=day, remark=finding.remark,
            issue_number="", section_id=None, external=None, uncounted="",
        )  # fmt: skip
    return replace(
        former,
        result=finding.result,
        result_day=day,
        issue_number=" ".join(finding.issue_number.split()),
        section_id=finding.section_id,
        external=finding.external,
        remark=" ".join(finding.remark.split()),
        count=finding.count,
    )


def _must_be_credible(former: Forwarding, finding: Finding, day: date, by: By) -> None:
    if day > by.today:
        raise FieldError("day", f"采用日期 {day:%Y-%m-%d} 还没有到。请核对。")
    sent = former.sent_day
    if sent and day < sent and not former.is_late_entry:
        raise FieldError(
            "day", f"采用日期 {day:%Y-%m-%d} 早于上报日期 {sent:%Y-%m-%d}。请核对两个日期。"
        )
    if len(finding.issue_number) > LONGEST_NUMBER:
        raise FieldError("issue_number", f"期号最多 {LONGEST_NUMBER} 个字。请改短。")
    if len(finding.remark) > LONGEST_REMARK:
        raise FieldError("remark", f"备注最多 {LONGEST_REMARK} 个字。请改短。")
    if finding.external is not None and not 0 <= finding.external <= _MOST_POINTS:
        raise FieldError("external", "上级计的分不能小于 0，也不会这么大。请核对。")
