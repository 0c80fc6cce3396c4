"""Use case: enter the results of an upper level's list, all of them or none (导入采用结果)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.auditing import By, note
from desk.errors import NotAllowedError
from desk.forwardings.changing import Change, Step
from desk.forwardings.forwarding import Forwarding, Result
from desk.forwardings.matching import Likeness, Match, Proposal, conflict_of
from desk.forwardings.results import Finding, entering
from desk.jobs import Job, Progress, finish
from desk.office_clock import moment_at
from desk.store import Store, Work

_STEP = 10
_LATE = "上级通报里采用了，补登上报"


@dataclass(frozen=True, slots=True)
class Tally:
    """What an import would do, counted."""

    entered: int
    unregistered: int  # adopted, but never registered as sent
    known: int  # entered before, just so
    open: int  # still to be looked at
    skipped: int

    @property
    def words(self) -> str:
        """It in words."""
        parts = [f"登记 {self.entered} 条"]
        for number, what in (
            (self.unregistered, "其中没有登记上报的 {} 条"),
            (self.known, "已登记过的 {} 条"),
            (self.open, "还要核对 {} 条"),
            (self.skipped, "不是我们的 {} 条"),
        ):
            if number:
                parts.append(what.format(number))
        return "，".join(parts)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the clerk says of a line: ``chosen`` among its proposals, -1 that it is none of ours.

    ``is_open`` says that nobody has looked yet.
    """

    match: Match
    chosen: int
    is_open: bool = False

    @property
    def proposal(self) -> Proposal | None:
        """What it is taken for."""
        return self.match.proposals[self.chosen] if self.chosen >= 0 else None

    @property
    def is_known(self) -> bool:
        """Whether all of it was entered before."""
        return conflict_of(self.match.line, self.proposal)[1]


def first_decision(match: Match) -> Decision:
    """What is taken for granted: sure ones are ours, what nothing is like is not."""
    if match.is_sure or match.is_known:
        return Decision(match, match.chosen)
    return Decision(match, match.chosen, is_open=match.likeness is not Likeness.NONE)


def tally(decisions: Sequence[Decision]) -> Tally:
    """Count what an import would do."""
    closed = [one for one in decisions if not one.is_open]
    known = [one for one in closed if one.proposal and one.is_known]
    ours = [one for one in closed if one.proposal and not one.is_known]
    late = [one for one in ours if one.proposal and one.proposal.forwarding is None]
    return Tally(
        len(ours),
        len(late),
        len(known),
        sum(one.is_open for one in decisions),
        sum(one.proposal is None for one in closed),
    )


def must_be_ready(decisions: Sequence[Decision]) -> None:
    """Raise NotAllowedError while a line is open, or where there is nothing to enter."""
    left = sum(one.is_open for one in decisions)
    if left:
        raise NotAllowedError(f"还有 {left} 条没有核对。请逐条按 Enter（是）或 N（不是）。")
    if not tally(decisions).entered:
        raise NotAllowedError("没有要登记的结果：不是我们的，或者都已经登记过。")


def taking(store: Store, decisions: Sequence[Decision], *, by: By) -> Job[Change]:
    """Enter the results of all lines that are ours, or none. Raises NotAllowedError."""
    must_be_ready(decisions)
    chosen = [one for one in decisions if one.proposal and not one.is_known]
    with store.begin() as work:
        step = Step(work, by)
        findings = [_finding(step, one) for one in chosen]
        for done in entering(step, findings):
            if done % _STEP == 0:
                yield Progress(done, len(findings), "登记采用结果")
        note(work, by, "导入上报结果", "forwardings", tally(decisions).words)
        return step.change()


def take(store: Store, decisions: Sequence[Decision], *, by: By) -> Change:
    """The same in one go."""
    return finish(taking(store, decisions, by=by))


def _finding(step: Step, decision: Decision) -> Finding:
    line, held = decision.match.line, decision.proposal
    assert held is not None  # noqa: S101 - chosen by its proposal
    forwarding = held.forwarding or _late_entry(step, decision, held)
    return Finding(
        forwarding.id,
        Result.COMPOSITE if line.is_composite else Result.ADOPTED,
        max(line.day, forwarding.sent_day or line.day),
        line.issue_number,
        line.section_id,
        line.external,
        forwarding.remark,
    )


def _late_entry(step: Step, decision: Decision, held: Proposal) -> Forwarding:
    """What was used above but never registered as sent, registered now."""
    line = decision.match.line
    draft = step.work.drafts.get(held.draft_id)
    made = step.add(
        replace(
            Forwarding(
                title=draft.title,
                day=line.day,
                draft_id=draft.item_id,
                publication_id=line.publication_id,
                carrier=_name(step.work, line.publication_id),
                units=draft.unit_ids,
            ),
            sent=moment_at(line.day),
            approval=_LATE,
            is_late_entry=True,
        )
    )
    step.note("补登上报", made, f"{made.carrier}：{_LATE}")
    return made


def _name(work: Work, publication_id: int) -> str:
    return next(one.name for one in work.catalogue.publications() if one.id == publication_id)
