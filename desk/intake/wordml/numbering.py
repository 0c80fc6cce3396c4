"""Word's automatic numbers written out as the characters a reader sees."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from desk.intake.wordml.markup import number, value, w

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
class _Level:
    """One level of a list: how it counts and the pattern around the count."""

    style: str = "decimal"
    pattern: str = ""
    start: int = 1

    @property
    def is_counted(self) -> bool:
        return self.style not in {"bullet", "none"} and bool(_PLACE.search(self.pattern))


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, dict[int, _Level]] = {}
        self._uses: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for node in root.findall(w("abstractNum")):
            self._lists[node.get(w("abstractNumId"), "")] = _levels(node)
        for node in root.findall(w("num")):
            list_id = node.get(w("numId"), "")
            self._uses[list_id] = value(node, "abstractNumId") or ""
            self._restarts[list_id] = _overrides(node)

    def next(self, list_id: str, depth: int) -> str:
        """Count on and give the number's text, "" for bullets and unknown lists."""
        use = self._uses.get(list_id, "")
        levels = self._lists.get(use, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(use, {})
        restart = self._restarts[list_id].pop(depth, None)
        follow = counts[depth] + 1 if depth in counts else level.start
        counts[depth] = follow if restart is None else restart
        for deeper in [item for item in counts if item > depth]:
            del counts[deeper]
        if not level.is_counted:
            return ""
        return _PLACE.sub(lambda place: _shown(levels, counts, int(place[1]) - 1), level.pattern)


def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    """The count of one level in its own style."""
    level = levels.get(depth, _Level())
    return _FORMATS.get(level.style, str)(counts.get(depth, level.start))


def _levels(node: Element) -> dict[int, _Level]:
    """The levels of an abstract list."""
    return {
        number(level.get(w("ilvl"))) or 0: _Level(
            value(level, "numFmt") or "decimal",
            value(level, "lvlText") or "",
            number(value(level, "start")) or 1,
        )
        for level in node.findall(w("lvl"))
    }


def _overrides(node: Element) -> dict[int, int]:
    """Where a list starts again with a number of its own."""
    starts = (
        (number(item.get(w("ilvl"))) or 0, number(value(item, "startOverride")))
        for item in node.findall(w("lvlOverride"))
    )
    return {depth: start for depth, start in starts if start is not None}
