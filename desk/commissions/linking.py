"""Use cases: drafts that answer commissions, linked at once by number, else proposed (应约稿件)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from desk.auditing import By, note
from desk.commissions.changing import with_tasks
from desk.commissions.commission import Commission, Task
from desk.commissions.likeness import (
    LEAST,
    LEAST_UNASKED,
    Seen,
    Words,
    names_number,
    score,
)
from desk.commissions.rules import CommissionRules
from desk.drafts import Channel, Draft, Status
from desk.errors import NotAllowedError
from desk.office_clock import office_time
from desk.repositories.matters import OPEN
from desk.store import Store, Work
from desk.submissions import book_submission, is_unregistered
from desk.versions import follow

_PROPOSED = 3  # for one draft
_NAMED = 100  # the score of a draft that names the number
_EARLY = timedelta(hours=1)  # the clock of this PC may have been wrong


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft that looks like an answer; ``unit_ids`` are those of its units that were asked.

    ``is_named`` says that it holds the commission's number.
    """

    commission: Commission
    draft_id: int
    title: str
    score: int
    unit_ids: tuple[int, ...] = ()
    is_named: bool = False

    @property
    def is_offered(self) -> bool:
        """Whether nobody asked its units (自荐)."""
        return not self.unit_ids


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking changed: the commissions before, and the draft's channel before."""

    draft_id: int
    former: tuple[Commission, ...]

    @property
    def names(self) -> str:
        """The commissions in words."""
        return "、".join(one.number or f"“{one.title}”" for one in self.former)


class Linker:
    """Links what comes in by the number it names; open commissions are read once for a batch."""

    def __init__(self, work: Work) -> None:
        self._rules = work.matters.policy(CommissionRules())
        self._open = _running(work)
        self.told: dict[int, str] = {}  # to which commissions drafts were linked, by id

    def link(self, work: Work, draft: Draft, by: By) -> Draft:
        """Link a new draft where it names commissions; gives it back as it is then."""
        if not self._open or not draft.was_sent:
            return draft
        seen, year = _seen(draft), office_time(draft.received).year
        named = [one.id for one in self._open if names_number(seen, one, self._rules, year)]
        now = (work.matters.get(Commission, one) for one in named)  # others are linked since
        found = [one for one in now if _is_running(one)]
        if not found:
            return draft
        linked = _link(work, draft, found, by, "写明编号")
        self.told[draft.id] = linked.names
        return work.drafts.get(draft.id)


def proposals(work: Work, draft: Draft) -> list[Proposal]:
    """The open commissions a draft may answer and is not linked to, the likeliest first."""
    if not draft.was_sent or is_unregistered(draft):
        return []
    rules, seen = work.matters.policy(CommissionRules()), _seen(draft)
    found = (_judged(one, draft, seen, rules) for one in _running(work))
    ranked = sorted(filter(None, found), key=lambda one: (one.is_offered, -one.score))
    return ranked[:_PROPOSED]


def link(store: Store, draft_id: int, commission_ids: Iterable[int], *, by: By) -> Linked:
    """Take a draft as the answer of its units to some commissions (挂到约稿).

    It counts as commissioned (约稿) unless it is printed already. Units nobody asked are put
    apart (自荐). Raises NotAllowedError for what was made at the desk itself.
    """
    with store.begin() as work:
        draft = work.drafts.get(work.drafts.get(draft_id).item_id)
        if not draft.was_sent:
            raise NotAllowedError(f"“{draft.title}”是本机综合的稿件，请挂它的来源稿件。")
        wanted = [work.matters.get(Commission, one) for one in commission_ids]
        return _link(work, draft, wanted, by, "人工确认")


def unlink(store: Store, draft_id: int, commission_ids: Iterable[int], *, by: By) -> Linked:
    """Take a wrong link off (取消应约)."""
    with store.begin() as work:
        wanted = [work.matters.get(Commission, one) for one in commission_ids]
        return unlink_within(work, draft_id, wanted, by)


def unlink_within(work: Work, draft_id: int, commissions: Sequence[Commission], by: By) -> Linked:
    """Take links off as a part of another use case."""
    draft = work.drafts.get(draft_id)
    for one in commissions:
        latter = _without(work, one, draft_id)
        _keep(work, latter, draft, by, "取消应约")
    if not _linked(work, draft_id):
        _set_channel(work, draft, _came_as(commissions, draft), by)
    return Linked(draft_id, tuple(commissions))


def unlink_all(work: Work, draft_id: int, by: By) -> None:
    """Take a draft off everything it answers, as a part of taking its registration back."""
    ids = [one.id for one in work.matters.linked(draft_id=draft_id) if one.kind == Commission.KIND]
    if ids:
        unlink_within(work, draft_id, [work.matters.get(Commission, one) for one in ids], by)


def take_back(store: Store, linked: Linked, *, by: By) -> None:
    """Undo linking, taking off or refusing: the draft stands to each commission as before."""
    with store.begin() as work:
        draft = work.drafts.get(linked.draft_id)
        was_linked, ways = False, list(linked.former)
        for former in linked.former:
            now = work.matters.get(Commission, former.id)
            ways.append(now)
            _keep(work, _as_before(now, former, draft.id), draft, by, "撤销应约")
            was_linked |= draft.id in former.draft_ids
        if was_linked:
            _set_channel(work, draft, Channel.COMMISSION, by)
        elif not _linked(work, draft.id):
            _set_channel(work, draft, _came_as(ways, draft), by)


