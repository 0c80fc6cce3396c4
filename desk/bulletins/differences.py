"""What differs between two texts, figure by figure: numbers, units, words of direction."""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

_NUMBER = r"\d+(?:\.\d+)?[%％]?"
_ENDS = "。；！？"
_LONGER = 3  # characters that words may have more than the figure whose place they take
_TREND = r"增加|减少|增长|下降|提高|持平"


class Sort(StrEnum):
    """What a piece of text is."""

    NUMBER = "数"
    UNIT = "单位"
    TREND = "增减"
    TEXT = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text and its place; of plain text a single character."""

    text: str
    start: int
    sort: Sort

    @property
    def end(self) -> int:
        """The place after it."""
        return self.start + len(self.text)

    @property
    def same(self) -> tuple[str, Sort]:
        """What makes two pieces equal: full-width digits are no difference."""
        return unicodedata.normalize("NFKC", self.text), self.sort


@dataclass(frozen=True, slots=True)
class Change:
    """A figure and what stands in its place; None for one that is not there."""

    old: Token | None
    new: Token | None


class Reader:
    """Finds numbers, units and words of direction in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        known = sorted({one for one in names if one}, key=lambda one: (-len(one), one))
        units = "|".join(map(re.escape, known)) or r"(?!)"
        self._figure = re.compile(f"(?P<unit>{units})|(?P<number>{_NUMBER})|(?P<trend>{_TREND})")

    def tokens(self, text: str) -> list[Token]:
        """The pieces of a text in order."""
        return list(self._tokens(text))

    def _tokens(self, text: str) -> Iterator[Token]:
        at = 0
        for found in self._figure.finditer(text):
            yield from (Token(text[one], one, Sort.TEXT) for one in range(at, found.start()))
            yield Token(found[0], found.start(), _SORTS[found.lastgroup or ""])
            at = found.end()
        yield from (Token(text[one], one, Sort.TEXT) for one in range(at, len(text)))


_SORTS = {"unit": Sort.UNIT, "number": Sort.NUMBER, "trend": Sort.TREND}


def changes(old: Sequence[Token], new: Sequence[Token]) -> list[Change]:
    """What became of the figures of one text in another, sentence by sentence.

    Sentences that only moved are no change.
    """
    before, after = _sentences(old), _sentences(new)
    keys = [_keys(one) for one in before], [_keys(one) for one in after]
    found: list[Change] = []
    for first, last, begin, end in _differing(*keys):
        moved = [one for one in after[begin:end] if _keys(one) not in keys[0]]
        fresh = after[begin:end] if last > first else moved
        found += _within(_joined(before[first:last]), _joined(fresh))
    return found


def aligned(old: Sequence[Token], new: Sequence[Token]) -> dict[int, int]:
    """Where pieces of a text stand unchanged in another, old places to new ones."""
    keys = _keys(old), _keys(new)
    found: dict[int, int] = {}
    left = right = 0
    for first, last, begin, end in [*_differing(*keys), (len(old), len(old), len(new), len(new))]:
        same = zip(old[left:first], new[right:begin], strict=True)
        found |= {one.start: other.start for one, other in same}
        left, right = last, end
    return found


def figures(tokens: Iterable[Token]) -> list[Token]:
    """The pieces that are figures."""
    return [one for one in tokens if one.sort is not Sort.TEXT]


_Key = tuple[str, Sort]
_Spans = Iterator[tuple[int, int, int, int]]  # first and last of the old, then of the new


def _keys(tokens: Iterable[Token]) -> tuple[_Key, ...]:
    return tuple(one.same for one in tokens)


def _sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    found: list[list[Token]] = [[]]
    for one in tokens:
        found[-1].append(one)
        if one.text in _ENDS:
            found.append([])
    return [one for one in found if one]


def _joined(sentences: Iterable[Sequence[Token]]) -> list[Token]:
    return [token for one in sentences for token in one]


def _within(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Change]:
    for first, last, begin, end in _differing(_keys(old), _keys(new)):
        gone, come = old[first:last], new[begin:end]
        yield from _in_words(gone, come) or _paired(figures(gone), figures(come))


def _in_words(gone: Sequence[Token], come: Sequence[Token]) -> list[Change]:
    """A single figure in whose place words stand: a name mistyped, a number spelt out."""
    words = "".join(one.text for one in come)
    alone = len(gone) == 1 and bool(figures(gone)) and not figures(come)
    if not alone or not 0 < len(words) <= len(gone[0].text) + _LONGER:
        return []
    return [Change(gone[0], Token(words, come[0].start, Sort.TEXT))]


def _differing(old: Sequence[Hashable], new: Sequence[Hashable]) -> _Spans:
    """The spans that differ; what both begin and end with is never matched elsewhere."""
    head = _common(old, new)
    room = min(len(old), len(new)) - head
    tail = min(_common(old[::-1], new[::-1]), room)
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    matcher = SequenceMatcher(None, *middle, autojunk=False)
    for what, first, last, begin, end in matcher.get_opcodes():
        if what != "equal":
            yield head + first, head + last, head + begin, head + end


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many pieces both begin with."""
    pairs = zip(old, new, strict=False)
    return next(
        (at for at, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new))
    )


def _paired(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Change]:
    """Each figure with the one of its sort that took its place, in order; the rest alone."""
    for sort in (Sort.NUMBER, Sort.UNIT, Sort.TREND):
        before = [one for one in old if one.sort is sort]
        after = [one for one in new if one.sort is sort]
        yield from (Change(one, other) for one, other in zip_longest(before, after))
