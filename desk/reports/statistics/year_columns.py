"""Columns on the year so far: totals, targets, pace, what to expect; and on its months."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from desk.reports.statistics.column import (
    About,
    Label,
    Read,
    StatColumn,
    rate,
    shown_in,
    summed,
    told,
)
from desk.reports.statistics.portions import UnitFigures
from desk.reports.statistics.words import Words
from desk.scoring.clauses.results import Rounded, Rounding
from desk.scoring.rounding import Roundings, settle
from desk.stat_table import Value
from desk.surveys.unit_months import MONTHS, UnitMonths


def year_columns(words: Words, how: Roundings) -> Iterator[StatColumn]:
    """上期累计 and 累计得分, 目标分, 完成率 to 预测全年."""
    yield from _reached(words)
    yield from _aimed_at(how)
    yield from _expected()


def _reached(words: Words) -> Iterator[StatColumn]:
    yield _summed(
        "before_points",
        f"{words.before}末累计",
        "今年 1 月 1 日到本期以前的得分",
        lambda one: one.so_far.points - one.score.points,
    )
    yield _summed(
        "so_far", "累计得分", "今年 1 月 1 日起到本期末的得分", lambda one: one.so_far.points
    )
    yield StatColumn(
        Label("rank_so_far", "累计名次", About.YEAR, "累计得分在排名范围内的名次，并列的名次相同"),
        lambda one: one.so_far.rank or None,
        of_year=True,
    )


def _aimed_at(how: Roundings) -> Iterator[StatColumn]:
    yield _summed("quota", "目标分", "全年目标分", lambda one: one.so_far.quota)
    yield _summed(
        "quota_items", "目标条数", "全年目标条数", lambda one: one.so_far.quota_items or None
    )
    yield rate(
        Label("completion", "完成率", About.YEAR, "累计得分占全年目标分；合计只算有目标的单位"),
        lambda one: one.so_far.completion,
        _done,
        how,
        of_year=True,
    )
    yield rate(
        Label("pace", "序时进度", About.YEAR, "到本期末全年应完成的进度"),
        lambda one: one.so_far.pace,
        lambda one: (Fraction(one.so_far.pace), Fraction(100)),
        how,
        of_year=True,
    )
    yield _summed(
        "behind",
        "落后分值",
        "要赶上序时进度还差的分，已赶上的为 0",
        lambda one: one.so_far.behind if one.so_far.quota else None,
    )
    yield _summed("missing", "距目标", "离全年目标还差的分，已完成的为 0", _missing)


def _expected() -> Iterator[StatColumn]:
    yield _summed(
        "forecast",
        "预测全年",
        "照今年的进度，全年预计的得分",
        lambda one: one.unit.outlook.forecast if one.unit.outlook else None,
    )
    yield _summed(
        "by_last_year",
        "按去年预测",
        "照去年各月的节奏，全年预计的得分；去年同期没有得分的留空",
        lambda one: one.unit.outlook.by_last_year if one.unit.outlook else None,
    )
    yield told(
        Label("promises", "预计", About.YEAR, "照今年的进度，能不能完成全年目标"), _promises, 10
    )
    yield told(Label("state", "进度状态", About.YEAR, "已完成、达到序时、落后或挂零"), _state, 10)


def compared_columns(words: Words, how: Roundings) -> Iterator[StatColumn]:
    """上期得分, 名次变化, 去年同期, 同比增减."""
    about, before, rounding = About.COMPARED, words.before, how[Rounded.RATE]
    yield summed(
        Label("former", f"{before}得分", about, "上一个时段的得分"),
        lambda one: one.unit.before.points if one.unit.before else None,
        counts=False,
    )
    yield told(
        Label("former_rank", f"{before}名次", about, "上一个时段的名次"),
        lambda one: (one.unit.before.rank or None) if one.unit.before else None,
    )
    yield told(
        Label("climbed", "名次变化", about, "和上一个时段比：↑进几名、↓退几名、—没有变"), _climbed
    )
    yield summed(
        Label(
            "year_ago",
            "去年同期",
            about,
            "去年同一时段的得分，含并入的单位；去年没有这个单位的留空",
        ),
        lambda one: one.unit.points_year_ago,
        counts=False,
    )
    yield summed(
        Label("growth", "同比增减", about, "本期得分减去年同期；去年没有这个单位的，去年按 0 分算"),
        _growth,
        counts=False,
    )
    yield StatColumn(
        Label("growth_rate", "同比", about, "同比增减占去年同期；去年同期没有得分的留空"),
        lambda one: _growth_rate((one,), rounding),
        lambda held: _growth_rate(held, rounding),
        shown=shown_in(rounding),
        width=9,
    )
    yield summed(
        Label("adopted_year_ago", "去年同期采用", about, "去年同一时段的采用条数"),
        lambda one: one.unit.year_ago.adopted if one.unit.year_ago else None,
    )


def month_columns() -> Iterator[StatColumn]:
    """得分 and 采用 of every month of the year; None before it came."""
    for at in range(MONTHS):
        yield _of_month(f"month:{at + 1}:points", at, "得分", "points")
        yield _of_month(f"month:{at + 1}:count", at, "采用", "adopted")


def _of_month(key: str, at: int, words: str, figure: str) -> StatColumn:
    def value(one: UnitFigures) -> Value:
        months: UnitMonths = one.unit.months
        if months.points[at] is None:
            return None
        return months.points[at] if figure == "points" else months.adopted[at]

    return summed(
        Label(key, f"{at + 1}月{words}", About.MONTHS, f"今年 {at + 1} 月的{words}"),
        value,
        of_year=True,
    )


def _summed(key: str, name: str, explanation: str, value: Read) -> StatColumn:
    return summed(Label(key, name, About.YEAR, explanation), value, counts=False, of_year=True)


def _done(one: UnitFigures) -> tuple[Fraction, Fraction]:
    """The points and the target of a unit that has one."""
    quota = one.so_far.quota
    return (Fraction(one.so_far.points), Fraction(quota)) if quota else (Fraction(0), Fraction(0))


def _missing(one: UnitFigures) -> Value:
    quota = one.so_far.quota
    return None if quota is None else max(quota - one.so_far.points, Decimal(0))


def _promises(one: UnitFigures) -> Value:
    promised = one.unit.outlook.promises if one.unit.outlook else None
    return None if promised is None else "能完成" if promised else "难完成"


def _state(one: UnitFigures) -> Value:
    score = one.so_far
    if score.zero:
        return None if one.unit.exempt else "○挂零"
    if score.completion is None:
        return None
    if score.quota is not None and score.points >= score.quota:
        return "◆已完成"
    return "▼落后" if score.behind else "●达到序时"


def _climbed(one: UnitFigures) -> Value:
    climbed = one.unit.climbed
    if climbed is None:
        return None
    return "—" if not climbed else f"↑{climbed}" if climbed > 0 else f"↓{-climbed}"


def _growth(one: UnitFigures) -> Decimal:
    return one.score.points - (one.unit.points_year_ago or Decimal(0))


def _growth_rate(held: Sequence[UnitFigures], rounding: Rounding) -> Value:
    """The growth as a part of last year's points; none where there were none."""
    ago = sum((one.unit.points_year_ago or Decimal(0) for one in held), Decimal(0))
    if ago <= 0:
        return None
    grown = sum(map(_growth, held), Decimal(0))
    return settle(Fraction(grown) * 100 / Fraction(ago), rounding) / 100
