"""T08: the title announces another number of measures than the body lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.numerals import chinese, value_of
from desk.checks.passage import Field, Passage
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole

_ANNOUNCED = re.compile(
    r"(?<![第之十百千\d一二三四五六七八九])(?P<n>十[一二三四五六七八九]?|[两二三四五六七八九]|\d{1,2})"
    r"(?:[个项条大点招种]{1,2}(?:重点|有力|务实|硬核|具体|创新)?)?"
    r"(?:(?<=[个项条大])[\u4e00-\u9fff]{1,3}(?=举措|措施))?"
    r"(?P<what>举措|措施|做法|办法|抓手|到位|强化|着力|注重|突出|聚焦|发力|招数|[实硬新妙]招|招(?![商聘募标生录工待投考呼])|措(?=并举|齐)|方面"
    r"|机制|模式|路径|途径|重点|关键|环节|步法|步棋|步走|张牌|篇文章|字诀|本账|抓(?=[两二三四五六七八九][促强保提优]))"
)
_IN_TURN = re.compile(
    r"(?:(?<=[。；：，\n])|(?<![\s\S]))\s*(?:[\u4e00-\u9fff]{2,8}(?=首先))?(首先|其次|再次|最后)(?![一的是]?(?:期|轮|公里))"
)
_IN_PLACE = re.compile(r"(?:(?<=[。；\n、，])|(?<![\s\S]))[^，。；、\n]{2,14}到位(?=[，。；：、])")
_NOUNS = ("模式", "路径", "途径")
_LEAST = 2
_PACKAGE = 7


@dataclass(frozen=True, slots=True)
class _Listing:
    """A listing of the body: how many items, its last number, how deep, how it begins and ends."""

    count: int
    last: int
    depth: int
    shown: str


def judge(whole: Whole) -> Iterator[Hit]:
    """Compare the number in the title with the body's only outermost listing."""
    announced = _ANNOUNCED.search(whole.title.text)
    number = value_of(announced["n"]) if announced else None
    if announced is None or number is None:
        return
    what = announced["what"]
    if what in _NOUNS and not _are_called(whole.body, what):
        return
    listings = _listings(whole.body, what)
    outermost = _outermost(listings)
    if number >= _PACKAGE and outermost and outermost.count * 2 <= number:
        return  # so many are a package of policies, of which the body tells the gist
    counts = {listing.count for listing in listings} | {listing.last for listing in listings}
    if outermost is None or number in counts | {sum(one.count for one in listings)}:
        return
    written = _written(outermost.count, announced["n"])
    message = f"标题写“{announced[0]}”，正文列出{outermost.count}项（{outermost.shown}）。"
    yield Hit(announced.start("n"), announced.end("n"), message, written, Field.TITLE)


def _are_called(body: Passage, what: str) -> bool:
    """Whether the items listed are called what the title announces: 一是村集体自建模式."""
    marks = [mark for one in body.sequences for mark in one.marks]
    items = (re.split("[。；，\n]", body.text[mark.end :], maxsplit=1)[0] for mark in marks)
    return bool(marks) and all(what in item for item in items)


def _listings(body: Passage, what: str) -> list[_Listing]:
    found = [
        _Listing(
            len(one.marks),
            one.marks[-1].number,
            one.depth,
            f"{one.marks[0].named(one.marks[0].number)}至{one.marks[-1].named(one.marks[-1].number)}",
        )
        for one in body.sequences
        if len(one.marks) >= _LEAST
    ]
    turns = _IN_TURN.findall(body.text)
    if "首先" in turns and len(turns) >= _LEAST:
        found.append(_Listing(len(turns), len(turns), 0, "首先至" + turns[-1]))
    places = len(_IN_PLACE.findall(body.text)) if what == "到位" else 0
    if places >= _LEAST:
        found.append(_Listing(places, places, 0, "……到位"))
    return found


def _outermost(listings: list[_Listing]) -> _Listing | None:
    """The listing that encloses all others, or None where several stand side by side."""
    least = min((listing.depth for listing in listings), default=0)
    top = [listing for listing in listings if listing.depth == least]
    return top[0] if len(top) == 1 else None


def _written(count: int, like: str) -> str:
    if like.isdecimal():
        return str(count)
    return "两" if count == _LEAST else chinese(count)


RULE = Rule(
    code="T08",
    name="标题措施数不符",
    severity=Severity.ERROR,
    summary="标题说几项措施，正文就列几项。",
    reason="标题与正文不一致，读者会以为漏印了一项。",
    source="种子规则：题文一致",
    bad="云岭县三举措抓实冬修水利\n一是早谋划。二是强督导。三是保质量。四是重管护。",
    good="云岭县四举措抓实冬修水利\n一是早谋划。二是强督导。三是保质量。四是重管护。",
    judge=judge,
    needs=Need.WHOLE,
)
