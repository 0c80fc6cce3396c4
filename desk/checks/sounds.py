"""Which characters sound alike: the slips of a pinyin keyboard."""

import re
from functools import cache

from desk.paths import RESOURCES


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters read the same but for tone and what dialects confuse."""
    sounds = _sounds()
    return one in sounds and sounds[one] == sounds.get(other)


@cache
def _sounds() -> dict[str, str]:
    lines = (RESOURCES / "words" / "sounds.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" ", 1) for line in lines)
    return {sign: _merged(sound) for sound, signs in pairs for sign in signs}


def _merged(sound: str) -> str:
    """Fold zh, ch, sh and ang, eng, ing into z, c, s and an, en, in."""
    return re.sub(r"(?<=[aei]n)g$", "", re.sub(r"^([zcs])h", r"\1", sound))
