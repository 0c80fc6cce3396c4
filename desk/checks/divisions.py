"""The provinces, prefectures and counties of the country, and which belongs to which."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from desk.checks.searcher import Searcher
from desk.paths import RESOURCES

_PAUSE = re.compile(r"[^\u4e00-\u9fff]|[和与及等的籍]|客商|考察|$")
_LONG_PROVINCE = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
}


@dataclass(frozen=True, slots=True)
class Division:
    """A prefecture or county by its full name; ``prefecture`` is empty for a prefecture."""

    name: str
    province: str
    prefecture: str = ""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A division named right behind a province or prefecture that it does not belong to."""

    start: int
    end: int
    above: str
    below: str
    rightly: Division


@dataclass(frozen=True)
class Divisions:
    """All divisions by name."""

    named: dict[str, list[Division]]
    provinces: dict[str, str]  # by long and short name
    cities: dict[str, list[Division]]  # prefectures without their 市, where no other name

    def misplaced(self, text: str) -> Iterator[Misplaced]:
        """Yield divisions that stand behind the wrong one; only names that are borne once."""
        at: dict[int, list[str]] = {}
        places = list(self._searcher.matches(text))
        for start, _end, name in places:
            at.setdefault(start, []).append(name)
        for start, end, above in places:
            if above in self.cities:
                continue
            below = self._below(text, end, at.get(end, ()), above)
            bearers = self.named.get(below) or self.cities.get(below, [])
            if len(bearers) == 1 and self._is_wrong(above, bearers[0]):
                yield Misplaced(start, end + len(below), above, below, bearers[0])

    def _below(self, text: str, start: int, names: Iterable[str], above: str) -> str:
        """The longest name there; a city without its 市 only behind 省 and before a pause."""
        full = max((name for name in names if name not in self.cities), key=len, default="")
        if full or not above.endswith(("省", "自治区")):
            return full
        short = max((name for name in names if name in self.cities), key=len, default="")
        return short if short and _PAUSE.match(text, start + len(short)) else ""

    def _is_wrong(self, above: str, below: Division) -> bool:
        if above in self.provinces:
            return below.province != self.provinces[above]
        parents = [one for one in self.named[above] if not one.prefecture]
        if not parents or not below.prefecture:
            return False
        return all(one.name != below.prefecture for one in parents)

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(sorted({*self.named, *self.provinces, *self.cities}))


@cache
def divisions() -> Divisions:
    """The divisions that are delivered; see resources/regions/README."""
    named: dict[str, list[Division]] = {}
    provinces: dict[str, str] = {}
    for line in (RESOURCES / "regions" / "divisions.txt").read_text("utf-8").splitlines():
        province, prefecture, *counties = line.split()
        name, _, short = prefecture.partition("/")
        provinces |= {province: province, _short(province): province}
        for known in filter(None, (name, short)):
            if known != province:
                named.setdefault(known, []).append(Division(name, province))
        for county in counties:
            named.setdefault(county, []).append(Division(county, province, name))
    return Divisions(named, provinces, _cities(named, provinces))


def _cities(
    named: dict[str, list[Division]], provinces: dict[str, str]
) -> dict[str, list[Division]]:
    short = {
        name[:-1]: [one for one in bearers if not one.prefecture]
        for name, bearers in named.items()
        if name.endswith("市") and len(name) > len("某市")
    }
    return {
        name: bearers
        for name, bearers in short.items()
        if bearers and name not in named and name not in provinces
    }


def _short(province: str) -> str:
    for short, long in _LONG_PROVINCE.items():
        if long == province:
            return short
    return province.removesuffix("特别行政区").removesuffix("省").removesuffix("市")
