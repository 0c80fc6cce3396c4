"""Where a key stands in a TOML file: the line that a sentence about it names."""

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]  # ("masthead", 1, "size"): arrays of tables by their number from 0

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*=""")
_PART = re.compile(r"""\s*("[^"]*"|'[^']*'|[^."']+?)\s*(?:\.|$)""")
_FENCES = ('"""', "'''")


def line_of(text: str, path: Path) -> int:
    """The line, from 1, of a key; of the table that should hold it where it isn't there."""
    lines: dict[Path, int] = {}
    for place, line in _places(text):
        lines.setdefault(place, line)
    found = (lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines)
    return next(found, 1)


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Every table and key with its line."""
    table: Path = ()
    counts: dict[Path, int] = {}
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        if inside:
            inside = "" if line.count(inside) % 2 else inside
            continue
        if header := _HEADER.match(line):
            is_array = header[1] == "[["
            table = _table(header[2], counts, is_array=is_array)
            yield table, number
            if is_array:
                yield table[:-1], number
        elif key := _KEY.match(line):
            yield (*table, _bare(key[1])), number
        inside = next((fence for fence in _FENCES if line.count(fence) % 2), "")


def _table(name: str, counts: dict[Path, int], *, is_array: bool) -> Path:
    """The path of a header, with the numbers of the arrays it lies in."""
    *outer, last = (_bare(part) for part in _PART.findall(name))
    path: Path = ()
    for part in outer:
        path = (*path, part)
        path = (*path, counts[path]) if path in counts else path
    path = (*path, last)
    if not is_array:
        return path
    counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path])


def _bare(key: str) -> str:
    return key[1:-1] if key[:1] in ("'", '"') else key
