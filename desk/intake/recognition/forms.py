"""Tables that are forms: a label in one cell, its value in the next."""

import re
from dataclasses import dataclass, field

from desk.intake.document import Cell, Grid, Line
from desk.intake.recognition.label_words import Label
from desk.intake.recognition.labels import Labelled, cell_label, labels

_FEWEST = 2  # labels that make a form of a table
_LONG = 60  # characters that no label's value has
_SHORTEST = 6  # characters of a title
FORM_NAME = re.compile(
    r"(?:(?:信息|稿件?|报送|呈报|发稿|报告|登记|采编|审批|审签)[^\s，。]{0,4}(?:单|表|笺|签|纸)"
    r"|(?:突发|紧急|重要)(?:事件)?(?:信息)?报告)$"
)


@dataclass(slots=True)
class Form:
    """What a form says: values by label, and the lines of its text cell."""

    labelled: list[Labelled] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)


def read_form(grid: Grid) -> Form | None:
    """Read a table as a form; None for a table of data."""
    rows = [[cell for cell in row if cell_text(cell)] for row in grid.rows]
    rows = [row for row in rows if row]
    if _is_headed(rows):
        rows = [[cell for pair in zip(rows[0], rows[1], strict=True) for cell in pair]]
    form = Form()
    for row in rows:
        _read_row(row, form)
    if not _is_form(rows, form):
        return None
    form.labelled += _headline(rows[0], form)
    return form


def _headline(row: list[Cell], form: Form) -> list[Labelled]:
    """The title that stands alone in the first row of a form without 标题."""
    text = cell_text(row[0])
    titled = any(item.label is Label.TITLE for item in form.labelled)
    if titled or len(row) > 1 or not _SHORTEST <= len(text) <= _LONG or "。" in text:
        return []
    if cell_label(text) or labels(text) or FORM_NAME.search(text):
        return []
    return [Labelled(Label.TITLE, text, "")]


def cell_text(cell: Cell) -> str:
    """The lines of a cell in one, parted by a blank where no mark parts them."""
    text = ""
    for line in cell:
        part = " ".join(line.text.split())
        text += f" {part}" if text and text[-1].isalnum() and part[:1].isalnum() else part
    return text


def _is_headed(rows: list[list[Cell]]) -> bool:
    """Whether a row of labels stands above one row of values."""
    return (
        len(rows) == 2  # noqa: PLR2004 - the labels and their values
        and len(rows[0]) == len(rows[1])
        and all(cell_label(cell_text(cell)) for cell in rows[0])
    )


def _read_row(row: list[Cell], form: Form) -> None:
    """Take each label with what follows it up to the next one."""
    label: Label | None = None
    for cell in row:
        text = cell_text(cell)
        found = cell_label(text)
        inline = labels(text)
        if found is not None:
            label = found
        elif label is Label.BODY:
            form.body += cell
        elif inline and len(text) <= _LONG:
            form.labelled += inline
        elif label is not None:
            form.labelled.append(Labelled(label, text, label.value))
            label = None
        elif len(text) > _LONG:
            form.body += cell


def _is_form(rows: list[list[Cell]], form: Form) -> bool:
    """Whether labels are the point of the table, not just the heads of its columns."""
    cells = [cell for row in rows for cell in row]
    named = sum(bool(cell_label(cell_text(cell)) or labels(cell_text(cell))) for cell in cells)
    first = rows[0] if rows else []
    heads_only = (
        len(rows) > 1 and len(first) > 1 and all(cell_label(cell_text(cell)) for cell in first)
    )
    return (
        len(form.labelled) >= _FEWEST
        and not heads_only
        and (named * 3 >= len(cells) or bool(form.body))
    )
