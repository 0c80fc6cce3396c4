"""Conversion (折算): from points to points of the overall appraisal, and how, in words."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desk.scoring.clauses.results import Conversion, ConversionWay, Rounded
from desk.scoring.figures import printed
from desk.scoring.numerals import fraction_written
from desk.scoring.results import UnitScore
from desk.scoring.rounding import Roundings, settle

WHOLE = "得分"  # among the weights: all points


@dataclass(frozen=True, slots=True)
class Compared:
    """What a unit is measured against: the most points and its rank among its like."""

    best: Decimal
    rank: int


@dataclass(frozen=True, slots=True)
class Converted:
    """A figure before it is rounded, and the sum that leads to it."""

    value: Fraction
    text: str
    is_sum: bool = True


def unrounded(score: UnitScore) -> Decimal:
    """The unit's points before they are rounded: the sum of its components."""
    return sum((points for _name, points in score.components), Decimal(0))


def convert(
    score: UnitScore, clause: Conversion, compared: Compared, how: Roundings
) -> tuple[Decimal | None, str]:
    """The converted points and how they came about; None where there is nothing to measure by."""
    found = _found(score, clause, compared)
    if isinstance(found, str):
        return None, found
    value, words = _bounded(found.value, clause)
    settled = settle(value, how[Rounded.CONVERTED])
    shown = settle(found.value, how[Rounded.CONVERTED])
    sign = "，"
    if found.is_sum:
        sign = "=" if shown == found.value else "≈"
    return settled, f"{found.text}{sign}{printed(shown)} 分{words}"


def _found(score: UnitScore, clause: Conversion, compared: Compared) -> Converted | str:
    match clause.way:
        case ConversionWay.TARGET:
            return _by_target(score, clause.full)
        case ConversionWay.BEST:
            return _by_best(score, clause.full, compared.best)
        case ConversionWay.RANK:
            return _by_rank(clause, compared.rank)
        case ConversionWay.WEIGHTED:
            return _weighted(score, clause)
        case ConversionWay.AVERAGE:
            return _by_average(score, clause.full)


def _by_target(score: UnitScore, full: Decimal) -> Converted | str:
    if not score.quota:
        return "没有目标分，不折算"
    points = unrounded(score)
    value = Fraction(points) / Fraction(score.quota) * Fraction(full)
    return Converted(value, f"{printed(points)}÷{printed(score.quota)}{_times(full)}")


def _by_best(score: UnitScore, full: Decimal, best: Decimal) -> Converted:
    points = unrounded(score)
    if best <= 0:
        return Converted(Fraction(0), f"组内最高 {printed(best)} 分，不大于 0", is_sum=False)
    value = Fraction(points) / Fraction(best) * Fraction(full)
    return Converted(value, f"{printed(points)}÷{printed(best)}（组内最高）{_times(full)}")


def _by_rank(clause: Conversion, rank: int) -> Converted | str:
    if not clause.ranks:
        return "“名次分”没有写，不折算"
    if not rank:
        return Converted(Fraction(0), "不排名", is_sum=False)
    points = clause.ranks[min(rank, len(clause.ranks)) - 1]
    return Converted(Fraction(points), f"第 {rank} 名", is_sum=False)


def _weighted(score: UnitScore, clause: Conversion) -> Converted:
    held = dict(score.components) | {WHOLE: unrounded(score)}
    parts = [(name, held.get(name, Decimal(0)), weight) for name, weight in clause.weights]
    value = sum((Fraction(points) * weight for _name, points, weight in parts), Fraction(0))
    told = "＋".join(
        f"{name} {printed(points)}×{fraction_written(weight)}" for name, points, weight in parts
    )
    return Converted(value, told)


def _by_average(score: UnitScore, full: Decimal) -> Converted:
    points = unrounded(score)
    if score.counted <= 0:  # below 0 where more was taken back than came
        return Converted(Fraction(0), "没有计分条数", is_sum=False)
    value = Fraction(points) / score.counted * Fraction(full)
    counted = fraction_written(score.counted)
    return Converted(value, f"{printed(points)}÷{counted} 条{_times(full)}")


def _bounded(value: Fraction, clause: Conversion) -> tuple[Fraction, str]:
    if clause.most is not None and value > clause.most:
        return Fraction(clause.most), f"，封顶 {printed(clause.most)} 分"
    if clause.least is not None and value < clause.least:
        return Fraction(clause.least), f"，封底 {printed(clause.least)} 分"
    return value, ""


def _times(full: Decimal) -> str:
    return "" if full == 1 else f"×{printed(full)}"
