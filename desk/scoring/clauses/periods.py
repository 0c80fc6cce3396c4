"""Clauses that score a unit over a period (单位期分): table C and D2, D6 of the taxonomy."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from desk.facts import FactKind
from desk.scoring.clauses.clause import Clause, Span
from desk.scoring.clauses.told import told


@dataclass(frozen=True, slots=True, kw_only=True)
class BasePoints(Clause):
    """Points every unit has in each period (C2)."""

    table: ClassVar[str] = "基础分"
    about: ClassVar[str] = "每期开头就给的分。条件里只能写单位、分组。"

    span: Span = told("周期", "每周、月、双月、季、半年还是年", Span.MONTH, '"月"')
    points: Decimal = told("分值", "几分", example="10")
    component: str = told("分项", "计入哪一个分项", "基础分", '"基础分"')


class LimitWay(StrEnum):
    """How a ceiling cuts."""

    CUT = "截断"
    UNTIL = "到线为止"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Clause):
    """Ceiling and floor of components in each period (C2, C9); rows apply from the top down."""

    table: ClassVar[str] = "封顶封底"
    about: ClassVar[str] = (
        "几个分项合起来，每期最多、最少几分。自上而下依次算，后面的接着前面的结果。"
        "条件里只能写单位、分组。"
    )

    components: tuple[str, ...] = told("分项", "哪几个分项合起来；不写是全部得分", (), '["上报分"]')
    span: Span = told("周期", "按什么周期", Span.YEAR, '"年"')
    most: Decimal | None = told("封顶", "最多几分；不写不封顶", None, "50")
    least: Decimal | None = told("封底", "最少几分；“扣完为止”写 0；不写不封底", None, "0")
    way: LimitWay = told(
        "方式", "截断：正好到线；到线为止：没到线时整条计，到了线不再计", LimitWay.CUT, '"到线为止"'
    )


class Measure(StrEnum):
    """What a task counts."""

    ITEMS = "条数"
    POINTS = "得分"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Clause):
    """A task of each period and what reaching or missing it is worth (C3–C8).

    What is counted are the standing facts of ``matter`` that meet the condition, with their
    weights, or the points of lines that meet it.
    """

    table: ClassVar[str] = "任务"
    about: ClassVar[str] = (
        "每期要完成多少，完成、超额、没完成各怎么算；期末那天判定。"
        "条件写哪些信息算数，也可写单位、分组。"
    )

    name: str = told("名称", "在通报和看板上的名字", example='"月报送任务"')
    span: Span = told("周期", "每周、月、双月、季、半年还是年", Span.MONTH, '"月"')
    measure: Measure = told("计量", "数条数，还是数得分", Measure.ITEMS, '"得分"')
    matter: FactKind = told("事项", "数条数的，数哪一类事", FactKind.SUBMISSION, '"采用"')
    components: tuple[str, ...] = told(
        "所数分项", "数得分的，数哪几个分项；不写是全部逐条得分", (), '["采用分"]'
    )
    target: Decimal | None = told(
        "目标", "多少条或多少分；不写用“目标任务”里给这个单位下达的", None, "8"
    )
    sub_quota: str = told("下达子项", "用“目标任务”里哪一个子项作目标", "", '"参阅类"')
    per_head: bool = told("人均", "是：目标乘单位人数", False)  # noqa: FBT003 - a default
    most: Decimal | None = told(
        "上限", "任务是一个区间的，上限多少；超额从上限以外算起", None, "12"
    )
    reached: Decimal = told("完成得", "完成的得几分", Decimal(0), "50")
    pro_rata: bool = told("按比例", "没完成的，“完成得”是否按完成的比例给", False)  # noqa: FBT003
    missed: Decimal = told("未完成扣", "没完成的，整期扣几分（写正数）", Decimal(0), "30")
    each_short: Decimal = told("每少扣", "每少 1 条（分）扣几分（写正数）", Decimal(0), "1")
    short_most: Decimal | None = told("最多扣", "每少扣的，最多扣几分", None, "6")
    each_over: Decimal = told("每超加", "每超 1 条（分）加几分", Decimal(0), "1")
    over_most: Decimal | None = told("最多加", "每超加的，最多加几分", None, "10")
    needs: tuple[str, ...] = told(
        "须同时完成", "这些任务也完成了，本任务才算完成（子项下限）", (), '["参阅类"]'
    )
    component: str = told("分项", "得的、扣的分计入哪一个分项", "任务分", '"任务分"')
    disqualifies: bool = told("取消评先", "没完成的，是否取消当年评先资格", False)  # noqa: FBT003 - a default


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLine(Clause):
    """Points taken off when too little of what was sent was adopted (C10)."""

    table: ClassVar[str] = "录用率"
    about: ClassVar[str] = "采用条数除以报送条数，低于线的扣分；期末那天判定。"

    span: Span = told("周期", "按什么周期", Span.QUARTER, '"季"')
    below: Decimal = told("低于", "百分之几", example="30")
    points: Decimal = told("扣分", "扣几分（写正数）", example="1")
    if_none: bool = told("没有报送也扣", "分母为 0 时录用率算 0；是否也扣", False)  # noqa: FBT003
    component: str = told("分项", "扣的分计入哪一个分项", "扣分", '"扣分"')


class Turn(StrEnum):
    """At which occurrence something happens."""

    ONCE = "满次数时"
    EACH_FROM = "从这次起每次"
    EVERY = "每满次数"


class Zero(StrEnum):
    """Which points are set to nothing."""

    NONE = "不清零"
    MONTH = "当月清零"
    QUARTER = "当季清零"
    YEAR = "全年清零"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter(Clause):
    """What follows when something has happened so many times (D2, D3, D5, D6)."""

    table: ClassVar[str] = "累计触发"
    about: ClassVar[str] = "同一单位一期里某类事满几次，另外扣分、清零或取消评先。原始分保留。"

    matter: FactKind = told("事项", "哪一类事", FactKind.COMMISSION, '"约稿"')
    span: Span = told("周期", "在什么周期里累计", Span.YEAR, '"年"')
    times: int = told("次数", "满几次", 1, "3")
    turn: Turn = told("何时", "满次数时一次、从这次起每次、还是每满次数一次", Turn.ONCE)
    points: Decimal = told("分值", "加几分，扣分写负数", Decimal(0), "-10")
    zero: Zero = told("清零", "当月、当季或全年按零分计", Zero.NONE, '"全年清零"')
    disqualifies: bool = told("取消评先", "是否取消当年评先资格", False)  # noqa: FBT003
    component: str = told("分项", "分值计入哪一个分项", "扣分", '"扣分"')


@dataclass(frozen=True, slots=True, kw_only=True)
class PassLine(Clause):
    """A line below which a period's points do not pass (C9)."""

    table: ClassVar[str] = "达标线"
    about: ClassVar[str] = "一期得分低于线的算不达标，只标明，不加不扣。条件里只能写单位、分组。"

    span: Span = told("周期", "按什么周期", Span.QUARTER, '"季"')
    points: Decimal = told("线", "多少分", example="6")
