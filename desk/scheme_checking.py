"""Use case: check a scheme of the store or of a file against the office as it is."""

from dataclasses import replace
from datetime import date

from desk.scheme_context import context_of
from desk.scheme_planning import planned
from desk.scheming import replaced_by
from desk.scoring.checking.check import check_scheme
from desk.scoring.checking.complaint import Complaint
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.coding import scheme_of
from desk.scoring.schemes.rows import SchemeFile
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
        free = not work.ledger.last_id()
    publications = planned(context.basis.publications, file.carriers, free=free)
    former = replaced_by(context.basis.schemes, file)
    scheme = scheme_of(file, publications, former.id if former else 0)
    return check_scheme(
        scheme, replace(context, basis=replace(context.basis, publications=publications))
    )
