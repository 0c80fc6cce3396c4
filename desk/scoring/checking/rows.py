"""Single rows that say nothing, say it twice, or ask what cannot be asked there."""

from collections.abc import Iterator

from desk.scoring.checking.complaint import (
    CheckContext,
    Complaint,
    error,
    numbered,
    remark,
    rows_of,
    warning,
)
from desk.scoring.clauses.condition import Trait
from desk.scoring.clauses.items import Bonus, Ground, Points, Step
from desk.scoring.clauses.periods import BasePoints, Limit, PassLine, RateLine
from desk.scoring.clauses.results import Conversion, Ranking, Rounded, Rounding
from desk.scoring.clauses.share import Way
from desk.scoring.scheme import JointShare, Scheme

_OF_UNITS = (BasePoints, Limit, RateLine, PassLine, Conversion, Ranking)
_UNITS = frozenset({Trait.UNIT, Trait.GROUP})
_PERCENT = 100


def find(scheme: Scheme, _context: CheckContext) -> Iterator[Complaint]:
    """Codes used twice, rows without points, percentages above 100, conditions out of place."""
    codes: dict[str, str] = {}
    for number, clause in numbered(scheme):
        place = f"[[{clause.table}]] 第 {number} 行"
        if clause.code and clause.code in codes:
            text = f"编号“{clause.code}”在{codes[clause.code]}用过了。请换一个。"
            yield error(text, clause.table, number)
        codes.setdefault(clause.code, place)
        asked = {ask.trait for ask in (*clause.when.asks, *clause.unless.asks)} - _UNITS
        if isinstance(clause, _OF_UNITS) and asked:
            names = "、".join(sorted(asked))
            yield error(f"这张表的条件里只能写单位、分组，不能写{names}。", clause.table, number)
    yield from _points(scheme)
    for number, bonus in rows_of(scheme, Bonus):
        if not bonus.value:
            what = "乘 0，分都没了" if bonus.step is Step.MULTIPLY else "加 0，不起作用"
            yield warning(f"{what}。请写上“数值”。", bonus.table, number)
    yield from _rests(scheme)


def _points(scheme: Scheme) -> Iterator[Complaint]:
    for number, row in rows_of(scheme, Points):
        decided = row.least is not None or row.most is not None
        if not row.points and row.ground is Ground.NONE and not decided:
            text = "没有写分值。请写几分；不给分的写 0；由人核定的写最低、最高。"
            yield error(text, row.table, number)
        for share in (row.composite, row.joint, row.lead):
            if share and share.value is not None and share.value < 0:
                yield error(f"“{share}”不能是负数。", row.table, number)
            if share and share.way is Way.RATIO and (share.value or 0) > _PERCENT:
                text = f"“{share}”超过了百分之百，各家加起来会多于整条的分。"
                yield warning(text, row.table, number)


def _rests(scheme: Scheme) -> Iterator[Complaint]:
    """Even parts with the usual rule for rests are worth knowing."""
    has_rule = any(row.figure is Rounded.SHARE for _, row in rows_of(scheme, Rounding))
    rows = [
        number
        for number, row in rows_of(scheme, Points)
        if Way.EVEN in {share.way for share in (row.composite, row.joint, row.lead) if share}
    ]
    if not has_rule and (rows or scheme.joint is JointShare.SPLIT):
        yield remark(
            "有均分的，没有写“每家份额”怎样取舍：按 2 位小数，余数依次给前面的。",
            Rounding.table,
        )
