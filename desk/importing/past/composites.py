"""Rows of one composite or joint item that stand apart: they count as one item of several units."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

from desk.facts import Fact
from desk.importing.past.rows import Row, total_share
from desk.importing.registry import plain
from desk.issues import Role
from desk.scoring.figures import told

Key = tuple[Hashable, ...]
_SHARED = frozenset({Role.COMPOSITE, Role.JOINT})


def joined(rows: Sequence[Row]) -> list[Row]:
    """The rows with the number of units behind each item; shares over the whole are a problem.

    综合 and 联合 of one 原件, or of one title, in the same place on the same day are one item.
    """
    parties: defaultdict[Key, dict[int, Fact]] = defaultdict(dict)
    for row in rows:
        for fact in row.facts:
            if key := _key(fact):
                parties[key].setdefault(fact.unit_id, fact)
    return [_with(row, parties) for row in rows]


def _with(row: Row, parties: dict[Key, dict[int, Fact]]) -> Row:
    keys = [_key(fact) for fact in row.facts]
    if not any(keys):
        return row
    facts, problems = [], list(row.problems)
    for fact, key in zip(row.facts, keys, strict=True):
        own = parties[key] if key else {}
        facts.append(replace(fact, shares=max(fact.shares, len(own))))
        total = total_share(list(own.values()))
        said = f"这一条各单位的份额合计是 {told(total * 100)}%，超过了 100%"
        if total > 1 and said not in problems:
            problems.append(said)
    return replace(row, facts=() if problems else tuple(facts), problems=tuple(problems))


def _key(fact: Fact) -> Key | None:
    """What facts of one item have in common; None where nothing names the item."""
    item = fact.particulars.item or plain(fact.title)
    if fact.role not in _SHARED or not item:
        return None
    return (item, fact.kind, fact.day, fact.publication_id, fact.section_id, fact.issue_number)
