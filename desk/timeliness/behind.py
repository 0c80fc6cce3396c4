"""Use case: the drafts and matters behind a figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk.commissions.commission import Commission
from desk.drafts import DraftRow
from desk.emergencies.emergency import Emergency
from desk.instructions.instruction import Instruction
from desk.matters.matter import Matter
from desk.store import Work

_MATTERS: dict[str, type[Matter]] = {one.KIND: one for one in (Commission, Emergency, Instruction)}


@dataclass(frozen=True, slots=True)
class Behind:
    """One of them in a line; ``subject`` as "draft:12"."""

    subject: str
    what: str  # a draft's kind, a matter's noun
    title: str
    units: str = ""
    event: date | None = None
    received: datetime | None = None
    due: datetime | None = None
    state: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft."""
        return self.subject.startswith("draft:")

    @property
    def id(self) -> int:
        """Its number."""
        return int(self.subject.partition(":")[2])


def behind(work: Work, subjects: Sequence[str]) -> list[Behind]:
    """Drafts first, the last to come first; then matters."""
    wanted = dict.fromkeys(subjects)
    ids = [int(one.partition(":")[2]) for one in wanted if one.startswith("draft:")]
    rows = sorted(work.drafts.rows(ids), key=lambda row: row.received, reverse=True)
    return [*map(_draft, rows), *_matters(work, wanted)]


def _draft(row: DraftRow) -> Behind:
    return Behind(
        f"draft:{row.id}",
        row.kind or "未定类型",
        row.title,
        row.units,
        row.event_date,
        row.received,
        row.due,
        str(row.status),
    )


def _matters(work: Work, subjects: Iterable[str]) -> list[Behind]:
    found = []
    for subject in subjects:
        kind, _colon, number = subject.partition(":")
        if kind in _MATTERS:
            matter = work.matters.get(_MATTERS[kind], int(number))
            state = "未办结" if matter.is_open else "已办结"
            title = f"{matter.number} {matter.title}".strip()
            found.append(Behind(subject, matter.NOUN, title, event=matter.day, state=state))
    return found
