"""A unit's figures in words, to be read out on the telephone (来电)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from desk.scoring.figures import printed
from desk.scoring.progress.gap import Offer, items_beyond, items_for
from desk.scoring.results import GroupScores, ScoreTable, UnitScore

_NAMED = 3  # units told by name where several are level
_BY_POINTS = "按得分 "
_SPACED = re.compile(r"(?<=[^\x00-\x7f]) (?=[\d-])|(?<=[\d%]) (?=[^\x00-\x7f])")


def unit_words(
    score: UnitScore, table: ScoreTable, period: str, offers: Sequence[Offer] = ()
) -> str:
    """One paragraph: rank, points, adopted of sent, gap to target, to pace, to the place above.

    ``offers`` are what the unit could be printed with; without them no items are told.
    """
    zero = "（挂零）" if score.zero else ""
    points = f"得 {printed(score.points)} 分{zero}，报送 {score.submitted} 条"
    sentences = (
        f"{score.unit.name}，{period}{_rank(score, peers_of(score, table))}",
        f"{points}，采用 {score.adopted} 条，采用率 {score.rate}%",
        _target(score, offers, is_year=(table.first.month, table.first.day) == (1, 1)),
        _above(score, peers_of(score, table), offers),
    )
    return "".join(f"{one}。" for one in sentences if one)


def unspaced(words: str) -> str:
    """Words as they stand on paper: without the spaces that numbers have on the screen."""
    return _SPACED.sub("", words)


def peers_of(score: UnitScore, table: ScoreTable) -> GroupScores | None:
    """The group a unit is ranked in."""
    held = (one for one in table.groups if any(each.unit == score.unit for each in one.units))
    return next(held, None)


def _rank(score: UnitScore, peers: GroupScores | None) -> str:
    where = f"在{peers.group.name} {len(peers.units)} 个单位里" if peers else ""
    if not score.rank:
        return f"{where}不排名" + (
            f"（取消评先：{'；'.join(score.barred)}）" if score.barred else ""
        )
    level = _level(score, peers)
    beside = f"（与{_named(level)}并列）" if level else ""
    return f"{where}排第 {score.rank} 名{beside}"


def _level(score: UnitScore, peers: GroupScores | None) -> list[UnitScore]:
    held = peers.units if peers else ()
    return [one for one in held if one.rank == score.rank and one.unit != score.unit]


def _named(units: Sequence[UnitScore]) -> str:
    names = [one.unit.short or one.unit.name for one in units]
    if len(names) > _NAMED:
        return f"{names[0]}等 {len(names)} 个单位"
    return "、".join(names)


def _target(score: UnitScore, offers: Sequence[Offer], *, is_year: bool) -> str:
    """The target of the whole year; of other days only whether they are level with the pace."""
    if score.quota is None or score.completion is None:
        return "没有下达全年目标分"
    late = f"落后 {printed(score.behind)} 分{_in_items(score.behind, offers)}"
    pace = late if score.behind else "达到序时"
    if not is_year:
        head = f"全年目标 {printed(score.quota)} 分，这段时间完成 {score.completion}%"
        return f"{head}，应完成 {score.pace}%，{pace}"
    head = f"全年目标 {printed(score.quota)} 分，完成 {score.completion}%"
    missing = score.quota - score.points
    if missing <= 0:
        over = f"，超 {printed(-missing)} 分" if missing else ""
        return f"{head}，目标已完成{over}"
    lacks = f"还差 {printed(missing)} 分{_in_items(missing, offers)}"
    return f"{head}，{lacks}；序时进度 {score.pace}%，{pace}"


def _in_items(missing: Decimal, offers: Sequence[Offer]) -> str:
    items = items_for(missing, offers)
    return f"（{items}）" if items else ""


def _above(score: UnitScore, peers: GroupScores | None, offers: Sequence[Offer]) -> str:
    """The place above, and what leads there; of the first, the place below."""
    if peers is None or not score.rank:
        return ""
    ranked = [one for one in peers.units if one.rank]
    higher = [one.rank for one in ranked if one.rank < score.rank]
    if not higher:
        return "".join(_lead(score, ranked))
    place = max(higher)
    ahead = [one for one in ranked if one.rank == place]
    head = f"前面是第 {place} 名{_named(ahead)}"
    if not _by_points(score) or not all(map(_by_points, ahead)):
        return head
    missing = ahead[0].points - score.points
    if missing <= 0:
        return f"{head}，得分相同，比并列次序"
    words = f"{head}，得 {printed(ahead[0].points)} 分，差 {printed(missing)} 分"
    items = items_beyond(missing, offers)
    return f"{words}，再采用 {items}就能超过" if items else words


def _lead(score: UnitScore, ranked: Sequence[UnitScore]) -> Iterator[str]:
    """By how much the first is ahead of the next."""
    lower = [one.rank for one in ranked if one.rank > score.rank]
    if not lower or not _by_points(score):
        return
    behind = [one for one in ranked if one.rank == min(lower)]
    lead = score.points - behind[0].points
    if lead > 0:
        yield f"后面是第 {min(lower)} 名{_named(behind)}，领先 {printed(lead)} 分"


def _by_points(score: UnitScore) -> bool:
    """Whether points alone say who stands before whom; then what is missing can be told."""
    return not score.placing or score.placing.startswith(_BY_POINTS)


def change_words(climbed: int | None, *, is_new: bool) -> str:
    """A change of rank: ▲2, ▼1, —, 新."""
    if is_new:
        return "新"
    if not climbed:
        return "" if climbed is None else "—"
    return f"▲{climbed}" if climbed > 0 else f"▼{-climbed}"


def signed(value: Decimal | int) -> str:
    """A difference with its sign: +3, -1.5, 0."""
    found = Decimal(value)
    return f"+{printed(found)}" if found > 0 else printed(found)
