"""The right word nearest to a wrong one, for sentences that help."""

from collections.abc import Iterable

_ALIKE = 0.6  # of 1; two characters of which the first is right


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice most like ``word``, or "" where none is."""
    from rapidfuzz import process  # noqa: PLC0415 - heavy, loaded on use
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415 - as above

    alike = JaroWinkler.normalized_similarity
    found = process.extractOne(word, tuple(choices), scorer=alike, score_cutoff=_ALIKE)
    return found[0] if found else ""


def offered(word: str, choices: Iterable[str]) -> str:
    """A short question naming the nearest right word, or all of them where none is near."""
    known = tuple(choices)
    return meant(word, known) or f"可以写的有：{'、'.join(known)}。"


def meant(word: str, choices: Iterable[str]) -> str:
    """A short question naming the nearest right word, or ""."""
    found = nearest(word, choices)
    return f"是不是“{found}”？" if found else ""
