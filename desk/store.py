"""What the desk asks of a database. `db` answers; tests use the real one.

Every method raises StoreError with a sentence when the disk or the file fails.
Lists come in the order the method names; nothing here is lazy.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from desk.audit import AuditRecord
from desk.calendar import SpecialDay
from desk.checks.earlier import Figure, PrintedFigure
from desk.checks.lexicon import Entry
from desk.checks.office import Level
from desk.clocks import Clock, Timing
from desk.drafts import Draft, DraftQuery, DraftRow, Revision, Status, Waiver
from desk.duplicates.likeness import Likeness, Verdict
from desk.facts import Fact
from desk.issues import Issue, IssueStatus
from desk.outcomes import Outcome
from desk.publications import Publication
from desk.reasons import Reason
from desk.scoring.scheme import Scheme
from desk.searching import Facets
from desk.tally import Tally
from desk.topics import Topic
from desk.units import Quota, Unit, UnitGroup
from desk.views import Grouping, SavedView, Section


class Drafts(Protocol):
    """The drafts, their revisions and waivers."""

    def add(self, draft: Draft, who: str) -> Draft:
        """Take a new draft with its first revision; returns it with its id."""

    def get(self, draft_id: int) -> Draft:
        """One draft; raises NotFoundError."""

    def several(self, ids: Sequence[int]) -> list[Draft]:
        """Drafts in the order of ``ids``, read together; raises NotFoundError."""

    def save(self, draft: Draft) -> None:
        """Write the draft's fields; its text changes only through ``revise``."""

    def revise(self, draft: Draft, revision: Revision) -> Draft:
        """Write the draft and its text as a new revision (number 0) or over the one it names."""

    def revisions(self, draft_id: int) -> list[Revision]:
        """All saved texts, oldest first."""

    def last_revision(self, draft_id: int) -> Revision:
        """The newest saved text; raises NotFoundError."""

    def ids(self, query: DraftQuery) -> list[int]:
        """The ids that answer a query, in its order; 1,000,000 of them are fine."""

    def sections(self, query: DraftQuery, grouping: Grouping) -> tuple[list[int], list[Section]]:
        """The ids that answer a query, and the parts they are divided into one after another.

        The order holds inside the parts; it turns them round where it is the parts' own.
        """

    def rows(self, ids: Sequence[int]) -> list[DraftRow]:
        """The list's records of some drafts, in the order of ``ids``."""

    def facets(self, query: DraftQuery) -> Facets:
        """How many drafts answer a query, and how many each choice would leave."""

    def unindexed(self) -> int:
        """How many drafts wait to be indexed anew; until then some fields don't find them."""

    def reindex(self, most: int) -> None:
        """Index the newest drafts that wait, so many of them."""

    def counts(self) -> dict[Status, int]:
        """How many drafts stand in each status."""

    def with_digest(self, digest: str) -> DraftRow | None:
        """The draft whose original file has these bytes."""

    def with_status(self, status: Status) -> list[Draft]:
        """Whole drafts of one status, oldest first (for the pool of an issue)."""

    def mark(
        self,
        ids: Sequence[int],
        *,
        is_read: bool | None = None,
        is_flagged: bool | None = None,
        holder: str | None = None,
    ) -> None:
        """Set these marks on many drafts at once; None leaves a mark as it is."""

    def holders(self) -> list[str]:
        """Everyone who has a draft in hand, by name."""

    def timings(self, statuses: Iterable[Status]) -> list[Timing]:
        """What the clocks of all drafts in these statuses depend on, oldest first."""

    def set_due(self, dues: Mapping[int, datetime | None]) -> None:
        """Write when the clocks of some drafts run out; 100,000 of them are fine."""

    def tallies(self, first: date, last: date) -> list[Tally]:
        """What each unit sent on these days, both included, and what became of it."""

    def waive(self, draft_id: int, waiver: Waiver) -> None:
        """Remember a waiver."""

    def unwaive(self, draft_id: int, rule: str, excerpt: str, around: str = "") -> None:
        """Forget a waiver; that of a single place is known by the words around it."""

    def waivers(self, draft_id: int) -> list[Waiver]:
        """The waivers of a draft, oldest first."""


