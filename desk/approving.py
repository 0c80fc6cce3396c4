"""Use cases on approval (审签): send drafts along a lane, decide, hand over, chase, take back.

Each is one unit of work, all or none. Those that change where drafts stand return how they stood
before, for ``take_back``.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.approvals import Approval, Call, Lane, Stage, Step, Verdict
from desk.auditing import By, note
from desk.drafts import Draft, Status
from desk.editing import EDITABLE, must_move
from desk.errors import FieldError, NotAllowedError, NotFoundError
from desk.people import stands_in
from desk.store import Store, Work
from desk.timing import retime
from desk.ways import active_lanes, lane_of, named, signed, stepped, told, turn, unrecorded

LONGEST_OPINION = 1000
REOPENED = Stage("审签后退回")  # an approved text sent back to be changed


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided at a stage: PASSED or RETURNED.

    ``signer`` is who decided, who acts when empty; anybody but the one asked signs for that one
    (代签). ``along`` names optional stages of the lane to go on to (必要时报请领导).
    """

    verdict: Verdict
    opinion: str = ""
    signer: str = ""
    along: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature on the printed slip: its day, and the scan of the slip where there is one."""

    signed_on: date
    scan: bytes = b""
    name: str = "审签单扫描件"  # of the scan's file


@dataclass(frozen=True, slots=True)
class Former:
    """How a draft and its newest way stood before a step, and how the step left them."""

    what: str  # the step, in the words of the office
    draft: Draft
    way: Approval | None
    left: Draft
    left_way: Approval


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder that was noted, for its undo."""

    draft_id: int
    call_id: int


def submit(
    store: Store,
    draft_ids: Sequence[int],
    lane_id: int,
    *,
    by: By,
    along: Collection[str] = (),
) -> tuple[Former, ...]:
    """Send drafts along a lane; ``along`` names the optional stages wanted.

    New drafts go by way of 在编; on a lane that approves at once they are 可用 then. Raises
    NotReadyError with what is missing, NotAllowedError on a draft that cannot be sent now.
    """
    # The first page tells who has what; it does without the rules.
    from desk.conditions import NotReadyError, lacking  # noqa: PLC0415 - heavy, loaded on use

    with store.begin() as work:
        lane = lane_of(work, lane_id)
        drafts = _drafts(work, draft_ids)
        for draft in drafts:
            _must_be_editable(draft)
        lacks = [(draft, lacking(work, draft, lane.conditions)) for draft in drafts]
        if any(found for _draft, found in lacks):
            raise NotReadyError(lane.name, [one for one in lacks if one[1]])
        return tuple(_send(work, draft, lane, along, by) for draft in drafts)


def approve_at_once(store: Store, draft_ids: Sequence[int], *, by: By) -> tuple[Former, ...]:
    """Approve simple drafts in one step (简办), by who acts; raises as ``submit`` does."""
    with store.read() as work:
        lane = next((one for one in active_lanes(work) if one.at_once), None)
    if lane is None:
        raise NotAllowedError(
            "没有可以一键办结的审签流程。请到“资料”的“审签流程”里启用“简办”，或者按流程送审。"
        )
    return submit(store, draft_ids, lane.id, by=by)


def decide(
    store: Store, draft_ids: Sequence[int], decision: Decision, *, by: By
) -> tuple[Former, ...]:
    """Record what was decided at the stage whose turn it is; an approved text can be returned too.

    Raises FieldError for a return without an opinion.
    """
    opinion = decision.opinion.strip()
    if decision.verdict is Verdict.RETURNED and not opinion:
        raise FieldError("opinion", "退回修改要写明意见，编辑才知道改什么。请写一句再退回。")
    if len(opinion) > LONGEST_OPINION:
        raise FieldError("opinion", f"意见有 {len(opinion)} 个字，最多 {LONGEST_OPINION} 个。")
    signer = " ".join(decision.signer.split()) or by.who
    said = replace(decision, opinion=opinion, signer=signer)
    take = _pass if decision.verdict is Verdict.PASSED else _return
    with store.begin() as work:
        return tuple(take(work, draft, said, by) for draft in _drafts(work, draft_ids))


