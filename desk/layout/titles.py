"""Break a title into lines by its sense (GB/T 9704-2012 7.3.1)."""

from collections.abc import Sequence
from functools import lru_cache

from desk.layout.breaker import NO_END, NO_START, break_lines, whole_words

_BAD_START = frozenset("的地得和与及或等了着过之")
_BAD_END = frozenset("和与及或在对将把")
# A unit's name goes on to the first, and begins with the others where a pause stands before them.
_ENDS_NAMES, _BEGINS_NAMES = frozenset("局厅委部处科室站所院镇乡"), frozenset("省市州县区")
_MOST_LINES = 8  # of what is a title; to weigh every cut of a longer text takes minutes
# Costs against squared characters of raggedness: a pause is worth lines of unlike length.
_PARTICLE = 30.0
_PAUSES = {"：": -24.0, "，": -24.0, "；": -24.0, "—": -24.0, "、": -12.0, "”": -4.0, "》": -4.0}


def break_title(text: str, widths: Sequence[float], limit: float) -> list[tuple[int, int]]:
    """Cut a title into as few lines as it needs, of like length, between words."""
    if sum(widths) <= limit:
        return [(0, len(text))] if text else []
    return [*_broken(text, tuple(widths), limit)]


@lru_cache(maxsize=2048)
def _broken(text: str, widths: tuple[float, ...], limit: float) -> list[tuple[int, int]]:
    """An edit leaves most titles of an issue as they are."""
    greedy = break_lines(text, widths, limit, limit)
    if len(greedy) > _MOST_LINES:
        return greedy
    size = max(widths)
    whole = whole_words(text)
    ends = [end for end in _word_ends(text) if end in whole and _allowed(text, end)]
    counts = (len(greedy), len(greedy) + 1)
    tries = (_best(text, list(widths), (limit, size), (ends, count)) for count in counts)
    return next(filter(None, tries), greedy)


def _allowed(text: str, end: int) -> bool:
    """Whether a line may end there: not between a number and what it counts, 10|月."""
    if end == len(text):
        return True
    return text[end] not in NO_START and text[end - 1] not in NO_END and not text[end - 1].isdigit()


def _best(
    text: str,
    widths: list[float],
    measure: tuple[float, float],
    choice: tuple[list[int], int],
) -> list[tuple[int, int]]:
    """The cheapest cut at ``ends`` into ``count`` lines; [] where none fits."""
    limit, size = measure
    ends, count = choice
    ideal = sum(widths) / count
    # cost by (lines used, end of the last one)
    table: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, (0,))}
    for used in range(count):
        for end in ends:
            for start in (0, *ends):
                before = table.get((used, start))
                width = sum(widths[start:end])
                if before is None or start >= end or width > limit:
                    continue
                cost = before[0] + ((width - ideal) / size) ** 2 + _edge(text, end)
                if (used + 1, end) not in table or cost < table[used + 1, end][0]:
                    table[used + 1, end] = (cost, (*before[1], end))
    found = table.get((count, len(text)))
    if found is None:
        return []
    return list(zip(found[1], found[1][1:], strict=False))


def _edge(text: str, end: int) -> float:
    if end == len(text):
        return 0.0
    if text[end] in _BAD_START or text[end - 1] in _BAD_END:
        return _PARTICLE
    return _PAUSES.get(text[end - 1], 0.0)


@lru_cache(maxsize=512)
def _word_ends(text: str) -> tuple[int, ...]:
    import rjieba  # noqa: PLC0415 - heavy, loaded on use

    ends: list[int] = []
    at = 0
    for word in rjieba.cut(text):
        begins = word in _BEGINS_NAMES and text[at - 1 : at] in _PAUSES
        if word in _ENDS_NAMES and ends:
            ends.pop()
        at += len(word)
        if not begins:
            ends.append(at)
    return tuple(ends)
