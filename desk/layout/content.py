"""What one issue prints, free of the store: plain values that a template lays out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk.body import Body
from desk.dates import full_date
from desk.publications import Appearance

Pictures = Mapping[str, bytes]  # by SHA-256 of the bytes


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself: its title, whose it is, its day."""

    title: str
    author: str
    day: date


@dataclass(frozen=True, slots=True)
class ItemContent:
    """One item; ``key`` is the draft's id as text, ``units`` are the 供稿 names."""

    title: str
    body: Body
    units: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class SectionContent:
    """A section (栏目) with its items in printing order; ``heading`` is printed for its name."""

    name: str
    items: tuple[ItemContent, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class IssueContent:
    """One issue to print; an empty text leaves its place on the page blank."""

    template: str  # folder under resources/templates
    name: str
    number: int
    total: int  # 总期号; 0 leaves it out
    day: date
    issuer: str
    sections: tuple[SectionContent, ...]
    secrecy: str = ""  # 密级 or 内部资料
    copy_number: str = ""  # 份号
    note: Body = field(default_factory=Body)  # 编者按
    note_label: str = ""  # "" takes the template's
    instruction: Body = field(default_factory=Body)  # 领导批示
    instruction_label: str = ""
    series: str = ""  # 增刊, 特刊; "" of 正刊
    correction: str = ""  # 更正
    appearance: Appearance = field(default_factory=Appearance)
    editors: str = ""
    reviewer: str = ""
    signer: str = ""
    send_to: tuple[str, ...] = ()  # "报：县委书记"
    copies: int = 0  # 共印份数; 0 leaves it out
    contents_list: bool = True  # False suppresses what the template would print

    @property
    def about(self) -> About:
        """What its files say of themselves."""
        return About(f"{self.name}{self.series}第{self.number}期", self.issuer, self.day)

    @property
    def fields(self) -> dict[str, str]:
        """The texts that a template's lines may name in braces."""
        return {
            "name": self.appearance.masthead or self.name,
            "series": self.series,
            "correction": self.correction,
            "number": str(self.number),
            "total": str(self.total) if self.total else "",
            "day": full_date(self.day),
            "issuer": self.appearance.issuer or self.issuer,
            "secrecy": self.secrecy,
            "copy_number": self.copy_number,
            "editors": self.editors,
            "reviewer": self.reviewer,
            "signer": self.signer,
            "copies": str(self.copies) if self.copies else "",
        }
