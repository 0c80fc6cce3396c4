"""A commission (约稿): what is wanted of which units by when, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from desk.drafts import Kind
from desk.matters.matter import Matter


class Outcome(StrEnum):
    """What became of a commission at one unit; the words are those of the ledger's 情形."""

    ON_TIME = "按时"
    LATE = "逾期"
    NONE = "未报"
    POOR = "质量不合格"


class Means(StrEnum):
    """How units were told (“采用纸质和电话两种形式定向约稿”, seed 000)."""

    PAPER = "纸质"
    PHONE = "电话"
    CHAT = "工作群"


@dataclass(frozen=True, slots=True)
class Call:
    """A telephone call about it: who was spoken to, what was said, what was promised for when."""

    when: datetime
    who: str  # of the desk
    spoke_to: str = ""
    phone: str = ""
    said: str = ""
    promised: date | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What one unit owes of it.

    ``due`` is set where the unit was given more time (延期), with why in ``remark``; ``exempt`` is
    why nothing is asked of it any more (免报). ``outcome`` is what the clerk has confirmed,
    ``booked`` the ledger's source of it ("hand:12"), "" where nothing was booked.
    """

    unit_id: int
    due: datetime | None = None
    exempt: str = ""
    drafts: tuple[int, ...] = ()  # that answer it
    answered: datetime | None = None  # when the first of them came
    outcome: Outcome | None = None
    remark: str = ""
    booked: str = ""
    calls: tuple[Call, ...] = ()
    part: str = ""  # which part of the topic is the unit's (分工)

    @property
    def is_waiting(self) -> bool:
        """Whether the unit still owes its answer."""
        return not (self.exempt or self.answered or self.drafts or self.outcome)


@dataclass(frozen=True, slots=True)
class Upper:
    """Where the upper level asked us: who, under which number, by when, and our one reply.

    Where one was split into several notices, ``lead_id`` of the others is the first of them,
    which alone keeps the reply.
    """

    asked_by: str
    number: str = ""
    due: datetime | None = None
    reply_id: int = 0  # the composite draft merged of what the units sent
    replied: datetime | None = None
    what: str = ""  # what they want, in their words
    how: str = ""  # by which way it was replied
    lead_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Commission(Matter):
    """One notice to one or many units; ``title`` is the topic, ``number`` as 约稿〔2026〕12号."""

    KIND: ClassVar[str] = "commission"
    NOUN: ClassVar[str] = "约稿"

    due: datetime
    points: tuple[str, ...] = ()  # 请着重写明, a line each
    means: Means = Means.PAPER
    contact: str = ""  # our name and telephone number
    topics: tuple[str, ...] = ()  # tags
    wanted: Kind | None = None  # which kind of information
    pool_id: int = 0  # the topic of the pool it was made of
    issued: datetime | None = None  # None while it is being written
    closed: datetime | None = None  # 办结
    withdrawn: str = ""  # why it was called off (撤回); it keeps its number
    upper: Upper | None = None
    tasks: tuple[Task, ...] = ()
    offered: tuple[int, ...] = ()  # drafts about it of units that were not asked (自荐)
    refused: tuple[int, ...] = ()  # drafts that only look like an answer
    came_as: tuple[tuple[int, str], ...] = ()  # the channels of linked drafts before

    @property
    @override
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.closed is None or self.owes_reply

    @property
    def owes_reply(self) -> bool:
        """Whether the upper level still waits for our one reply."""
        upper = self.upper
        return bool(upper and not (upper.lead_id or upper.replied or self.withdrawn))

    @property
    @override
    def unit_ids(self) -> tuple[int, ...]:
        """The units that were asked."""
        return tuple(task.unit_id for task in self.tasks)

    @property
    @override
    def draft_ids(self) -> tuple[int, ...]:
        """The drafts that answer it, and the reply made of them."""
        reply = (self.upper.reply_id,) if self.upper and self.upper.reply_id else ()
        sent = (one for task in self.tasks for one in task.drafts)
        return tuple(dict.fromkeys((*sent, *self.offered, *reply)))

    @property
    @override
    def words(self) -> str:
        """What it can be found by."""
        upper = self.upper
        asked = (upper.asked_by, upper.number, upper.what) if upper else ()
        said = (call.said for task in self.tasks for call in task.calls)
        return "\n".join((*self.points, *self.topics, *asked, *said))

    @property
    def name(self) -> str:
        """What it is called in a sentence: 约稿〔2026〕12号“冬春农田水利建设”."""
        return f"{self.number}“{self.title}”"

    def task_of(self, unit_id: int) -> Task | None:
        """What a unit owes of it, where it was asked."""
        return next((one for one in self.tasks if one.unit_id == unit_id), None)

    def due_of(self, task: Task) -> datetime:
        """When a unit's answer is due."""
        return task.due or self.due
