"""What a letter is: to whom, its text, and what stands around it on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desk.body import Table
from desk.bulletins.passage import SIGNED, TITLE, TO, Passage
from desk.dates import full_date
from desk.layout.forms import Form
from desk.units import Unit


class NoticeKind(StrEnum):
    """The letters and slips there are."""

    HEAD = "致主要负责人的函"
    PRAISE = "表扬函"
    RANK = "排名单"
    DIRECTORS = "主任会材料"
    TASK = "任务通知"

    @property
    def wording(self) -> str:
        """The key of its wording; "" where it has none."""
        return _WORDINGS.get(self, "")

    @property
    def of_units(self) -> bool:
        """Whether there is one for each unit."""
        return self not in (NoticeKind.DIRECTORS, NoticeKind.TASK)


_WORDINGS = {
    NoticeKind.HEAD: "letter-head",
    NoticeKind.PRAISE: "letter-praise",
    NoticeKind.RANK: "letter-rank",
    NoticeKind.DIRECTORS: "letter-directors",
}


class Threshold(StrEnum):
    """On whom a letter falls."""

    ZERO = "年内挂零"
    ZERO_NOW = "本期挂零"
    BEHIND = "落后序时"
    BELOW = "完成率低于"
    FIRST = "本期前几名"
    DONE = "完成全年任务"
    ALL = "所有单位"


THRESHOLDS = {
    NoticeKind.HEAD: (
        Threshold.BEHIND,
        Threshold.BELOW,
        Threshold.ZERO,
        Threshold.ZERO_NOW,
    ),
    NoticeKind.PRAISE: (Threshold.FIRST, Threshold.DONE),
    NoticeKind.RANK: (Threshold.ALL,),
}


@dataclass(frozen=True, slots=True)
class NoticeOptions:
    """Choices for letters; ``threshold`` None takes the kind's first one.

    ``percent`` goes with 完成率低于, ``places`` with 前几名 and with the places of the hand-out.
    Slips to be printed ``two_up``, side by side on a page, tell fewer items.
    """

    threshold: Threshold | None = None
    percent: Decimal = Decimal(50)
    places: int = 3
    two_up: bool = False

    def falls_on(self, kind: NoticeKind) -> Threshold:
        """The threshold for letters of a kind."""
        there = THRESHOLDS.get(kind, (Threshold.ALL,))
        return self.threshold if self.threshold in there else there[0]


@dataclass(frozen=True, slots=True)
class Notice:
    """One letter; ``unit`` is None where it goes to nobody in particular.

    ``why`` is why it falls on the unit, in words. The table stands below the text.
    """

    kind: NoticeKind
    unit: Unit | None
    passages: tuple[Passage, ...]
    office: str
    day: date
    why: str = ""
    meta: tuple[str, str] = ("", "")
    table: Table | None = None
    columns: tuple[float, ...] = ()

    @property
    def key(self) -> int:
        """The unit's id; 0 without one."""
        return self.unit.id if self.unit else 0

    @property
    def title(self) -> str:
        """Its title."""
        return "".join(_texts(self.passages, TITLE))

    @property
    def file_name(self) -> str:
        """What its file is called, without suffix."""
        return f"{self.unit.name}－{self.kind}" if self.unit else self.title or self.kind

    @property
    def edited(self) -> bool:
        """Whether somebody changed its text."""
        return any(one.edited for one in self.passages)

    @property
    def form(self) -> Form:
        """The letter as it is printed."""
        signed = tuple(_texts(self.passages, SIGNED))
        return Form(
            self.title,
            self.office,
            self.day,
            self.meta,
            "".join(_texts(self.passages, TO)).rstrip("：:"),
            tuple(one.text for one in self.passages if not _role(one)),
            self.table,
            self.columns,
            signed=(*signed, full_date(self.day)) if signed else (),
            one_page=self.kind is not NoticeKind.TASK,
        )


def _texts(passages: Sequence[Passage], role: str) -> Iterator[str]:
    return (one.text for one in passages if _role(one) == role and one.text)


def _role(passage: Passage) -> str:
    """What a passage is beside the running text; several of a role have numbers."""
    role = passage.key.partition("-")[0]
    return role if role in (TITLE, TO, SIGNED) else ""
