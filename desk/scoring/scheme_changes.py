"""What changed in a scheme's clauses, in short, for the audit trail."""

from collections import Counter
from collections.abc import Sequence

from desk.scoring.clauses.clause import Clause
from desk.scoring.scheme import TABLES


def clause_changes(former: Sequence[Clause], now: Sequence[Clause]) -> list[str]:
    """For each table whose rows changed: how many were added, taken away, or only moved."""
    found = []
    for kind in TABLES:
        before = [one for one in former if type(one) is kind]
        after = [one for one in now if type(one) is kind]
        if before != after:
            found.append(f"“{kind.table}”{_change(before, after)}")
    return found


def _change(before: Sequence[Clause], after: Sequence[Clause]) -> str:
    more = (Counter(after) - Counter(before)).total()
    less = (Counter(before) - Counter(after)).total()
    parts = (f"加 {more} 行" if more else "", f"去 {less} 行" if less else "")
    return "、".join(filter(None, parts)) or "换了次序"
