"""Numbers in digits and in Chinese, exactly.

GB/T 15835—2011: a number that measures has 零 for 0, one that is a label (编号, years) has 〇.
"""

from decimal import Decimal, InvalidOperation

_DIGITS = "零一二三四五六七八九"
_LABEL = "〇一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_TENS = {"十": 10, "百": 100, "千": 1000}
_VALUES = {sign: value for value, sign in enumerate(_DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_WAN, _YI = 10**4, 10**8
_MOST = 10**16
MAGNITUDES = {"": 1, "万": _WAN, "亿": _YI, "万亿": _WAN * _YI}


def amount(text: str) -> Decimal | None:
    """The value of 1,234.5, 12万 or 十二点五; None for what is no number."""
    plain = text.strip().replace("，", ",").replace("\u2009", "").replace(",", "")
    for magnitude in sorted(MAGNITUDES, key=len, reverse=True):
        if magnitude and plain.endswith(magnitude):
            head = _decimal(plain.removesuffix(magnitude))
            if head is not None:
                return head * MAGNITUDES[magnitude]
    found = _decimal(plain)
    return chinese_value(plain) if found is None else found


def _decimal(text: str) -> Decimal | None:
    if not text or not set(text) <= set("0123456789."):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def chinese(value: Decimal) -> str:
    """A number from 0 to below 10^16 in Chinese: 一百二十三, 十二点四."""
    whole, _dot, rest = format(value, "f").partition(".")
    text = _whole(int(whole)).removeprefix("一") if _is_teen(int(whole)) else _whole(int(whole))
    return text + ("点" + "".join(_DIGITS[int(sign)] for sign in rest) if rest else "")


def can_be_chinese(value: Decimal) -> bool:
    """Whether ``chinese`` can write it."""
    return 0 <= value < _MOST


def label(digits: str) -> str:
    """Digits one by one, as years and numbers of things are written: 二〇二六."""
    return "".join(_LABEL[int(sign)] for sign in digits)


def chinese_value(text: str) -> Decimal | None:
    """The value of a number in Chinese, or digit by digit; None for what is none."""
    whole, dot, rest = text.partition("点")
    if not whole or (dot and not rest) or not set(rest) <= set(_VALUES):
        return None
    if len(whole) > 1 and set(whole) <= set(_VALUES):
        value = int("".join(str(_VALUES[sign]) for sign in whole))
    else:
        found = _value(whole)
        if found is None or _plain(_whole(found)) != _plain(whole):
            return None
        value = found
    digits = "".join(str(_VALUES[sign]) for sign in rest)
    return Decimal(f"{value}.{digits}" if dot else value)


def grouped(value: Decimal) -> str:
    """A number with a comma every three digits before the point (千分撇)."""
    return format(value, ",f")


def digits(value: Decimal) -> str:
    """A number's digits without zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _is_teen(value: int) -> bool:
    """Whether a number is said to begin with 十 and not with 一十."""
    while value >= _WAN:
        value //= _YI if value >= _YI else _WAN
    return 10 <= value < 20  # noqa: PLR2004 - ten to nineteen


def _whole(value: int) -> str:
    for size, sign in ((_YI, "亿"), (_WAN, "万")):
        if value >= size:
            high, low = divmod(value, size)
            gap = "零" if 0 < low < size // 10 else ""
            return _whole(high) + sign + gap + (_whole(low) if low else "")
    return _section(value) if value else _DIGITS[0]


def _section(value: int) -> str:
    """1 to 9999."""
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = value // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + _PLACES[place]
        gap = not digit
    return text


def _value(text: str) -> int | None:
    """The value of signs that may make a number; whether they do is seen by writing it."""
    for sign, size in (("亿", _YI), ("万", _WAN)):
        if sign in text:
            head, _sign, tail = text.rpartition(sign)
            high = _value(head)
            low = _value(tail) if tail else 0
            return None if high is None or low is None else high * size + low
    total, digit = 0, None
    for sign in text:
        if sign in _TENS:
            total += (1 if digit is None else digit) * _TENS[sign]
            digit = None
        elif sign in _VALUES:
            digit = _VALUES[sign] or None
        else:
            return None
    return total + (digit or 0)


def _plain(text: str) -> str:
    """A number without what may be said or left out."""
    plain = text.replace("两", "二").replace("〇", "零").replace("○", "零")
    bare = plain.replace("零", "") or "零"
    return bare.removeprefix("一") if bare.startswith("一十") else bare
