"""Find the header lines of a sheet, and what its columns mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.importing.batches import Sort
from desk.importing.past.columns import HEADERS
from desk.importing.past.grid import Grid
from desk.importing.past.guide import Guide
from desk.importing.tables import plain_label

_LINES_ABOVE = 15  # titles and notes that may stand above the headers
_DEEPEST = 4
_DIGITS = re.compile(r"\d")
_LETTERS = 26
_PUBLISHED = ("得分", "分值", "计分", "分数")  # what the upper level gave
_OWN, _NAME, _SYNONYM, _AROUND = range(4)  # how willingly a column takes a meaning


@dataclass(frozen=True, slots=True)
class Head:
    """The header lines of a sheet, from 0 and both included; labels and meanings of its columns."""

    first: int
    last: int
    labels: tuple[str, ...]
    columns: Mapping[str, int]  # meaning → column

    def meaning(self, column: int) -> str:
        """What a column means; "" where nothing."""
        return next((name for name, at in self.columns.items() if at == column), "")


def find_head(grid: Grid, guide: Guide) -> Head | None:
    """The lines that name most columns; None where none names a unit or a title."""
    if guide.head:
        first, last = guide.head[0] - 1, guide.head[1] - 1
        return head_of(grid, first, last, guide) if first <= last < len(grid.rows) else None
    found: list[Head] = []
    for first in range(min(_LINES_ABOVE, len(grid.rows))):
        last = group_end(grid, first)
        found += [head_of(grid, first, line, guide) for line in sorted({first, last})]
    heads = [head for head in found if _is_head(head, guide)]
    return max(heads, key=lambda one: (len(one.columns), one.last - one.first), default=None)


def head_of(grid: Grid, first: int, last: int, guide: Guide) -> Head:
    """The columns under these header lines."""
    paths = grid.paths(first, last)
    labels = _labels(paths)
    known = _known(guide)
    found = sorted(
        (willing, column, name)
        for column, path in enumerate(paths)
        if labels[column] not in guide.ignored
        for willing, name in _meanings(path, labels[column], known)
    )
    columns: dict[str, int] = {}
    taken: set[int] = set()
    for _willing, column, name in found:
        if name not in columns and column not in taken:
            columns[name] = column
            taken.add(column)
    return Head(first, last, labels, columns)


def _is_head(head: Head, guide: Guide) -> bool:
    """Whether somebody can be told by it; an upper level's list may only have titles."""
    is_list = "标题" in head.columns and (len(head.columns) > 1 or guide.sort is Sort.UPPER)
    return "单位" in head.columns or is_list


def group_end(grid: Grid, first: int) -> int:
    """How far down the header lines go together: merged over several, or with sub-headers."""
    last = first
    for one in grid.merges:
        if first <= one.top <= last < one.bottom and one.bottom - first < _DEEPEST:
            last = one.bottom
    wide = [one for one in grid.merges if one.top == last == one.bottom and one.right > one.left]
    below = grid.rows[last + 1] if last + 1 < len(grid.rows) else ()
    if last == first and not wide and _is_sub_line(grid.rows[first], below):
        return first + 1
    return last


def _is_sub_line(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a line only has names where the line above has gaps or one name for several."""
    names = [text for text in lower if text]
    has_gap = any(not one and other for one, other in zip(upper, lower, strict=False))
    unnamed = any(one and not other for one, other in zip(upper, lower, strict=False))
    return len(names) > 1 and has_gap and unnamed and not any(map(_DIGITS.search, names))


def _labels(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Each column's own name; those without a header go by their letter."""
    found: list[str] = []
    for column, path in enumerate(paths):
        label = "/".join(" ".join(text.split()) for text in path) or f"{_letter(column)}列"
        found.append(label if label not in found else f"{label}（{_letter(column)}列）")
    return tuple(found)


def _letter(column: int) -> str:
    first, last = divmod(column, _LETTERS)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)


def _known(guide: Guide) -> dict[str, tuple[int, str]]:
    """From a plain column name to how willingly it stands for which meaning."""
    known: dict[str, tuple[int, str]] = {}
    for header in HEADERS:
        for name in header.synonyms:
            known.setdefault(plain_label(name), (_SYNONYM, header.name))
    if guide.sort is Sort.UPPER:
        known |= dict.fromkeys(_PUBLISHED, (_SYNONYM, "外部分"))
    known |= {header.name: (_NAME, header.name) for header in HEADERS}
    for name, label in guide.columns.items():
        known = {key: held for key, held in known.items() if held[1] != name}
        known[plain_label(label)] = (_OWN, name)
    return known


def _meanings(
    path: Sequence[str], label: str, known: Mapping[str, tuple[int, str]]
) -> list[tuple[int, str]]:
    """What a column may mean: by its label, its last line, all lines joined, any line."""
    whole = plain_label("".join(path))
    names = [plain_label(label), *(plain_label(text) for text in reversed(path))]
    found = [known[name] for name in (names[0], whole, *names[1:2]) if name in known]
    return found or [(_AROUND, known[name][1]) for name in names[2:] if name in known]
