"""What two drafts show a clerk: the sentences they share, what differs in them, common facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.duplicates.aligning import Match, Reading, align
from desk.duplicates.normal import Sentence
from desk.duplicates.particulars import Particular, Sort, numbers, particulars

_SAME = 0.97  # of the characters: only what the eye passes over differs
_TELLING = 0.5  # rarity of a fact worth showing by itself

Span = tuple[int, int]  # code points of a text, the end excluded


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the left text and its likeness on the right.

    ``left_changes`` and ``right_changes`` are the days and figures that the other has not.
    """

    left: Span
    right: Span
    is_same: bool  # word for word, but for days and figures
    left_changes: tuple[Span, ...] = ()
    right_changes: tuple[Span, ...] = ()

    @property
    def changes(self) -> int:
        """How many days and figures differ."""
        return max(len(self.left_changes), len(self.right_changes))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shared sentences in the order of the left text; without any, the facts both texts name."""

    passages: tuple[Passage, ...] = ()
    left_facts: tuple[Span, ...] = ()
    right_facts: tuple[Span, ...] = ()
    facts: tuple[str, ...] = ()  # in their normal forms, each once

    @property
    def same(self) -> int:
        """How many sentences are the same but for days and figures."""
        return sum(passage.is_same for passage in self.passages)

    @property
    def changes(self) -> int:
        """How many days and figures differ in shared sentences."""
        return sum(passage.changes for passage in self.passages)


def evidence(left: str, right: str) -> Evidence:
    """What two texts have in common."""
    matches = align(Reading("", left), Reading("", right))
    if matches:
        return Evidence(tuple(map(_passage, matches)))
    ours, theirs = _telling(left), _telling(right)
    both = {one.word for one in ours} & {one.word for one in theirs}
    shared = [one for one in ours if one.word in both]
    return Evidence(
        left_facts=tuple(_spans(shared)),
        right_facts=tuple(_spans(one for one in theirs if one.word in both)),
        facts=tuple(dict.fromkeys(one.word for one in shared)),
    )


def _passage(match: Match) -> Passage:
    left, right = match.left, match.right
    return Passage(
        (left.start, left.end),
        (right.start, right.end),
        match.ratio >= _SAME,
        tuple(_changes(left, right)),
        tuple(_changes(right, left)),
    )


def _changes(sentence: Sentence, other: Sentence) -> Iterator[Span]:
    """The days and figures of a sentence that the other has not, in the places of the text."""
    known = {one.word for one in other.particulars if one.sort is not Sort.PLACE}
    for one in numbers(sentence.text):
        if one.word not in known:
            yield sentence.start + one.start, sentence.start + one.end


def _telling(text: str) -> list[Particular]:
    found = (one for one in particulars(text) if one.rarity >= _TELLING)
    return sorted(found, key=lambda one: one.start)


def _spans(found: Iterable[Particular]) -> Iterator[Span]:
    return ((one.start, one.end) for one in found)
