"""Clauses of ranking and conversion (排名与折算): table F of the taxonomy."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from desk.facts import FactKind
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.told import told


class ConversionWay(StrEnum):
    """How points become points of the overall appraisal (F3, F4)."""

    TARGET = "按目标"
    BEST = "按最高"
    RANK = "按名次"
    WEIGHTED = "加权"
    AVERAGE = "按条平均"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion(Clause):
    """One conversion; the first row whose condition holds of the unit counts."""

    table: ClassVar[str] = "折算"
    about: ClassVar[str] = (
        "得分怎样折成目标考核分。按目标：得分÷目标分×满分；按最高：得分÷组内最高×满分；"
        "按名次：第 1 名几分、第 2 名几分……；加权：各分项（或得分）×权重相加；"
        "按条平均：得分÷计分条数×满分（满分不写按 1）。条件里只能写单位、分组。"
    )

    way: ConversionWay = told(
        "方式", "按目标、按最高、按名次、加权、按条平均", ConversionWay.TARGET
    )
    full: Decimal = told("满分", "满分几分；加权的不用", Decimal(1), "3")
    ranks: tuple[Decimal, ...] = told(
        "名次分", "第 1 名起各几分，最后一个数一直用下去", (), "[5, 3, 1]"
    )
    weights: tuple[tuple[str, Fraction], ...] = told(
        "权重", "各分项的权重；“得分”是总得分", (), '{ "得分" = "0.1" }'
    )
    most: Decimal | None = told("封顶", "最多几分", None, "3")
    least: Decimal | None = told("封底", "最少几分", None, "0")


class Figure(StrEnum):
    """What units are ranked by."""

    POINTS = "得分"
    CONVERTED = "折算分"
    AVERAGE = "按条平均"
    COMPLETION = "完成率"
    ADOPTED = "采用条数"
    SUBMITTED = "报送条数"
    RATE = "录用率"


class TieStyle(StrEnum):
    """The rank after a tie."""

    COMPETITION = "跳过"
    DENSE = "不跳过"


class Barred(StrEnum):
    """Where those that may not be honoured stand in the ranking."""

    RANKED = "照常排名"
    LAST = "排在最后"
    UNRANKED = "不排名"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking(Clause):
    """How a group is ranked; the first row whose condition holds of the group's units counts."""

    table: ClassVar[str] = "排名"
    about: ClassVar[str] = (
        "组内按什么排，并列时看什么。并列次序里可写：得分、折算分、采用条数、报送条数、录用率，"
        "某个分项（如 批示分），或某个刊物、层级的采用条数（如《每日要情》、省级）。"
    )

    figure: Figure = told("指标", "按什么排", Figure.POINTS, '"折算分"')
    ties: tuple[str, ...] = told("并列次序", "指标相同的依次比什么", (), '["省级", "采用条数"]')
    style: TieStyle = told(
        "并列以后", "1、2、2 以后是 4（跳过）还是 3（不跳过）", TieStyle.COMPETITION
    )
    barred: Barred = told("取消评先的", "照常排名、排在最后还是不排名", Barred.RANKED)
    places: int = told("取前几名", "评先取几名，并列的都算；不写不取", 0, "3")
    whole: bool = told("全部一起排", "是：不分组排；否：各组分别排", False)  # noqa: FBT003


@dataclass(frozen=True, slots=True, kw_only=True)
class Prize(Clause):
    """A prize for single items (F5); of the rows that hold of any fact of an item, the first."""

    table: ClassVar[str] = "单篇奖"
    about: ClassVar[str] = (
        "好信息的等次：同一条信息只要有一件事符合，就得这一等；自上而下第一条算数。"
    )

    name: str = told("等次", "等次的名称", example='"特等奖"')
    matter: FactKind = told("事项", "哪一类事", FactKind.ADOPTION, '"批示"')


class Rounded(StrEnum):
    """The figures that have a rounding of their own."""

    LINE = "每条得分"
    SHARE = "每家份额"
    TOTAL = "得分"
    CONVERTED = "折算分"
    AVERAGE = "按条平均"
    RATE = "比率"


class Mode(StrEnum):
    """How a figure loses its decimals."""

    HALF_UP = "四舍五入"
    DOWN = "截尾"
    UP = "进一"
    HALF_EVEN = "四舍六入"


class Rest(StrEnum):
    """Who has what is left over when equal parts don't come out even."""

    FIRST = "依次给前面的"
    LEAD = "给主办"
    NOBODY = "各自取舍"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding(Clause):
    """Decimals of one kind of figure (a row for each)."""

    table: ClassVar[str] = "取舍"
    about: ClassVar[str] = (
        "各种数留几位小数、怎样取舍。不写的：每家份额 2 位、余数依次给前面的，"
        "折算分和按条平均 2 位，比率（百分数）1 位，都四舍五入；每条得分和得分不取舍。"
    )

    figure: Rounded = told(
        "哪种数", "每条得分、每家份额、得分、折算分、按条平均、比率", example='"折算分"'
    )
    decimals: int = told("小数位", "几位", example="2")
    mode: Mode = told("取舍", "四舍五入、截尾、进一、四舍六入（四舍六入五成双）", Mode.HALF_UP)
    rest: Rest = told("余数", "每家份额除不尽的零头给谁", Rest.FIRST, '"给主办"')
