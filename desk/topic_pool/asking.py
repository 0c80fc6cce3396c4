"""Use cases: draft commissions of topics of the pool (约稿), with what is known of them."""

from collections.abc import Iterable, Sequence
from datetime import time

from desk.auditing import By, note
from desk.commissions.commission import Commission, Task
from desk.commissions.noting import must_be_unsent, tidied
from desk.commissions.rules import CommissionRules
from desk.office_clock import moment_at
from desk.store import Store, Work
from desk.timing import calendar_of
from desk.topic_pool.topic import PoolTopic


def notice_of(work: Work, topic: PoolTopic, by: By) -> Commission:
    """A notice made of a topic, not kept yet; due when it is wanted, or as the office's rules say.

    The units are those that could write it and are still in use.
    """
    rules = work.matters.policy(CommissionRules())
    active = {one.id for one in work.registry.units() if one.active}
    due = rules.due(by.now, calendar_of(work))
    if topic.wanted and topic.wanted > by.today:
        due = moment_at(topic.wanted, time(rules.hour))
    return Commission(
        title=topic.title,
        day=by.today,
        due=due,
        points=tuple(line for line in topic.remark.splitlines() if line.strip()),
        contact=rules.contact,
        topics=topic.tags,
        wanted=topic.kind,
        pool_id=topic.id,
        tasks=tuple(Task(one) for one in topic.units if one in active),
    )


def draft_notices(store: Store, ids: Sequence[int], *, by: By) -> list[Commission]:
    """Draft a notice of each topic, in one step; units and limits are completed at 约稿."""
    with store.begin() as work:
        made = []
        for one in ids:
            topic = work.matters.get(PoolTopic, one)
            kept = work.matters.save(tidied(notice_of(work, topic, by)), by)
            note(work, by, "拟约稿通知", kept.subject, f"“{kept.title}”，来自选题")
            note(work, by, "选题约稿", topic.subject, topic.title)
            made.append(kept)
    return made


def drop_notices(store: Store, ids: Iterable[int], *, by: By) -> None:
    """Throw drafted notices away, as the undo of drafting them. Raises NotAllowedError."""
    with store.begin() as work:
        for one in ids:
            held = work.matters.get(Commission, one)
            must_be_unsent(held)
            work.matters.remove(Commission, one)
            note(work, by, "删去约稿草稿", held.subject, f"“{held.title}”")
