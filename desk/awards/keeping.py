"""Use cases: keep the plan and the decisions of a period's honours, settle them, open them."""

from collections.abc import Callable
from dataclasses import replace

from desk.auditing import By, note
from desk.awards.award_list import AwardList
from desk.awards.candidates import candidates
from desk.awards.deciding import Awarded, Decision, honoured
from desk.awards.plan import AwardPlan
from desk.awards.proposing import Proposal, propose
from desk.errors import FieldError, NotAllowedError
from desk.store import Store, Work
from desk.surveys.survey import Survey

LONGEST = 200


def award_list(store: Store, survey: Survey) -> AwardList:
    """The list of a survey's period; a new one has the plan of the newest list there is."""
    stretch = survey.stretch
    with store.read() as work:
        held = work.awards.of(stretch.file_key)
        newest = next(iter(work.awards.all()), None)
    plan = newest.plan if newest else AwardPlan()
    return held or AwardList(stretch.file_key, stretch.name, stretch.first, stretch.last, plan)


def proposals(survey: Survey, plan: AwardPlan) -> tuple[Proposal, ...]:
    """Every candidate with what the plan proposes."""
    return propose(candidates(survey, plan), plan)


def rows(survey: Survey, held: AwardList) -> tuple[Awarded, ...]:
    """The honours of a list: as settled, else by today's figures and decisions."""
    if held.is_settled:
        return held.settled
    grades = [one.name for one in held.plan.grades]
    return honoured(proposals(survey, held.plan), held.decisions, grades)


def save_plan(store: Store, held: AwardList, plan: AwardPlan, *, by: By) -> AwardList:
    """Take another plan; raises FieldError for grades without a name, a place, or named twice."""
    _check(plan)
    told = "；".join(f"{one.name} {one.whom} {one.places}" for one in plan.grades)
    return _change(store, held, "改评先办法", told, lambda one: replace(one, plan=plan), by)


def decide(store: Store, held: AwardList, decision: Decision, *, by: By) -> AwardList:
    """Give or take a grade otherwise than proposed; raises FieldError without a reason."""
    why = " ".join(decision.reason.split())
    if not why:
        raise FieldError("reason", "和建议不一样要写明理由，例如“承办全省现场会，一致同意”。")
    if len(why) > LONGEST:
        raise FieldError("reason", f"理由有 {len(why)} 个字，最多 {LONGEST} 个字。请改短。")
    if decision.name and len(decision.name) > LONGEST:
        raise FieldError("name", f"名称有 {len(decision.name)} 个字，最多 {LONGEST} 个字。请改短。")
    made = replace(decision, reason=why, who=by.who)
    told = f"{decision.name or decision.key} {decision.grade or '不评'}：{why}"

    def with_it(one: AwardList) -> AwardList:
        return replace(one, decisions=(*_others(one, decision.key), made))

    return _change(store, held, "评先改定", told, with_it, by)


def undecide(store: Store, held: AwardList, key: str, *, by: By) -> AwardList:
    """Let the proposal hold again."""
    return _change(
        store,
        held,
        "评先照建议",
        key,
        lambda one: replace(one, decisions=_others(one, key)),
        by,
    )


def _others(held: AwardList, key: str) -> tuple[Decision, ...]:
    """All decisions but the one about somebody."""
    return tuple(one for one in held.decisions if one.key != key)


def settle(store: Store, survey: Survey, held: AwardList, *, by: By) -> AwardList:
    """Keep the honours as they stand, whatever the figures become."""
    with store.read() as work:
        given = rows(survey, work.awards.of(held.key) or held)
    if not given:
        raise NotAllowedError("名单里还没有人，没有定下。请先按办法评，或者自己添加。")
    told = f"{held.name} {len(given)} 项"
    return _change(
        store, held, "定下评先名单", told,
        lambda one: replace(one, settled=given, settled_at=by.now), by,
    )  # fmt: skip


def unsettle(store: Store, held: AwardList, reason: str, *, by: By) -> AwardList:
    """Open a settled list again; raises FieldError without a reason."""
    why = " ".join(reason.split())
    if not why:
        raise FieldError("reason", "重新评要写明理由。")
    with store.begin() as work:
        opened = replace(work.awards.of(held.key) or held, settled=(), settled_at=None)
        return _keep(work, opened, "重新评先", f"{held.name}：{why}", by)


def put_back(store: Store, former: AwardList | None, key: str, *, by: By) -> None:
    """Undo: make a period's list what it was before, none where there was none."""
    with store.begin() as work:
        if former is None:
            work.awards.delete(key)
            note(work, by, "撤销评先改动", f"award:{key}", "")
        else:
            _keep(work, former, "撤销评先改动", former.name, by)


def _check(plan: AwardPlan) -> None:
    names = [one.name.strip() for one in plan.grades]
    if not all(names):
        raise FieldError("grades", "有一个等次没有名称。请写上，例如“先进单位”。")
    twice = next((one for one in names if names.count(one) > 1), "")
    if twice:
        raise FieldError("grades", f"等次“{twice}”写了两次。请改名或删掉一个。")
    for one in plan.grades:
        if one.places < 0 or any(each.places < 0 for each in one.apart):
            raise FieldError("grades", f"“{one.name}”的名额不能小于 0。")
    if plan.completion is not None and plan.completion < 0:
        raise FieldError("completion", "完成率不能小于 0。")


def _change(
    store: Store,
    held: AwardList,
    what: str,
    told: str,
    change: Callable[[AwardList], AwardList],
    by: By,
) -> AwardList:
    """Change the list as it is kept now: another window may have settled it, or decided more."""
    with store.begin() as work:
        now = work.awards.of(held.key) or held
        if now.is_settled:
            raise NotAllowedError(f"{now.name}的名单已经定下，没有改。要改请先“重新评”。")
        return _keep(work, change(now), what, told, by)


def _keep(work: Work, held: AwardList, what: str, told: str, by: By) -> AwardList:
    kept = replace(held, who=by.who, when=by.now)
    work.awards.save(kept)
    note(work, by, what, f"award:{held.key}", told)
    return kept
