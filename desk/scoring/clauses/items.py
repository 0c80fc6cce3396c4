"""Clauses that score one fact or one item (逐条计分): tables A, B, D, E of the taxonomy."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from desk.facts import FactKind
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.share import FULL, Share
from desk.scoring.clauses.told import told


class Ground(StrEnum):
    """What a factor multiplies (底数)."""

    NONE = "固定"
    EXTERNAL = "外部分"
    ADOPTIONS = "本条采用分"
    OWN_ADOPTIONS = "本条本级采用分"
    ITEM = "本条得分"


class Per(StrEnum):
    """What the points are given for each of (每)."""

    FACT = "次"
    HOUR = "小时"
    ATTACHMENT = "附件"


@dataclass(frozen=True, slots=True, kw_only=True)
class Points(Clause):
    """Points of a fact; of rows with one 事项 and one 分项 the first that holds counts."""

    table: ClassVar[str] = "分值"
    about: ClassVar[str] = (
        "每件事得几分。同一事项、同一分项里自上而下第一条符合的算数；不同分项各算各的，相加。"
    )

    matter: FactKind = told("事项", "哪一类事", FactKind.ADOPTION, '"采用"')
    points: tuple[Decimal, ...] = told(
        "分值",
        "几分，可以是负数；写几个数表示同一条信息第 1 次、第 2 次……各几分，最后一个数一直用下去",
        (),
        "10 或 [10, 5]",
    )
    ground: Ground = told("底数", "按倍数计的，乘在什么分上", Ground.NONE, '"外部分"')
    factor: Fraction = told("倍数", "底数乘几；“扣一半”写 -0.5，“加倍”写 1", Fraction(1), '"2"')
    per: Per = told("每", "分值是每次、超时每小时还是每个附件的", Per.FACT, '"小时"')
    grace: Decimal = told("宽限", "每小时计的，超时几小时以内不计", Decimal(0), "2")
    whole_hours: bool = told("不足一小时不计", "是：去掉零头；否：不足一小时按一小时", False)  # noqa: FBT003 - a default
    least: Decimal | None = told("最低", "由人核定的，最低几分", None, "50")
    most: Decimal | None = told("最高", "由人核定的，最高几分；核定必须写理由", None, "100")
    composite: Share = told(
        "综合",
        "综合采用时每家得多少：全额、均分、按份额、几分、百分之几",
        FULL,
        '"均分"、"3"、"50%"',
    )
    joint: Share | None = told(
        "联合", "联合报送时每家得多少，写法同上；不写按办法的“联合报送”", None, '"均分"'
    )
    lead: Share | None = told(
        "主办", "综合、联合时主办（主）单位得多少；不写与别家一样", None, '"70%"'
    )
    weight: Fraction = told("计条", "这样一条算几条；不算条数写 0", Fraction(1), '"1/3"')
    component: str = told("分项", "计入哪一个分项；不写按事项（采用分、批示分……）", "", '"约稿分"')
    replaced_by: tuple[FactKind, ...] = told(
        "被取代", "同一条信息后来有了这些事，这里的分就冲回", (), '["采用"]'
    )


class Step(StrEnum):
    """What a bonus does."""

    ADD = "加"
    MULTIPLY = "乘"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonus(Clause):
    """More for an adoption that is special; all rows that hold apply, from the top down."""

    table: ClassVar[str] = "加成"
    about: ClassVar[str] = (
        "头版、配图、字数多等加成。符合的各条都算，自上而下依次加或乘，每一步接着上一步的结果。"
    )

    matter: FactKind = told("事项", "哪一类事", FactKind.ADOPTION, '"采用"')
    step: Step = told("算法", "加几分，还是乘几倍", Step.ADD, '"乘"')
    value: Fraction = told("数值", "几分或几倍；“再加 50%”写 1.5 倍", Fraction(0), '"1.5"')
    of_base: bool = told("只乘基本分", "是：乘的是加成以前的分；否：乘的是算到这一步的分", False)  # noqa: FBT003
    per: Per = told("每", "加的分是每次的，还是每个附件的", Per.FACT, '"附件"')


class Policy(StrEnum):
    """What several facts of one item are worth together."""

    ALL = "累计"
    HIGHEST = "取最高"
    FIRST = "只计首次"


class Scope(StrEnum):
    """Among which facts of an item the policy holds."""

    ALL = "全部"
    TIER = "同级"
    CLASS = "同类"
    CARRIER = "同刊"
    RANK = "同职务"


class Reach(StrEnum):
    """How long an item is remembered."""

    YEAR = "本年度"
    EVER = "不限"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat(Clause):
    """One item used several times (A5, A6, A8, B2); the first row that holds of a fact counts."""

    table: ClassVar[str] = "一稿多用"
    about: ClassVar[str] = (
        "同一条信息几次采用（或几次批示）怎么算。后来的分更高时，先前的低分用负数冲回。"
        "没有一条符合的，累计。"
    )

    matter: FactKind = told("事项", "哪一类事", FactKind.ADOPTION, '"采用"')
    policy: Policy = told("口径", "累计、取最高、只计首次", Policy.HIGHEST, '"取最高"')
    scope: Scope = told("范围", "在哪些之间比：全部、同级、同类、同刊、同职务", Scope.ALL, '"同级"')
    reach: Reach = told("期间", "同一条信息记到什么时候", Reach.YEAR, '"不限"')
    counts_items: bool = told("不再计条", "不计分的那几次是否也不再算条数", True)  # noqa: FBT003


class Loss(StrEnum):
    """What a gate takes away."""

    POINTS = "分"
    COUNT = "条"
    BOTH = "分和条"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate(Clause):
    """What does not count (D7, D8): formalities not met, sources left out."""

    table: ClassVar[str] = "不计"
    about: ClassVar[str] = "手续、字数不合要求的，不计分的来源。第一条符合的算数。"

    matter: FactKind | None = told("事项", "哪一类事；不写是全部", None, '"采用"')
    loss: Loss = told("不计", "不计分、不算条数，还是都不", Loss.BOTH, '"分"')
    why: str = told("理由", "写进这一条的说明", "", '"未经分管领导签名"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Recode(Clause):
    """An old carrier counted as another (E4)."""

    table: ClassVar[str] = "刊物换算"
    about: ClassVar[str] = (
        "改版、更名以前的旧刊物，在本办法里按哪个刊物计分。条件里写旧刊物（栏目）。"
    )

    publication: str = told("按刊物", "按哪个刊物计", example='"市委每日要情"')
    section: str = told("按栏目", "按哪个栏目计；不写不分栏目", "", '"工作动态"')


class Start(StrEnum):
    """From when a deadline runs."""

    EVENT = "事发"
    ASKED = "布置"
    MONTH = "次月"


class TimeUnit(StrEnum):
    """What a deadline is measured in."""

    HOURS = "小时"
    DAYS = "天"
    WORKDAYS = "工作日"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Clause):
    """When something is late (D4): it makes 情形 and 超时 of a fact that tells its times."""

    table: ClassVar[str] = "时限"
    about: ClassVar[str] = (
        "从什么时候起、多少时间以内算按时。写了起止时间、没有写情形的事，由它判定情形和超时小时。"
        "第一条符合的算数。"
    )

    matter: FactKind = told("事项", "哪一类事", FactKind.EMERGENCY, '"紧急"')
    start: Start = told("起算", "事发、布置（约稿下达），或次月 1 日零时", Start.EVENT, '"事发"')
    limit: Decimal = told("限", "几小时、几天；次月起算的是几日以前", Decimal(2), "2")
    unit: TimeUnit = told(
        "单位", "小时、天或工作日；天和工作日到当天 24 时", TimeUnit.HOURS, '"工作日"'
    )
    includes_first: bool = told("含当日", "天和工作日是否把起算那天算作第 1 天", False)  # noqa: FBT003
    late: str = told("逾期算", "超过的，情形写什么", "迟报", '"逾期"')


class Credit(StrEnum):
    """Whom a unit's points go to (E2)."""

    PASSED = "计入后自己不计"
    BOTH = "两边都计"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Clause):
    """Points of some units counted for another (E2); 条件 names the units or groups."""

    table: ClassVar[str] = "归属"
    about: ClassVar[str] = "直报点的分计入所在县区等。条件里写单位或分组。第一条符合的算数。"

    target: str = told("计入", "计入哪个单位（全称）", example='"云岭县人民政府"')
    credit: Credit = told("方式", "自己还计不计", Credit.PASSED, '"两边都计"')
