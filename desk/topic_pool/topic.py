"""A topic of the pool (选题): something worth hearing of, and where the office came upon it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from desk.drafts import Kind
from desk.matters.matter import Matter


class Standing(StrEnum):
    """How far a topic has come; only 不用 is kept with it, the rest follows from what came."""

    OPEN = "待约"
    ASKED = "已约"
    WRITTEN = "已成稿"
    DROPPED = "不用"


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolTopic(Matter):
    """One topic; ``day`` is when it was noted.

    ``origin`` is which meeting, document … ``source`` names; ``occasion`` is the key of the
    foreseeable occasion it was made of, ``consultation_id`` the minutes it stands in.
    """

    KIND: ClassVar[str] = "pool-topic"
    NOUN: ClassVar[str] = "选题"

    source: str = ""
    origin: str = ""
    kind: Kind | None = None
    tags: tuple[str, ...] = ()  # the office's topics
    units: tuple[int, ...] = ()  # that could write it
    wanted: date | None = None  # by when
    remark: str = ""
    dropped: str = ""  # why it is not used
    consultation_id: int = 0
    occasion: str = ""
    drafts: tuple[int, ...] = ()  # that came of it without a commission

    @property
    @override
    def is_open(self) -> bool:
        """Whether somebody is still to be asked for it."""
        return not (self.dropped or self.drafts)

    @property
    @override
    def unit_ids(self) -> tuple[int, ...]:
        """The units that could write it."""
        return self.units

    @property
    @override
    def draft_ids(self) -> tuple[int, ...]:
        """The drafts that came of it without a commission."""
        return self.drafts

    @property
    @override
    def words(self) -> str:
        """What it can be found by."""
        return "\n".join((self.source, self.origin, *self.tags, self.remark, self.dropped))

    @property
    def came_from(self) -> str:
        """Where it came from, in words."""
        return "·".join(filter(None, (self.source, self.origin)))
