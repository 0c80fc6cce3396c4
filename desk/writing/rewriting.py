"""The ways to write the number, day or time that stands at a place in a text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from desk.writing import days, figures
from desk.writing.forms import Form

_KINDS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Iterator[Form]]], ...
] = (
    (days.DAY, days.of_day),
    (days.WORD, days.of_word),
    (days.SHORT_DAY, days.of_short_day),
    (days.TIME, days.of_time),
    (days.YEAR, days.of_year),
    (figures.DOCUMENT, figures.of_document),
    (figures.YEAR_MARK, figures.of_year_mark),
    (figures.SHARE, figures.of_share),
    (figures.NUMBER, figures.of_number),
    (figures.CHINESE, figures.of_chinese),
)
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0E: "."}


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A stretch of a text and the other ways to write it; none says more or less."""

    start: int
    end: int
    forms: tuple[Form, ...]


def of_selection(text: str, report: date | None) -> tuple[Form, ...]:
    """The ways to write all of a text; none where it is no number, day or time."""
    narrow = text.translate(_WIDE)
    found = [
        form
        for pattern, forms in (*_KINDS, (figures.ORDINAL, figures.of_chinese))
        if (match := pattern.fullmatch(narrow))
        for form in forms(match, report)
    ]
    return _distinct(found, text)


def at(text: str, place: int, report: date | None) -> Rewriting | None:
    """What stands at a place, the longest of what may be meant; None where nothing does."""
    narrow = text.translate(_WIDE)
    spans: dict[tuple[int, int], list[Form]] = {}
    for pattern, forms in _KINDS:
        for match in pattern.finditer(narrow):
            if match.start() <= place <= match.end():
                spans.setdefault(match.span(), []).extend(forms(match, report))
    found = {span: _distinct(forms, text[slice(*span)]) for span, forms in spans.items()}
    told = [span for span, forms in found.items() if forms]
    if not told:
        return None
    start, end = max(told, key=lambda span: (span[1] - span[0], span[0]))
    return Rewriting(start, end, found[start, end])


def _distinct(forms: list[Form], text: str) -> tuple[Form, ...]:
    """Each form once, without what stands there already."""
    return tuple({form.text: form for form in reversed(forms) if form.text != text}.values())[::-1]
