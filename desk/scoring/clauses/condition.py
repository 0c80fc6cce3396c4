"""What a fact must be like for a clause to hold."""

from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import override


class Trait(StrEnum):
    """What can be asked of a fact. NUMBERS take limits such as ≥600, others take names."""

    PUBLICATION = "刊物"
    SECTION = "栏目"
    TIER = "层级"
    CLASS = "类别"
    ROLE = "方式"
    PART = "主协"
    PARTIES = "家数"
    FORM = "体裁"
    PLACEMENT = "版位"
    WORDS = "字数"
    ATTACHMENT = "附件"
    TAG = "标记"
    CHANNEL = "渠道"
    KIND = "信息类型"
    COMMISSIONED = "约稿"
    LEVEL = "级别"
    RANK = "职务"
    TONE = "性质"
    OUTCOME = "情形"
    GRADE = "等级"
    LATE = "超时"
    UNIT = "单位"
    GROUP = "分组"
    NUMBER = "期号"
    NOTE = "备注"


NUMBERS = frozenset({Trait.PARTIES, Trait.WORDS, Trait.LATE})


@dataclass(frozen=True, slots=True)
class Ask:
    """One trait and the values that will do: any of them. Of numbers, all limits must hold.

    A limit is written ≥600, >600, ≤3, <3, =2 or 600. "*" takes any value but none.
    约稿 takes 是 or 否; 备注 holds the words anywhere.
    """

    trait: Trait
    values: tuple[str, ...]

    @override
    def __str__(self) -> str:
        return f"{self.trait}：{'、'.join(self.values)}"


@dataclass(frozen=True, slots=True)
class Condition:
    """All that is asked; nothing asked holds of every fact."""

    asks: tuple[Ask, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.asks)

    @override
    def __str__(self) -> str:
        return "；".join(map(str, self.asks))


ANYTHING = Condition()
