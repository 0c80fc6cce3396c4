"""Counts written in Chinese numerals, and the shares they name: 三成, 四分之三, 一半."""

import re
from fractions import Fraction

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_POWERS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "[一二两三四五六七八九十百千零]{1,7}"
_PARTS = re.compile(rf"(?P<below>{NUMERAL})分之(?P<above>{NUMERAL})")


def count_of(text: str) -> int | None:
    """The value of a whole number below 10,000, or None where it is none: 三百二十 is 320."""
    total, digit = 0, None
    for sign in text:
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
        else:
            total += (1 if digit is None else digit) * _POWERS[sign]
            digit = None
    return total + (digit or 0)


def fraction_of(text: str) -> Fraction | None:
    """The value of 四分之三, in per cent, or None where it is no fraction."""
    match = _PARTS.fullmatch(text)
    if not match:
        return None
    if match["below"] == "百":
        above = count_of(match["above"])
        return None if above is None else Fraction(above)
    below, above = count_of(match["below"]), count_of(match["above"])
    if not below or above is None or above >= below:
        return None
    return Fraction(100 * above, below)
