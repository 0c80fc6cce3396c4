"""Four-character words with one character that only sounds right: 因地制怡."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from desk.checks.lexicon import Lexicon
from desk.checks.passage import Passage
from desk.checks.sounds import sound_alike
from desk.checks.swaps import cuts_a_word

_LENGTH = 4
_HALF = 2


def misspelt_idioms(text: Passage, code: str) -> Iterator[tuple[int, int, str]]:
    """Yield place and right form where a text misses a right word of a list by one sound."""
    halves = _halves(text.context.office.lexicon, code)
    prose = text.own
    for place in range(len(prose) - _HALF + 1):
        for offset, right in halves.get(prose[place : place + _HALF], ()):
            start, other = place - offset, _HALF - offset
            half = prose[start + other : start + other + _HALF]
            if (half[:1] == right[other]) is (half[1:] == right[other + 1]):
                continue
            if start < 0 or not _sounds_right(prose[start : start + _LENGTH], right):
                continue
            if not cuts_a_word(text, start) and not cuts_a_word(text, start + _LENGTH):
                yield start, start + _LENGTH, right


def _sounds_right(wrong: str, right: str) -> bool:
    """Whether two words differ in one character, and that one sounds the same."""
    from desk.checks.words import is_word  # noqa: PLC0415 - heavy, loaded on use

    if len(wrong) != _LENGTH or wrong == right:
        return False
    apart = [pair for pair in zip(wrong, right, strict=True) if pair[0] != pair[1]]
    half = wrong[:_HALF] if wrong[_HALF:] == right[_HALF:] else wrong[_HALF:]
    is_said = is_word(wrong) or is_word(half)  # 响应措施 is no slip for 相应措施
    return len(apart) == 1 and sound_alike(*apart[0]) and not is_said


@lru_cache(maxsize=4)
def _halves(lexicon: Lexicon, code: str) -> Mapping[str, list[tuple[int, str]]]:
    """The four-character words a list holds right, by each half with its place."""
    from desk.checks.words import is_word  # noqa: PLC0415 - heavy, loaded on use

    found: dict[str, list[tuple[int, str]]] = {}
    rights = {right for entry in lexicon.entries(code) for right in entry.instead}
    for right in sorted(rights):
        if len(right) == _LENGTH and is_word(right):
            found.setdefault(right[:_HALF], []).append((0, right))
            found.setdefault(right[_HALF:], []).append((_HALF, right))
    return found
