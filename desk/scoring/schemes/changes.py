"""What changed in a scheme besides its points of adoptions, in short, for the audit trail."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from desk.scoring.clauses.told import fields_of
from desk.scoring.scheme import TABLES, Scheme
from desk.scoring.schemes.rows import CarrierRow, Head, WindowRow
from desk.scoring.schemes.shapes import field_text


def head_changes(former: Scheme, now: Scheme) -> Iterator[tuple[str, str, str]]:
    """What stands before the tables and differs: its label, as it was, as it is."""
    for told in fields_of(Head):
        before, after = (
            field_text(told, Head, getattr(one, told.attribute)) or "（空）"
            for one in (former, now)
        )
        if before != after:
            yield told.label, before, after


def scheme_changes(former: Scheme, now: Scheme) -> list[str]:
    """The changes of the head, and for each table how many rows came, went, or only moved."""
    found = [f"{label} {before}→{after}" for label, before, after in head_changes(former, now)]
    found += _changes(CarrierRow.table, former.carriers, now.carriers)
    found += _changes(WindowRow.table, former.windows, now.windows)
    for kind in TABLES:
        before, after = ([row for row in one.clauses if type(row) is kind] for one in (former, now))
        found += _changes(kind.table, before, after)
    return found


def _changes(table: str, before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[str]:
    if before == after:
        return
    more = (Counter(after) - Counter(before)).total()
    less = (Counter(before) - Counter(after)).total()
    parts = (f"加 {more} 行" if more else "", f"去 {less} 行" if less else "")
    yield f"“{table}”{'、'.join(filter(None, parts)) or '换了次序'}"
