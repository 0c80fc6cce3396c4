"""Use cases: one reply to the upper level of what the units sent, and that it was given."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desk.auditing import By, note
from desk.commissions.changing import Change
from desk.commissions.commission import Commission, Upper
from desk.commissions.moments import moment_words
from desk.commissions.results import unsettled
from desk.commissions.splitting import siblings
from desk.commissions.standing import TaskState, task_state
from desk.drafts import Draft, DraftRow, Status
from desk.errors import FieldError, NotAllowedError
from desk.merging import merge_within, unmerge_within
from desk.store import Store, Work
from desk.units import Unit

WAYS = ("内网系统", "机要", "传真", "邮件", "纸质", "电话")
LONGEST_HOW = 40
_LEFT = (Status.RETURNED, Status.REJECTED, Status.FILED)


@dataclass(frozen=True, slots=True)
class PartRow:
    """One unit of a split request: its part, how it stands, and what it sent."""

    commission: Commission
    unit: Unit
    part: str
    state: TaskState
    due: datetime
    drafts: tuple[DraftRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """A request from above with everything behind it; the leading notice comes first."""

    notices: tuple[Commission, ...]
    rows: tuple[PartRow, ...]
    reply: Draft | None = None

    @property
    def upper(self) -> Upper:
        """What was asked."""
        found = self.notices[0].upper
        assert found is not None  # noqa: S101 - read of a commission that has one
        return found

    @property
    def words(self) -> str:
        """5 家单位，已报 3 家."""
        came = sum(bool(one.drafts) for one in self.rows)
        late = sum(one.state is TaskState.OVERDUE for one in self.rows)
        return f"{len(self.rows)} 家单位，已报 {came} 家" + (f"，{late} 家逾期" if late else "")


@dataclass(frozen=True, slots=True)
class Merged:
    """A reply made: the commission before, the reply, and whether it is a new composite."""

    former: Commission
    reply: Draft
    part_ids: tuple[int, ...] = ()  # of a composite: what was merged now


def board(work: Work, commission_id: int, now: datetime) -> Board:
    """How a request from above stands."""
    held = siblings(work, work.matters.get(Commission, commission_id))
    units = {one.id: one for one in work.registry.units()}
    drafts = {one.id: one for one in work.drafts.rows([d for c in held for d in c.draft_ids])}
    rows = tuple(
        PartRow(
            one,
            units[task.unit_id],
            task.part,
            task_state(one, task, now),
            one.due_of(task),
            tuple(drafts[draft] for draft in task.drafts if draft in drafts),
        )
        for one in held
        for task in one.tasks
        if task.unit_id in units
    )
    upper = held[0].upper
    reply = work.drafts.get(upper.reply_id) if upper and upper.reply_id else None
    return Board(tuple(held), rows, reply)


def merge(store: Store, commission_id: int, draft_ids: Sequence[int], *, by: By) -> Merged:
    """Make the one reply of what units sent; what came later joins the reply there is.

    Several drafts become a composite, a single one is the reply itself. Raises NotAllowedError.
    """
    chosen = list(dict.fromkeys(draft_ids))
    with store.begin() as work:
        lead = _lead(work, commission_id)
        former = lead.upper
        if former is None or former.replied:
            raise NotAllowedError(f"{lead.name}不是上级约稿，或者已经上报，不用再综合。")
        if not chosen:
            raise NotAllowedError("还没有选稿件。请先选要综合进去的应约稿件。")
        joined = [former.reply_id, *chosen] if _is_composite(work, former) else chosen
        if len(joined) == 1:
            reply = work.drafts.get(joined[0])
        else:
            reply = merge_within(work, joined, by=by, title=lead.title)
        kept = work.matters.save(replace(lead, upper=replace(former, reply_id=reply.id)), by)
        told = f"{lead.name}：{len(chosen)} 篇合为“{reply.title}”"
        note(work, by, "综合应约稿件", kept.subject, told)
        note(work, by, "综合应约稿件", f"draft:{reply.id}", f"{former.asked_by}，{lead.name}")
        return Merged(lead, reply, tuple(chosen) if len(joined) > 1 else ())


def unmerge(store: Store, merged: Merged, *, by: By) -> Commission:
    """Undo ``merge``: what was merged stands alone again. Raises NotAllowedError."""
    with store.begin() as work:
        if merged.part_ids:
            unmerge_within(work, merged.reply.id, merged.part_ids, by=by)
        now = work.matters.get(Commission, merged.former.id)
        before = merged.former.upper
        upper = now.upper and replace(now.upper, reply_id=before.reply_id if before else 0)
        kept = work.matters.save(replace(now, upper=upper), by)
        note(work, by, "撤销综合应约稿件", kept.subject, merged.reply.title)
        return kept


def reply(
    store: Store, commission_id: int, how: str, *, by: By, when: datetime | None = None
) -> tuple[Change, ...]:
    """Write down that the upper level has our reply, and close what is settled.

    Raises FieldError without a way, or for a moment to come.
    """
    way, moment = " ".join(how.split()), when or by.now
    if not way or len(way) > LONGEST_HOW:
        raise FieldError("how", f"请写上怎么报的，例如“内网系统”，最多 {LONGEST_HOW} 个字。")
    if moment > by.now:
        raise FieldError("when", "上报时间还没有到。请写实际报出去的时间。")
    with store.begin() as work:
        lead = _lead(work, commission_id)
        if lead.upper is None or not lead.owes_reply:
            raise NotAllowedError(f"{lead.name}不是上级约稿，或者已经登记过上报。")
        upper = replace(lead.upper, replied=moment, how=way)
        latter = replace(lead, upper=upper)
        told = f"{upper.asked_by}“{lead.title}”，{moment_words(moment)}，{way}"
        steps = [_kept(work, lead, _closed(latter, by), "上报约稿答复", told, by)]
        if upper.reply_id:
            note(work, by, "上报约稿答复", f"draft:{upper.reply_id}", told)
        steps += [
            _kept(work, one, _closed(one, by), "办结约稿", one.name, by)
            for one in siblings(work, lead)[1:]
            if _closed(one, by) != one
        ]
        return tuple(steps)


def unreply(store: Store, steps: Sequence[Change], *, by: By) -> None:
    """Undo ``reply``."""
    with store.begin() as work:
        for step in steps:
            now = work.matters.get(Commission, step.former.id)
            before = replace(now, upper=step.former.upper, closed=step.former.closed)
            note(work, by, "撤销上报约稿答复", work.matters.save(before, by).subject, now.name)


def fit_to_merge(rows: Sequence[PartRow]) -> list[DraftRow]:
    """What of the answers can go into the reply: each once, none that was turned away."""
    held = {one.id: one for row in rows for one in row.drafts}
    return [one for one in held.values() if one.status not in (*_LEFT, Status.MERGED)]


def _lead(work: Work, commission_id: int) -> Commission:
    return siblings(work, work.matters.get(Commission, commission_id))[0]


def _is_composite(work: Work, upper: Upper) -> bool:
    """Whether there is a reply to which more can be added."""
    return bool(upper.reply_id and work.parts.of(upper.reply_id))


def _closed(one: Commission, by: By) -> Commission:
    if one.closed or (one.issued and unsettled(one)):
        return one
    return replace(one, closed=by.now)


def _kept(
    work: Work, former: Commission, latter: Commission, action: str, detail: str, by: By
) -> Change:
    kept = work.matters.save(latter, by)
    note(work, by, action, kept.subject, detail)
    return Change(former, kept)
