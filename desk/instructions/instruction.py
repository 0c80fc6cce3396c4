"""An instruction (批示): a leader's words on an item, literally, and what each unit owes on it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from desk.commissions.commission import Call
from desk.drafts import Secrecy
from desk.matters.matter import Matter

_POSTS = ("长", "书记", "主席", "主任", "总理", "领导", "同志", "专员")


class Tone(StrEnum):
    """How a leader wrote; the words are those of the ledger's 性质."""

    PRAISE = "肯定"
    DEMAND = "要求"
    CRITICISM = "批评"


class Way(StrEnum):
    """How an instruction was handed over to a unit."""

    SLIP = "转办单"
    PERSON = "当面"
    PHONE = "电话"
    FAX = "传真"


class State(StrEnum):
    """Where an instruction stands."""

    AWAITED = "待批示"
    PENDING = "待交办"
    RUNNING = "办理中"
    OVERDUE = "超期"
    ANSWERED = "已反馈"
    CLOSED = "已办结"


@dataclass(frozen=True, slots=True)
class Extension:
    """More time for a unit: until when, and why."""

    due: datetime
    why: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a unit answered: its words or the draft it sent, for the time being or for good.

    ``satisfied`` is the desk's word on a final one: False sends it back (退回重办).
    """

    when: datetime
    text: str = ""
    draft_id: int = 0
    is_final: bool = True
    satisfied: bool = True


@dataclass(frozen=True, slots=True)
class Assignment:
    """What one unit owes; without ``due`` it is only told (知悉), and owes no feedback.

    ``booked`` is the ledger's source of what late or lacking feedback cost it.
    """

    unit_id: int
    leads: bool = False  # 牵头
    handed: datetime | None = None
    way: Way = Way.SLIP
    due: datetime | None = None
    extensions: tuple[Extension, ...] = ()
    calls: tuple[Call, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    booked: str = ""

    @property
    def answered(self) -> datetime | None:
        """When the feedback came that stands."""
        held = (one for one in self.feedback if one.is_final and one.satisfied)
        return next((one.when for one in held), None)

    @property
    def is_owing(self) -> bool:
        """Whether it was handed over, and its feedback is still to come."""
        return self.handed is not None and self.due is not None and self.answered is None

    def is_late(self, now: datetime) -> bool:
        """Whether its feedback came, or is still to come, after its time."""
        if self.due is None or self.handed is None:
            return False
        return (self.answered or now) > self.due


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture of the paper by its digest; the store keeps the bytes."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction(Matter):
    """One leader's words on one item; ``title`` is the item's, ``day`` the day they were written.

    Until the words are there (报请批示) ``text`` is "" and ``day`` the day it was sent in. ``text``
    is kept to the letter, line breaks too.
    """

    KIND: ClassVar[str] = "instruction"
    NOUN: ClassVar[str] = "批示"

    item_id: int = 0  # the draft
    issue_id: int = 0  # that printed it
    publication_id: int = 0
    carrier: str = ""  # 《信息专报》2026年第12期
    sources: tuple[int, ...] = ()  # the units whose item it is
    leader: str = ""
    rank: str = ""
    level: str = ""
    tone: str = ""
    text: str = ""
    submitted: date | None = None  # 报请批示
    reminders: tuple[Call, ...] = ()  # of who was to write it (催批)
    received: datetime | None = None
    secrecy: Secrecy = Secrecy.NONE
    topics: tuple[str, ...] = ()
    scans: tuple[Scan, ...] = ()
    remark: str = ""
    assignments: tuple[Assignment, ...] = ()
    feedback_id: int = 0  # the draft that tells the leader (反馈稿)
    reported: datetime | None = None  # 反馈已报
    closed: datetime | None = None
    result: str = ""  # in words, on closing
    booked: str = ""  # the ledger's source of what it earned
    declined: str = ""  # why nothing was booked

    @property
    @override
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.closed is None

    @property
    @override
    def unit_ids(self) -> tuple[int, ...]:
        """The units that act on it, and those whose item it is."""
        acting = (one.unit_id for one in self.assignments)
        return tuple(dict.fromkeys((*acting, *self.sources)))

    @property
    @override
    def draft_ids(self) -> tuple[int, ...]:
        """The item, the feedback made of it and the drafts that units answered with."""
        sent = (held.draft_id for one in self.assignments for held in one.feedback)
        found = (self.item_id, self.feedback_id, *sent)
        return tuple(dict.fromkeys(one for one in found if one))

    @property
    @override
    def words(self) -> str:
        """What it can be found by."""
        said = (held.text for one in self.assignments for held in one.feedback)
        told = (self.leader, self.rank, self.level, self.text, self.carrier, self.result)
        return "\n".join((*told, *self.topics, *said))

    @property
    def name(self) -> str:
        """What it is called in a sentence: 批办〔2026〕3号“关于……”."""
        return f"{self.number}“{self.title}”"

    @property
    def signatory(self) -> str:
        """The leader as papers say: 郑国平同志; a name with the post stays as it is."""
        return self.leader if self.leader.endswith(_POSTS) else f"{self.leader}同志"

    @property
    def is_awaited(self) -> bool:
        """Whether the leader's words are still to come."""
        return not self.text

    @property
    def owing(self) -> tuple[Assignment, ...]:
        """Those who still owe their feedback."""
        return tuple(one for one in self.assignments if one.is_owing)

    @property
    def unhanded(self) -> tuple[Assignment, ...]:
        """Those it was not handed over to yet."""
        return tuple(one for one in self.assignments if one.handed is None)

    def task_of(self, unit_id: int) -> Assignment | None:
        """What a unit owes, where it is among those that act."""
        return next((one for one in self.assignments if one.unit_id == unit_id), None)

    def state(self, now: datetime) -> State:
        """Where it stands."""
        if self.closed is not None:
            return State.CLOSED
        if self.is_awaited:
            return State.AWAITED
        if not self.assignments or self.unhanded:
            return State.PENDING
        if any(one.is_late(now) for one in self.owing):
            return State.OVERDUE
        return State.RUNNING if self.owing else State.ANSWERED