class Registry(Protocol):
    """Units, groups and quotas."""

    def groups(self) -> list[UnitGroup]:
        """The groups by position."""

    def save_group(self, group: UnitGroup) -> UnitGroup:
        """Add (id 0) or change a group."""

    def delete_group(self, group_id: int) -> None:
        """Remove a group; raises NotAllowedError while units belong to it."""

    def units(self) -> list[Unit]:
        """All units by group and name, inactive ones too."""

    def save_unit(self, unit: Unit) -> Unit:
        """Add (id 0) or change a unit."""

    def delete_unit(self, unit_id: int) -> None:
        """Remove a unit; raises NotAllowedError while drafts or facts name it."""

    def quotas(self, year: int) -> list[Quota]:
        """The quotas of a year."""

    def save_quota(self, quota: Quota) -> None:
        """Set a unit's quota of a year."""

    def delete_quota(self, year: int, unit_id: int) -> None:
        """Take a unit's quota of a year away, if it has one."""


class Catalogue(Protocol):
    """Publications and schemes."""

    def publications(self) -> list[Publication]:
        """All publications with their sections by position, in the order they were added."""

    def save_publication(self, publication: Publication) -> Publication:
        """Add (id 0) or change a publication and its sections (section id 0 is new)."""

    def schemes(self) -> list[Scheme]:
        """All schemes, the oldest first."""

    def save_scheme(self, scheme: Scheme) -> Scheme:
        """Add (id 0) or change a scheme."""


class Issues(Protocol):
    """Issues with their entries."""

    def get(self, issue_id: int) -> Issue:
        """One issue; raises NotFoundError."""

    def all(
        self, publication_id: int | None = None, status: IssueStatus | None = None
    ) -> list[Issue]:
        """Issues, newest day and number first."""

    def save(self, issue: Issue) -> Issue:
        """Add (id 0) or change an issue with its entries."""

    def delete(self, issue_id: int) -> None:
        """Remove an open issue; its drafts stay."""

    def last_numbers(self, publication_id: int, year: int) -> tuple[int, int]:
        """The highest number of the year and the highest total number so far; 0 when none."""

    def holding(self, draft_id: int) -> list[Issue]:
        """The issues a draft stands in."""


class Ledger(Protocol):
    """The facts behind the scores."""

    def replace(self, source: str, facts: Iterable[Fact]) -> None:
        """Make these the facts of one source."""

    def add(self, facts: Iterable[Fact]) -> int:
        """Add facts; returns how many."""

    def between(self, first: date, last: date) -> list[Fact]:
        """Facts of those days, both included, by day and id."""


class Lists(Protocol):
    """The office's own short lists, each in its order."""

    def reasons(self) -> list[Reason]:
        """Reasons by decision and position."""

    def save_reason(self, reason: Reason) -> None:
        """Add or change the reason of that code."""

    def clocks(self) -> list[Clock]:
        """The limits, one a kind."""

    def save_clock(self, clock: Clock) -> None:
        """Set the limit of its kind."""

    def special_days(self) -> list[SpecialDay]:
        """The office's exceptions to the calendar, by day."""

    def save_special_day(self, special: SpecialDay) -> None:
        """Add or change a day."""

    def delete_special_day(self, day: date) -> None:
        """Let the national calendar decide on a day again."""

    def topics(self) -> list[Topic]:
        """The topics by position."""

    def save_topic(self, topic: Topic) -> None:
        """Add or change the topic of that name."""

    def delete_topic(self, name: str) -> None:
        """Forget a topic; drafts that have it keep it."""

    def views(self) -> list[SavedView]:
        """The saved views by position."""

    def save_view(self, view: SavedView) -> None:
        """Add or change the view of that name."""

    def delete_view(self, name: str) -> None:
        """Forget a view."""

    def watched(self) -> dict[str, str]:
        """Files taken from the watched folder: path and the stamp they had."""

    def watch(self, path: str, stamp: str) -> None:
        """Remember a file of the watched folder as taken."""


