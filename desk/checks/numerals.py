"""Chinese numerals up to 99, and years written digit by digit."""

DIGITS = "零一二三四五六七八九"
SMALL = "一二三四五六七八九十"
_VALUES = {**{sign: value for value, sign in enumerate(DIGITS)}, "〇": 0, "○": 0, "两": 2}


def value_of(text: str) -> int | None:
    """The value of 1–99 in either script (“两” included), or None where it is no such number."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or not all(sign in _VALUES for sign in tens + ones):
        return None
    if not ten:
        return _VALUES[ones] if ones else None
    return (_VALUES[tens] if tens else 1) * 10 + (_VALUES[ones] if ones else 0)


def year_of(text: str) -> int | None:
    """The year of four digits in either script, or None."""
    if text.isdecimal():
        return int(text)
    if len(text) != len("二〇二六") or not all(sign in _VALUES for sign in text):
        return None
    return int("".join(str(_VALUES[sign]) for sign in text))


def chinese(number: int) -> str:
    """Write 1–99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones or not tens else "")
