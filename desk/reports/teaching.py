"""The slip a unit learns from each month (信息报送指导单): results, faults, one sentence mended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.drafts import Status
from desk.reports.letter import Letter, Line, LineKind
from desk.reports.receipts import Sent, item_lines, quoted, summary_of
from desk.scoring.figures import TENTH, percent, printed, rounded

TITLE = "信息报送指导单"
LONGEST_SHORT = 500  # characters of the text to paste into a chat
_FAULTS, _SHORT_FAULTS = 5, 3
_NUMERALS = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A check that a unit's drafts failed: how often, in how many drafts, and what it asks."""

    name: str
    times: int
    drafts: int
    advice: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence as the unit wrote it and as it was edited."""

    before: str
    after: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a unit is to reach in the year, and where it stands at the end of the month."""

    points: Decimal
    items: int
    reached: Decimal
    adopted: int
    months_left: int
    so_far: bool = False  # the month has not ended

    @property
    def text(self) -> str:
        """The rest in words."""
        lack = max(self.points - self.reached, Decimal(0))
        rest = max(self.items - self.adopted, 0)
        goal = "、".join(_amounts(self.points, self.items))
        until = "到目前" if self.so_far else "到本月底"
        done = f"全年目标{goal}，{until}得{printed(self.reached)}分、采用{self.adopted}条"
        if not lack and not rest:
            return f"{done}，已经完成，感谢支持。"
        gap = f"{done}，还差{'、'.join(_amounts(lack, rest))}"
        if not self.months_left or not lack:
            return f"{gap}。"
        monthly = printed(rounded(Fraction(lack) / self.months_left, TENTH))
        when = "下个月" if self.months_left == 1 else "今后每月"
        return f"{gap}；{when}得{monthly}分左右就能完成。"


@dataclass(frozen=True, slots=True)
class Model:
    """An item of another unit that did well this month."""

    unit: str
    title: str
    carrier: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class Advice:
    """What a unit could send next."""

    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    goal: Goal | None = None
    models: tuple[Model, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """All that one unit is told about one month."""

    office: str
    unit: str
    short: str
    first: date
    last: date
    day: date
    items: tuple[Sent, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    pair: Pair | None = None
    advice: Advice = Advice()

    @property
    def month(self) -> str:
        """2026年7月."""
        return f"{self.first.year}年{self.first.month}月"

    @property
    def letter(self) -> Letter:
        """The whole slip as a letter."""
        lines = [Line(self._opening())]
        parts = [
            ("本月报送和处理情况", list(self._items())),
            ("检查发现的问题", list(_lessons(self.lessons))),
            ("改稿对照", list(_pair(self.pair))),
            ("下一步报送建议", list(_advice(self.advice))),
        ]
        for place, (name, found) in enumerate(part for part in parts if part[1]):
            lines.append(Line(f"{_NUMERALS[place]}、{name}", LineKind.HEADING))
            lines += found
        lines.append(Line("以上供参考。哪里说得不清楚，随时来电。"))
        title = f"{TITLE}（{self.month}）"
        return Letter(title, self.unit, tuple(lines), self.office, self.day, self.chat)

    @property
    def chat(self) -> str:
        """The same in at most 500 characters, what matters least left out first."""
        parts = [(9, f"【{self.first.month}月信息指导】{self.short}："), (8, self._opening())]
        parts += self._chat_items()
        if self.lessons:
            named = "、".join(f"{one.name}{one.times}处" for one in self.lessons[:_SHORT_FAULTS])
            parts.append((6, f"检查发现：{named}，请报送前核对。"))
        if self.pair:
            parts.append((3, f"改稿一例：“{self.pair.before}”改为“{self.pair.after}”"))
        if self.advice.topics:
            parts.append((7, f"近期想要：{'、'.join(self.advice.topics[:4])}。"))
        if self.advice.goal:
            parts.append((5, self.advice.goal.text))
        parts.append((9, f"——{self.office}"))
        return _within(parts, LONGEST_SHORT)

    def _opening(self) -> str:
        if not self.items:
            return f"{self.first.month}月没有收到你单位报送的信息，期待下个月看到你们的工作。"
        adopted = sum(one.status is Status.RELEASED for one in self.items)
        said = summary_of(self.items)
        rate = f"，采用率{printed(percent(adopted, len(self.items)))}%" if adopted else ""
        return f"{self.first.month}月你单位报送信息{len(self.items)}篇：{said}{rate}。"

    def _items(self) -> Iterable[Line]:
        for number, item in enumerate(self.items, 1):
            yield from item_lines(f"{number}．", item, alone=True)

    def _chat_items(self) -> list[tuple[int, str]]:
        printed_ones = [quoted(one.title) for one in self.items if one.status is Status.RELEASED]
        turned = [f"{quoted(one.title)}（{one.reason}）" for one in self.items if one.reason]
        found = []
        if printed_ones:
            found.append((4, f"采用：{'；'.join(printed_ones[:3])}。"))
        if turned:
            found.append((6, f"没有采用：{'；'.join(turned[:3])}。"))
        return found


def _amounts(points: Decimal, items: int) -> list[str]:
    found = [f"{printed(points)}分"] if points else []
    return found + ([f"{items}条"] if items else [])


def _lessons(lessons: Sequence[Lesson]) -> Iterable[Line]:
    for number, one in enumerate(lessons[:_FAULTS], 1):
        where = f"{one.drafts}篇{one.times}处" if one.drafts > 1 else f"{one.times}处"
        yield Line(f"{number}．{one.name}（{where}）。{one.advice}", LineKind.ITEM)
    if len(lessons) > _FAULTS:
        rest = sum(one.times for one in lessons[_FAULTS:])
        yield Line(f"另有{len(lessons) - _FAULTS}种小问题共{rest}处，编辑时已改正。")


def _pair(pair: Pair | None) -> Iterable[Line]:
    if pair is not None:
        if pair.title:
            yield Line(f"以{quoted(pair.title)}中的一句为例。", LineKind.ITEM)
        yield Line(f"原句：{pair.before}", LineKind.DETAIL)
        yield Line(f"改后：{pair.after}", LineKind.DETAIL)


def _advice(advice: Advice) -> Iterable[Line]:
    said = []
    if advice.topics:
        said.append(f"近期的选题里，{'、'.join(advice.topics)}还没有看到你单位的信息，欢迎报送。")
    if advice.kinds:
        said.append(f"今年还没有报过{'、'.join(advice.kinds)}信息，可以试一试。")
    if advice.goal is not None:
        said.append(advice.goal.text)
    if advice.models:
        named = "；".join(
            f"{one.unit}{quoted(one.title)}（{one.carrier}）" for one in advice.models
        )
        said.append(f"本月采用较好的信息，可以借鉴：{named}。")
    for number, text in enumerate(said, 1):
        yield Line(f"{number}．{text}" if len(said) > 1 else text, LineKind.ITEM)


def _within(parts: Sequence[tuple[int, str]], most: int) -> str:
    """The parts in order, those of least weight left out until they fit."""
    kept = list(parts)
    while len(text := "\n".join(words for _weight, words in kept)) > most:
        least = min(kept)
        if least[0] >= max(weight for weight, _words in kept):
            return text[: most - 1] + "…"
        kept.remove(least)
    return text
