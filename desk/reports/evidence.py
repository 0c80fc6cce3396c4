"""The evidence annex (计分依据): every line behind every point, unit by unit, on paper."""

from collections.abc import Iterator

from desk.reports.register import Heading, Part, Register
from desk.scoring.figures import printed
from desk.scoring.results import UnitScore
from desk.surveys.changed import changed_since
from desk.surveys.survey import Survey

_HEADINGS = (
    Heading("日期", 22, centred=True),
    Heading("标题"),
    Heading("刊物", 28, centred=True),
    Heading("栏目", 20, centred=True),
    Heading("得分", 14, centred=True),
    Heading("计分说明和依据", 104),
)


def evidence(survey: Survey, made: str) -> Register:
    """A part for each unit with lines in the survey's days, and one that names the others.

    ``made`` says who printed it when.
    """
    none = [one.unit.name for one in survey.units if not one.score.lines]
    parts = [*_parts(survey)]
    if none:
        parts.append(Part(f"没有得分的 {len(none)} 个单位", [("", "、".join(none), *[""] * 4)]))
    return Register(
        f"{survey.stretch.name}信息工作计分依据",
        _about(survey),
        made,
        survey.today,
        _HEADINGS,
        parts,
        landscape=True,
    )


def _about(survey: Survey) -> str:
    schemes = "、".join(survey.table.schemes) or "没有生效的计分办法"
    closing = survey.closing
    state = f"已结账，数据 {closing.digest[:16]}" if closing else "还没有结账"
    return "　".join(filter(None, (survey.office, schemes, state, changed_since(survey))))


def _parts(survey: Survey) -> Iterator[Part]:
    for group in survey.groups:
        for unit in group.units:
            if unit.score.lines:
                heading = f"{group.group.name}　{unit.unit.name}　{_told(unit.score)}"
                yield Part(heading, list(_lines(unit.score)))


def _told(score: UnitScore) -> str:
    rank = f"，第 {score.rank} 名" if score.rank else ""
    return f"{printed(score.points)} 分{rank}，{len(score.lines)} 行"


def _lines(score: UnitScore) -> Iterator[tuple[str, ...]]:
    for line in score.lines:
        yield (
            line.day.isoformat(),
            line.title,
            line.publication,
            line.section,
            printed(line.points),
            line.text,
        )
