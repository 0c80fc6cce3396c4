"""A draft's way through the desk: when it came, and when each thing was first done with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desk.drafts import Kind
from desk.office_clock import day_of


@dataclass(frozen=True, slots=True)
class Signing:
    """One approval step that was decided; ``hours`` are the working hours it may take, 0: any."""

    stage: str
    person: str  # who decided
    since: datetime
    done: datetime
    hours: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """One draft that was sent; moments are None where that has not happened."""

    draft_id: int
    kind: Kind | None
    event_date: date | None
    received: datetime
    due: datetime | None
    unit_ids: tuple[int, ...] = ()
    taken: datetime | None = None  # in hand: 接收, 交办 or 开始编辑, whichever came first
    saved: datetime | None = None  # the first text saved over what came
    sent: datetime | None = None  # the first 送审
    ready: datetime | None = None  # the last approval, where it was passed
    printed: datetime | None = None
    signings: tuple[Signing, ...] = ()

    @property
    def subject(self) -> str:
        """What links call it."""
        return f"draft:{self.draft_id}"

    @property
    def is_late(self) -> bool | None:
        """Whether it came after its limit; None where the draft names no event, or has no limit."""
        if self.event_date is None or self.due is None:
            return None
        return self.received > self.due

    @property
    def days(self) -> int | None:
        """From the event to receipt, in calendar days; none are negative."""
        if self.event_date is None:
            return None
        return max(0, (day_of(self.received) - self.event_date).days)


def stretches(passage: Passage) -> Iterator[tuple[str, datetime, datetime]]:
    """The desk's own steps that are done: name, begin and end, in their order.

    A step that was left out is part of the next one: who sends at once has saved nothing.
    """
    begun = passage.received
    for name, end in (
        (TAKING, passage.taken),
        (WRITING, passage.saved),
        (SENDING, passage.sent),
        (SIGNING, passage.ready),
        (PRINTING, passage.printed),
    ):
        if end is not None and end >= begun:
            yield name, begun, end
            begun = end
    if passage.printed is not None and passage.printed >= passage.received:
        yield WHOLE, passage.received, passage.printed


TAKING, WRITING, SENDING = "收到—接手", "接手—首次存稿", "存稿—送审"
SIGNING, PRINTING, WHOLE = "送审—可用", "可用—印发", "收到—印发（全程）"
STEPS = (TAKING, WRITING, SENDING, SIGNING, PRINTING, WHOLE)
