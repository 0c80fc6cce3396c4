"""Tables for people who read a terminal: columns under one another, wide characters counted."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from desk.intake.wraps import width

_GAP = "  "


def text_table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], left: Collection[int]
) -> Iterator[str]:
    """The lines of a table; columns of those numbers stand to the left, others to the right."""
    every = [tuple(heads), *map(tuple, rows)]
    widths = [max(map(width, column)) for column in zip(*every, strict=True)]
    for row in every:
        cells = (
            _set(text, room, to_left=at in left)
            for at, (text, room) in enumerate(zip(row, widths, strict=True))
        )
        yield _GAP.join(cells).rstrip()


def _set(text: str, room: int, *, to_left: bool) -> str:
    blank = " " * (room - width(text))
    return text + blank if to_left else blank + text
