"""`scores`: the figures of some days."""

from collections.abc import Iterator
from pathlib import Path

from desk.assessing import assess, scores_json
from desk.closings.books import shown
from desk.commands.context import OK, REFUSED, Context, complain, parse_day, say, say_json
from desk.commands.text_table import text_table
from desk.reports.score_remarks import remarks
from desk.scheming import find_scheme
from desk.scoring.figures import printed
from desk.scoring.results import GroupScores, ScoreTable, UnitScore
from desk.scoring.scheme import Purpose
from desk.scoring.schemes.coding import SchemeFormatError
from desk.store import Store
from desk.trying import Tried, score_by, tried_from_file

_NONE = "—"
_PEOPLE = ("名次", "姓名", "单位", "得分", "报送", "采用")


def scores(context: Context) -> int:
    """Print every unit's figures, as JSON with their lines; by the books or by a scheme told."""
    options = context.options
    first, last = parse_day(options.first), parse_day(options.last)
    purpose = Purpose(options.purpose)
    try:
        with context.store() as store:
            if options.scheme:
                table = score_by(store, _wanted(store, options.scheme, purpose), first, last)
            elif purpose is Purpose.POINTS:
                table, _closing = shown(store, first, last)
            else:
                table = assess(store, first, last, purpose=purpose)
    except SchemeFormatError as error:
        for sentence in error.complaints:
            complain(sentence)
        return REFUSED
    if options.json:
        say_json(scores_json(table, people=options.people))
    else:
        for line in _told(table, people=options.people):
            say(line)
    return OK


def _wanted(store: Store, named: str, purpose: Purpose) -> Tried:
    """The scheme of a file, or one of the books by its name or a day it holds on."""
    path = Path(named)
    if path.suffix.lower() == ".toml" or path.is_file():
        return tried_from_file(store, path)
    with store.read() as work:
        return Tried(find_scheme(work.catalogue.schemes(), named, purpose))


def _told(table: ScoreTable, *, people: bool) -> Iterator[str]:
    yield f"{'、'.join(table.schemes) or '没有生效的计分办法'}　{table.first} 至 {table.last}"
    for group in table.groups:
        yield ""
        yield from _group(group)
    if people and table.people:
        rows = (
            (
                *(str(one.rank), one.name, one.unit.name),
                *(printed(one.points), str(one.submitted), str(one.adopted)),
            )
            for one in table.people
        )
        yield ""
        yield "个人"
        yield from text_table(_PEOPLE, rows, (1, 2))
    if table.prizes:
        yield ""
        yield "单篇奖"
        for prize in table.prizes:
            units = "、".join(unit.name for unit in prize.units)
            yield f"{prize.prize}　{prize.title}（{units}，{prize.day}；{prize.why}）"


def _group(group: GroupScores) -> Iterator[str]:
    converted = any(one.converted is not None for one in group.units)
    heads = ["名次", "单位", "得分", *(["折算分"] if converted else [])]
    heads += ["完成率", "报送", "采用", "备注"]
    yield group.group.name
    yield from text_table(heads, (_row(one, converted) for one in group.units), (1, len(heads) - 1))


def _row(score: UnitScore, converted: bool) -> list[str]:  # noqa: FBT001 - told by its name
    figures = [str(score.rank) if score.rank else _NONE, score.unit.name, printed(score.points)]
    if converted:
        figures.append(_NONE if score.converted is None else printed(score.converted))
    done = _NONE if score.completion is None else f"{printed(score.completion)}%"
    return [*figures, done, str(score.submitted), str(score.adopted), "；".join(remarks(score))]
