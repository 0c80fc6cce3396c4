"""What a quantity is: an exact value with the precision it is printed in."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desk.checks.masks import Span
from desk.checks.quantities.phrases import object_of, subject_of
from desk.checks.quantities.units import COUNTED

_ABOUT = Fraction(6, 100)  # how far 约 reaches, in parts of the value
_BELOW = Fraction(15, 100)  # 近, 不足
_ABOVE = Fraction(15, 100)  # 余, 逾, 超过


class Hedge(StrEnum):
    """How a figure is softened."""

    NONE = ""
    ABOUT = "about"  # 约, 左右
    BELOW = "below"  # 近, 不足, 不到
    ABOVE = "above"  # 余, 多, 逾, 超过, 以上


class Trend(StrEnum):
    """Which way a word of change points."""

    NONE = ""
    UP = "up"
    DOWN = "down"


class Role(StrEnum):
    """What a figure says in its clause."""

    LEVEL = "level"  # how much there is: the ordinary case
    FROM = "from"  # 由820万元, 比去年同期的820万元, 去年同期为820万元
    TO = "to"  # 增至984万元
    BY = "by"  # 增加164万元, 提高3.4个百分点
    RATE = "rate"  # 增长20%, 增长1.5倍, 翻一番
    SHARE = "share"  # 占40%, 参保率96.8%, 完成计划的52%
    MEAN = "mean"  # 户均2,300元, 平均每个60吨


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit, as [start, end) of the text: “近1.2万户” lies on “1.2万户”.

    Attributes:
        value: exact, in whole units: 1.2万户 is 12000, 三成 is 30 %, 一半 is 50 %.
        slack: half a unit of the last printed digit, scaled like the value.
        unit: canonical: 名 and 位 are 人, 千米 is 公里; "" for a bare number.
        printed_unit: as it stands, with its scale: 万元.
        digits: the place of the number alone, without scale and unit.
        places: decimals printed.
        scale: 10000 for 万, 1 without.
        hedge: 约, 近, 余 and the like.
        before: the text from the clause's start or the figure before to this figure.
        after: the text from here to the next figure or the clause's end.
        role: what it says; trend: which way, for FROM, TO, BY and RATE.
        basis: the words of comparison in force: 同比, 比上年同期; "" without.
        period: the last period named in front in its sentence: 1—9月, 上半年, 去年同期; "" without.
        is_part: stands behind 其中 in its sentence.
        is_range: one end of 3万—5万.
        is_chinese: written in Chinese numerals.
        clause, sentence: their numbers in the text.
    """

    start: int
    end: int
    value: Fraction
    slack: Fraction
    unit: str
    printed_unit: str
    digits: Span
    places: int
    scale: int
    hedge: Hedge
    before: str
    after: str
    role: Role
    trend: Trend
    basis: str
    period: str
    is_part: bool
    is_range: bool
    is_chinese: bool
    clause: int
    sentence: int

    @property
    def subject(self) -> str:
        """The noun phrase in front, without verbs, hedges, dates: 完成投资 gives 投资."""
        return subject_of(self.before)

    @property
    def object(self) -> str:
        """The noun phrase behind: 12家企业 gives 企业."""
        return object_of(self.after)

    @property
    def is_count(self) -> bool:
        """Whether it counts whole things, so that what is printed is exact."""
        return self.unit in COUNTED and not self.places and self.scale == 1

    @property
    def is_exact(self) -> bool:
        """Whether nothing softens it."""
        return self.hedge is Hedge.NONE and not self.is_range

    @property
    def low(self) -> Fraction:
        """The least the author may have meant."""
        if self.hedge is Hedge.ABOUT:
            return self.value - max(self.slack, self.value * _ABOUT)
        if self.hedge is Hedge.BELOW:
            return self.value * (1 - _BELOW) - self.slack
        return self.value if self.is_count else self.value - self.slack

    @property
    def high(self) -> Fraction:
        """The most the author may have meant."""
        if self.hedge is Hedge.ABOUT:
            return self.value + max(self.slack, self.value * _ABOUT)
        if self.hedge is Hedge.ABOVE:
            return self.value + max(2 * self.slack, self.value * _ABOVE, self._step)
        return self.value if self.is_count else self.value + self.slack

    @property
    def _step(self) -> Fraction:
        """One unit of the last digit that isn't zero: 1,200余 stays below 1,300."""
        step = 2 * self.slack
        while step and self.value and not self.value % (step * 10):
            step *= 10
        return step