def refuse(store: Store, draft_id: int, commission_id: int, *, by: By) -> Linked:
    """Say that a draft is no answer to a commission; it is not proposed again (不是应约)."""
    with store.begin() as work:
        former, draft = work.matters.get(Commission, commission_id), work.drafts.get(draft_id)
        latter = replace(former, refused=tuple(dict.fromkeys((*former.refused, draft_id))))
        _keep(work, latter, draft, by, "不是应约")
        return Linked(draft_id, (former,))


def _seen(draft: Draft) -> Seen:
    return Seen(Words(draft.original.name, draft.title, draft.body.text))


def _running(work: Work) -> list[Commission]:
    return [one for one in work.matters.all(Commission, OPEN) if _is_running(one)]


def _is_running(commission: Commission) -> bool:
    return bool(commission.issued) and not (commission.closed or commission.withdrawn)


def _judged(one: Commission, draft: Draft, seen: Seen, rules: CommissionRules) -> Proposal | None:
    """Whether a draft is to be proposed for a commission."""
    if one.issued is None or draft.received < one.issued - _EARLY:
        return None
    if draft.id in one.draft_ids or draft.id in one.refused:
        return None
    asked = tuple(unit_id for unit_id in draft.unit_ids if one.task_of(unit_id))
    if names_number(seen, one, rules, office_time(draft.received).year):
        return Proposal(one, draft.id, draft.title, _NAMED, asked, is_named=True)
    found = score(seen, one)
    if found < (LEAST if asked else LEAST_UNASKED):
        return None
    return Proposal(one, draft.id, draft.title, found, asked)


def _link(work: Work, draft: Draft, wanted: Sequence[Commission], by: By, how: str) -> Linked:
    for one in wanted:
        _keep(work, _with(one, draft), draft, by, "挂应约稿件", f"（{how}）")
    _set_channel(work, draft, Channel.COMMISSION, by)
    return Linked(draft.id, tuple(wanted))


def _with(commission: Commission, draft: Draft) -> Commission:
    """The commission with a draft as the answer of those of its units that were asked."""

    def edit(task: Task) -> Task:
        came = min(filter(None, (task.answered, draft.received)))
        return replace(task, drafts=tuple(dict.fromkeys((*task.drafts, draft.id))), answered=came)

    asked = [one for one in draft.unit_ids if commission.task_of(one)]
    latter = with_tasks(commission, asked, edit)
    others = latter.offered if asked else tuple(dict.fromkeys((*latter.offered, draft.id)))
    ways = dict(latter.came_as) | {draft.id: _way(commission, draft)}
    left = tuple(one for one in latter.refused if one != draft.id)
    return replace(latter, offered=others, came_as=tuple(ways.items()), refused=left)


def _without(work: Work, commission: Commission, draft_id: int) -> Commission:
    def edit(task: Task) -> Task:
        if draft_id not in task.drafts:
            return task
        left = tuple(one for one in task.drafts if one != draft_id)
        came = min((one.received for one in work.drafts.several(left)), default=None)
        return replace(task, drafts=left, answered=came)

    latter = with_tasks(commission, commission.unit_ids, edit)
    return replace(
        latter,
        offered=tuple(one for one in latter.offered if one != draft_id),
        came_as=tuple(one for one in latter.came_as if one[0] != draft_id),
    )


def _as_before(now: Commission, former: Commission, draft_id: int) -> Commission:
    """What is now, but for one draft, which stands as it stood."""

    def edit(task: Task) -> Task:
        before = former.task_of(task.unit_id)
        held = before.drafts if before else ()
        drafts = _placed(task.drafts, held, draft_id)
        if drafts == task.drafts:
            return task
        return replace(task, drafts=drafts, answered=before.answered if before else None)

    return replace(
        with_tasks(now, now.unit_ids, edit),
        offered=_placed(now.offered, former.offered, draft_id),
        refused=_placed(now.refused, former.refused, draft_id),
        came_as=(
            *(one for one in now.came_as if one[0] != draft_id),
            *(one for one in former.came_as if one[0] == draft_id),
        ),
    )


def _placed(now: tuple[int, ...], former: tuple[int, ...], draft_id: int) -> tuple[int, ...]:
    left = tuple(one for one in now if one != draft_id)
    if draft_id not in former:
        return left
    return now if draft_id in now else (*left, draft_id)


def _way(commission: Commission, draft: Draft) -> str:
    return dict(commission.came_as).get(draft.id, draft.channel.value)


def _came_as(commissions: Iterable[Commission], draft: Draft) -> Channel:
    """How a draft came before it was linked."""
    ways = (dict(one.came_as).get(draft.id) for one in commissions)
    return Channel(next(filter(None, ways), draft.channel.value))


def _linked(work: Work, draft_id: int) -> bool:
    found = work.matters.linked(draft_id=draft_id)
    return any(one.kind == Commission.KIND for one in found)


def _set_channel(work: Work, draft: Draft, channel: Channel, by: By) -> None:
    """Let a draft count as asked for, or not; what is printed stays as it was booked."""
    if draft.status is Status.RELEASED or draft.channel is channel:
        return
    changed = replace(draft, channel=channel)
    work.drafts.save(changed)
    book_submission(work, changed, by)
    follow(work, changed)


def _keep(
    work: Work, latter: Commission, draft: Draft, by: By, action: str, more: str = ""
) -> None:
    work.matters.save(latter, by)
    note(work, by, action, latter.subject, f"“{draft.title}”{more}")
    note(work, by, action, f"draft:{draft.id}", f"{latter.name}{more}")
