"""A trial beside the books (试算对比), with the lines of both, as .xlsx."""

from collections.abc import Iterator
from datetime import date

from desk.reports.register import Heading, Part, Register
from desk.reports.workbook import Column, Sheet, Value, workbook_bytes
from desk.scoring.figures import printed
from desk.scoring.results import UnitScore
from desk.scoring.trial import Trial, TrialRow

_COMPARED = (
    Column("分组", 26),
    Column("单位", 28),
    Column("现在得分", 10),
    Column("试算得分", 10),
    Column("得分变化", 10),
    Column("现在名次", 10, centred=True),
    Column("试算名次", 10, centred=True),
    Column("名次升降", 10, centred=True),
    Column("现在折算分", 11),
    Column("试算折算分", 11),
    Column("现在完成率", 11, "0.0%"),
    Column("试算完成率", 11, "0.0%"),
)
_LINES = (
    Column("单位", 28),
    Column("办法", 8, centred=True),
    Column("日期", 12),
    Column("标题", 46),
    Column("刊物", 14),
    Column("栏目", 10),
    Column("得分", 8),
    Column("计分说明", 60),
)
_PAPER = (
    Heading("单位"),
    Heading("现在得分", 18, centred=True),
    Heading("试算得分", 18, centred=True),
    Heading("得分变化", 18, centred=True),
    Heading("现在名次", 18, centred=True),
    Heading("试算名次", 18, centred=True),
    Heading("升降", 12, centred=True),
)


def trial_workbook(trial: Trial) -> bytes:
    """Write the comparison and, on a second sheet, the lines of both sides."""
    days = f"{trial.now.first:%Y-%m-%d} 至 {trial.now.last:%Y-%m-%d}"
    title = f"试算对比：{trial.scheme}（{days}；只作比较，不改台账）"
    return workbook_bytes(
        (
            Sheet("试算对比", title, _COMPARED, _rows(trial)),
            Sheet("得分明细", f"两边的得分明细（{days}）", _LINES, _lines(trial)),
        )
    )


def trial_register(trial: Trial, office: str, day: date) -> Register:
    """The comparison as it is printed, group by group."""
    groups: dict[str, list[TrialRow]] = {}
    for row in trial.rows:
        groups.setdefault(row.group, []).append(row)
    return Register(
        title=f"{office}信息得分试算对比",
        about=f"试的是：{trial.scheme}　{trial.now.first:%Y-%m-%d} 至 {trial.now.last:%Y-%m-%d}",
        made=f"{day:%Y-%m-%d} 试算，只作比较",
        day=day,
        headings=_PAPER,
        parts=[Part(name, list(map(_paper_line, rows))) for name, rows in groups.items()],
    )


def _paper_line(row: TrialRow) -> tuple[str, ...]:
    sides = (row.now, row.then)
    points = [printed(one.points) if one else "—" for one in sides]
    ranks = [f"{one.rank}" if one and one.rank else "—" for one in sides]
    gained = f"{'+' if row.gained > 0 else ''}{printed(row.gained)}" if row.gained else "—"
    return row.unit.name, *points, gained, *ranks, risen_words(row.risen)


def _rows(trial: Trial) -> Iterator[tuple[Value, ...]]:
    for row in trial.rows:
        now, then = row.now, row.then
        yield (
            row.group,
            row.unit.name,
            now.points if now else None,
            then.points if then else None,
            row.gained,
            now.rank or None if now else None,
            then.rank or None if then else None,
            risen_words(row.risen),
            now.converted if now else None,
            then.converted if then else None,
            _completion(now),
            _completion(then),
        )


def _lines(trial: Trial) -> Iterator[tuple[Value, ...]]:
    for row in trial.rows:
        for side, score in (("现在", row.now), ("试算", row.then)):
            for line in score.lines if score else ():
                yield (
                    row.unit.name,
                    side,
                    line.day,
                    line.title,
                    line.publication,
                    line.section,
                    line.points,
                    line.text,
                )


def risen_words(places: int) -> str:
    """↑3, ↓2 or —."""
    return f"↑{places}" if places > 0 else f"↓{-places}" if places < 0 else "—"


def _completion(score: UnitScore | None) -> Value:
    return score.completion / 100 if score and score.completion is not None else None
