"""Automatic numbers written out as the characters a reader sees."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百", "零壹贰叁肆伍陆柒捌玖拾佰")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"))
_ROMAN_ONES = ((4, "IV"), (1, "I"))
_PLACE = re.compile(r"%([1-9])")
_MANY = 100


def chinese(count: int) -> str:
    """A number below 200 as it is counted in Chinese: 十二, 二十, 一百零三."""
    if count >= _MANY:
        rest = count % _MANY
        gap = "零" if 0 < rest < 10 else "一" if 10 <= rest < 20 else ""  # noqa: PLR2004 - tens
        return _DIGITS[count // _MANY % 10] + "百" + gap + (chinese(rest) if rest else "")
    tens, ones = divmod(count, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    text = ""
    for worth, sign in _ROMAN + _ROMAN_ONES:
        times, count = divmod(count, worth)
        text += sign * min(times, 9)
    return text


def _enclosed(first: int) -> Callable[[int], str]:
    """Numbers that Unicode has as single characters, 1 to 20."""
    return lambda count: chr(first + count - 1) if 1 <= count <= 20 else f"({count})"  # noqa: PLR2004 - Unicode has 20


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02d}",
    "decimalFullWidth": lambda count: str(count).translate(_WIDE),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": chinese,
    "chineseLegalSimplified": lambda count: chinese(count).translate(_LEGAL),
    "ideographLegalTraditional": lambda count: chinese(count).translate(_LEGAL),
    "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedCircleChinese": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474),
    "decimalEnclosedFullstop": _enclosed(0x2488),
    "ideographTraditional": lambda count: _STEMS[(count - 1) % 10],
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperRoman": _roman,
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and the pattern around the count."""

    style: str = "decimal"
    pattern: str = ""
    start: int = 1

    @property
    def is_counted(self) -> bool:
        """Whether it shows a number at all."""
        return self.style not in {"bullet", "none"} and bool(_PLACE.search(self.pattern))


@dataclass(frozen=True, slots=True)
class List:
    """A use of a list: the counts it shares, and where levels start anew with it."""

    shared: str
    restarts: dict[int, int]


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, levels: dict[str, dict[int, Level]], uses: dict[str, List]) -> None:
        """Levels by shared list and depth from 0; uses by the id that paragraphs name."""
        self._levels = levels
        self._uses = uses
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, list_id: str, depth: int) -> str:
        """Count on and give the number's text, "" for bullets and unknown lists."""
        use = self._uses.get(list_id, List("", {}))
        levels = self._levels.get(use.shared, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(use.shared, {})
        restart = use.restarts.pop(depth, None)
        follow = counts[depth] + 1 if depth in counts else level.start
        counts[depth] = follow if restart is None else restart
        for deeper in [item for item in counts if item > depth]:
            del counts[deeper]
        if not level.is_counted:
            return ""
        return _PLACE.sub(lambda place: _shown(levels, counts, int(place[1]) - 1), level.pattern)


def _shown(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    """The count of one level in its own style."""
    level = levels.get(depth, Level())
    return counted(counts.get(depth, level.start), level.style)


def counted(count: int, style: str) -> str:
    """A number in a style, in digits where the style is unknown."""
    return _FORMATS.get(style, str)(count)
