"""How large each revision's change was, in few characters; remembered between refreshes."""

from collections.abc import Sequence
from itertools import pairwise

from desk.comparison.model import Comparison, Sort
from desk.comparison.texts import Text, compare
from desk.drafts import Revision


class ChangeSizes:
    """Compares neighbouring revisions of one draft, each pair once."""

    def __init__(self) -> None:
        self._known: dict[tuple[Revision, Revision], str] = {}

    def of(self, revisions: Sequence[Revision]) -> list[str]:
        """A size for each revision, empty for the first."""
        pairs = list(pairwise(revisions))
        self._known = {pair: self._known.get(pair) or _size(*pair) for pair in pairs}
        return ["", *(self._known[pair] for pair in pairs)][: len(revisions)]


def _size(before: Revision, after: Revision) -> str:
    """As +12 −3, or what else changed."""
    found = compare(Text(before.title, before.body), Text(after.title, after.body))
    come, gone = (found.characters(sort) for sort in (Sort.COME, Sort.GONE))
    if come or gone:
        return f"+{come} −{gone}"
    return _else(found)


def _else(found: Comparison) -> str:
    if found.cells or found.grids:
        return "改表格"
    return "移动" if found.moved else "" if found.is_same else "改格式"
