"""Facets together: what a walk through all rows would find, in any order."""

from datetime import timedelta
from itertools import combinations
from random import Random

import pytest

from desk.drafts import OPEN, ORDERS, Channel, DraftQuery, Kind, Status, Urgency

_READ = {
    "statuses": (frozenset({Status.NEW, Status.RELEASED}), lambda row, held: row.status in held),
    "kind": (Kind.PROBLEM, lambda row, held: row.kind == held),
    "urgencies": (frozenset({Urgency.URGENT}), lambda row, held: row.urgency in held),
    "channel": (Channel.MAIL, lambda row, held: row.channel == held),
    "holder": ("王敏", lambda row, held: row.holder == held),
    "is_unread": (True, lambda row, _held: not row.is_read),
    "is_flagged": (True, lambda row, _held: row.is_flagged),
    "has_doubts": (True, lambda row, _held: bool(row.doubts)),
    "has_no_holder": (True, lambda row, _held: not row.holder and row.status in OPEN),
    "topic": ("防汛", lambda row, held: held in row.topics),
}


@pytest.fixture
def facets(now):
    """Each facet with a value and what it means of a row."""
    late = lambda row, held: row.due is not None and row.due <= held and row.status in OPEN  # noqa: E731
    after = lambda row, held: row.event_date is not None and row.event_date >= held  # noqa: E731
    return _READ | {"overdue_at": (now, late), "event_from": (now.date(), after)}


@pytest.fixture
def rows(store, office, now):
    """Sixty drafts of every make."""
    random = Random(5)  # noqa: S311 - the same drafts every time
    choice = random.choice
    for number in range(60):
        office.draft(
            f"稿件{number}",
            received=now - timedelta(hours=number),
            status=choice(list(Status)),
            kind=choice([Kind.PROBLEM, Kind.DYNAMIC, None]),
            urgency=choice(list(Urgency)),
            channel=choice([Channel.MAIL, Channel.FILE]),
            holder=choice(["王敏", "李强", ""]),
            is_read=choice([True, False]),
            is_flagged=choice([True, False]),
            doubts=choice([frozenset(), frozenset({"kind"})]),
            topics=choice([(), ("防汛",)]),
            due=choice([None, now - timedelta(hours=1), now + timedelta(hours=1)]),
            event_date=choice([None, now.date(), now.date() - timedelta(2)]),
        )
    with store.read() as work:
        return work.drafts.rows(work.drafts.ids(DraftQuery()))


def test_two_facets_find_what_answers_both(store, rows, facets):
    for names in combinations(facets, 2):
        query = DraftQuery(**{name: facets[name][0] for name in names})
        with store.read() as work:
            found = work.drafts.ids(query)
        wanted = [row.id for row in rows if all(facets[n][1](row, facets[n][0]) for n in names)]
        assert found == wanted, names


@pytest.mark.parametrize("descending", [True, False])
def test_a_narrowed_list_keeps_the_order_of_the_whole_one(store, rows, facets, descending):
    for order in ORDERS:
        with store.read() as work:
            whole = work.drafts.ids(DraftQuery(order=order, descending=descending))
            found = work.drafts.ids(
                DraftQuery(order=order, descending=descending, is_unread=True, kind=Kind.PROBLEM)
            )
        kept = {row.id for row in rows if not row.is_read and row.kind == Kind.PROBLEM}
        assert found == [draft_id for draft_id in whole if draft_id in kept]
