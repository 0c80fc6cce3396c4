"""How one name may have become another by a slip of the keyboard."""

from itertools import pairwise

from desk.checks.sounds import sound_alike

_TELLING = frozenset("东西南北中上下前后左右大小新老一二三四五六七八九十省市县区州乡镇村")


def differing(one: str, other: str) -> list[tuple[str, str]]:
    """The pairs of characters in which two equally long names differ."""
    return [(left, right) for left, right in zip(one, other, strict=True) if left != right]


def is_swapped(one: str, other: str) -> bool:
    """Whether two names are the same but for two neighbouring characters in the other order."""
    if len(one) != len(other):
        return False
    places = [at for at, sign in enumerate(one) if sign != other[at]]
    return any(places == [left, right] for left, right in pairwise(range(len(one)))) and (
        sorted(one) == sorted(other)
    )


def sounds_like(one: str, other: str) -> bool:
    """Whether two names differ in one character that sounds alike and tells no two places apart."""
    if len(one) != len(other):
        return False
    pairs = differing(one, other)
    return (
        len(pairs) == 1
        and not _TELLING.intersection(pairs[0])
        and sound_alike(pairs[0][0], pairs[0][1])
    )
