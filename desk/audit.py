"""The audit trail: who changed what, written with the change itself, each record bound to the last.

The digest of a record covers its fields, its number and the digest of the record before it, so none
can be changed, taken out or put in between without breaking all that follow. That the end was cut
off shows only against a head kept elsewhere: every backup carries one.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import NamedTuple

LEAVING = ("导出", "打印")  # actions that begin so took something out of the program
RESTORED = "从备份恢复"


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One change; ``subject`` is "draft:12", "issue:3", "unit:7" and so on."""

    when: datetime
    who: str
    action: str  # a Chinese verb phrase, shown as it is: 登记来稿
    subject: str
    detail: str = ""
    id: int = field(default=0, compare=False)


class Head(NamedTuple):
    """How far a trail has come: the number of its records, the digest of the last ("" of none)."""

    length: int
    digest: str


class Link(NamedTuple):
    """A record as it stands in the chain, its moment as it is written there."""

    number: int
    when: str
    who: str
    action: str
    subject: str
    detail: str
    digest: str


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which records are asked for; what is empty restricts nothing."""

    first: date | None = None  # the office's days, both included
    last: date | None = None
    who: str = ""
    action: str = ""
    beginnings: tuple[str, ...] = ()  # of actions: LEAVING for all that went out
    subject: str = ""  # "draft" for all drafts, "draft:12" for one
    words: str = ""  # each of them in action or detail


def moment_text(when: datetime) -> str:
    """A moment as it is written in the chain: in UTC, to the microsecond."""
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def digest_of(before: str, link: Link) -> str:
    """The digest that belongs to a link behind one with the digest ``before``.

    Lengths stand before the texts, so that no text can pass for a part of its neighbour.
    """
    _number, when, who, action, subject, detail, _digest = link
    line = (
        f"{before}\n{link.number}\n{when}\n{len(who)} {who}\n{len(action)} {action}\n"
        f"{len(subject)} {subject}\n{detail}"
    )
    return sha256(line.encode()).hexdigest()
