"""Many words looked for in one pass."""

from collections.abc import Iterator, Sequence


class Searcher:
    """An automaton over words."""

    def __init__(self, words: Sequence[str]) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - heavy, loaded on use

        self._words = words
        self._automaton = AhoCorasick(words, matchkind=MatchKind.Standard) if words else None

    def matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield every place of every word, overlapping ones too."""
        if self._automaton is None:
            return
        clean = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text there
        for number, start, end in self._automaton.find_matches_as_indexes(clean, overlapping=True):
            yield start, end, self._words[number]
