"""Four-character words with one character that only sounds or looks right: 因地制怡."""

from collections.abc import Iterator
from functools import lru_cache

from desk.checks.lexicon import Lexicon
from desk.checks.passage import Passage
from desk.checks.searcher import Searcher
from desk.checks.sounds import look_alike, sound_alike
from desk.checks.spelling import frequencies
from desk.checks.swaps import cuts_a_word

_Rights = list[tuple[int, str]]

_LENGTH = 4
_HALF = 2
_COMMON = 9  # a half written so often (by doublings) would be met everywhere


def misspelt_idioms(text: Passage, code: str) -> Iterator[tuple[int, int, str]]:
    """Yield place and right form where a text misses a known phrase by one character."""
    prose = text.own
    for place, rights in _halves_in(prose, text.context.office.lexicon, code):
        for offset, right in rights:
            start = place - offset
            half = prose[place + _HALF : start + _LENGTH] if not offset else prose[start:place]
            if (half[:1] == right[_HALF - offset]) is (half[1:] == right[_HALF - offset + 1]):
                continue
            if start < 0 or not _sounds_right(prose[start : start + _LENGTH], right):
                continue
            if not cuts_a_word(text, start) and not cuts_a_word(text, start + _LENGTH):
                yield start, start + _LENGTH, right


def _halves_in(prose: str, lexicon: Lexicon, code: str) -> Iterator[tuple[int, _Rights]]:
    """Yield where a half of a phrase stands, with the phrases it is half of."""
    halves, searcher = _halves(lexicon, code)
    for start, _end, half in searcher.matches(prose):
        yield start, halves[half]


def _sounds_right(wrong: str, right: str) -> bool:
    """Whether two words differ in one character, and that one sounds or looks the same."""
    from desk.checks.words import is_word  # noqa: PLC0415 - heavy, loaded on use

    if len(wrong) != _LENGTH or wrong == right:
        return False
    apart = [pair for pair in zip(wrong, right, strict=True) if pair[0] != pair[1]]
    half = wrong[:_HALF] if wrong[_HALF:] == right[_HALF:] else wrong[_HALF:]
    known = frequencies()
    is_said = is_word(wrong) or half in known.words  # 响应措施 is no slip for 相应措施
    if right not in known.phrases:
        is_said = is_said or is_word(half)
    if len(apart) != 1 or is_said or wrong in known.phrases:
        return False
    sign, meant = apart[0]
    return sound_alike(sign, meant) or meant in look_alike(sign)


@lru_cache(maxsize=4)
def _halves(lexicon: Lexicon, code: str) -> tuple[dict[str, _Rights], Searcher]:
    """The frequent phrases and those a list holds right, by each half with its place."""
    from desk.checks.words import is_word  # noqa: PLC0415 - heavy, loaded on use

    found: dict[str, _Rights] = {}
    rights = {right for entry in lexicon.entries(code) for right in entry.instead}
    rights = {one for one in rights if len(one) == _LENGTH and is_word(one)}
    for right in sorted(rights | frequencies().phrases):
        for offset in (0, _HALF):
            half = right[offset : offset + _HALF]
            if frequencies().words.get(half, 0) < _COMMON:
                found.setdefault(half, []).append((offset, right))
    return found, Searcher(list(found))
