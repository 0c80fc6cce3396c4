"""The register of what went up (上报登记簿): a line for each item and carrier."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from desk.forwardings.approval import ApprovalState, approval_states
from desk.forwardings.forwarding import Forwarding
from desk.forwardings.rules import ForwardingRules, Line, rules_of
from desk.office_clock import moment_at
from desk.publications import Publication
from desk.repositories.matters import EVERY, MatterQuery
from desk.store import Work
from desk.terms import CLOSING

_NO_LEVEL = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register; ``due`` is when it is to go up, or its result is due."""

    forwarding: Forwarding
    units: str
    tier: str
    line: Line
    section: str = ""
    due: datetime | None = None
    approval: ApprovalState | None = None  # of what waits to go up

    is_late: bool = False  # its time had run out when it was read

    @property
    def state(self) -> str:
        """Where it stands; 等结果超期 where its result is long in coming."""
        word = self.forwarding.state
        return f"{word}超期" if self.is_late else word


def register(work: Work, now: datetime, query: MatterQuery = EVERY) -> list[Entry]:
    """All lines, the newest first; what is still to go up stands above."""
    held = work.matters.all(Forwarding, query)
    found = entries(work, held)
    return [replace(one, is_late=one.due is not None and one.due < now) for one in found]


def entries(work: Work, held: list[Forwarding]) -> list[Entry]:
    """The lines of some forwardings, those to go up first."""
    rules = rules_of(work)
    units = {one.id: one.short for one in work.registry.units()}
    carriers = {one.id: one for one in work.catalogue.publications()}
    waiting = [one for one in held if one.sent is None and not one.withdrawn]
    texts = {one.id: one.text_id or one.draft_id for one in waiting}
    drafts = work.drafts.several(sorted(set(texts.values())))
    states = approval_states(work, drafts, rules.lane) if drafts else {}
    found = [
        _entry(
            one, rules, units, carriers.get(one.publication_id), states.get(texts.get(one.id, 0))
        )
        for one in held
    ]
    return sorted(found, key=lambda one: one.forwarding.state != "待上报")


def _entry(
    one: Forwarding,
    rules: ForwardingRules,
    units: Mapping[int, str],
    carrier: Publication | None,
    approval: ApprovalState | None,
) -> Entry:
    is_waiting = one.sent is None and not one.withdrawn
    section = carrier.section(one.section_id) if carrier else None
    return Entry(
        one,
        "、".join(units[key] for key in one.units if key in units),
        carrier.tier.value if carrier else _NO_LEVEL,
        rules.of(carrier).line if carrier else Line.MEDIA,
        section.name if section else "",
        moment_at(one.day, CLOSING) if is_waiting else rules.result_due(one),
        approval,
    )
