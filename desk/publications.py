"""Publications (刊物), their sections (栏目), and what the office has decided about them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tier(StrEnum):
    """Whose publication it is; the design calls this its level."""

    OWN = "本级"
    CITY = "市级"
    PROVINCE = "省级"
    STATE = "国家级"


class Rhythm(StrEnum):
    """How often a publication comes out."""

    NONE = "不定期"
    WORKDAYS = "每工作日"
    WEEKLY = "每周"
    MONTHLY = "每月"


class Way(StrEnum):
    """How a recipient is named in the 报尾: 报 upwards, 送 beside, 发 downwards."""

    REPORT = "报"
    SEND = "送"
    ISSUE = "发"


class Retention(StrEnum):
    """保管期限 of the files (国家档案局令第8号 第三条): for ever, 30 years or 10."""

    PERMANENT = "永久"
    LONG = "30年"
    SHORT = "10年"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an item may be, in characters with their marks, and its paragraphs; 0: no limit."""

    shortest: int = 0
    longest: int = 0
    paragraphs: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a publication with points of its own; its limits go before the publication's."""

    name: str
    position: int = 0
    id: int = 0
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Schedule:
    """When issues are due; ``days`` are weekdays from Monday 0, or days of the month from 1.

    What falls on a day of rest is due on the next working day. No issue is missed before
    ``since``; None never misses any.
    """

    rhythm: Rhythm = Rhythm.NONE
    days: tuple[int, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Numbering:
    """How issues are numbered. 增刊 always count on their own, 特刊 only where told so."""

    yearly: bool = True  # 期号 begin again with each year
    has_total: bool = True  # 总期号
    specials_apart: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets how many copies (发送范围)."""

    way: Way
    name: str
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """The names at the foot; "" takes the office's."""

    editors: str = ""
    reviewer: str = ""
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a publication changes of its template; "" and 0 leave the template's own."""

    masthead: str = ""  # the name as printed, e.g. 云岭政务信息
    size: float = 0.0  # of the name, in points
    spacing: float | None = None  # between its characters, in points
    issuer: str = ""  # 编发单位
    grid: str = ""  # full 撑满版心, word Word习惯
    contents: str = ""  # always, never, pages
    note_label: str = ""  # 编者按：, 按语：
    tail_left: str = ""
    tail_right: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication; ``template`` is a folder of templates, "" for others' ones."""

    name: str
    sections: tuple[Section, ...]
    template: str = ""
    tier: Tier = Tier.OWN
    copies: int = 0  # 共印份数
    send_to: tuple[str, ...] = ()  # 报尾 lines, e.g. "报:县委书记、县长"
    active: bool = True
    id: int = 0
    limits: Limits = Limits()
    results_only: bool = False  # 只说结果，不说过程、原因和措施 (seed 003 on 《每日要情》)
    readers: str = ""  # 阅读对象: the 知悉范围 of an issue that has none of its own
    mark: str = ""  # 密级 or 内部资料 at the head; "" takes the office's
    controlled: bool = False  # copies have numbers (份号), are signed for and called back
    retention: Retention = Retention.PERMANENT
    schedule: Schedule = Schedule()
    numbering: Numbering = Numbering()
    signature: Signature = Signature()
    recipients: tuple[Recipient, ...] = ()
    appearance: Appearance = Appearance()

    def section(self, section_id: int | None) -> Section | None:
        """The section of that id, if it is one of this publication's."""
        return next((item for item in self.sections if item.id == section_id), None)
