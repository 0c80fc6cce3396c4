"""A draft (来稿): what a unit sent, what became of it, and the moves allowed."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desk.body import Body
from desk.errors import NotAllowedError


class Kind(StrEnum):
    """The eight kinds of information (seed 001)."""

    DYNAMIC = "动态型"
    PROBLEM = "问题型"
    PROPOSAL = "建议型"
    FEEDBACK = "反馈型"
    FORECAST = "预测型"
    MEASURE = "措施型"
    INCIDENT = "突发型"
    EXPERIENCE = "经验型"


class Channel(StrEnum):
    """How a draft reached the desk."""

    FILE = "文件"
    MAIL = "邮件"
    PAPER = "纸质"
    PHONE = "电话"
    PASTE = "粘贴"
    OWN = "自采"
    COMMISSION = "约稿"
    COMPOSITE = "综合"  # made at the desk of several drafts, whose units have sent them already
    VERSION = "刊物版"  # an item's text for one publication; only the item itself was sent
    DESK = "本室"  # written here for its units: a later report, the feedback on an instruction


MADE_HERE = (Channel.COMPOSITE, Channel.VERSION, Channel.DESK)  # not sent by anybody


class Secrecy(StrEnum):
    """Secrecy marks in rising order (GB/T 9704-2012 7.2.2)."""

    NONE = "无"
    INTERNAL = "内部"
    SECRET = "秘密"  # noqa: S105 - a grade, not a password
    CONFIDENTIAL = "机密"
    TOP = "绝密"


class Scope(StrEnum):
    """Who may read an item beyond the office (公开属性)."""

    OPEN_QUESTION = "未定"
    PUBLIC = "可公开"
    INTERNAL = "内部"


class WaiverScope(StrEnum):
    """How far a decision to keep some words reaches."""

    ONCE = "一处"
    ITEM = "本文"
    ALWAYS = "永久"  # in every draft


class Urgency(StrEnum):
    """How fast a draft must be handled (GB/T 9704-2012 7.2.3)."""

    NORMAL = "平件"
    URGENT = "加急"
    EXTRA = "特急"


class Status(StrEnum):
    """Where a draft stands on its way to print (design §4)."""

    NEW = "新到"
    EDITING = "在编"
    SUBMITTED = "送审"
    READY = "可用"
    RELEASED = "已印发"
    RETURNED = "退稿"
    REJECTED = "不采用"
    FILED = "存查"
    MERGED = "并入"


_OUT = (Status.RETURNED, Status.REJECTED, Status.FILED)
MOVES: dict[Status, tuple[Status, ...]] = {
    Status.NEW: (Status.EDITING, *_OUT),
    Status.EDITING: (Status.NEW, Status.SUBMITTED, *_OUT),
    Status.SUBMITTED: (Status.EDITING, Status.READY),
    Status.READY: (Status.SUBMITTED, Status.EDITING, Status.RELEASED),
    Status.RELEASED: (),
    Status.RETURNED: (Status.NEW, Status.EDITING),
    Status.REJECTED: (Status.NEW, Status.EDITING),
    Status.FILED: (Status.NEW, Status.EDITING),
    Status.MERGED: (),  # a part leaves its composite by ``merging.unmerge`` alone
}


@dataclass(frozen=True, slots=True)
class Original:
    """What came in, kept for ever: the file's name and bytes (by SHA-256) and its text."""

    name: str
    digest: str
    body: Body


