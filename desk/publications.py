"""Publications (刊物) and their sections (栏目)."""

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """Whose publication it is; the design calls this its level."""

    OWN = "本级"
    CITY = "市级"
    PROVINCE = "省级"
    STATE = "国家级"


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
class Publication:
    """A publication; ``template`` is a folder under resources/templates, "" for others' ones."""

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

    def section(self, section_id: int | None) -> Section | None:
        """The section of that id, if it is one of this publication's."""
        return next((item for item in self.sections if item.id == section_id), None)