def recall(store: Store, draft_ids: Sequence[int], *, by: By) -> tuple[Former, ...]:
    """Take drafts back on their way (撤回), whoever has them: they are 在编 again."""
    with store.begin() as work:
        return tuple(_recall(work, draft, by) for draft in _drafts(work, draft_ids))


def hand_over(
    store: Store, draft_ids: Sequence[int], to: str, *, by: By, why: str = ""
) -> tuple[Former, ...]:
    """Ask somebody else at the stage whose turn it is (转交)."""
    name = " ".join(to.split())
    if not name:
        raise FieldError("to", "请写明转交给谁。")
    with store.begin() as work:
        return tuple(
            _hand_over(work, draft, name, why.strip(), by) for draft in _drafts(work, draft_ids)
        )


def remind(
    store: Store, draft_ids: Sequence[int], *, by: By, told: str, answer: str = "", who: str = ""
) -> tuple[Reminded, ...]:
    """Note a reminder (催批); ``who`` was reminded, who has it now when empty."""
    with store.begin() as work:
        return tuple(
            _remind(work, draft, Call(by.now, who, told.strip(), answer.strip()), by)
            for draft in _drafts(work, draft_ids)
        )


def sign_by_hand(
    store: Store, draft_id: int, step: Step, signature: Signature, *, signer: str = "", by: By
) -> tuple[Former, ...]:
    """Record the signature on the printed slip; a step that is still open passes with that.

    Without a scan an earlier one stays. Raises NotAllowedError where it is another step's turn.
    """
    said = Decision(Verdict.PASSED, signer=" ".join(signer.split()) or by.who)
    with store.begin() as work:
        if step.done is not None:
            return (_sign(work, draft_id, step.id, signature, by),)
        draft = work.drafts.get(draft_id)
        _way, now = turn(work, draft)
        if now.id != step.id:
            raise NotAllowedError(
                f"“{draft.title}”已经转到“{now.stage.name}”，没有登记。请刷新后再登记手签。"
            )
        passed = _pass(work, draft, said, by)
        decided = [one for one in passed.left_way.steps if one.done is not None]
        return (_sign(work, draft_id, decided[-1].id, signature, by), passed)


def take_back(store: Store, formers: Iterable[Former], *, by: By) -> None:
    """Take steps back, all or none; raises NotAllowedError where a draft has gone on since.

    What was new when it was sent comes back as 在编.
    """
    with store.begin() as work:
        take_back_within(work, formers, by)


def take_back_within(work: Work, formers: Iterable[Former], by: By) -> None:
    """Take back as ``take_back`` does, as a part of another use case."""
    for former in formers:
        _take_back(work, former, by)


def pass_within(work: Work, draft_id: int, lane: str, step: Step, by: By) -> Former:
    """Record that a draft was approved in one step, which is decided already (急件).

    It needs no lane of the office's. Raises NotAllowedError for a draft that cannot be sent now.
    """
    draft = work.drafts.get(draft_id)
    _must_be_editable(draft)
    note(work, by, lane, f"draft:{draft_id}", told(step, by))
    way = Approval(draft_id, lane, (step,), by.now, by.who, draft.revision)
    return _leave(work, draft, lane, way, Status.READY)


def forget_reminders(store: Store, reminded: Iterable[Reminded], *, by: By) -> None:
    """Take reminders back that were noted by mistake."""
    with store.begin() as work:
        for one in reminded:
            work.approvals.uncall([one.call_id])
            note(work, by, "撤销催批记录", f"draft:{one.draft_id}")


def _drafts(work: Work, draft_ids: Iterable[int]) -> list[Draft]:
    """The drafts, each once: one draft stands in a list by each of its steps."""
    return work.drafts.several(list(dict.fromkeys(draft_ids)))


def _send(work: Work, draft: Draft, lane: Lane, along: Collection[str], by: By) -> Former:
    stages = [one for one in lane.stages if not one.only_if_asked or one.name in along]
    steps = tuple(Step(stage, asked=stage.signer) for stage in stages)
    subject = f"draft:{draft.id}"
    if lane.at_once:
        steps = tuple(_decided(replace(one, since=by.now), by.who, by) for one in steps)
        said = "、".join(f"{one.stage.name}：{signed(one)}" for one in steps)
        note(work, by, f"{lane.name}审签", subject, said)
    else:
        steps = (replace(steps[0], since=by.now), *steps[1:])
        note(work, by, "送审", subject, f"{lane.name}：{' → '.join(map(named, steps))}")
    way = Approval(draft.id, lane.name, steps, by.now, by.who, draft.revision)
    return _leave(work, draft, "送审", way, Status.READY if lane.at_once else Status.SUBMITTED)


