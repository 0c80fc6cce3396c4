"""Use cases: the result of a commission at each unit, booked in the ledger or not (登记结果)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from desk.auditing import By, note
from desk.booking import Booked, book_within, facts_standing, take_back_within
from desk.commissions.changing import Change, with_tasks
from desk.commissions.commission import Commission, Outcome, Task
from desk.commissions.standing import has_answered
from desk.errors import FieldError, NotAllowedError
from desk.facts import FactKind, Particulars
from desk.hand.entry import Entry
from desk.office_clock import day_of
from desk.store import Store, Work
from desk.weighing import weigh_each

_HOUR = Decimal(3600)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the clerk confirms of one unit."""

    unit_id: int
    outcome: Outcome
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What the scheme in force gives for a verdict."""

    verdict: Verdict
    points: Decimal
    text: str  # by which rule; "" where the scheme asks nothing of it


def proposed(commission: Commission, task: Task, now: datetime) -> Outcome | None:
    """The outcome by the clock; None for what is exempt or may still come."""
    due = commission.due_of(task)
    if task.exempt:
        return None
    if task.answered:
        return Outcome.LATE if task.answered > due else Outcome.ON_TIME
    if has_answered(task):
        return task.outcome or Outcome.ON_TIME
    return Outcome.NONE if now > due else None


def is_outdated(task: Task) -> bool:
    """Whether an answer came after the unit was put down as not having given one."""
    return task.outcome is Outcome.NONE and bool(task.answered or task.drafts)


def consequences(
    work: Work, commission: Commission, verdicts: Sequence[Verdict], *, by: By
) -> list[Consequence]:
    """What the scheme would give each unit, before anything is booked."""
    found = weigh_each(work, [_entry(commission, one, by) for one in verdicts])
    return [
        Consequence(one, weighed[0].points, weighed[0].text)
        for one, weighed in zip(verdicts, found, strict=True)
    ]


def confirm(
    store: Store,
    commission_id: int,
    verdicts: Sequence[Verdict],
    *,
    books: bool,
    closes: bool = False,
    by: By,
) -> Change:
    """Confirm results (登记结果), and book them in the ledger where ``books``.

    What was booked of these units before is taken back and booked anew. With ``closes`` the
    commission is 办结 where every unit has its result. Raises FieldError, NotAllowedError.
    """
    with store.begin() as work:
        former = work.matters.get(Commission, commission_id)
        if former.issued is None or former.withdrawn:
            raise NotAllowedError(f"“{former.title}”没有发出，或者已经撤回，没有结果可登记。")
        _must_be_asked(former, verdicts)
        chosen = {one.unit_id: one for one in verdicts}
        back = _taken_back(work, former, chosen, by)
        anew = _booked_anew(work, former, chosen, by) if books else {}
        latter = _judged(former, chosen, anew)
        if closes and not unsettled(latter):
            latter = replace(latter, closed=latter.closed or by.now)
        kept = work.matters.save(latter, by)
        note(work, by, "登记约稿结果", kept.subject, _told(former, verdicts, books=books))
        _note_drafts(work, former, chosen, by)
        return Change(former, kept, (*back, *anew.values()))


def close(store: Store, commission_id: int, *, by: By) -> Change:
    """Put a commission away (办结). Raises NotAllowedError while a unit has no result."""
    with store.begin() as work:
        former = work.matters.get(Commission, commission_id)
        if former.issued is None or former.closed:
            raise NotAllowedError(f"“{former.title}”没有发出，或者已经办结。")
        left = unsettled(former)
        if left:
            raise NotAllowedError(f"还有 {len(left)} 家单位没有结果。请先登记结果，再办结。")
        kept = work.matters.save(replace(former, closed=by.now), by)
        note(work, by, "办结约稿", kept.subject, kept.name)
        return Change(former, kept)


def reopen(store: Store, commission_id: int, reason: str, *, by: By) -> Change:
    """Take a commission up again, also one that was called off. Raises FieldError."""
    why = " ".join(reason.split())
    if not why:
        raise FieldError("reason", "重新打开要写明理由，例如“上级要求补报”。")
    with store.begin() as work:
        former = work.matters.get(Commission, commission_id)
        kept = work.matters.save(replace(former, closed=None, withdrawn=""), by)
        note(work, by, "重新打开约稿", kept.subject, why)
        return Change(former, kept)


def unsettled(commission: Commission) -> list[Task]:
    """The units without a result."""
    return [one for one in commission.tasks if not (one.exempt or one.outcome)]


def gone_by_hand(work: Work, commission: Commission) -> set[int]:
    """The units whose booked result somebody has taken back in the ledger since."""
    return {
        one.unit_id
        for one in commission.tasks
        if one.booked and not facts_standing(work, one.booked)
    }


def fact_day(commission: Commission, task: Task, today: date) -> date:
    """The day a result counts on: the one it was due on, or today where it came earlier."""
    return min(day_of(commission.due_of(task)), today)


def _entry(commission: Commission, verdict: Verdict, by: By) -> Entry:
    task = _task(commission, verdict.unit_id)
    began = commission.issued
    ended = task.answered if verdict.outcome is not Outcome.NONE else None
    if began and ended:
        ended = max(began, ended)  # the clock was set back, or it came before it was asked for
    return Entry(
        FactKind.COMMISSION,
        fact_day(commission, task, by.today),
        (verdict.unit_id,),
        commission.title,
        note=" ".join((commission.number, verdict.remark)).strip(),
        particulars=Particulars(
            item=commission.number,
            outcome=verdict.outcome.value,
            started=began,
            ended=ended,
            late=_late(commission.due_of(task), ended, verdict.outcome),
        ),
    )


def _late(due: datetime, ended: datetime | None, outcome: Outcome) -> Decimal | None:
    """Hours after the time that was given."""
    if outcome is not Outcome.LATE or ended is None or ended <= due:
        return None
    return (Decimal(int((ended - due).total_seconds())) / _HOUR).quantize(_TENTH)


def _taken_back(
    work: Work, commission: Commission, chosen: Mapping[int, Verdict], by: By
) -> list[Booked]:
    """Take back what was booked of these units, before it is booked anew."""
    return [
        take_back_within(work, facts[0].id, "约稿结果更正", by=by)
        for one in commission.tasks
        if one.unit_id in chosen and (facts := facts_standing(work, one.booked))
    ]


def _booked_anew(
    work: Work, commission: Commission, chosen: Mapping[int, Verdict], by: By
) -> dict[int, Booked]:
    return {
        unit_id: book_within(work, _entry(commission, verdict, by), by=by)
        for unit_id, verdict in chosen.items()
    }


def _judged(
    commission: Commission, chosen: Mapping[int, Verdict], booked: Mapping[int, Booked]
) -> Commission:
    def edit(task: Task) -> Task:
        verdict = chosen[task.unit_id]
        held = booked.get(task.unit_id)
        remark = verdict.remark or task.remark
        source = held.facts[0].source if held else ""
        return replace(task, outcome=verdict.outcome, remark=remark, booked=source)

    return with_tasks(commission, chosen, edit)


def _must_be_asked(commission: Commission, verdicts: Collection[Verdict]) -> None:
    if not verdicts:
        raise NotAllowedError("没有选中要登记结果的单位。")
    for one in verdicts:
        if _task(commission, one.unit_id).exempt:
            raise NotAllowedError("免报的单位没有结果可登记。请先取消免报。")


def _task(commission: Commission, unit_id: int) -> Task:
    task = commission.task_of(unit_id)
    if task is None:
        raise NotAllowedError("选中的单位里有的没有约稿。请刷新后再试。")
    return task


def _told(commission: Commission, verdicts: Sequence[Verdict], *, books: bool) -> str:
    counts = (
        f"{outcome} {number} 家"
        for outcome in Outcome
        if (number := sum(one.outcome is outcome for one in verdicts))
    )
    return f"{commission.name}：{'、'.join(counts)}，{'记入台账' if books else '只登记不计分'}"


def _note_drafts(work: Work, commission: Commission, chosen: Mapping[int, Verdict], by: By) -> None:
    for task in commission.tasks:
        if task.unit_id in chosen:
            for draft_id in task.drafts:
                said = f"{commission.name}：{chosen[task.unit_id].outcome}"
                note(work, by, "登记约稿结果", f"draft:{draft_id}", said)
