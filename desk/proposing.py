"""Use case: what units would have by a scheme that is not in the books (试算)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from desk.assessing import basis_of, check_days, facts_of
from desk.publications import Publication, Section, Tier
from desk.scoring.results import ScoreTable
from desk.scoring.scheme import Scheme
from desk.scoring.scheme_coding import scheme_of
from desk.scoring.scheme_rows import CarrierRow, SchemeFile
from desk.scoring.totals import score
from desk.store import Store


def propose(
    store: Store,
    wanted: Scheme | SchemeFile,
    first: date,
    last: date,
    *,
    today: date | None = None,
) -> ScoreTable:
    """Score all units as if this scheme alone had always been in force; nothing is kept.

    Raises SchemeFormatError where a file names what isn't there.
    """
    check_days(first, last)
    with store.read() as work:
        basis = basis_of(work, last.year, since=first.year)
        if isinstance(wanted, SchemeFile):
            publications = _with_carriers(basis.publications, wanted.carriers)
            basis = replace(basis, publications=publications)
            wanted = scheme_of(wanted, publications)
        basis = replace(basis, schemes=[replace(wanted, valid_from=date.min)])
        facts = facts_of(work, basis, first, last, wanted.purpose)
    return score(basis, facts, first, last, today=today, purpose=wanted.purpose)


def _with_carriers(
    held: Sequence[Publication], rows: Iterable[CarrierRow]
) -> tuple[Publication, ...]:
    """The publications as importing the file would leave them; new ones have ids of their own."""
    known = {one.name: one for one in held}
    free = _free(held)
    for row in rows:
        carrier = known.get(row.name)
        if carrier is None:
            carrier = Publication(row.name, (), tier=row.tier or Tier.OWN, id=next(free))
        names = {one.name for one in carrier.sections}
        new = (name for name in dict.fromkeys(row.sections) if name not in names)
        sections = (*carrier.sections, *(Section(name, id=next(free)) for name in new))
        known[row.name] = replace(carrier, sections=sections)
    return tuple(known.values())


def _free(held: Sequence[Publication]) -> Iterator[int]:
    taken = [0, *(one.id for one in held), *(part.id for one in held for part in one.sections)]
    return count(max(taken) + 1)
