"""Words of a list that are to be written otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desk.checks.lexicon import GAP, Entry, template
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Severity

_PAIR = 2  # most words have two characters
_LONG = 4  # so many characters don't meet by chance at the border of two words


@dataclass(frozen=True, slots=True)
class Swap:
    """A wrong word in a text, what may stand instead, and the entry that says so."""

    start: int
    end: int
    wrong: str
    rights: tuple[str, ...]
    entry: Entry

    def hit(self, message: str, severity: Severity | None = None) -> Hit:
        """A hit that fixes where there is one right word, else offers the choice."""
        fix = self.rights[0] if len(self.rights) == 1 else None
        choices = self.rights if fix is None else ()
        return Hit(self.start, self.end, message, fix, severity=severity, choices=choices)


def swaps_in(text: Passage, code: str, *, own: bool = True) -> Iterator[Swap]:
    """Yield the words of a list that are no chance meeting of parts of other words."""
    for listed in text.listed(code, own=own):
        if not straddles(text, listed.start, listed.end):
            wrong = text.text[listed.start : listed.end]
            yield Swap(listed.start, listed.end, wrong, _rights(listed.entry, wrong), listed.entry)


def narrowed(swap: Swap) -> Swap:
    """Keep of a phrase the word that changes, 反应 of 反应问题."""
    left, right = _changing(swap.wrong, swap.rights)
    if left >= right:
        return swap
    return Swap(
        swap.start + left,
        swap.start + right,
        swap.wrong[left:right],
        tuple(one[left : len(one) - len(swap.wrong) + right] for one in swap.rights),
        swap.entry,
    )


def straddles(text: Passage, start: int, end: int) -> bool:
    """Whether a stretch lies in a longer word, or is cut out of words: 必竟 of 想必|竟然.

    One cut word is enough where the stretch is short.
    """
    cuts = (cuts_a_word(text, start), cuts_a_word(text, end))
    return all(cuts) if end - start >= _LONG else any(cuts)


def cuts_a_word(text: Passage, place: int) -> bool:
    """Whether a place lies inside a word."""
    return place in text.inside_words


def _rights(entry: Entry, wrong: str) -> tuple[str, ...]:
    """What may stand instead, with the gaps filled as in the text."""
    match = template(entry.word).fullmatch(wrong)
    gaps = match.groups() if match else ()
    filled = []
    for right in entry.instead:
        parts = right.split(GAP)
        if len(parts) == len(gaps) + 1:
            pieces = [piece for pair in zip(parts, (*gaps, ""), strict=True) for piece in pair]
            filled.append("".join(pieces))
    return tuple(filled)


@lru_cache(maxsize=512)
def _changing(wrong: str, rights: tuple[str, ...]) -> tuple[int, int]:
    """Where the word begins and ends that all right forms write otherwise."""
    from desk.checks.words import is_word, words_in  # noqa: PLC0415 - heavy, loaded on use

    if not rights:
        return 0, len(wrong)
    left = _shared([wrong, *rights])
    tails = [wrong[left:][::-1], *(right[left:][::-1] for right in rights)]
    right = len(wrong) - _shared(tails)
    if len(rights[0]) != len(wrong):
        return left, right
    for begin in (left, left - 1):
        pair = slice(begin, begin + _PAIR)
        if (
            0 <= begin < right <= begin + _PAIR <= len(wrong)
            and is_word(wrong[pair])
            and is_word(rights[0][pair])
        ):
            return begin, begin + _PAIR
    for begin, stop in words_in(rights[0]).items():
        if begin <= left < stop:
            left = begin
        if begin < right <= stop:
            right = stop
    return left, right


def _shared(texts: Sequence[str]) -> int:
    """How many characters all texts begin with."""
    columns = zip(*texts, strict=False)
    return next(
        (place for place, column in enumerate(columns) if len(set(column)) > 1),
        min(map(len, texts)),
    )
