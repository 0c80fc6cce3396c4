"""Columns on points of the days: by what they are for, added and taken off, converted."""

from collections.abc import Iterator
from decimal import Decimal

from desk.facts import FactKind
from desk.reports.statistics.column import About, Label, StatColumn, summed, told
from desk.reports.statistics.portions import Sort, UnitFigures
from desk.reports.statistics.words import Words
from desk.scoring.lines import COMPONENTS

_PLAIN = (FactKind.SUBMISSION, FactKind.ADOPTION, FactKind.FORWARDING)


def point_columns(words: Words) -> Iterator[StatColumn]:
    """得分 and its parts: kinds of facts and 其他得分 make it up, or 基本分, 加分 less 扣分."""
    about = About.POINTS
    yield summed(
        Label("points", f"{words.now}得分", about, "本期得分，等于得分台账各行之和"),
        lambda one: one.score.points,
        counts=False,
    )
    for kind, name in COMPONENTS.items():
        yield _of_kind(kind, name)
    yield summed(
        Label(
            "period_points",
            "其他得分",
            about,
            "按时段计的分（任务、基础分、封顶封底），以及总分取舍的尾数",
        ),
        lambda one: one.score.points - one.points(lambda sort: sort.matter is not None),
    )
    yield summed(
        Label("bonus", f"{words.now}加分", about, "批示、约稿、紧急、调整等加的分"), _bonus
    )
    yield summed(
        Label("deductions", "扣分", about, "批评、逾期、迟漏报、差错、未完成任务等扣的分，写正数"),
        _deductions,
    )
    yield summed(
        Label("gained", "得分（扣分前）", about, "本期得分加上扣掉的分；减去“扣分”就是本期得分"),
        lambda one: one.score.points + _deductions(one),
    )
    yield summed(
        Label("base", "基本分", about, "本期得分中加分、扣分以外的部分：报送、采用、上报等"),
        lambda one: one.score.points - _bonus(one) + _deductions(one),
    )
    yield summed(
        Label("beyond_adoption", "其他得分", about, "本期得分中采用得分以外的部分"),
        lambda one: one.score.points - one.points(_is_adopted),
    )
    yield summed(
        Label("beyond_sending", "其他得分", about, "本期得分中报送分、采用分以外的部分"),
        lambda one: one.score.points - one.points(_is_sent_or_adopted),
    )
    yield summed(Label("raw", "原始分", about, "清零以前的得分"), lambda one: one.score.raw)
    yield told(
        Label("average", "按条平均", about, "得分除以计分条数"), lambda one: one.score.average
    )
    yield told(
        Label("converted", "折算分", about, "按计分办法折算的分"), lambda one: one.score.converted
    )


def _of_kind(kind: FactKind, name: str) -> StatColumn:
    return summed(
        Label(
            f"{kind.name.lower()}_points", name, About.POINTS, f"本期“{kind}”一类的得分（扣分为负）"
        ),
        lambda one: one.points(lambda sort: sort.matter is kind),
    )


def _is_adopted(sort: Sort) -> bool:
    return sort.matter is FactKind.ADOPTION


def _is_sent_or_adopted(sort: Sort) -> bool:
    return sort.matter in (FactKind.SUBMISSION, FactKind.ADOPTION)


def _bonus(one: UnitFigures) -> Decimal:
    return one.points(lambda sort: _beside(sort) and not sort.deducts)


def _deductions(one: UnitFigures) -> Decimal:
    return -one.points(lambda sort: sort.deducts) + Decimal(0)  # never minus zero


def _beside(sort: Sort) -> bool:
    return sort.matter is not None and sort.matter not in _PLAIN
