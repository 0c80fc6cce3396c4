"""来稿质量图: what became of what every unit sent, and why it was turned away."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.drafts import Status
from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import Block
from desk.reports.charts.measure import label
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, row_pages
from desk.reports.charts.style import GONE, POINTS, SENT, TURNED
from desk.reports.charts.surroundings import Around, empty_page, fill_key
from desk.reports.charts.words import called, note_of, rate
from desk.reports.sheet import DARK
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey

USED, AWAY, OPEN, JOINED = "已印发", "未采用", "在办", "并入他稿"
_FILLS = {USED: POINTS, AWAY: TURNED, OPEN: SENT, JOINED: GONE}
_AWAY = (Status.RETURNED, Status.REJECTED, Status.FILED)
_REASON_MOST = 12  # characters of a reason beside a row


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a unit's drafts, and why they were turned away, the most frequent first."""

    one: UnitSurvey
    parts: Mapping[str, int]
    reasons: Mapping[str, int]  # by their texts

    @property
    def total(self) -> int:
        """All its drafts."""
        return sum(self.parts.values())


def figures(survey: Survey) -> tuple[Block[Sent], ...]:
    """The units that sent drafts, in every group, the most first."""
    blocks = (_block(survey, group) for group in survey.groups)
    return tuple(block for block in blocks if block.rows)


def told(row: Sent) -> str:
    """What a unit's bar says, in words."""
    head = f"{row.one.unit.name}：来稿{row.total}件，{_listed(row.parts)}"
    why = "、".join(f"{reason}{count}件" for reason, count in row.reasons.items())
    late = f"；逾期报送{row.one.sent.late}件" if row.one.sent.late else ""
    return head + (f"；原因：{why}" if why else "") + late


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each unit that sent drafts."""
    title = f"{survey.stretch.name}来稿质量"
    blocks = figures(survey)
    if not blocks:
        words = "这个时段没有登记来稿，看不出稿件质量。从旧台账导入的条数只计得分。"
        return [empty_page(survey, paper, title, words)]
    rows = [row for block in blocks for row in block.rows]
    legend = tuple(fill_key(words, fill) for words, fill in _FILLS.items())
    around = Around(title, _sentence(survey, rows), legend)
    plot = Plot(
        axis_of((row.total for row in rows), whole=True), _stack, ("来稿", *_FILLS, "首要原因")
    )
    drawn = [block.over(map(_row, block.rows)) for block in blocks]
    return row_pages(survey, paper, around, drawn, plot, lambda shown: _note(survey, rows, shown))


def _block(survey: Survey, group: GroupSurvey) -> Block[Sent]:
    rows = [_sent(survey, one) for one in group.units if one.sent.received]
    rows.sort(key=lambda row: (-row.total, row.one.unit.name))
    silent = len(group.units) - len(rows)
    none = f"，另有{silent}个单位没有来稿" if silent else ""
    total = sum(row.total for row in rows)
    return Block(group.group.name, tuple(rows), f"来稿{total}件{none}")


def _sent(survey: Survey, one: UnitSurvey) -> Sent:
    sent = one.sent
    away = sum(sent.by_status.get(status, 0) for status in _AWAY)
    joined = sent.received - sent.adopted - sent.waiting - away
    parts = {USED: sent.adopted, AWAY: away, OPEN: sent.waiting, JOINED: joined}
    reasons: Counter[str] = Counter()
    for code, count in sent.by_reason.items():
        known = survey.reasons.get(code)
        reasons[known.text if known else code] += count
    return Sent(one, parts, dict(reasons.most_common()))


def _listed(parts: Mapping[str, int]) -> str:
    return "、".join(f"{words}{count}件" for words, count in parts.items() if count)


def _row(row: Sent) -> Row[Sent]:
    reason = next(iter(row.reasons), "")
    short = reason if len(reason) <= _REASON_MOST else f"{reason[: _REASON_MOST - 1]}…"
    counts = [Cell(str(count) if count else "") for count in row.parts.values()]
    cells = (Cell(str(row.total)), *counts, Cell(short, DARK))
    unit = row.one.unit
    return Row(label(unit), told(row), row, unit.id, (), cells)


def _stack(canvas: Canvas, strip: Strip, row: Sent) -> None:
    tall, reached = 0.66 * strip.row, 0
    for words, count in row.parts.items():
        if count:
            ends = strip.x(reached), strip.x(reached + count)
            canvas.bar(*ends, strip.y, tall, _FILLS[words])
            canvas.outline(*ends, strip.y, tall)
            reached += count
    if strip.beyond(reached):
        canvas.cut(strip.x(reached), strip.y, tall)


def _sentence(survey: Survey, rows: Sequence[Sent]) -> str:
    total = sum(row.total for row in rows)
    used, away = (sum(row.parts[words] for row in rows) for words in (USED, AWAY))
    late = sum(row.one.sent.late for row in rows)
    return (
        f"{len(rows)}个单位来稿{total}件，已印发{used}件（{rate(survey, used, total)}），"
        f"退稿、不采用、存查{away}件（{rate(survey, away, total)}），逾期报送{late}件"
    )


def _note(survey: Survey, rows: Sequence[Sent], shown: Sequence[Row[Sent]]) -> str:
    why: Counter[str] = Counter()
    for row in rows:
        why.update(row.reasons)
    reasons = "、".join(f"{reason}{count}件" for reason, count in why.most_common(3))
    worst = sorted((row for row in rows if row.parts[AWAY]), key=lambda row: -row.parts[AWAY])[:3]
    units = "、".join(f"{called(row.one.unit)}{row.parts[AWAY]}件" for row in worst)
    return note_of(
        (
            f"{survey.stretch.name}：{_sentence(survey, rows)}。",
            f"未采用的主要原因：{reasons}。" if reasons else "没有登记未采用的原因。",
            f"未采用最多的：{units}。" if units else "",
            f"本页{len(shown)}个单位。",
        )
    )
