"""Rows that tell of one item's adoptions: it was sent in once, however often it was adopted."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from desk.facts import Fact, FactKind
from desk.importing.past.rows import Row
from desk.scoring.items.identity import item_of

_Sent = dict[Hashable, Fact]


def sent_once(rows: Sequence[Row], held: Iterable[Fact] = ()) -> list[Row]:
    """The rows without the submissions that another row, or the books, tell of already.

    Those stay whose row says that it was sent in on another day, and those of rows that book
    nothing else.
    """
    only = [fact for row in rows if _is_mere(row) for fact in row.facts]
    sent = {_key(fact): fact for fact in (*only, *held) if fact.kind is FactKind.SUBMISSION}
    return [row if row.record["事项"] or _is_mere(row) else _without(row, sent) for row in rows]


def _is_mere(row: Row) -> bool:
    return all(fact.kind is FactKind.SUBMISSION for fact in row.facts)


def _without(row: Row, sent: _Sent) -> Row:
    kept = tuple(fact for fact in row.facts if not _is_told(fact, row, sent))
    return replace(row, facts=kept) if len(kept) < len(row.facts) else row


def _is_told(fact: Fact, row: Row, sent: _Sent) -> bool:
    key = _key(fact)
    if fact.kind is not FactKind.SUBMISSION or key is None:
        return False
    former = sent.setdefault(key, fact)
    return former is not fact and (former.counted == fact.counted or not row.record["报送日期"])


def _key(fact: Fact) -> Hashable:
    return item_of(fact, fact.counted.year)
