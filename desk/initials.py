"""Find Chinese names by the first letters of their pinyin."""

from functools import cache


@cache
def spellings(name: str) -> tuple[frozenset[str], ...]:
    """The letters each character may begin with; a letter or digit begins with itself.

    A character of several readings (长、行) keeps all of them unless the word decides.
    """
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its dictionaries take 0.1 s to load

    found: list[frozenset[str]] = []
    for letters in pinyin(name.lower(), style=Style.FIRST_LETTER, heteronym=True):
        whole = letters[0]
        if len(whole) > 1:  # a run that is not Chinese stays in one piece
            found.extend(frozenset(sign) for sign in whole)
        else:
            found.append(frozenset(letters))
    return tuple(found)


def place_of(letters: str, name: str) -> int:
    """Where in a name neighbouring characters begin with these letters; -1 nowhere."""
    spelt, typed = spellings(name), letters.lower()
    for start in range(len(spelt) - len(typed) + 1):
        if all(letter in spelt[start + at] for at, letter in enumerate(typed)):
            return start
    return -1
