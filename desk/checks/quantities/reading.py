"""Read every quantity of a text once."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from desk.checks.masks import Span
from desk.checks.quantities.chinese import NUMERAL, count_of, fraction_of
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.noise import quiet
from desk.checks.quantities.phrases import periods_in
from desk.checks.quantities.roles import basis_of, hedge_of, role_of, trend_of
from desk.checks.quantities.units import DOUBLINGS, PERCENT, POINTS, SCALES, UNIT, canonical
from desk.checks.spots import beginning

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_FIGURE = beginning(
    r"\d",
    rf"(?<![\d.,A-Za-z])(?P<digits>{_DIGITS})[ ]?(?P<more>[余多]|来(?=[个人名户]))?"
    r"(?P<scale>万亿|[十百千]?[万亿]|[百千](?=[余多]?(?:户|人|名|元|亩|家|个)))?(?P<extra>[余多])?"
    rf"[ ]?(?P<unit>{UNIT})?(?P<trail>多(?=[，。；、人名户亩]))?",
)
_HOURS = re.compile(r"(?P<hours>\d+)(?:个?小时)(?P<minutes>\d+)分(?:钟)?")
_TENTHS = (
    r"(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?(?![立员本果为功都长年就熟品形交绩群套因分])"
)
_PARTS = rf"(?P<parts>{NUMERAL}分之{NUMERAL})"
_HALF = r"(?P<over>[过超])?(?P<one>一半|半数|半)(?=以上|左右|[，。；、的）\x00]|$|为|是|在)"
_DOUBLED = r"翻了?(?P<doubled>[一两二三四])?番"
_MEASURE = (
    r"个百分点|倍|个月|个(?!性|人|体)|项|家|户|名|人(?!次)|处|条|件|所|座|起|次|类|种|支|场|篇|期"
    r"|方面"
)
_COUNT = rf"(?P<count>(?![百千]){NUMERAL})(?P<measure>{_MEASURE})"
_CHINESE = beginning(
    "一二两三四五六七八九十百千零过超半翻",
    rf"(?<![第几数])(?:{_TENTHS}|{_PARTS}|{_COUNT})|(?<![一过超大]){_HALF}|{_DOUBLED}",
)
_ANY = re.compile("[0-9０-９一二两三四五六七八九十百千万亿半数]")
_MARKS = re.compile(r"[，。！？；：!?;:\n]|,(?!\d)")
_STOPS = re.compile(r"[。！？!?\n]")
_RANGE = re.compile(r"^\s?(?:—{1,2}|-|－|–|~|～|至|到)\s?$")
_LONGEST_LINK = len(" —— ")


class _Figure(NamedTuple):
    """A number with its unit, before its words are read."""

    start: int
    end: int
    value: Fraction
    slack: Fraction
    unit: str
    printed_unit: str
    digits: Span
    places: int
    scale: int
    is_more: bool
    is_chinese: bool


def quantities_in(text: str) -> tuple[Quantity, ...]:
    """All quantities in order; dates, times, ordinals and codes are none."""
    found: list[Quantity] = []
    start = clause = sentence = 0
    for line in text.split("\n"):
        own, clauses, sentences = _in_line(line)
        found += (_moved(one, start, clause, sentence) for one in own) if start else own
        start += len(line) + 1
        clause += clauses
        sentence += sentences
    return tuple(found)


def _moved(one: Quantity, by: int, clauses: int, sentences: int) -> Quantity:
    """A quantity of a line at its place in the whole text."""
    return Quantity(
        one.start + by,
        one.end + by,
        one.value,
        one.slack,
        one.unit,
        one.printed_unit,
        (one.digits[0] + by, one.digits[1] + by),
        one.places,
        one.scale,
        one.hedge,
        one.before,
        one.after,
        one.role,
        one.trend,
        one.basis,
        one.period,
        one.is_part,
        one.is_range,
        one.is_chinese,
        one.clause + clauses,
        one.sentence + sentences,
    )


@lru_cache(maxsize=4096)
def _in_line(line: str) -> tuple[tuple[Quantity, ...], int, int]:
    """The quantities of a line, how many clauses it has and how many sentences."""
    if not _ANY.search(line):
        return (), len(_MARKS.findall(line)) + 1, len(_STOPS.findall(line)) + 1
    clean = quiet(line)
    figures = sorted([*_arabic(clean), *_chinese(clean)], key=lambda one: one.start)
    marks = [match.end() for match in _MARKS.finditer(clean)]
    stops = [match.end() for match in _STOPS.finditer(clean)]
    periods = periods_in(line) if figures else []
    told = _Line(clean, marks, stops, periods, figures)
    found = tuple(told.quantity(place) for place in range(len(figures)))
    return found, len(marks) + 1, len(stops) + 1


def _arabic(text: str) -> Iterator[_Figure]:
    hours = {match.start(): match for match in _HOURS.finditer(text)}
    done = 0
    for match in _FIGURE.finditer(text):
        if match.start() < done:
            continue
        together = hours.get(match.start())
        figure = _time(together) if together else _figure(match)
        done = figure.end
        yield figure


def _time(match: re.Match[str]) -> _Figure:
    """1小时40分 as minutes."""
    value = Fraction(int(match["hours"]) * 60 + int(match["minutes"]))
    span = match.span("minutes")
    return _Figure(*match.span(), value, Fraction(1, 2), "分钟", "分钟", span, 0, 1, False, False)  # noqa: FBT003 - a record


def _figure(match: re.Match[str]) -> _Figure:
    digits, scaled, unit = match.group("digits", "scale", "unit")
    whole, _point, decimals = digits.replace(",", "").partition(".")
    places, scale = len(decimals), SCALES[scaled or ""]
    value = int(whole + decimals) * scale
    return _Figure(
        match.start(),
        match.end("unit") if unit else max(match.end("digits"), match.end("scale")),
        Fraction(value, 10**places) if places else Fraction(value),
        _slack(scale, places),
        canonical(unit or ""),
        (scaled or "") + (unit or ""),
        match.span("digits"),
        places,
        scale,
        any(match.group("more", "extra", "trail")),
        is_chinese=False,
    )


@lru_cache(maxsize=64)
def _slack(scale: int, places: int) -> Fraction:
    """Half a unit of the last printed digit."""
    return Fraction(scale, 2 * 10**places)


def _chinese(text: str) -> Iterator[_Figure]:
    for match in _CHINESE.finditer(text):
        read = _share(match) if not match["count"] else _count(match)
        if read:
            value, slack, unit, printed = read
            more = bool(match["over"])
            span = match.span("one") if match["one"] else match.span()
            yield _Figure(*span, value, slack, unit, printed, span, 0, 1, more, is_chinese=True)


def _share(match: re.Match[str]) -> tuple[Fraction, Fraction, str, str] | None:
    """The per cent that 三成, 四分之三 and 一半 stand for, with the reach such words have."""
    if match["tenths"]:
        tenths = count_of(match["tenths"]) or 0
        half = 5 if match["half"] else 0
        return Fraction(tenths * 10 + half), Fraction(5 if not half else 2), PERCENT, "成"
    if match["parts"]:
        value = fraction_of(match["parts"])
        exact = match["parts"].startswith("百分之")
        return (value, Fraction(1, 2) if exact else Fraction(3), PERCENT, "") if value else None
    if match["one"]:
        return Fraction(50), Fraction(3), PERCENT, ""
    times = count_of(match["doubled"] or "一") or 1
    return Fraction(times), Fraction(1, 10), DOUBLINGS, DOUBLINGS


def _count(match: re.Match[str]) -> tuple[Fraction, Fraction, str, str] | None:
    count = count_of(match["count"])
    if not count or (count == 1 and match["measure"] != POINTS):
        return None
    unit = canonical(match["measure"])
    return Fraction(count), Fraction(1, 2), unit, match["measure"]


@dataclass(frozen=True, slots=True)
class _Line:
    """The figures of a line with what parts and dates them."""

    clean: str
    marks: Sequence[int]
    stops: Sequence[int]
    periods: Sequence[tuple[int, str, bool]]
    figures: Sequence[_Figure]

    def quantity(self, place: int) -> Quantity:
        """Read the words around a figure."""
        clean, figure = self.clean, self.figures[place]
        clause = bisect_right(self.marks, figure.start)
        sentence = bisect_right(self.stops, figure.start)
        begin = self.marks[clause - 1] if clause else 0
        head = self.stops[sentence - 1] if sentence else 0
        last = self.figures[place - 1].end if place else 0
        before = clean[max(last, begin) : figure.start]
        role = role_of(before, figure.unit)
        return Quantity(
            figure.start,
            figure.end,
            figure.value,
            figure.slack,
            figure.unit,
            figure.printed_unit,
            figure.digits,
            figure.places,
            figure.scale,
            hedge_of(before, figure.is_more, clean[figure.end : figure.end + 4]),
            before,
            self._after(place, clause),
            role,
            trend_of(before),
            basis_of(clean[begin : figure.start]),
            self._period(figure.start, head, role),
            clean.find("其中", head, figure.start) >= 0,
            self._is_range(place, last),
            figure.is_chinese,
            clause,
            sentence,
        )

    def _after(self, place: int, clause: int) -> str:
        start = self.figures[place].end
        end = self.marks[clause] - 1 if clause < len(self.marks) else len(self.clean)
        if place + 1 < len(self.figures):
            end = min(end, self.figures[place + 1].start)
        return self.clean[start : max(end, start)]

    def _period(self, start: int, head: int, role: Role) -> str:
        """The last period in front; what a figure is compared with is no period of its own."""
        place = bisect_right(self.periods, start, key=itemgetter(0))
        while place and self.periods[place - 1][0] > head:
            place -= 1
            _end, words, is_compared = self.periods[place]
            if role is Role.FROM or not is_compared:
                return words
        return ""

    def _is_range(self, place: int, last: int) -> bool:
        here = self.figures[place]
        if place and _parts_range(self.clean[last : here.start]):
            return True
        return place + 1 < len(self.figures) and _parts_range(
            self.clean[here.end : self.figures[place + 1].start]
        )


def _parts_range(between: str) -> bool:
    return len(between) <= _LONGEST_LINK and bool(_RANGE.match(between))
