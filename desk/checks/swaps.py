"""Words of a list that are to be written otherwise, narrowed to the word that is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desk.checks.lexicon import GAP, Entry, Listed
from desk.checks.passage import Passage
from desk.checks.rule import Hit

_LONG = 4  # so many characters don't meet by chance at the border of two words


@dataclass(frozen=True, slots=True)
class Swap:
    """A wrong word in a text, what may stand instead, and the entry that says so."""

    start: int
    end: int
    wrong: str
    rights: tuple[str, ...]
    entry: Entry

    def hit(self, message: str) -> Hit:
        """A hit that fixes where there is one right word, else offers the choice."""
        if len(self.rights) == 1:
            return Hit(self.start, self.end, message, self.rights[0])
        return Hit(self.start, self.end, message, choices=self.rights)


def swaps_in(text: Passage, code: str) -> Iterator[Swap]:
    """Yield the words of a list that are no chance meeting of parts of other words."""
    for listed in text.listed(code):
        if not straddles(text, listed.start, listed.end):
            yield _narrowed(text.text, listed)


def straddles(text: Passage, start: int, end: int) -> bool:
    """Whether a stretch lies in a longer word, or both its ends cut into words.

    One cut word is enough where the stretch is short: 必竟 in 想必|竟.
    """
    ends = {begin: stop for begin, stop in text.words.items() if begin < end and stop > start}
    cuts_left = any(begin < start < stop for begin, stop in ends.items())
    cuts_right = any(begin < end < stop for begin, stop in ends.items())
    if end - start >= _LONG:
        return cuts_left and cuts_right
    return cuts_left or cuts_right


def _narrowed(text: str, listed: Listed) -> Swap:
    """Keep of a phrase the word that changes; a gap in the phrase stays as it is."""
    entry = listed.entry
    changes = [_change(entry.word, right) for right in entry.instead]
    if not changes or None in changes:
        wrong = text[listed.start : listed.end]
        return Swap(listed.start, listed.end, wrong, _filled(entry, wrong), entry)
    spans = [change for change in changes if change]
    part, left, right = spans[0][0], min(s[1] for s in spans), max(s[2] for s in spans)
    if any(span[0] != part for span in spans):
        wrong = text[listed.start : listed.end]
        return Swap(listed.start, listed.end, wrong, _filled(entry, wrong), entry)
    literals = entry.word.split(GAP)
    start = listed.start
    for literal in literals[:part]:
        start = text.index(literal, start) + len(literal)
    start = text.index(literals[part], start) + left
    end = start + right - left
    rights = tuple(
        whole.split(GAP)[part][left : len(whole.split(GAP)[part]) - len(literals[part]) + right]
        for whole in entry.instead
    )
    return Swap(start, end, text[start:end], rights, entry)
