"""What the demo office has sent up in the last days, and what became of it."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from desk.auditing import By
from desk.demo.clerk import Clerk
from desk.demo.workdays import clock, workdays_back
from desk.drafts import Draft, DraftQuery, Status
from desk.forwardings import results, sending
from desk.forwardings.forwarding import Count, Forwarding, MediaUse, Result
from desk.forwardings.results import Finding
from desk.forwardings.rules import CarrierRule, ForwardingRules, Line, keep_rules, with_carriers
from desk.forwardings.sending import Sending, Target, carriers_above
from desk.office_clock import day_of
from desk.own_tasks import save_own_task
from desk.paths import RESOURCES
from desk.units import UpperTask

_PLAN = RESOURCES / "demo" / "forwardings.toml"
_LOOKED_AT = 120  # newest printed items
_HANDLED = timedelta(hours=6)


def report_up(clerk: Clerk, today: date) -> None:
    """Send printed items up as the plan says, enter what has come back, mark what is to go."""
    plan = tomllib.loads(_PLAN.read_text("utf-8"))
    with clerk.store.read() as work:
        above = carriers_above(work)
        carriers = {one.name: one.id for one in above}
        sections = {one.id: one.sections[0].id for one in above if one.sections}
        released = DraftQuery(statuses=frozenset({Status.RELEASED}), limit=_LOOKED_AT)
        printed = work.drafts.several(work.drafts.ids(released))
        ready = DraftQuery(statuses=frozenset({Status.READY}), limit=len(plan["marked"]))
        waiting = work.drafts.several(work.drafts.ids(ready))
    _set_rules(clerk, carriers, plan["waits"])
    for task in plan["tasks"]:
        asked = UpperTask(today.year, task["tier"], Decimal(task["points"]), task["items"])
        save_own_task(clerk.store, asked, by=By(clerk.who, clerk.now))
    for line in plan["sent"]:
        when = clock(workdays_back(today, line["ago"] + 1)[0], 16, 20)
        draft = next((one for one in printed if one.received + _HANDLED < when), None)
        if draft is None or when > clerk.now:
            continue
        printed.remove(draft)
        sent = _send(clerk, line, draft, carriers, when)
        for one, found in zip(sent, line.get("found", ()), strict=False):
            _enter(clerk, one, found, sections.get(one.publication_id))
        if sent and "medium" in line:
            _note_medium(clerk, sent[0], line["medium"])
    for line, draft in zip(plan["marked"], waiting, strict=False):
        day = today + timedelta(line["in"])
        targets = [Target(carriers[one]) for one in line["to"] if one in carriers]
        if targets:
            by = By(clerk.who, clerk.now)
            sending.mark(clerk.store, [draft.id], targets, day, by=by)


def _set_rules(clerk: Clerk, carriers: Mapping[str, int], waits: Mapping[str, int]) -> None:
    """Any lane will do at this office; each carrier has its own patience."""
    lines = (
        CarrierRule(carriers[name], Line.GOVERNMENT, days)
        for name, days in waits.items()
        if name in carriers
    )
    rules = with_carriers(ForwardingRules(lane=""), lines)
    keep_rules(clerk.store, rules, by=By(clerk.who, clerk.now))


def _send(
    clerk: Clerk, line: Mapping[str, Any], draft: Draft, carriers: Mapping[str, int], when: datetime
) -> Sequence[Forwarding]:
    targets = [Target(carriers[one]) for one in line["to"] if one in carriers]
    how = Sending(when)
    by = By(clerk.who, when)
    if not targets:
        return ()
    return sending.send(clerk.store, [draft.id], targets, how, by=by).latter


def _enter(
    clerk: Clerk, sent: Forwarding, found: Mapping[str, Any], section_id: int | None
) -> None:
    """Enter a result so many days after it was sent; what would be to come still waits."""
    when = (sent.sent or clerk.now) + timedelta(found["after"])
    if not found.get("result") or when > clerk.now:
        return
    finding = Finding(
        sent.id,
        Result(found["result"]),
        day_of(when),
        found.get("number", ""),
        section_id,
        external=Decimal(found["points"]) if "points" in found else None,
        count=Count(found.get("count", Count.YES)),
    )
    results.enter(clerk.store, [finding], by=By(clerk.who, when))


def _note_medium(clerk: Clerk, sent: Forwarding, medium: Mapping[str, str]) -> None:
    when: datetime = min((sent.sent or clerk.now) + timedelta(1), clerk.now)
    use = MediaUse(medium["name"], medium["level"], day_of(when), medium.get("place", ""))
    results.note_media(clerk.store, sent.id, [use], by=By(clerk.who, when))
