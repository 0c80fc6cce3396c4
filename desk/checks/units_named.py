"""Names of units in a text that are one slip away from a name that is known."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from desk.checks.masks import HAN
from desk.checks.slips import is_swapped, sounds_like

_PLACE = frozenset("省市县区州盟旗")
_SHORTEST, _LONGEST = 5, 16  # of a name without its place
_MOST = 120  # names of a draft that are compared with each other
_JOINING = frozenset("和与及、")
_WITHOUT_JOINING = str.maketrans("", "", "和与及")
_RANKS = frozenset("总分支副正大小一二三四五六七八九十新老原各")
_BEGINS = rf"(?:(?<![{HAN}])|(?<=[和与由及向对到在]))"
_PROPER = re.compile(
    rf"{_BEGINS}(?:[{HAN}]{{2,10}}?"
    rf"(?:人民政府|街道办事处|村民委员会|居民委员会|村委会|有限公司|小学|中学|卫生院|医院|合作社|管理委员会|管委会)"
    rf"|(?P<place>[{HAN}]{{2,3}}[市县区旗])(?P<unit>[{HAN}]{{1,10}}?(?:局|法院|检察院|总工会|联合会|融媒体中心)))"
)
_OFFICE = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[和与由及向对到在经请]))(?P<place>[{HAN}]{{0,4}}?)(?P<level>[省市县区州盟旗])"
    rf"(?P<unit>[{HAN}]{{4,14}}?局)"
)


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A stretch of text and the name that was meant; ``is_sure`` where that name is known here."""

    start: int
    end: int
    right: str
    is_sure: bool


@dataclass(frozen=True)
class Names:
    """The names a draft may use: general ones without their place, and those of this office."""

    general: frozenset[str]
    own: frozenset[str]

    @cached_property
    def _ends(self) -> re.Pattern[str]:
        """Where a general name may end."""
        signs = "".join(sorted({name[-1] for name in self.general}))
        return re.compile(f"(?<=[{HAN}]{{4}})[{signs}]" if signs else "(?!)")

    @cached_property
    def _own_by_end(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.own:
            found.setdefault(name[-1], []).append(name)
        return found

    def misnamed(self, text: str, met: Counter[str]) -> Iterator[Misnamed]:
        """Yield what should be another name; ``met`` are the names the whole draft tells."""
        for match in self._ends.finditer(text):
            is_doubled = text[match.start() - 1] == match[0]  # 局 of 教育体育局局长
            if not is_doubled and not self._is_known(text, match.end()):
                yield from self._general(text, match.end())
        yield from self._proper(text, met)
        yield from self._two_ways(text)

    def _two_ways(self, text: str) -> Iterator[Misnamed]:
        """Yield a name without its 和 where the text tells it with 和 too, and the other way."""
        offices = list(_OFFICE.finditer(text))
        known = {
            (match["level"], _unjoined(match["unit"])): match
            for match in offices
            if match["unit"] in self.general
        }
        for match in offices:
            right = known.get((match["level"], _unjoined(match["unit"])))
            if right is None or match["unit"] in self.general:
                continue
            if match["place"] == right["place"] or not match["place"] or not right["place"]:
                yield Misnamed(*match.span("unit"), right["unit"], is_sure=True)

    def _is_known(self, text: str, end: int) -> bool:
        return any(text[start:end] in self.general for start in range(max(0, end - 14), end - 2))

    def _general(self, text: str, end: int) -> Iterator[Misnamed]:
        """Yield a name behind its place that is nearly a general one."""
        for start in range(max(1, end - _LONGEST), end - _SHORTEST + 2):
            word = text[start:end]
            if text[start - 1] in _PLACE and word.isalpha():
                right = _nearest(word, self.general)
                if right:
                    is_sure = right in text or any(one.endswith(right) for one in self.own)
                    yield Misnamed(start, end, right, is_sure)
                    return

    def _proper(self, text: str, met: Counter[str]) -> Iterator[Misnamed]:
        """Yield a name of a place, school or firm that sounds like one known or told before."""
        for match in _PROPER.finditer(text):
            name = match[0]
            if name in self.own:
                continue
            known = [one for one in self._own_by_end.get(name[-1], ()) if sounds_like(name, one)]
            told = [
                one
                for one in islice(met, _MOST)
                if _is_same(name, one) and _is_likelier(one, name, met)
            ]
            if match["unit"] in self.general:  # 水务局 and 税务局 sound alike
                known = [one for one in known if one.endswith(match["unit"])]
                told = [one for one in told if one.endswith(match["unit"])]
            for right in (known or told)[:1]:
                yield Misnamed(match.start(), match.end(), right, is_sure=bool(known))


def names_told(texts: Iterable[str]) -> Counter[str]:
    """How often each name of a place, school or firm stands in these texts."""
    return Counter(match[0] for text in texts for match in _PROPER.finditer(text))


def _unjoined(name: str) -> str:
    return name.translate(_WITHOUT_JOINING)


def _is_same(name: str, other: str) -> bool:
    is_alike = name[-1] == other[-1] and len(name) == len(other)
    return is_alike and (sounds_like(name, other) or is_swapped(name, other))


def _is_likelier(one: str, other: str, met: Counter[str]) -> bool:
    """Whether ``one`` is told more often, or as often and earlier."""
    order = list(met)
    return (met[one], -order.index(one)) > (met[other], -order.index(other))


@lru_cache(maxsize=4096)
def _nearest(word: str, names: frozenset[str]) -> str:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - heavy, loaded on use

    near = [
        name
        for name in names
        if abs(len(name) - len(word)) <= 1 and len(name) >= _SHORTEST and name[-1] == word[-1]
    ]
    for name in sorted(near):
        distance = OSA.distance(word, name, score_cutoff=2)
        if sorted(word) == sorted(name) or (distance == 1 and _is_telling(word, name)):
            return name
    return ""


def _is_telling(word: str, name: str) -> bool:
    """Whether one changed character is a slip, and no rank, number or dropped 和."""
    odd = Counter(word) - Counter(name), Counter(name) - Counter(word)
    if len(word) < len(name):
        return not _JOINING.intersection(odd[1])
    if len(word) == len(name) and name.endswith("中心") and not sounds_like(word, name):
        return False  # there are centres for everything
    return not _RANKS.intersection(odd[0])
