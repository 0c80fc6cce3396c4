"""How long the desk keeps what drafts say (保管期限), by what became of them."""

from dataclasses import dataclass
from datetime import date

from desk.drafts import Draft, DraftQuery, Status
from desk.errors import FieldError
from desk.office_clock import day_of
from desk.store import Work

WIPED = "销毁稿件"  # the action in the trail
KEPT_BY = (Status.RELEASED, Status.REJECTED, Status.FILED, Status.RETURNED)
LONGEST = 100


@dataclass(frozen=True, slots=True)
class DraftRetention:
    """Years after the end of the year a draft came in; 0 keeps for ever."""

    released: int = 0
    rejected: int = 0
    filed: int = 0
    returned: int = 0
    keeps_titles: bool = True

    def years(self, status: Status) -> int:
        """For how many years drafts of a status are kept; 0 for ever."""
        by_status = (self.released, self.rejected, self.filed, self.returned)
        return dict(zip(KEPT_BY, by_status, strict=True)).get(status, 0)

    def ends(self, draft: Draft) -> date | None:
        """The first day on which a draft may be wiped; None where it never is."""
        years = self.years(draft.status)
        return date(day_of(draft.received).year + 1 + years, 1, 1) if years else None


def retention_of(work: Work) -> DraftRetention:
    """What the office has decided."""
    return work.matters.policy(DraftRetention())


def must_be_right(rules: DraftRetention) -> None:
    """Raise FieldError for years that can't be."""
    for status in KEPT_BY:
        if not 0 <= rules.years(status) <= LONGEST:
            raise FieldError("years", f"“{status}”的保管年数要在 0 到 {LONGEST} 之间，0 是永久。")


def due(work: Work, today: date) -> list[Draft]:
    """The drafts whose time is over and that are not wiped yet, oldest first."""
    rules = retention_of(work)
    wanted = frozenset(one for one in KEPT_BY if rules.years(one))
    if not wanted:
        return []
    shortest = min(rules.years(one) for one in wanted)
    last = date(today.year - shortest - 1, 12, 31)
    query = DraftQuery(statuses=wanted, received_to=last, descending=False)
    ids = work.drafts.ids(query)
    gone = work.audit.latest(WIPED, [f"draft:{one}" for one in ids])
    left = [one for one in ids if f"draft:{one}" not in gone]
    return [
        draft
        for draft in work.drafts.several(left)
        if (end := rules.ends(draft)) is not None and end <= today
    ]