@dataclass(frozen=True, slots=True)
class Draft:
    """One item; ``id`` is 0 until the store has taken it, ``revision`` counts saved texts."""

    title: str
    body: Body
    original: Original
    received: datetime
    channel: Channel = Channel.FILE
    unit_ids: tuple[int, ...] = ()
    author: str = ""
    phone: str = ""
    approver: str = ""
    event_date: date | None = None
    report_date: date | None = None
    kind: Kind | None = None
    urgency: Urgency = Urgency.NORMAL
    secrecy: Secrecy = Secrecy.NONE
    status: Status = Status.NEW
    ticks: frozenset[str] = frozenset()  # manual checklist items the clerk has confirmed
    notes: tuple[str, ...] = ()  # what the reader could not keep or was unsure about
    topics: tuple[str, ...] = ()  # 选题, in the clerk's order
    is_read: bool = False
    is_flagged: bool = False
    holder: str = ""  # who has it in hand now (谁在办)
    due: datetime | None = None  # when its kind's clock runs out (seed 003: 事件不过日)
    reason: str = ""  # code of the reason it was turned away for
    remark: str = ""  # the clerk's own line beside that reason
    doubts: frozenset[str] = frozenset()  # names of fields that were guessed and not confirmed
    signed_as: str = ""  # a signature or sender that names no unit known then
    merged_into: int | None = None  # the composite draft it went into
    version_of: int = 0  # the draft whose text for a publication it is
    carrier_id: int = 0  # that publication
    scope: Scope = Scope.OPEN_QUESTION
    revision: int = 0
    id: int = 0

    @property
    def was_sent(self) -> bool:
        """Whether it came to the desk; some were made there of what came."""
        return self.channel not in MADE_HERE

    @property
    def item_id(self) -> int:
        """The item it is: all versions of one draft are one item."""
        return self.version_of or self.id

    def must_move(self, target: Status) -> None:
        """Raise NotAllowedError unless the draft may go to ``target`` now."""
        if self.version_of and target in _OUT:
            raise NotAllowedError(
                f"“{self.title}”是刊物版，不能改为“{target}”。不用这一版时，请按 Ctrl+M 删除它。"
            )
        if self.status is Status.MERGED:
            raise NotAllowedError(
                f"“{self.title}”已经并入综合稿，不能改为“{target}”。请打开综合稿，在“来源”里把它移出。"
            )
        if target not in MOVES[self.status]:
            raise NotAllowedError(
                f"“{self.title}”现在是“{self.status}”，不能改为“{target}”。请先刷新列表看它的最新状态。"
            )


@dataclass(frozen=True, slots=True)
class Revision:
    """One saved text of a draft."""

    number: int
    saved: datetime
    who: str
    why: str
    title: str
    body: Body


@dataclass(frozen=True, slots=True)
class Kept:
    """The words of a finding that are to be kept, and how far that reaches; see Waiver."""

    rule: str
    excerpt: str
    scope: WaiverScope = WaiverScope.ITEM
    around: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding the clerk decided to keep; ``excerpt`` is the text it was about.

    ``around`` are the words before and after a single place, so that it is known again.
    """

    rule: str
    excerpt: str
    reason: str
    who: str
    when: datetime
    scope: WaiverScope = WaiverScope.ITEM
    around: str = ""


OPEN = (Status.NEW, Status.EDITING, Status.SUBMITTED, Status.READY)  # their clock still runs
ORDERS = frozenset(
    {"received", "title", "unit", "status", "kind", "characters", "event_date"}
    | {"due", "urgency", "holder", "channel"}
)


@dataclass(frozen=True, slots=True)
class DraftQuery:
    """Which drafts to list and how; an empty field does not filter."""

    words: str = ""
    statuses: frozenset[Status] = frozenset()
    unit_id: int | None = None
    kind: Kind | None = None
    received_from: date | None = None
    received_to: date | None = None
    event_from: date | None = None
    event_to: date | None = None
    group_id: int | None = None
    topic: str = ""
    urgencies: frozenset[Urgency] = frozenset()
    channel: Channel | None = None
    holder: str = ""
    reason: str = ""
    publication_id: int | None = None  # stand in an issue of it
    overdue_at: datetime | None = None  # open drafts whose clock has run out by then
    has_twins: bool = False  # look like another draft, and nobody has decided yet
    is_unread: bool = False
    is_flagged: bool = False
    has_no_holder: bool = False  # open drafts in nobody's hands
    has_doubts: bool = False
    with_versions: bool = False  # else only what was sent or made of it, each item once
    order: str = "received"  # or a key of ORDERS
    descending: bool = True
    limit: int | None = None  # only the first so many


@dataclass(frozen=True, slots=True)
class DraftRow:
    """What the list shows of one draft."""

    id: int
    title: str
    units: str  # short names joined by 、
    kind: str
    status: Status
    received: datetime
    characters: int
    source: str  # file name
    urgency: Urgency = Urgency.NORMAL
    event_date: date | None = None
    has_table: bool = False
    has_picture: bool = False
    notes: tuple[str, ...] = field(default=())
    channel: str = ""
    topics: tuple[str, ...] = ()
    is_read: bool = False
    is_flagged: bool = False
    holder: str = ""
    due: datetime | None = None
    reason: str = ""
    doubts: frozenset[str] = frozenset()
    twins: int = 0  # other drafts it looks like, undecided
    author: str = ""
