"""A forwarding (上报): an item sent to one upper carrier or medium, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from desk.matters.matter import Matter
from desk.office_clock import day_of


class Route(StrEnum):
    """How it went up."""

    NETWORK = "内网系统"
    SECURE = "机要"
    FAX = "传真"
    MAIL = "邮件"
    PAPER = "纸质"


class Result(StrEnum):
    """What the upper level made of it."""

    PENDING = "待定"
    ADOPTED = "采用"
    COMPOSITE = "综合采用"
    NOT_ADOPTED = "未采用"


class Count(StrEnum):
    """What the clerk has decided about points for an adoption."""

    YES = "记分"
    LATER = "待记"
    NO = "不记"


ADOPTED = frozenset({Result.ADOPTED, Result.COMPOSITE})


@dataclass(frozen=True, slots=True)
class MediaUse:
    """A medium that took the item too (R175); ``level`` as 国家级, ``place`` a link or a page."""

    medium: str
    level: str
    day: date
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarding(Matter):
    """One item to one carrier; ``title`` is the one it was sent under.

    ``booked`` and ``sent_booked`` are the ledger's sources ("hand:12", "import:3") of the adoption
    and of the sending, "" where nothing was booked; ``uncounted`` says why not.
    """

    KIND: ClassVar[str] = "forwarding"
    NOUN: ClassVar[str] = "上报"

    draft_id: int  # the item
    text_id: int = 0  # its text for this carrier (刊物版); 0: the item's own
    publication_id: int = 0  # 0: a medium that is no publication of ours
    carrier: str = ""  # its name when it was sent
    sent: datetime | None = None  # None while it waits to be sent, on ``day``
    sender: str = ""
    route: Route = Route.NETWORK
    approval: str = ""  # where its approval stood then, in words
    unapproved: str = ""  # why it was sent before its approval had ended
    upper_id: int = 0  # the commission it answers
    units: tuple[int, ...] = ()
    result: Result = Result.PENDING
    result_day: date | None = None
    issue_number: str = ""
    section_id: int | None = None
    external: Decimal | None = None  # points the upper level published
    remark: str = ""
    asked: date | None = None  # when the upper level was last asked for the result
    count: Count = Count.YES
    uncounted: str = ""
    sent_booked: str = ""
    booked: str = ""
    is_foreign: bool = False  # ``booked`` by an import or in 考核: never touched from here
    is_late_entry: bool = False  # registered only when the upper level's list named it
    withdrawn: str = ""  # why the entry counts no more (登记错了)
    media: tuple[MediaUse, ...] = ()

    @property
    @override
    def is_open(self) -> bool:
        """Whether it is to be sent, or its result is awaited."""
        return not self.withdrawn and self.result is Result.PENDING

    @property
    def is_adopted(self) -> bool:
        """Whether the upper level used it."""
        return not self.withdrawn and self.result in ADOPTED

    @property
    def awaits(self) -> bool:
        """Whether it was sent and has no result yet."""
        return self.is_open and self.sent is not None

    @property
    def sent_day(self) -> date | None:
        """The office's day of its sending."""
        return day_of(self.sent) if self.sent else None

    @property
    def is_unbooked(self) -> bool:
        """Whether an adoption waits to be booked (待记)."""
        return self.is_adopted and self.count is Count.LATER and not self.booked

    @property
    def state(self) -> str:
        """Where it stands, in the office's word."""
        if self.withdrawn:
            return "已撤回"
        if self.sent is None:
            return "待上报"
        return "等结果" if self.result is Result.PENDING else str(self.result)

    @property
    @override
    def unit_ids(self) -> tuple[int, ...]:
        """The units behind the item."""
        return self.units

    @property
    @override
    def draft_ids(self) -> tuple[int, ...]:
        """The item, and its text for the carrier."""
        return (self.draft_id, self.text_id) if self.text_id else (self.draft_id,)

    @property
    @override
    def words(self) -> str:
        """What it can be found by."""
        media = (f"{one.medium}{one.place}" for one in self.media)
        return "\n".join((self.carrier, self.state, self.issue_number, self.remark, *media))
