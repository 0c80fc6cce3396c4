"""A draft as it is chosen for an issue: what the list of choices shows, without its texts."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.drafts import Channel, Kind, Status, Urgency
from desk.office_clock import day_of
from desk.publications import Publication, Section


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft without its texts: a thousand of them are read at once."""

    id: int
    title: str
    status: Status
    received: datetime
    channel: Channel = Channel.FILE
    unit_ids: tuple[int, ...] = ()
    kind: Kind | None = None
    urgency: Urgency = Urgency.NORMAL
    event_date: date | None = None
    due: datetime | None = None
    characters: int = 0
    revision: int = 0
    version_of: int = 0
    carrier_id: int = 0

    @property
    def item_id(self) -> int:
        """The item it is: all versions of one draft are one item."""
        return self.version_of or self.id

    def days(self, today: date) -> int:
        """How many days old its event is; where it names none, how long it has been here."""
        return (today - (self.event_date or day_of(self.received))).days

    def is_late(self, now: datetime) -> bool:
        """Whether its kind's clock has run out."""
        return self.due is not None and self.due < now


def suggested_section(publication: Publication, kind: Kind | None) -> Section | None:
    """The section that bears a kind's name, as 问题与建议 does that of 问题型."""
    if kind is None:
        return None
    stem = kind.value.removesuffix("型")
    return next((one for one in publication.sections if stem in one.name), None)
