"""What is on record of a released issue: who released it, its seal, what it gave, what became."""

from dataclasses import dataclass
from datetime import datetime

from desk.adopting import source_of
from desk.compiling import name_of, publication_of
from desk.facts import FactKind
from desk.freezing import seal_of
from desk.issues import Issue
from desk.item_lines import lines_of
from desk.release_plan import Gain, gains_of
from desk.store import Store, Work

_ALL = 1000  # records of one issue


@dataclass(frozen=True, slots=True)
class Named:
    """Another issue it points to."""

    issue_id: int
    name: str


@dataclass(frozen=True, slots=True)
class IssueRecord:
    """A frozen issue; ``corrects`` and ``corrected_by`` are the issues beside it, if any."""

    issue: Issue
    name: str
    seal: str
    released: datetime | None
    released_by: str
    withdrawn_by: str
    corrects: Named | None
    corrected_by: Named | None
    gains: tuple[Gain, ...]

    @property
    def given(self) -> tuple[Gain, ...]:
        """The units with an adoption that still counts."""
        return tuple(one for one in self.gains if one.adopted > 0)


def record_of(store: Store, issue_id: int) -> IssueRecord:
    """Read what is on record of a released issue."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        trail = work.audit.records(f"issue:{issue_id}", _ALL)
        who = {one.action: one.who for one in trail}
        return IssueRecord(
            issue,
            name_of(publication_of(work, issue.publication_id), issue),
            seal_of(issue),
            issue.released,
            who.get("印发", ""),
            who.get("撤销印发", ""),
            _named(work, issue.corrects),
            _named(work, issue.replaced_by),
            _gains(work, issue),
        )


def _named(work: Work, issue_id: int) -> Named | None:
    if not issue_id:
        return None
    issue = work.issues.get(issue_id)
    return Named(issue_id, name_of(publication_of(work, issue.publication_id), issue))


def _gains(work: Work, issue: Issue) -> tuple[Gain, ...]:
    """What each unit has of it by now: its adoptions, and what took them back."""
    source, booked = source_of(issue), work.ledger.booked(source_of(issue))
    own = {one.id for one in booked if (one.source, one.kind) == (source, FactKind.ADOPTION)}
    told = [one for one in booked if one.id in own or one.reverses in own]
    return gains_of(work, lines_of(work, told))
