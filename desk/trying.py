"""Use case: another scheme or other quotas beside the office's own (试算), the books untouched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desk.assessing import basis_of, check_days, facts_of
from desk.errors import NotAllowedError
from desk.jobs import Job, Progress
from desk.publications import Publication
from desk.scheme_planning import planned
from desk.scoring.basis import Basis
from desk.scoring.results import ScoreTable
from desk.scoring.scheme import Purpose, Scheme
from desk.scoring.schemes.coding import scheme_of
from desk.scoring.schemes.file import read_file
from desk.scoring.totals import score
from desk.scoring.trial import Trial, side_by_side
from desk.store import Store
from desk.units import Quota

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Tried:
    """A scheme to try; ``publications`` are those it is written for, where not the registered."""

    scheme: Scheme
    publications: tuple[Publication, ...] = ()


def tried_from_file(store: Store, path: Path) -> Tried:
    """The scheme of a TOML file with the publications it brings; nothing is registered.

    Raises DeskError, SchemeFormatError with all that is wrong.
    """
    file = read_file(path)
    with store.read() as work:
        publications = planned(work.catalogue.publications(), file.carriers, free=True)
    return Tried(scheme_of(file, publications), tuple(publications))


def score_by(store: Store, tried: Tried, first: date, last: date) -> ScoreTable:
    """Score some days by one scheme alone, for points or fees, as if it had always held.

    Raises NotAllowedError for swapped days.
    """
    check_days(first, last)
    purpose = tried.scheme.purpose
    with store.read() as work:
        basis = _changed(basis_of(work, last.year, since=first.year), tried, None)
        facts = facts_of(work, basis, first, last, purpose)
    return score(basis, facts, first, last, purpose=purpose)


def trying(
    store: Store,
    tried: Scheme | Tried | None,
    quotas: Sequence[Quota] | None,
    first: date,
    last: date,
    today: date,
) -> Job[Trial]:
    """Score some days by a scheme as if it had always held, with these quotas.

    None leaves the office's own. Raises NotAllowedError for swapped days and for a scheme that
    reckons fees.
    """
    check_days(first, last)
    wanted = Tried(tried) if isinstance(tried, Scheme) else tried
    _check(wanted)
    yield Progress(0, _STEPS, "试算：读台账")
    with store.read() as work:
        basis = basis_of(work, last.year, since=first.year)
        facts = facts_of(work, basis, first, last)
        changed = _changed(basis, wanted, quotas)
        yield Progress(1, _STEPS, "试算：读台账")
        needed = facts_of(work, changed, first, last) if wanted else facts
    yield Progress(2, _STEPS, "试算：按现在的办法")
    now = score(basis, facts, first, last, today=today)
    yield Progress(3, _STEPS, "试算：按要试的办法")
    then = score(changed, needed, first, last, today=today)
    name = wanted.scheme.name if wanted else "、".join(now.schemes)
    return Trial(now, then, name, side_by_side(now, then))


def _check(tried: Tried | None) -> None:
    if tried and tried.scheme.purpose is Purpose.FEES:
        raise NotAllowedError(
            f"“{tried.scheme.name}”是稿酬办法，算的是钱，不能和得分比。请选一个用途是计分的办法。"
        )


def _changed(basis: Basis, tried: Tried | None, quotas: Sequence[Quota] | None) -> Basis:
    if quotas is not None:
        basis = replace(basis, quotas=quotas)
    if tried is None:
        return basis
    always = replace(tried.scheme, valid_from=date.min)
    publications = tried.publications or basis.publications
    return replace(basis, schemes=(always,), publications=publications)
