"""The events of a life line, and those that matters of the task desk add to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.matters.kinds import noun_of
from desk.store import Work

_ALL = 10_000  # records of one matter


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; ``subject`` is what it leads to, as issue:3 or revision:2."""

    when: datetime
    what: str
    who: str = ""
    detail: str = ""
    subject: str = ""


def matter_events(work: Work, draft_ids: Iterable[int]) -> Iterator[Event]:
    """What happened to the commissions, instructions and others these drafts belong to."""
    found = {one.subject: one for id_ in draft_ids for one in work.matters.linked(draft_id=id_)}
    for subject, matter in found.items():
        noun = noun_of(subject)
        for record in work.audit.records(subject, _ALL):
            what = record.action if noun in record.action else f"{noun}：{record.action}"
            detail = record.detail or f"“{matter.title}”"
            yield Event(record.when, what, record.who, detail, subject)
