"""F01: headings whose numbers stand on the wrong level."""

import re
from collections.abc import Iterator
from itertools import pairwise

from desk.checks.numerals import chinese
from desk.checks.outline import Mark, Style, marks_in
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_LEVELS = (Style.CHINESE, Style.BRACKETED, Style.ARABIC, Style.BRACKETED_ARABIC)
_LINE_HEAD = re.compile(r"(?:^|\n)[ \u3000\t]*[（(]?$")
_SKIPPED_FAR = 3  # from 一、 straight to （1）


def check(text: Passage) -> Iterator[Hit]:
    """Find levels turned upside down, then levels left out."""
    marks = [mark for mark in marks_in(text.text) if _is_heading(text.text, mark)]
    upside_down = list(_upside_down(marks)) or list(_begun_below(marks))
    yield from (_hit(text.text, mark, above) for mark, above in upside_down)
    if not upside_down:
        yield from _left_out(text.text, marks)


def _is_heading(text: str, mark: Mark) -> bool:
    line = text.rfind("\n", 0, mark.start) + 1
    return mark.style in _LEVELS and bool(_LINE_HEAD.search(text[line : mark.start]))


def _upside_down(marks: list[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Yield the marks between an item and the next one of its sequence that outrank them."""
    for style in _LEVELS[1:]:
        own = [mark for mark in marks if mark.style is style]
        for first, then in pairwise(own):
            if then.number != first.number + 1:
                continue
            higher = [
                mark
                for mark in marks
                if first.start < mark.start < then.start and _rank(mark) < _rank(first)
            ]
            if higher and higher[0].number == 1 and len({mark.style for mark in higher}) == 1:
                yield from ((mark, first) for mark in higher)


def _begun_below(marks: list[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Yield the marks that outrank a first item straight before them, as 一、 after （一）."""
    for place, (first, then) in enumerate(pairwise(marks)):
        seen = {mark.style for mark in marks[:place]}
        if (
            first.number == then.number == 1
            and _rank(then) < _rank(first)
            and not seen & {first.style, then.style}
        ):
            rest = marks[place + 1 :]
            end = next((at for at, mark in enumerate(rest) if mark.style is first.style), len(rest))
            if place == 0 and end == len(rest):
                yield first, then  # its only item: the two levels were exchanged
            yield from ((mark, first) for mark in rest[:end] if mark.style is then.style)


def _left_out(text: str, marks: list[Mark]) -> Iterator[Hit]:
    """Find the items of a sequence that begins two levels or more below what encloses it."""
    above: list[Mark] = []  # the open headings, one a level
    skipped: Mark | None = None  # the heading whose items leave a level out
    for mark in marks:
        if mark.number == 1 and above and _rank(mark) - _rank(above[-1]) > 1:
            skipped = above[-1]
        while above and _rank(above[-1]) >= _rank(mark):
            above.pop()
        if skipped and above and above[-1] is skipped:
            far = _rank(mark) - _rank(skipped) >= _SKIPPED_FAR
            yield _hit(text, mark, skipped, None if far else Severity.INFO)
        above.append(mark)


def _rank(mark: Mark) -> int:
    return _LEVELS.index(mark.style)


def _hit(text: str, mark: Mark, above: Mark, severity: Severity | None = None) -> Hit:
    """A mark that should be one level below another, with the number it would get."""
    start, end = mark.start, mark.end
    if mark.style in (Style.BRACKETED, Style.BRACKETED_ARABIC):
        start, end = start - 1, end + 1
    else:
        end += 1
    if mark.start < above.start:  # it stands before what should enclose it
        message = f"“{text[start:end]}”后面才是更高一级的“{above.named(above.number)}”，层次颠倒。"
        return Hit(start, end, message, choices=(_written(above.style, mark.number),))
    below = _LEVELS[min(_rank(above) + 1, len(_LEVELS) - 1)]
    due = _written(below, mark.number)
    message = (
        f"层次依次用一、（一）1.（1），“{above.named(above.number)}”下面不用“{text[start:end]}”，"
        f"可改为“{due}”。"
    )
    choices = (due,) if due != text[start:end] else ()
    return Hit(start, end, message, severity=severity, choices=choices)


def _written(style: Style, number: int) -> str:
    written = chinese(number) if style in (Style.CHINESE, Style.BRACKETED) else str(number)
    return style.value.replace("一" if "一" in style else "1", written)


RULE = Rule(
    code="F01",
    name="层次错序",
    severity=Severity.WARNING,
    summary="结构层次依次用“一、”“（一）”“1.”“（1）”，可以从“1.”开始，不能倒用。",
    reason="层次序数颠倒，读者分不清谁包含谁。",
    source="GB/T 9704—2012 7.3.3；GB/T 15834—2011 B.3.8",
    bad="（一）加强管护。\n一、落实人员46名。\n二、落实经费28万元。\n（二）加强监测。",
    good="（一）加强管护。\n1.落实人员46名。\n2.落实经费28万元。\n（二）加强监测。",
    check=check,
    needs=Need.BODY,
    by_paragraph=False,
)
