"""Counts of drafts that stand alike, as the database gathers them."""

from dataclasses import dataclass

from desk.drafts import Status


@dataclass(frozen=True, slots=True)
class Tally:
    """So many drafts of one unit that stand alike; a joint draft counts for each of its units."""

    unit_id: int
    status: Status
    reason: str  # code, "" for none
    drafts: int
    late: int  # of them, came after their clock had run out
