"""Use case: check a scheme of the store or of a file against the office as it is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count

from desk.publications import Publication
from desk.scheme_context import context_of
from desk.scheme_planning import plan
from desk.scheming import replaced_by
from desk.scoring.checking.check import check_scheme
from desk.scoring.checking.complaint import Complaint
from desk.scoring.scheme import Scheme
from desk.scoring.scheme_coding import scheme_of
from desk.scoring.scheme_rows import SchemeFile
from desk.store import Store


def check_stored(store: Store, scheme: Scheme, today: date) -> tuple[Complaint, ...]:
    """What is to be said of a scheme, saved or still being edited."""
    with store.read() as work:
        return check_scheme(scheme, context_of(work, today))


def check_file(store: Store, file: SchemeFile, today: date) -> tuple[Complaint, ...]:
    """What is to be said of a file's scheme, as if it were imported.

    Raises SchemeFormatError where it could not be.
    """
    with store.read() as work:
        context = context_of(work, today)
    held = context.basis.publications
    ids = count(-1, -1)
    planned = {now.name: _with_ids(now, ids) for now, _ in plan(held, file.carriers)}
    known = {one.name for one in held}
    publications = [planned.get(one.name, one) for one in held]
    publications += [one for name, one in planned.items() if name not in known]
    former = replaced_by(context.basis.schemes, file)
    scheme = scheme_of(file, publications, former.id if former else 0)
    return check_scheme(
        scheme, replace(context, basis=replace(context.basis, publications=publications))
    )


def _with_ids(publication: Publication, ids: Iterable[int]) -> Publication:
    """The publication as if it were saved: what is new in it gets a number below zero."""
    numbers = iter(ids)
    sections = (replace(one, id=one.id or next(numbers)) for one in publication.sections)
    return replace(publication, id=publication.id or next(numbers), sections=tuple(sections))
