"""F04: one listing counted in two ways, as in 一是……第二，……三是."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desk.checks.numerals import chinese, value_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_NUM = "[一二三四五六七八九十]"
_MARK = re.compile(
    r"(?=[一二三四五六七八九十第其首再最（(\d])"
    r"(?:(?<=[。；：，、！？;:,\s”—])|^|(?<=[局委办院县市镇乡村校府司队站组会心处所社部科室调求])(?=一是|一要)"
    r"|(?<=[局委院司队站校社厂所府会心处])(?<![全][局委院校所])(?=第一[，、：是]))(?:"
    rf"(?P<is>{_NUM})是(?!{_NUM})|(?P<must>{_NUM})要|第(?P<ordinal>{_NUM})(?P<mark>[，、：,:]|是)(?!第?[{_NUM[1:-1]}\d])"
    r"|其(?P<them>[一二三四五六])(?P<mark2>[，、：,:]|是)|(?P<turn>首先|其次|再次|再者|最后)(?P<mark3>[，、：,:]|是)?"
    rf"|(?P<heading>{_NUM}{{1,3}}、|[（(]{_NUM}{{1,3}}[）)]|\d{{1,2}}[.．、](?!\d))"
    r")",
    re.MULTILINE,
)
_TURNS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3}
_NEAR = 600  # characters from one item of a listing to the next
_LAST = 0  # 最后 may follow any number


class _Way(StrEnum):
    """How a listing counts."""

    IS = "is"
    MUST = "must"
    ORDINAL = "ordinal"
    THEM = "them"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class _Item:
    """One ordinal; [start, end) covers it with its mark."""

    way: _Way
    number: int
    mark: str
    start: int
    end: int


@dataclass(slots=True)
class _Listing:
    """Items that count on, in whichever way."""

    items: list[_Item] = field(default_factory=list)

    @property
    def way(self) -> _Way:
        return self.items[0].way


def check(text: Passage) -> Iterator[Hit]:
    """Find in each listing the items counted in another way than its first."""
    for listing in _listings(text.own):
        for item in listing.items[1:]:
            if item.way is not listing.way and not _has_no_word(listing, item):
                yield _hit(text.text, listing, item)


def _has_no_word(listing: _Listing, item: _Item) -> bool:
    """Whether 首先 and 其次 go on with 第三, 第四, as they must beyond three."""
    numbers = [one.number for one in listing.items]
    return (
        listing.way is _Way.TURN
        and item.way is _Way.ORDINAL
        and item.number >= _TURNS["再次"]
        and max(numbers) > _TURNS["再次"]
    )


def _listings(text: str) -> list[_Listing]:
    found: list[_Listing] = []
    open_: list[_Listing] = []
    for match in _MARK.finditer(text):
        if match["heading"]:
            open_.clear()
            continue
        item = _item(match)
        if item.way is _Way.TURN and not item.mark and _goes_on(text, item):
            item = replace(item, mark="，")
        at = _continued(open_, item)
        if at is not None:
            del open_[at + 1 :]
            open_[at].items.append(item)
        elif item.number != _LAST:  # what counts on from nothing shields the listings before it
            open_.append(_Listing([item]))
            found.append(open_[-1])
    return found


def _goes_on(text: str, item: _Item) -> bool:
    """Whether the next number follows, so that a bare 其次 counts too."""
    return (
        item.number != _LAST
        and f"{chinese(item.number + 1)}是" in text[item.end : item.end + _NEAR]
    )


def _item(match: re.Match[str]) -> _Item:
    way = next(one for one in _Way if match[one.value])
    sign = match[way.value]
    number = _TURNS.get(sign, _LAST) if way is _Way.TURN else (value_of(sign) or 0)
    mark = match["mark"] or match["mark2"] or match["mark3"] or ""
    return _Item(way, number, mark, match.start(), match.end())


def _continued(open_: list[_Listing], item: _Item) -> int | None:
    """Which open listing an item goes on with: one of its own way before any other."""
    for at in reversed(range(len(open_))):
        listing = open_[at]
        due = (
            {listing.items[-1].number + 1, _LAST}
            if item.way is _Way.TURN
            else {listing.items[-1].number + 1}
        )
        if item.way is listing.way and item.number in due:
            return at
    if item.number in (1, _LAST) or (item.way is _Way.TURN and not item.mark):
        return None
    for at in reversed(range(len(open_))):
        last = open_[at].items[-1]
        if last.number + 1 == item.number and item.start - last.end <= _NEAR:
            return at
    return None


def _hit(text: str, listing: _Listing, item: _Item) -> Hit:
    first = listing.items[0]
    fix = _written(listing.way, item.number, first.mark)
    here = text[item.start : item.end].rstrip("，、：,:")
    begun = text[first.start : first.end].rstrip("，、：,:")
    due = fix.rstrip("，、：,:") if fix else ""
    advice = f"应是“{due}”" if due else "请改成同一种"
    message = f"前面用“{begun}”，这里用“{here}”，序次语要一致，{advice}。"
    return Hit(item.start, item.end, message, fix)


def _written(way: _Way, number: int, mark: str) -> str | None:
    """The ordinal of this number in the listing's way and with its mark."""
    if way is _Way.IS:
        return chinese(number) + "是"
    if way is _Way.MUST:
        return chinese(number) + "要"
    if way is _Way.TURN:
        word = next((word for word, value in _TURNS.items() if value == number), None)
        return word + mark if word else None
    return ("第" if way is _Way.ORDINAL else "其") + chinese(number) + mark


RULE = Rule(
    code="F04",
    name="序次语混用",
    severity=Severity.WARNING,
    summary="同一组列举用同一种序次语。",
    reason="“一是”与“第二”“其次”混用，读者分不清层次。",
    source="公文惯例",
    bad="一是盘活空地，新增车位320个；第二，错时共享，开放停车场14处；三是规范收费。",
    good="一是盘活空地，新增车位320个；二是错时共享，开放停车场14处；三是规范收费。",
    check=check,
    needs=Need.BODY,
    by_paragraph=False,
)
