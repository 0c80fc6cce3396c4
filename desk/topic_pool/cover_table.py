"""The coverage of a list as tables: by line, and by unit."""

from collections.abc import Mapping

from desk.stat_table import Head, StatTable
from desk.topic_pool.covering import Cover

_NONE = "没有来稿"
_NAMED = 6  # units told by name in a cell


def line_table(cover: Cover, units: Mapping[int, str]) -> StatTable:
    """A row for each line; those nothing came to are strong."""
    heads = (
        Head("序号", width=6),
        Head("分类", width=12, left=True),
        Head("要点", width=40, left=True),
        Head("来稿", width=7),
        Head("采用", width=7),
        Head("来稿单位", width=30, left=True),
    )
    rows = tuple(
        (
            at,
            one.line.heading,
            one.line.text,
            one.sent,
            one.adopted,
            _named([units.get(unit, "") for unit in one.unit_ids]) or _NONE,
        )
        for at, one in enumerate(cover.lines, 1)
    )
    strong = frozenset(at for at, one in enumerate(cover.lines) if not one.came)
    return StatTable(f"{cover.points.title}覆盖情况（按要点）", heads, rows, _note(cover), strong)


def unit_table(cover: Cover) -> StatTable:
    """A row for each unit that gets the list; those that sent nothing are strong."""
    heads = (
        Head("序号", width=6),
        Head("单位", width=20, left=True),
        Head("来稿", width=7),
        Head("采用", width=7),
        Head("写了哪几条", width=36, left=True),
        Head("点名没有写的", width=30, left=True),
    )
    rows = tuple(
        (at, one.unit.short, one.sent, one.adopted, "；".join(one.lines), "；".join(one.missing))
        for at, one in enumerate(cover.units, 1)
    )
    strong = frozenset(at for at, one in enumerate(cover.units) if not one.sent)
    return StatTable(f"{cover.points.title}覆盖情况（按单位）", heads, rows, _note(cover), strong)


def _named(names: list[str]) -> str:
    shown = "、".join(names[:_NAMED])
    return f"{shown}等 {len(names)} 个单位" if len(names) > _NAMED else shown


def _note(cover: Cover) -> str:
    return (
        f"{cover.first:%Y-%m-%d} 至 {cover.last:%Y-%m-%d} 收到的稿件；{cover.words}。"
        "按约稿、标题相近、标签三种办法对上。"
    )
