"""What a list shows, as a table for paper: columns on view, and figures of pictures."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from desk.reports.register import Heading, Part, Register
from ui.lists.list_view import ListView

GROUP = "group"  # the key of a first column that makes headings of its own on paper
_MM_OF_PIXEL = 0.26  # a character on paper to one on the screen
_WIDE, _TALL = 257, 170  # millimetres between the margins of A4


def list_register(view: ListView, title: str, about: str, made: str, day: date) -> Register:
    """The rows with the filter and the order in force."""
    numbers = _on_view(view)
    lines = [[texts[number] for number in numbers] for texts in view.list_model.texts()]
    parts = [Part("", lines)]
    if view.list_model.columns[numbers[0]].key == GROUP and _stand_together(lines):
        parts = [
            Part(name, [line[1:] for line in some])
            for name, some in groupby(lines, key=lambda line: line[0])
        ]
        numbers = numbers[1:]
    headings, landscape = _headings(view, numbers)
    return Register(title, about, made, day, headings, parts, landscape=landscape)


def _on_view(view: ListView) -> list[int]:
    header = view.horizontalHeader()
    columns = view.list_model.columns
    shown = (
        at
        for at in range(header.count())
        if columns[at].on_paper or not (view.isColumnHidden(at) or columns[at].drawn)
    )
    return sorted(shown, key=header.visualIndex)


def _stand_together(lines: Sequence[Sequence[str]]) -> bool:
    runs = [name for name, _ in groupby(line[0] for line in lines)]
    return len(runs) == len(set(runs))


def _headings(view: ListView, numbers: Sequence[int]) -> tuple[list[Heading], bool]:
    """The columns, as wide as on the screen while there is room; whether the page lies down."""
    columns = [view.list_model.columns[number] for number in numbers]
    widths = [one.width * _MM_OF_PIXEL for one in columns]
    landscape = sum(widths) > _TALL
    shrunk = min(1.0, (_WIDE if landscape else _TALL) / sum(widths))
    rest = max(range(len(columns)), key=lambda at: (columns[at].stretch, widths[at]))
    found = [
        Heading(one.word, 0 if at == rest else round(widths[at] * shrunk, 1), centred=one.right)
        for at, one in enumerate(columns)
    ]
    return found, landscape
