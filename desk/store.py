"""What the desk asks of a database. `db` answers; tests use the real one.

Every method raises StoreError with a sentence when the disk or the file fails.
Lists come in the order the method names; nothing here is lazy.
"""

from contextlib import AbstractContextManager
from typing import Protocol

from desk.jobs import Job
from desk.repositories.approvals import Approvals
from desk.repositories.audit import Audit
from desk.repositories.awards import Awards
from desk.repositories.backups import Backups
from desk.repositories.bulletins import Bulletins, Wordings
from desk.repositories.catalogue import Catalogue
from desk.repositories.closings import Closings
from desk.repositories.copies import Copies
from desk.repositories.drafts import Drafts
from desk.repositories.fees import Fees
from desk.repositories.files import Files
from desk.repositories.imports import Imports
from desk.repositories.inquiries import Inquiries
from desk.repositories.issues import Issues
from desk.repositories.ledger import Ledger
from desk.repositories.likenesses import Likenesses
from desk.repositories.lists import Lists
from desk.repositories.locks import Locks
from desk.repositories.matters import Matters
from desk.repositories.month_totals import MonthTotals
from desk.repositories.parts import Parts
from desk.repositories.passages import Passages
from desk.repositories.people import People
from desk.repositories.phrases import Phrases
from desk.repositories.print_runs import PrintRuns
from desk.repositories.printed import Printed
from desk.repositories.registry import Registry
from desk.repositories.rulebook import Rulebook
from desk.repositories.sittings import Aside, Sittings
from desk.repositories.table_layouts import TableLayouts
from desk.repositories.uses import Uses
from desk.repositories.voids import Voids
from desk.secrecy.ceiling import Ceiling


class Work(Protocol):
    """One unit of work: everything done in it is kept, or nothing is."""

    @property
    def drafts(self) -> Drafts: ...  # noqa: D102 - the type says it
    @property
    def registry(self) -> Registry: ...  # noqa: D102
    @property
    def catalogue(self) -> Catalogue: ...  # noqa: D102
    @property
    def issues(self) -> Issues: ...  # noqa: D102
    @property
    def voids(self) -> Voids: ...  # noqa: D102
    @property
    def ledger(self) -> Ledger: ...  # noqa: D102
    @property
    def lists(self) -> Lists: ...  # noqa: D102
    @property
    def likenesses(self) -> Likenesses: ...  # noqa: D102
    @property
    def rulebook(self) -> Rulebook: ...  # noqa: D102
    @property
    def phrases(self) -> Phrases: ...  # noqa: D102
    @property
    def inquiries(self) -> Inquiries: ...  # noqa: D102
    @property
    def fees(self) -> Fees: ...  # noqa: D102
    @property
    def people(self) -> People: ...  # noqa: D102
    @property
    def approvals(self) -> Approvals: ...  # noqa: D102
    @property
    def sittings(self) -> Sittings: ...  # noqa: D102
    @property
    def parts(self) -> Parts: ...  # noqa: D102
    @property
    def files(self) -> Files: ...  # noqa: D102
    @property
    def print_runs(self) -> PrintRuns: ...  # noqa: D102
    @property
    def printed(self) -> Printed: ...  # noqa: D102
    @property
    def uses(self) -> Uses: ...  # noqa: D102
    @property
    def copies(self) -> Copies: ...  # noqa: D102
    @property
    def closings(self) -> Closings: ...  # noqa: D102
    @property
    def month_totals(self) -> MonthTotals: ...  # noqa: D102
    @property
    def awards(self) -> Awards: ...  # noqa: D102
    @property
    def imports(self) -> Imports: ...  # noqa: D102
    @property
    def bulletins(self) -> Bulletins: ...  # noqa: D102
    @property
    def wordings(self) -> Wordings: ...  # noqa: D102
    @property
    def table_layouts(self) -> TableLayouts: ...  # noqa: D102
    @property
    def matters(self) -> Matters: ...  # noqa: D102
    @property
    def passages(self) -> Passages: ...  # noqa: D102
    @property
    def audit(self) -> Audit: ...  # noqa: D102
    @property
    def ceiling(self) -> Ceiling: ...  # noqa: D102


class Store(Protocol):
    """The office's store."""

    @property
    def aside(self) -> Aside:
        """Where texts are kept while the store cannot be written."""

    @property
    def unrecorded(self) -> int:
        """How many steps were lost with the end of the log, seen when it was opened."""

    @property
    def locks(self) -> Locks:
        """The store's password."""

    def begin(self) -> AbstractContextManager[Work]:
        """Write: commits on leaving, rolls back on any exception."""

    def read(self) -> AbstractContextManager[Work]:
        """Read one consistent state; a write through it raises."""

    def empty_log(self) -> None:
        """Move the write-ahead log into the store: it holds pages as they were before."""

    @property
    def backups(self) -> Backups:
        """Its backups."""

    def verify(self) -> list[str]:
        """Sentences about damage found; empty when every page is whole."""

    def look_over(self) -> Job[list[str]]:
        """The same of the pages alone, bit by bit beside the work."""

    def close(self) -> None:
        """Close all connections."""