class Likenesses(Protocol):
    """Which drafts look alike, and the sketches they are found by."""

    def sketches(self, after: int = 0) -> tuple[list[int], bytes]:
        """The drafts with a sketch, oldest first, and their sketches one after another.

        Only drafts with greater ids than ``after``.
        """

    def put_sketches(self, drawn: Mapping[int, bytes]) -> None:
        """Keep the sketches of some drafts; all have the same length."""

    def sent_by(self, unit_ids: Sequence[int]) -> list[int]:
        """Every draft that one of these units stands behind, in no order."""

    def put(self, draft_id: int, found: Sequence[Likeness]) -> None:
        """Make these a draft's likenesses to earlier ones; verdicts already given stay."""

    def of(self, draft_id: int) -> list[Likeness]:
        """The likenesses a draft takes part in, the strongest first."""

    def decide(self, draft_id: int, other_id: int, verdict: Verdict) -> None:
        """Remember what the clerk decided on a pair; raises NotFoundError."""

    def sources(self, composite_id: int) -> list[int]:
        """The drafts that went into a composite, oldest first."""


class Rulebook(Protocol):
    """What the office makes of the rules, and what it has printed."""

    def words(self) -> list[Entry]:
        """The office's own entries and changes of the word lists, by list and word."""

    def save_word(self, entry: Entry) -> None:
        """Add or change the entry of that word."""

    def delete_word(self, code: str, word: str) -> None:
        """Forget the office's entry; a delivered one is in force again."""

    def levels(self, publication_id: int = 0) -> dict[str, Level]:
        """The levels set by a publication, or by the office (0), by rule."""

    def set_level(self, publication_id: int, rule: str, level: Level | None) -> None:
        """Set a rule's level; None takes it back."""

    def kept(self) -> list[Waiver]:
        """The words that are kept in every draft, oldest first."""

    def keep(self, waiver: Waiver) -> None:
        """Keep words in every draft."""

    def unkeep(self, rule: str, excerpt: str) -> None:
        """Show these words as findings again."""

    def outcomes(self) -> dict[str, Outcome]:
        """What became of each rule's findings."""

    def count(self, rule: str, *, accepted: int = 0, waived: int = 0) -> None:
        """Count fixes taken and findings kept; a negative number takes some back."""

    def put_figures(self, issue_id: int, draft_id: int, figures: Iterable[Figure]) -> None:
        """Make these the figures of a draft in an issue."""

    def printed(self, keys: Iterable[str], *, but: int = 0) -> list[PrintedFigure]:
        """What was printed of these indicators, newest first; of draft ``but`` nothing."""


class Files(Protocol):
    """Bytes by their SHA-256: originals, pictures, frozen issues."""

    def put(self, data: bytes, name: str) -> str:
        """Keep bytes; returns their SHA-256 in hex. Keeping the same bytes twice is free."""

    def get(self, digest: str) -> bytes:
        """The bytes; raises NotFoundError."""

    def has(self, digest: str) -> bool:
        """Whether these bytes are kept."""


class Audit(Protocol):
    """The append-only trail."""

    def add(self, record: AuditRecord) -> None:
        """Write a record."""

    def records(self, subject: str = "", limit: int = 200) -> list[AuditRecord]:
        """Records of a subject (all without one), newest first."""


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
    def ledger(self) -> Ledger: ...  # noqa: D102
    @property
    def lists(self) -> Lists: ...  # noqa: D102
    @property
    def likenesses(self) -> Likenesses: ...  # noqa: D102
    @property
    def rulebook(self) -> Rulebook: ...  # noqa: D102
    @property
    def files(self) -> Files: ...  # noqa: D102
    @property
    def audit(self) -> Audit: ...  # noqa: D102


class Store(Protocol):
    """The office's store."""

    def begin(self) -> AbstractContextManager[Work]:
        """Write: commits on leaving, rolls back on any exception."""

    def read(self) -> AbstractContextManager[Work]:
        """Read one consistent state; a write through it raises."""

    def backup(self, target: Path | None = None) -> Path:
        """Write a verified copy (to ``backups/`` when no target is given); returns its path."""

    def verify(self) -> list[str]:
        """Sentences about damage found; empty when every page is whole."""

    def close(self) -> None:
        """Close all connections."""
