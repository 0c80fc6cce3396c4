"""A scheme (计分办法): points by publication and section, with effective dates."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class JointShare(StrEnum):
    """What each unit of a joint item gets (clause A4)."""

    FULL = "各计全分"
    SPLIT = "平均分配"


@dataclass(frozen=True, slots=True)
class PointRule:
    """Points of one adoption (clauses A1–A2); without a section, of the whole publication.

    ``composite`` is what each unit of a composite item gets (clause A3); None: the same.
    """

    publication_id: int
    points: Decimal
    section_id: int | None = None
    composite: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """The points in force from ``valid_from`` until the day before the next scheme's."""

    name: str
    valid_from: date
    rules: tuple[PointRule, ...]
    joint: JointShare = JointShare.FULL
    id: int = 0