def _pass(work: Work, draft: Draft, said: Decision, by: By) -> Former:
    way, step = turn(work, draft)
    decided = _decided(step, said.signer, by, said.opinion)
    way = _longer(work, stepped(way, decided), said.along)
    following = way.current
    if following is not None:
        way = stepped(way, replace(following, since=by.now))
    then = f"转{named(following)}" if following else "审签完毕"
    note(work, by, "审签同意", f"draft:{draft.id}", f"{told(decided, by)}；{then}")
    return _leave(work, draft, "审签同意", way, Status.SUBMITTED if following else Status.READY)


def _return(work: Work, draft: Draft, said: Decision, by: By) -> Former:
    if draft.status is Status.READY:
        must_move(work, draft, Status.EDITING)
        step = Step(REOPENED, since=by.now)
        decided = _decided(step, said.signer, by, said.opinion, Verdict.RETURNED)
        way = _ended(work, draft)
        way = replace(way, steps=(*way.steps, decided))
    else:
        way, step = turn(work, draft)
        decided = _decided(step, said.signer, by, said.opinion, Verdict.RETURNED)
        way = stepped(way, decided)
    note(work, by, "退回修改", f"draft:{draft.id}", told(decided, by))
    return _leave(work, draft, "退回修改", way, Status.EDITING)


def _ended(work: Work, draft: Draft) -> Approval:
    """The way by which a draft was approved; one without steps where none is kept."""
    way = work.approvals.last([draft.id]).get(draft.id)
    if way is not None and way.is_passed:
        return way
    return replace(unrecorded(work, draft), steps=())


def _sign(work: Work, draft_id: int, step_id: int, signature: Signature, by: By) -> Former:
    day = signature.signed_on
    if day > by.today:
        raise FieldError("signed_on", "签字日期不能晚于今天。请核对审签单上的日期。")
    draft = work.drafts.get(draft_id)
    way, step = _step_of(work, draft_id, step_id)
    work.ceiling.must_hold(signature.name)
    scan = work.files.put(signature.scan, signature.name) if signature.scan else step.scan
    left = work.approvals.save(stepped(way, replace(step, signed_on=day, scan=scan)))
    detail = f"{step.stage.name}：{step.signer} {day:%Y-%m-%d} 签字"
    detail += "，附扫描件" if signature.scan else ""
    note(work, by, "登记手签", f"draft:{draft_id}", detail)
    return Former("登记手签", draft, way, draft, left)


def _recall(work: Work, draft: Draft, by: By) -> Former:
    way, step = turn(work, draft)
    taken = replace(step, verdict=Verdict.RECALLED, done=by.now, signer=by.who)
    note(work, by, "撤回送审", f"draft:{draft.id}", f"在{named(step)}处撤回")
    return _leave(work, draft, "撤回送审", stepped(way, taken), Status.EDITING)


def _hand_over(work: Work, draft: Draft, name: str, why: str, by: By) -> Former:
    way, step = turn(work, draft)
    given = stepped(way, replace(step, asked=name))
    reason = f"，{why}" if why else ""
    came = f"{step.asked} → " if step.asked else ""
    note(work, by, "转交审签", f"draft:{draft.id}", f"{step.stage.name}：{came}{name}{reason}")
    return _leave(work, draft, "转交审签", given, Status.SUBMITTED)


def _remind(work: Work, draft: Draft, call: Call, by: By) -> Reminded:
    way, step = turn(work, draft)
    if not way.id:
        way = work.approvals.save(way)
        step = way.steps[0]
    who = " ".join(call.who.split()) or stands_in(work.people.all(), step.asked)
    kept = work.approvals.call(step.id, replace(call, who=who))
    said = "；".join(filter(None, (who, call.told, call.answer and f"答复：{call.answer}")))
    note(work, by, "催批", f"draft:{draft.id}", said)
    return Reminded(draft.id, kept.id)


