"""A scheme (计分办法): all its clauses as data, with effective dates."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desk.scoring.clauses.clause import Clause, Span
from desk.scoring.clauses.items import (
    Attribution,
    Bonus,
    Deadline,
    Gate,
    Points,
    Recode,
    Repeat,
)
from desk.scoring.clauses.periods import BasePoints, Counter, Limit, PassLine, RateLine, Task
from desk.scoring.clauses.results import Conversion, Prize, Ranking, Rounding
from desk.scoring.progress.pace import PaceWay

TABLES: tuple[type[Clause], ...] = (
    Points,
    Bonus,
    Repeat,
    Gate,
    Recode,
    Deadline,
    Attribution,
    BasePoints,
    Limit,
    Task,
    RateLine,
    Counter,
    PassLine,
    Conversion,
    Ranking,
    Prize,
    Rounding,
)


class JointShare(StrEnum):
    """What each unit of a joint item gets (clause A4)."""

    FULL = "各计全分"
    SPLIT = "平均分配"


class Purpose(StrEnum):
    """What a scheme reckons: points, or fees in yuan (G1, G2), apart from each other."""

    POINTS = "计分"
    FEES = "稿酬"


@dataclass(frozen=True, slots=True)
class PointRule:
    """Points of one adoption (clauses A1–A2); without a section, of the whole publication.

    ``composite`` is what each unit of a composite item gets (clause A3); None: the same.
    They come after all ``Points`` clauses, the section's before the publication's.
    """

    publication_id: int
    points: Decimal
    section_id: int | None = None
    composite: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CarrierClass:
    """A publication's class in this scheme (刊物类别), for 同类 and the trait 类别."""

    publication: str
    name: str


@dataclass(frozen=True, slots=True)
class Window:
    """A period with borders of its own, e.g. 三季度 from 07-01 to 10-09; (month, day) pairs.

    One whose first is after its last ends in the next year. Where a span has windows, they
    are its periods; the year they belong to is the one they begin in.
    """

    span: Span
    name: str
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scheme:
    """The points in force from ``valid_from`` until the day before the next of its purpose.

    ``start_month`` is the month its years begin with. The clauses stand in the order of their
    tables' rows.
    """

    name: str
    valid_from: date
    rules: tuple[PointRule, ...]
    joint: JointShare = JointShare.FULL
    id: int = 0
    purpose: Purpose = Purpose.POINTS
    source: str = ""  # 依据, e.g. 常政办发〔2014〕97号
    start_month: int = 1
    carriers: tuple[CarrierClass, ...] = ()
    windows: tuple[Window, ...] = ()
    clauses: tuple[Clause, ...] = ()
    pace: PaceWay = PaceWay.CALENDAR
    progress: tuple[Decimal, ...] = ()  # percent by the end of each month, for 按月定
