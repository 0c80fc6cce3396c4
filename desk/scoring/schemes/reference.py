"""The manual's reference of a scheme's tables, made from the tables' own words."""

from collections.abc import Iterator
from typing import Any

from desk.paths import RESOURCES
from desk.scoring.clauses.told import Told, fields_of
from desk.scoring.scheme import TABLES
from desk.scoring.schemes.rows import CarrierRow, GridRow, Head, WindowRow
from desk.scoring.schemes.shapes import field_text, shape_of

PAGE = RESOURCES / "manual" / "05c-scheme-tables.md"
_BEGIN = "## 开头\n"
_COMMON = ("code", "source", "when", "unless")


def reference() -> str:
    """All tables in Markdown: what the page holds from its heading 开头 on."""
    own = map(_table, (Head, CarrierRow, WindowRow, GridRow))
    return "\n".join([*own, _common(), *map(_table, TABLES)])


def renewed(page: str) -> str:
    """The page with its tables written anew; what stands before them is kept."""
    return page[: page.index(_BEGIN)] + reference()


def _common() -> str:
    rows = "\n".join(_row(TABLES[0], told) for told in _own(TABLES[0], common=True))
    return f"## 以下各张表都有的项\n\n{_HEADINGS}\n{rows}\n"


_HEADINGS = "| 项 | 意思 | 可以写 | 默认 | 例 |\n|---|---|---|---|---|"


def _table(kind: type[Any]) -> str:
    title = "开头" if kind is Head else f"[[{kind.table}]]"
    rows = "\n".join(_row(kind, told) for told in _own(kind, common=False))
    return f"## {title}\n\n{kind.about}\n\n{_HEADINGS}\n{rows}\n"


def _own(kind: type[Any], *, common: bool) -> Iterator[Told]:
    is_clause = kind in TABLES
    for told in fields_of(kind):
        if (is_clause and told.attribute in _COMMON) is common:
            yield told


def _row(kind: type[Any], told: Told) -> str:
    shape = shape_of(kind, told.attribute)
    what = "、".join(shape.choices) if shape.choices else shape.what
    if shape.choices and "可以几个" in shape.what:
        what += "（可以几个）"
    default = "必填" if told.required else field_text(told, kind, told.default) or "（空）"
    cells = (told.label, told.help, what, default, _code(told.example))
    return f"| {' | '.join(cell.replace('|', '／') for cell in cells)} |"


def _code(example: str) -> str:
    """An example as it stands in a file, in code marks; several keep their words between."""
    return f"`{example}`" if example else ""
