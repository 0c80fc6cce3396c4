"""The provinces, prefectures and counties of the country, and which belongs to which."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from desk.paths import RESOURCES

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

    def misplaced(self, text: str) -> Iterator[Misplaced]:
        """Yield divisions that stand behind the wrong one; only names that are borne once."""
        at: dict[int, list[str]] = {}
        matches = self._searcher.find_matches_as_indexes(text, overlapping=True)
        places = [(start, end, self._names[number]) for number, start, end in matches]
        for start, _end, name in places:
            at.setdefault(start, []).append(name)
        for start, end, above in places:
            below = max(at.get(end, ()), key=len, default="")
            bearers = self.named.get(below, [])
            if len(bearers) == 1 and self._is_wrong(above, bearers[0]):
                yield Misplaced(start, end + len(below), above, below, bearers[0])

    def _is_wrong(self, above: str, below: Division) -> bool:
        if above in self.provinces:
            return below.province != self.provinces[above]
        parents = [one for one in self.named[above] if not one.prefecture]
        if not parents or not below.prefecture:
            return False
        return all(one.name != below.prefecture for one in parents)

    @cached_property
    def _names(self) -> list[str]:
        return sorted({*self.named, *self.provinces})

    @cached_property
    def _searcher(self):  # type: ignore[no-untyped-def] # noqa: ANN202 - a class loaded on use
        from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - heavy, loaded on use

        return AhoCorasick(self._names, matchkind=MatchKind.Standard)


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
    return Divisions(named, provinces)


def _short(province: str) -> str:
    for short, long in _LONG_PROVINCE.items():
        if long == province:
            return short
    return province.removesuffix("特别行政区").removesuffix("省").removesuffix("市")
