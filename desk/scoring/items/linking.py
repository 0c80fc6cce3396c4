"""Which sorts of facts stand for themselves: nothing of their item bears on what they earn."""

from collections.abc import Iterable, Iterator

from desk.facts import Fact, FactKind
from desk.scoring.clauses.items import Ground, Points, Policy, Repeat
from desk.scoring.scheme import Scheme


def loners(schemes: Iterable[Scheme], facts: Iterable[Fact]) -> frozenset[FactKind]:
    """The sorts that no row links with others of an item, under any of the schemes.

    What a reversal that names no fact takes back is looked for among those of its item, too.
    """
    linked = {kind for scheme in schemes for kind in _linked(scheme)}
    sought = {one.matter for one in facts if one.kind is FactKind.REVERSAL and not one.reverses}
    return frozenset(FactKind) - linked - sought


def _linked(scheme: Scheme) -> Iterator[FactKind]:
    """Which sorts change what others of their item earn, or are changed by them."""
    for row in scheme.clauses:
        if isinstance(row, Repeat) and row.policy is not Policy.ALL:
            yield row.matter
        if isinstance(row, Points):
            yield from _linked_by(row)


def _linked_by(row: Points) -> Iterator[FactKind]:
    if row.ground is Ground.ITEM:
        yield from FactKind
    if row.ground in (Ground.ADOPTIONS, Ground.OWN_ADOPTIONS):
        yield from (row.matter, FactKind.ADOPTION)
    if len(row.points) > 1:
        yield row.matter
    if row.replaced_by:
        yield from (row.matter, *row.replaced_by)
