"""Use cases: what the upper level asks of us, entered and split among units (上级约稿)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from desk.auditing import By, note
from desk.calendar import Specials, is_working
from desk.commissions import issuing, noting
from desk.commissions.commission import Commission, Task, Upper
from desk.commissions.moments import moment_words
from desk.commissions.rules import CommissionRules
from desk.errors import FieldError, NotAllowedError
from desk.office_clock import day_of, moment_at
from desk.repositories.matters import MatterQuery
from desk.store import Store, Work

MARGIN = 2  # working days we keep for merging and approval
LONGEST_ASKER, LONGEST_WHAT, LONGEST_PART = 60, 500, 100


@dataclass(frozen=True, slots=True)
class Request:
    """What came from above, as the clerk enters it."""

    asked_by: str
    title: str
    due: datetime | None
    number: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """One notice of the split: its topic, until when, and which part is whose."""

    title: str
    due: datetime
    parts: tuple[tuple[int, str], ...]  # unit and its part of the topic; "" the whole
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """What was sent to units, the leading one first; ``draft`` was the entry before."""

    sent: tuple[Commission, ...]
    draft: Commission | None = None

    @property
    def lead(self) -> Commission:
        """The one that keeps the reply."""
        return self.sent[0]


def inner_due(upper: datetime, now: datetime, hour: int, specials: Specials) -> datetime:
    """Until when units should answer: some working days before the upper level's time.

    Never before now: then half of the time that is left.
    """
    day, left = day_of(upper), MARGIN
    while left:
        day -= timedelta(1)
        left -= is_working(day, specials)
    found = moment_at(day, time(hour))
    return found if found > now else _half(now, upper)


def enter(store: Store, request: Request, *, by: By) -> Commission:
    """Enter what the upper level asks, to be split later. Raises FieldError."""
    with store.begin() as work:
        kept = work.matters.save(_entered(request, by), by)
        upper = kept.upper
        due = f"，{moment_words(upper.due)}前报" if upper and upper.due else ""
        told = f"{request.asked_by.strip()}：“{kept.title}”{due}"
        note(work, by, "登记上级约稿", kept.subject, told)
        return kept


def drop(store: Store, entered: Commission, *, by: By) -> None:
    """Undo ``enter``."""
    noting.drop(store, entered.id, by=by)


def split(
    store: Store, request: Request, shares: Sequence[Share], *, by: By, entered_id: int = 0
) -> Split:
    """Send what the upper level asks on to units, as one or several notices. Raises FieldError.

    Each unit's time must end before the upper level's. ``entered_id`` was entered before.
    """
    whole = _entered(request, by)
    if not shares or not any(one.parts for one in shares):
        raise FieldError("units", "请至少分给一家单位。")
    for one in shares:
        _must_end_before(one, whole.upper)
    with store.begin() as work:
        draft = work.matters.get(Commission, entered_id) if entered_id else None
        sent: list[Commission] = []
        for at, share in enumerate(shares):
            upper = whole.upper and replace(whole.upper, lead_id=sent[0].id if sent else 0)
            notice = _notice(work, whole, share, upper, by)
            notice = replace(notice, id=entered_id if not at else 0)
            sent.append(issuing.issue_within(work, notice, by=by))
        names = "、".join(one.number for one in sent)
        units = sum(len(one.tasks) for one in sent)
        told = f"{request.asked_by}“{whole.title}”分解为 {names}，{units} 家单位"
        note(work, by, "分解上级约稿", sent[0].subject, told)
        return Split(tuple(sent), draft)


def unsplit(store: Store, done: Split, *, by: By) -> None:
    """Undo ``split``: no notice was sent. Raises NotAllowedError once an answer has come."""
    with store.read() as work:
        now = [work.matters.get(Commission, one.id) for one in done.sent]
    if any(one.tasks != before.tasks for one, before in zip(now, done.sent, strict=True)):
        raise NotAllowedError("已经有单位报来或者登记过，不能撤销分解。请改用“撤回”。")
    for one in reversed(done.sent):
        issuing.unissue(store, one, done.draft if one is done.lead else None, by=by)


def siblings(work: Work, commission: Commission) -> list[Commission]:
    """The notices one request was split into, the leading one first."""
    if commission.upper is None:
        return [commission]
    lead = work.matters.get(Commission, commission.upper.lead_id or commission.id)
    after = MatterQuery(first=lead.day)
    others = (
        one
        for one in work.matters.all(Commission, after)
        if one.upper and one.upper.lead_id == lead.id
    )
    return [lead, *sorted(others, key=lambda one: one.id)]


def usual_due(work: Work, upper: datetime, specials: Specials, now: datetime) -> datetime:
    """The inner time proposed by the office's own hour."""
    return inner_due(upper, now, work.matters.policy(CommissionRules()).hour, specials)


def _half(now: datetime, upper: datetime) -> datetime:
    return now + max(upper - now, timedelta(0)) / 2


def _entered(request: Request, by: By) -> Commission:
    asked_by, what = " ".join(request.asked_by.split()), request.what.strip()
    if not asked_by:
        raise FieldError("asked_by", "请写上是谁约的稿，例如“市委办信息科”。")
    if request.due is None:
        raise FieldError("due", "请写上要在什么时候前报上去。")
    for name, label, text, most in (
        ("asked_by", "约稿单位", asked_by, LONGEST_ASKER),
        ("what", "要求", what, LONGEST_WHAT),
    ):
        if len(text) > most:
            raise FieldError(name, f"{label}有 {len(text)} 个字，最多 {most} 个字。请改短。")
    upper = Upper(asked_by, " ".join(request.number.split()), request.due, what=what)
    return noting.tidied(
        Commission(title=request.title, day=by.today, due=request.due, upper=upper)
    )


def _must_end_before(share: Share, upper: Upper | None) -> None:
    if upper and upper.due and share.due >= upper.due:
        limit = moment_words(upper.due)
        raise FieldError("inner", f"给单位的时限要早于上级的时限（{limit}），留出综合的时间。")
    for _unit, part in share.parts:
        if len(part) > LONGEST_PART:
            raise FieldError("units", f"分工最多 {LONGEST_PART} 个字。请改短。")


def _notice(work: Work, whole: Commission, share: Share, upper: Upper | None, by: By) -> Commission:
    if not share.parts:
        raise NotAllowedError(f"“{share.title}”没有分给单位。请选单位，或者去掉这一件。")
    last = noting.last_of(work)
    usual = work.matters.policy(CommissionRules()).contact
    return replace(
        whole,
        title=share.title or whole.title,
        due=share.due,
        points=share.points,
        contact=usual or (last.contact if last else "") or by.who,
        upper=upper,
        tasks=tuple(Task(unit_id, part=part.strip()) for unit_id, part in share.parts),
    )