def _take_back(work: Work, former: Former, by: By) -> None:
    draft = work.drafts.get(former.draft.id)
    ways, left = work.approvals.of(draft.id), former.left
    way = next((one for one in ways if one.id == former.left_way.id), None)
    went_on = (draft.status, draft.revision) != (left.status, left.revision)
    went_on = went_on or (former.draft.status is not left.status and way is not ways[-1])
    if went_on or way is None or _bare(way) != _bare(former.left_way):
        raise NotAllowedError(f"“{draft.title}”在这之后又有变化，不能撤销。请看它现在的状态再办。")
    before = former.draft
    if left.status is Status.READY and before.status is not Status.READY:
        must_move(work, draft, Status.EDITING)  # not while it stands in an issue
    status = Status.EDITING if before.status is Status.NEW else before.status
    work.drafts.save(replace(draft, status=status, reason=before.reason, remark=before.remark))
    if former.way is None or former.way.id != way.id:
        work.approvals.delete([way.id])
    else:
        work.approvals.save(former.way)
    retime(work, work.drafts.get(draft.id))
    moved = "" if draft.status is status else f"{draft.status}→{status}"
    note(work, by, f"撤销“{former.what}”", f"draft:{draft.id}", moved)


def _leave(work: Work, draft: Draft, what: str, way: Approval, status: Status) -> Former:
    """Keep a draft and its way as a step leaves them."""
    before = work.approvals.last([draft.id]).get(draft.id)
    left = replace(draft, status=status, is_read=True, reason="", remark="")
    work.drafts.save(left)
    kept = work.approvals.save(way)
    retime(work, left)
    return Former(what, draft, before, left, kept)


def _longer(work: Work, way: Approval, along: Collection[str]) -> Approval:
    """The way with the optional stages wanted that are not on it yet, in the order of its lane.

    Raises NotAllowedError for a stage the lane has no more: nobody is passed over in silence.
    """
    wanted = set(along) - {step.stage.name for step in way.steps}
    lane = next((one for one in work.approvals.lanes() if one.name == way.lane), None)
    stages = lane.stages if lane else ()
    missing = wanted - {one.name for one in stages if one.only_if_asked}
    if missing:
        raise NotAllowedError(
            f"审签流程“{way.lane}”里已经没有“{'、'.join(sorted(missing))}”，没有登记。"
            "流程可能刚刚改过，请刷新后再办。"
        )
    places = {one.name: place for place, one in enumerate(stages)}
    steps = list(way.steps)
    for stage in (one for one in stages if one.name in wanted):
        later = (
            at
            for at, one in enumerate(steps)
            if one.done is None and places.get(one.stage.name, 0) > places[stage.name]
        )
        steps.insert(next(later, len(steps)), Step(stage, asked=stage.signer))
    return replace(way, steps=tuple(steps))


def _must_be_editable(draft: Draft) -> None:
    if draft.status not in EDITABLE:
        raise NotAllowedError(
            f"“{draft.title}”现在是“{draft.status}”，不能送审。只有新到和在编的稿件可以送审。"
        )


def _step_of(work: Work, draft_id: int, step_id: int) -> tuple[Approval, Step]:
    """A decided step and the way it is on."""
    for way in work.approvals.of(draft_id):
        for step in (one for one in way.steps if one.id == step_id):
            if step.done is None:
                raise NotAllowedError(
                    f"“{step.stage.name}”还没有登记意见。请先登记同意或者退回，再补手签。"
                )
            return way, step
    raise NotFoundError("找不到这一步审签的记录，它可能已被撤销。请刷新后再试。")


def _decided(
    step: Step, name: str, by: By, opinion: str = "", verdict: Verdict = Verdict.PASSED
) -> Step:
    instead = step.asked if step.asked and step.asked != name else ""
    return replace(
        step, done=by.now, verdict=verdict, signer=name, instead_of=instead, opinion=opinion
    )


def _bare(way: Approval) -> Approval:
    """The way without its reminders, which don't change where it stands."""
    return replace(way, steps=tuple(replace(one, calls=()) for one in way.steps))
