"""What of a draft is worth asking its unit: figures, dates, names, places (核实要点)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.checks.passage import Passage
from desk.checks.persons import persons_in
from desk.checks.quantities.model import Quantity, Role
from desk.checks.slots import Slot, places_of
from desk.checks.whole import Whole
from desk.inquiries import Inquiry

FIRST = 12  # offered at once: what a clerk asks on one telephone call
_REACH = 6  # characters kept on each side, by which a place is known again
_SHOWN = 18  # characters in front of a figure in its question
_LEAST = 2  # characters in front that say something
_BREAK = re.compile(r"[，。；：、！？\n]")
_EDGE = re.compile(r"[，。；：、！？\n\d（）()“”]")
_DEATHS = re.compile(r"死亡|受伤|失踪|失联|遇难|损失|中毒|确诊|伤亡")
_NO_NAME = re.compile(r"^(?:全|各|该|本|我|一些|部分|有关)|\d|等|发生|造成")
_PLACES = 3


class Sort(StrEnum):
    """What kind of fact a question is about."""

    FIGURE = "数字"
    DATE = "日期"
    NAME = "人名"
    PLACE = "地点"


_ASKED = {
    Sort.FIGURE: "数字、口径是否属实？",
    Sort.DATE: "时间是否准确？",
    Sort.NAME: "姓名、职务是否准确？",
    Sort.PLACE: "地名是否准确？",
}


@dataclass(frozen=True, slots=True)
class Point:
    """A fact of a draft as a question; ``weight`` grows with what a mistake would cost."""

    sort: Sort
    words: str  # the fact in its clause: 完成投资1.2亿元
    excerpt: str
    before: str
    after: str
    weight: int

    @property
    def question(self) -> str:
        """What the unit is asked."""
        return f"{self.words}——{_ASKED[self.sort]}"


def points_of(whole: Whole) -> tuple[Point, ...]:
    """What to ask, each fact once, the most important first."""
    found: dict[tuple[Sort, str, str], Point] = {}
    for point in _points(whole):
        # the same figure behind other words is another fact
        key = (point.sort, point.excerpt, point.before[-2:] * (point.sort is Sort.FIGURE))
        if key not in found or found[key].weight < point.weight:
            found[key] = point
    return tuple(sorted(found.values(), key=lambda one: -one.weight))


def _points(whole: Whole) -> Iterator[Point]:
    for passage, bonus in ((whole.title, 60), (whole.body, 0)):
        yield from _figures(passage, bonus)
        yield from _dates(passage, bonus)
        yield from _names(passage)
    yield from _places(whole)


def _figures(passage: Passage, bonus: int) -> Iterator[Point]:
    for one in passage.quantities:
        lead = _from_edge(one.before[-_SHOWN:])
        if len(lead) < _LEAST:  # behind another figure, which says what this one is of
            lead = _BREAK.split(passage.text[max(0, one.start - _SHOWN) : one.start])[-1]
        words = f"{lead}{passage.text[one.start : one.end]}{one.object[:8]}"
        weight = bonus + _weight(one, passage)
        yield _point(Sort.FIGURE, words, passage.text, (one.start, one.end), weight)


def _weight(one: Quantity, passage: Passage) -> int:
    """Money, people and growth first; 三个方面 last."""
    start, end = passage.sentences[0] if passage.sentences else (0, 0)
    clause = one.before + one.after
    weight = 10
    weight += 40 if _DEATHS.search(clause) else 0
    weight += 20 if one.unit.endswith("元") else 0
    weight += 15 if one.role in (Role.RATE, Role.SHARE, Role.BY, Role.MEAN) else 0
    weight += 10 if one.scale > 1 or one.places else 0
    weight += 5 if start <= one.start < end else 0
    return weight - (20 if one.is_chinese or not one.unit else 0)


def _dates(passage: Passage, bonus: int) -> Iterator[Point]:
    for number, one in enumerate(passage.dates):
        weight = (28 if number == 0 else 12) + bonus
        words = passage.text[one.start : one.end]
        yield _point(Sort.DATE, words, passage.text, (one.start, one.end), weight)


def _names(passage: Passage) -> Iterator[Point]:
    for one in persons_in(passage):
        words = f"{one.scope}{one.post}{one.name}"
        yield _point(Sort.NAME, words, passage.text, (one.start, one.end), 26)


def _places(whole: Whole) -> Iterator[Point]:
    text = whole.body.text
    found = [one for one in places_of(Slot.SPOT, whole) if one.field == whole.running]
    named = ((text[one.start : one.end], one) for one in found)
    firm = [(words, one) for words, one in named if not _NO_NAME.search(words)]
    for words, one in firm[:_PLACES]:
        yield _point(Sort.PLACE, words, text, (one.start, one.end), 8)


def _point(sort: Sort, words: str, text: str, span: tuple[int, int], weight: int) -> Point:
    start, end = span
    before = _from_edge(text[max(0, start - _REACH) : start])
    return Point(sort, words, text[start:end], before, _to_edge(text[end : end + _REACH]), weight)


def _from_edge(words: str) -> str:
    """What stands behind the last mark or digit."""
    return _EDGE.split(words)[-1]


def _to_edge(words: str) -> str:
    """What stands before a digit or the second mark: the first says where a clause ends."""
    edge = _EDGE.search(words, 1)
    kept = words[: edge.start()] if edge else words
    return "" if kept[:1].isdigit() or kept[:1] == "\n" else kept


def still_to_ask(points: Iterable[Point], asked: Sequence[Inquiry]) -> list[Point]:
    """The points that no inquiry is about yet."""
    known = {(one.excerpt, one.before[-2:]) for one in asked}
    known |= {(one.instead, one.before[-2:]) for one in asked if one.instead}
    return [one for one in points if (one.excerpt, one.before[-2:]) not in known]
