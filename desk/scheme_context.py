"""What the office has, for a scheme to be checked against."""

from datetime import date, timedelta

from desk.assessing import basis_of
from desk.scoring.checking.complaint import CheckContext
from desk.store import Work

YEAR = timedelta(days=365)


def context_of(work: Work, today: date) -> CheckContext:
    """What the office has today, with the facts of the last year."""
    basis = basis_of(work, today.year)
    return CheckContext(basis, tuple(work.ledger.between(today - YEAR, today)))
