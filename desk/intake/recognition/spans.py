"""Cut a line without losing the looks of what stays."""

from dataclasses import replace

from desk.body import Run
from desk.intake.document import Line


def cut(line: Line, start: int, end: int) -> Line:
    """The line with the characters from ``start`` to ``end`` alone."""
    kept: list[Run] = []
    place = 0
    for run in line.runs:
        text = run.text[max(start - place, 0) : max(end - place, 0)]
        place += len(run.text)
        kept += [Run(text, run.bold)] if text else []
    return replace(line, runs=tuple(kept))
