"""An emergency (紧急信息): what happened, when who knew of it, and what was reported."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from desk.matters.matter import Matter

Slots = tuple[tuple[str, str], ...]  # what is known, by the key of the slot: ("dead", "3")


class Grade(StrEnum):
    """How grave it is, the gravest first."""

    GRAVEST = "特别重大"
    GRAVE = "重大"
    LARGER = "较大"
    COMMON = "一般"
    OPEN = "未定"


class ReportKind(StrEnum):
    """Which report of the chain it is."""

    FIRST = "首报"
    FOLLOWUP = "续报"
    FINAL = "终报"


class Way(StrEnum):
    """How it was approved."""

    PHONE = "电话口头"
    FACE = "当面口头"
    SIGNED = "签字"


class Outcome(StrEnum):
    """How a unit has reported."""

    ON_TIME = "按时"
    LATE = "迟报"
    MISSED = "漏报"
    CONCEALED = "瞒报"
    FALSE = "谎报"


@dataclass(frozen=True, slots=True)
class Consent:
    """Who approved a report, how and when; ``signed`` is when it was signed on paper."""

    who: str
    how: Way
    when: datetime
    signed: date | None = None

    @property
    def is_signed(self) -> bool:
        """Whether nothing is left to be signed."""
        return self.how is Way.SIGNED or self.signed is not None


@dataclass(frozen=True, slots=True)
class Sending:
    """A report that went up: when, to whom and how (电话, 传真, 政务内网 …)."""

    when: datetime
    to: str
    how: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report; its text lives in its draft. ``slots`` are what was known then.

    ``number`` counts the follow-ups; ``next_due`` is when the next one is due.
    """

    kind: ReportKind
    number: int
    draft_id: int
    made: datetime
    slots: Slots = ()
    consent: Consent | None = None
    sent: tuple[Sending, ...] = ()
    next_due: datetime | None = None

    @property
    def name(self) -> str:
        """What it is called: 首报, 续报二, 终报."""
        return f"{self.kind}{numeral(self.number)}" if self.number else str(self.kind)


@dataclass(frozen=True, slots=True)
class Breach:
    """How a unit has reported, as it was decided; ``unit_id`` 0 is this office itself.

    ``source`` names what was booked for it, "" where nothing was; ``is_declined`` says that the
    proposal was not followed.
    """

    outcome: Outcome
    unit_id: int
    why: str
    minutes: int
    who: str
    when: datetime
    source: str = ""
    is_declined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency(Matter):
    """One emergency; all moments are aware, None where nobody knows them."""

    KIND: ClassVar[str] = "emergency"
    NOUN: ClassVar[str] = "紧急信息"

    category: str = ""
    grade: Grade = Grade.OPEN
    place: str = ""
    event: str = ""  # what happened, as 山体滑坡
    reporter_id: int = 0  # the unit that had to report it
    others: tuple[int, ...] = ()  # units involved
    informant: str = ""
    phone: str = ""
    happened: datetime | None = None
    known: datetime | None = None  # 接报
    phoned: datetime | None = None  # by us, to the upper level
    written: datetime | None = None  # the first report up on paper
    disclosed: datetime | None = None  # first on the internet
    arrived: datetime | None = None  # who handles it is at the scene
    slots: Slots = ()
    reports: tuple[Report, ...] = ()
    breaches: tuple[Breach, ...] = ()
    ended: datetime | None = None  # the final report is up, or there will be none
    began: datetime | None = None  # when it was written down here

    @property
    @override
    def is_open(self) -> bool:
        unsigned = any(one.sent and not _is_signed(one) for one in self.reports)
        return self.ended is None or unsigned or not self.is_judged

    @property
    def is_judged(self) -> bool:
        """Whether it was decided how its unit reported; without a unit there is nothing to."""
        return not self.reporter_id or any(one.unit_id == self.reporter_id for one in self.breaches)

    @property
    @override
    def unit_ids(self) -> tuple[int, ...]:
        ids = (self.reporter_id, *self.others, *(one.unit_id for one in self.breaches))
        return tuple(dict.fromkeys(one for one in ids if one))

    @property
    @override
    def draft_ids(self) -> tuple[int, ...]:
        return tuple(one.draft_id for one in self.reports)

    @property
    @override
    def words(self) -> str:
        told = (self.category, self.grade, self.place, self.event, self.informant, self.phone)
        return "\n".join((*told, *(value for _key, value in self.slots)))

    @property
    def last(self) -> Report | None:
        """The report made last."""
        return self.reports[-1] if self.reports else None

    def slot(self, key: str) -> str:
        """What is known of a slot; "" for nothing."""
        return dict(self.slots).get(key, "")


def numeral(number: int) -> str:
    """A number up to 99 as it counts reports: 一, 十二, 二十."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return f"{digits[tens] if tens > 1 else ''}十{digits[ones] if ones else ''}"


def _is_signed(report: Report) -> bool:
    return report.consent is not None and report.consent.is_signed
