"""Columns on who the unit is, and on what it sent and saw adopted."""

from collections.abc import Iterator
from fractions import Fraction

from desk.drafts import Status
from desk.facts import FactKind
from desk.reports.statistics.column import About, Label, StatColumn, rate, summed, told
from desk.reports.statistics.portions import Portions, Sort
from desk.reports.statistics.words import Words
from desk.scoring.results import UnitScore
from desk.scoring.rounding import Roundings

SERIAL, RANK, UNIT, SHORT, GROUP = "serial", "rank", "unit", "short", "group"


def unit_columns(groups: dict[int, str]) -> Iterator[StatColumn]:
    """序号 to 编码."""
    about = About.UNIT
    yield told(Label(SERIAL, "序号", about, "表内从 1 起的顺序号"), lambda _one: None, 6)
    yield told(
        Label(RANK, "名次", about, "本期得分在排名范围内的名次，并列的名次相同；不排名的留空"),
        lambda one: one.score.rank or None,
        6,
    )
    yield StatColumn(
        Label(UNIT, "单位", about, "单位全称"), lambda one: one.unit.unit.name, width=28, left=True
    )
    yield StatColumn(
        Label(SHORT, "单位", about, "单位简称"),
        lambda one: one.unit.unit.short or one.unit.unit.name,
        width=16,
        left=True,
    )
    yield StatColumn(
        Label(GROUP, "分组", about, "单位所在的分组"),
        lambda one: groups.get(one.unit.unit.id, ""),
        width=20,
        left=True,
    )
    yield told(
        Label("code", "编码", about, "单位的速记编码"), lambda one: one.unit.unit.code or None
    )


def sending_columns(words: Words, how: Roundings) -> Iterator[StatColumn]:
    """报送, 采用 and 采用率 of the days and of the year so far."""
    about, now = About.SENDING, words.now
    yield summed(
        Label("submitted", f"{now}报送", about, "本期报送条数，按计分办法计条"),
        lambda one: one.score.submitted,
        counts=False,
    )
    yield summed(
        Label("adopted", f"{now}采用", about, "本期采用条数，按计分办法计条；冲销的在冲销那天减去"),
        lambda one: one.score.adopted,
        counts=False,
    )
    yield rate(
        Label("rate", "采用率", about, "本期采用占本期报送；没有报送的为 0"),
        lambda one: one.score.rate,
        lambda one: _sent(one.score, one.period),
        how,
    )
    yield summed(
        Label("submitted_so_far", "全年累计报送", about, "今年 1 月 1 日起的报送条数"),
        lambda one: one.so_far.submitted,
        counts=False,
        of_year=True,
    )
    yield summed(
        Label("adopted_so_far", "全年累计采用", about, "今年 1 月 1 日起的采用条数"),
        lambda one: one.so_far.adopted,
        counts=False,
        of_year=True,
    )
    yield rate(
        Label("rate_so_far", "累计采用率", about, "全年累计采用占全年累计报送"),
        lambda one: one.so_far.rate,
        lambda one: _sent(one.so_far, one.year),
        how,
        of_year=True,
    )
    yield summed(
        Label("pictures_sent", "附图片", about, "本期报送时附有图片、照片的条数"),
        lambda one: one.items(lambda sort: _attached(sort, "图", "照片")),
    )
    yield summed(
        Label("recordings_sent", "附音视频", about, "本期报送时附有音频、视频的条数"),
        lambda one: one.items(lambda sort: _attached(sort, "音", "视频", "像")),
    )


def draft_columns() -> Iterator[StatColumn]:
    """What became of the drafts that came in."""
    about = About.DRAFTS
    yield summed(
        Label("received", "来稿", about, "本期收到的来稿篇数"), lambda one: one.unit.sent.received
    )
    for key, name, status in (
        ("returned", "退稿", Status.RETURNED),
        ("rejected", "不采用", Status.REJECTED),
        ("filed", "存查", Status.FILED),
    ):
        yield _of_status(key, name, status)
    yield summed(
        Label("waiting", "在办", about, "本期来稿中还没有办完的篇数"),
        lambda one: one.unit.sent.waiting,
    )
    yield summed(
        Label("alike", "重复", about, "本期因重复没有采用的来稿篇数"),
        lambda one: one.unit.sent.alike,
    )
    yield summed(
        Label("late_drafts", "迟报来稿", about, "本期过了时限才报来的篇数"),
        lambda one: one.unit.sent.late,
    )


def _of_status(key: str, name: str, status: Status) -> StatColumn:
    return summed(
        Label(key, name, About.DRAFTS, f"本期来稿中“{name}”的篇数"),
        lambda one: one.unit.sent.by_status.get(status, 0),
    )


def _attached(sort: Sort, *kinds: str) -> bool:
    return sort.matter is FactKind.SUBMISSION and any(
        kind in name for name in sort.attachments for kind in kinds
    )


def _sent(score: UnitScore, held: Portions) -> tuple[Fraction, Fraction]:
    """The weights adopted and sent; the numbers where the score was frozen by another scheme."""
    used, sent = (_weight(held, one) for one in (FactKind.ADOPTION, FactKind.SUBMISSION))
    if (used[0], sent[0]) == (score.adopted, score.submitted):
        return used[1], sent[1]
    return Fraction(score.adopted), Fraction(score.submitted)


def _weight(held: Portions, matter: FactKind) -> tuple[int, Fraction]:
    found = [sums for sort, sums in held.items() if sort.matter is matter]
    return sum(one.items for one in found), sum((one.weight for one in found), Fraction(0))
