"""Which characters sound or look alike: the slips of a pinyin keyboard and of the eye."""

import re
from functools import cache

from desk.paths import RESOURCES


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters read the same but for tone and what dialects confuse."""
    sounds = _sounds()
    return one in sounds and sounds[one] == sounds.get(other)


def sound_of(sign: str) -> str:
    """How a character reads, tone and what dialects confuse left out; empty if unknown."""
    return _sounds().get(sign, "")


def look_alike(sign: str) -> frozenset[str]:
    """The characters that are taken for this one by the eye."""
    return _looks().get(sign, frozenset())


@cache
def _sounds() -> dict[str, str]:
    lines = (RESOURCES / "words" / "sounds.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" ", 1) for line in lines)
    return {sign: _merged(sound) for sound, signs in pairs for sign in signs}


@cache
def _looks() -> dict[str, frozenset[str]]:
    lines = (RESOURCES / "words" / "looks.txt").read_text("utf-8").splitlines()
    found: dict[str, frozenset[str]] = {}
    for group in lines:
        if not group.startswith("#"):
            for sign in group:
                found[sign] = found.get(sign, frozenset()) | frozenset(group) - {sign}
    return found


def _merged(sound: str) -> str:
    """Fold zh, ch, sh and ang, eng, ing into z, c, s and an, en, in."""
    return re.sub(r"(?<=[aei]n)g$", "", re.sub(r"^([zcs])h", r"\1", sound))
