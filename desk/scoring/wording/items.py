"""What the rows do that score one fact or one item (逐条得分)."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.items import (
    Attribution,
    Bonus,
    Credit,
    Deadline,
    Gate,
    Ground,
    Loss,
    Per,
    Points,
    Policy,
    Recode,
    Repeat,
    Scope,
    Start,
    Step,
)
from desk.scoring.clauses.share import FULL, Share, Way
from desk.scoring.figures import printed
from desk.scoring.numerals import fraction_written
from desk.scoring.wording.conditions import alternatives


def _points(row: Points) -> str:
    parts = [_worth(row)]
    if row.composite != FULL:
        parts.append(f"综合时每家{_share(row.composite)}")
    if row.joint is not None:
        parts.append(f"联合时每家{_share(row.joint)}")
    if row.lead is not None:
        parts.append(f"主办单位{_share(row.lead)}")
    if row.weight != 1:
        parts.append("不算条数" if not row.weight else f"算 {fraction_written(row.weight)} 条")
    if row.component:
        parts.append(f"计入“{row.component}”")
    if row.replaced_by:
        matters = alternatives(one.value for one in row.replaced_by)
        parts.append(f"同一条后来有了{matters}就冲回")
    return "，".join(parts)


def _worth(row: Points) -> str:
    if row.least is not None or row.most is not None:
        otherwise = f"，没有核定的 {_series(row.points)}" if row.points else ""
        return f"由人核定，{_range(row)}{otherwise}"
    if row.ground is not Ground.NONE:
        return _multiple(row)
    if not row.points:
        return "没有写分值"
    each = {Per.FACT: "", Per.ATTACHMENT: "每个附件 ", Per.HOUR: _per_hour(row)}[row.per]
    return f"{each}{_series(row.points)}"


def _multiple(row: Points) -> str:
    worth = f"{_GROUNDS[row.ground]}的 {fraction_written(row.factor)} 倍"
    fixed = row.points and row.ground in (Ground.ADOPTIONS, Ground.OWN_ADOPTIONS)
    return f"{worth}，没有采用分的 {_series(row.points)}" if fixed else worth


def _per_hour(row: Points) -> str:
    grace = f"超过 {printed(row.grace)} 小时以后" if row.grace else "超时"
    part = "零头不计" if row.whole_hours else "零头按一小时"
    return f"{grace}每小时（{part}） "


def _range(row: Points) -> str:
    if row.least is not None and row.most is not None:
        return f"{printed(row.least)} 到 {printed(row.most)} 分"
    if row.least is not None:
        return f"至少 {printed(row.least)} 分"
    return f"至多 {printed(row.most or Decimal())} 分"


def _series(points: tuple[Decimal, ...]) -> str:
    """10 分; or 第 1 次 10 分，第 2 次起 5 分."""
    if len(points) == 1:
        return f"{printed(points[0])} 分"
    last = len(points)
    said = [f"第 {at} 次{'起' if at == last else ''} {printed(one)} 分"
            for at, one in enumerate(points, 1)]  # fmt: skip
    return "，".join(said)


def _share(share: Share) -> str:
    """得全额, 均分, 按份额, 得 3 分, 得 50%."""
    if share.value is None:
        return f"得{share.way}" if share.way is Way.FULL else share.way.value
    return f"得 {printed(share.value)}{'%' if share.way is Way.RATIO else ' 分'}"


def _bonus(row: Bonus) -> str:
    each = "每个附件" if row.per is Per.ATTACHMENT else ""
    if row.step is Step.ADD:
        return f"{each}加 {fraction_written(row.value)} 分"
    base = "基本分" if row.of_base else "算到这一步的分"
    return f"{base}乘 {fraction_written(row.value)}"


def _repeat(row: Repeat) -> str:
    scope = "" if row.scope is Scope.ALL else row.scope.value
    kept = "" if row.counts_items or row.policy is Policy.ALL else "，不计分的仍算条数"
    return f"同一条信息{scope}几次{row.policy}（{row.reach}）{kept}"


def _gate(row: Gate) -> str:
    lost = _LOSSES[row.loss]
    return f"{lost}{f'，因为{row.why}' if row.why else ''}"


def _recode(row: Recode) -> str:
    section = f"“{row.section}”" if row.section else ""
    return f"按《{row.publication}》{section}计"


def _deadline(row: Deadline) -> str:
    if row.start is Start.MONTH:
        return f"次月 {printed(row.limit)} 日以前算按时，超过算{row.late}"
    first = "（含当日）" if row.includes_first else ""
    return f"{row.start}以后 {printed(row.limit)} {row.unit}{first}以内算按时，超过算{row.late}"


def _attribution(row: Attribution) -> str:
    own = "，自己也计" if row.credit is Credit.BOTH else "，自己不计"
    return f"分和条数计入{row.target}{own}"


_LOSSES = {
    Loss.POINTS: "不计分",
    Loss.COUNT: "不算条数",
    Loss.BOTH: "不计分、不算条数",
}
_GROUNDS = {
    Ground.EXTERNAL: "上级公布的分",
    Ground.ADOPTIONS: "这一条采用分",
    Ground.OWN_ADOPTIONS: "这一条本级采用分",
    Ground.ITEM: "这一条全部得分",
}


ITEM_WORDS: dict[type[Clause], Callable[[Any], str]] = {
    Points: _points,
    Bonus: _bonus,
    Repeat: _repeat,
    Gate: _gate,
    Recode: _recode,
    Deadline: _deadline,
    Attribution: _attribution,
}
