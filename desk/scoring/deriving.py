"""How a figure came about, in words: every figure on a screen or a page can be asked."""

from collections.abc import Callable
from decimal import Decimal

from desk.scoring.figures import printed
from desk.scoring.results import ScoreTable, UnitScore

Derivation = Callable[[UnitScore, ScoreTable], str]


def derived(figure: str, score: UnitScore, table: ScoreTable) -> str:
    """The derivation of a figure by its name (``FIGURES``); "" for what is no figure."""
    found = FIGURES.get(figure)
    return found(score, table) if found else ""


def _points(score: UnitScore, _table: ScoreTable) -> str:
    parts = [(name, points) for name, points in score.components if points]
    if not parts:
        return f"得分 {printed(score.points)}：所选时段没有得分的明细"
    words = "".join(
        f"{' － ' if points < 0 else ' ＋ '}{name} {printed(abs(points))}" for name, points in parts
    )
    raw = f"；清零以前 {printed(score.raw)} 分" if score.raw != score.points else ""
    sum_of = words.removeprefix(" ＋ ").lstrip()
    return f"得分 {printed(score.points)} ＝ {sum_of}，共 {len(score.lines)} 行明细{raw}"


def _rank(score: UnitScore, table: ScoreTable) -> str:
    if not score.rank:
        return f"不排名：{'；'.join(score.barred)}" if score.barred else "不排名"
    peers = next((one for one in table.groups if score in one.units), None)
    where = f"{peers.group.name} {len(peers.units)} 个单位里" if peers else ""
    placing = f"，{score.placing}" if score.placing else f"，得分 {printed(score.points)}"
    barred = f"；取消评先：{'；'.join(score.barred)}" if score.barred else ""
    return f"{where}第 {score.rank} 名{placing}{barred}"


def _completion(score: UnitScore, _table: ScoreTable) -> str:
    if score.completion is None or score.quota is None:
        return "没有下达目标分，不算完成率"
    return f"完成率 ＝ {printed(score.points)} ÷ {printed(score.quota)} ＝ {score.completion}%"


def _pace(score: UnitScore, table: ScoreTable) -> str:
    return (
        f"序时进度 {score.pace}%：{table.first:%Y-%m-%d} 至 {table.last:%Y-%m-%d}"
        "（最多算到今天）占全年任务的份额"
    )


def _gap(score: UnitScore, _table: ScoreTable) -> str:
    if score.quota is None:
        return "没有下达目标分，不算差距"
    due = f"{printed(score.quota)} × {score.pace}% － {printed(score.points)}"
    level = f"落后序时 {printed(score.behind)} 分（{due}）" if score.behind else "达到序时进度"
    return f"目标分 {printed(score.quota)}，已得 {printed(score.points)}，{level}"


def _rate(score: UnitScore, _table: ScoreTable) -> str:
    if not score.submitted:
        return f"采用 {score.adopted} 条，没有报送，采用率按 0 计"
    return f"采用率 ＝ {score.adopted} ÷ {score.submitted} ＝ {score.rate}%"


def _average(score: UnitScore, _table: ScoreTable) -> str:
    if not score.counted:
        return "没有计分的条数，按条平均为 0"
    counted = printed(Decimal(score.counted.numerator) / score.counted.denominator)
    return f"按条平均 ＝ {printed(score.points)} ÷ {counted} ＝ {printed(score.average)}"


def _converted(score: UnitScore, _table: ScoreTable) -> str:
    return f"折算分：{score.conversion}" if score.conversion else "办法里没有给这个单位折算"


FIGURES: dict[str, Derivation] = {
    "points": _points,
    "raw": _points,
    "rank": _rank,
    "quota": _gap,
    "completion": _completion,
    "pace": _pace,
    "state": _gap,
    "gap": _gap,
    "submitted": _rate,
    "adopted": _rate,
    "rate": _rate,
    "counted": _average,
    "average": _average,
    "converted": _converted,
}
