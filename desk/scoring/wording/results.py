"""What the rows do that rank, convert, honour and round (排名和折算)."""

from collections.abc import Callable
from typing import Any

from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.results import (
    Barred,
    Conversion,
    ConversionWay,
    Prize,
    Ranking,
    Rest,
    Rounded,
    Rounding,
    TieStyle,
)
from desk.scoring.figures import printed
from desk.scoring.numerals import fraction_written


def _conversion(row: Conversion) -> str:
    parts = [_way(row)]
    if row.most is not None:
        parts.append(f"最多 {printed(row.most)} 分")
    if row.least is not None:
        parts.append(f"最少 {printed(row.least)} 分")
    return "，".join(parts)


def _way(row: Conversion) -> str:
    full = printed(row.full)
    if row.way is ConversionWay.RANK:
        points = "、".join(printed(one) for one in row.ranks)
        return f"按名次折，第 1 名起 {points} 分"
    if row.way is ConversionWay.WEIGHTED:
        parts = [f"{name}×{fraction_written(weight)}" for name, weight in row.weights]
        return f"加权折，{'＋'.join(parts) or '没有写权重'}"
    return {
        ConversionWay.TARGET: f"得分÷目标分×{full}",
        ConversionWay.BEST: f"得分÷组内最高×{full}",
        ConversionWay.AVERAGE: f"得分÷计分条数×{full}",
    }[row.way]


def _ranking(row: Ranking) -> str:
    parts = [f"{'全部一起' if row.whole else '组内'}按{row.figure}排"]
    if row.ties:
        parts.append(f"并列依次比{'、'.join(row.ties)}")
    parts.append("1、2、2 以后是 3" if row.style is TieStyle.DENSE else "1、2、2 以后是 4")
    if row.barred is not Barred.RANKED:
        parts.append(f"取消评先的{row.barred}")
    if row.places:
        parts.append(f"取前 {row.places} 名")
    return "，".join(parts)


def _prize(row: Prize) -> str:
    return f"得{row.name}"


def _rounding(row: Rounding) -> str:
    rest = f"，零头{row.rest}" if row.figure is Rounded.SHARE else ""
    rest = "，各自取舍" if rest and row.rest is Rest.NOBODY else rest
    return f"{row.figure}留 {row.decimals} 位小数，{row.mode}{rest}"


RESULT_WORDS: dict[type[Clause], Callable[[Any], str]] = {
    Conversion: _conversion,
    Ranking: _ranking,
    Prize: _prize,
    Rounding: _rounding,
}
