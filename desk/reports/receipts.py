"""Texts for units: what was received from them (收稿回执), and what became of it (处理反馈)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk.dates import full_date, short_date
from desk.drafts import Channel, Status
from desk.office_clock import office_time
from desk.reports.letter import Letter, Line, LineKind

_COMMON = 3  # faults named for all items together
_NUMERALS = "一二三四五六七八九"
# What is printed comes first, then what the unit has to do something about.
_GROUPS: tuple[tuple[str, tuple[Status, ...]], ...] = (
    ("已采用", (Status.RELEASED,)),
    ("编入综合信息", (Status.MERGED,)),
    ("退稿", (Status.RETURNED,)),
    ("未采用", (Status.REJECTED,)),
    ("留存备查", (Status.FILED,)),
    ("正在处理", (Status.NEW, Status.EDITING, Status.SUBMITTED, Status.READY)),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A check that a text failed, and how often."""

    name: str
    times: int


@dataclass(frozen=True, slots=True)
class Sent:
    """One item a unit sent, and what became of it."""

    number: int  # the draft's id: what the unit names on the telephone
    title: str
    received: datetime
    channel: Channel
    status: Status
    partners: tuple[str, ...] = ()  # units it was sent together with
    carriers: tuple[str, ...] = ()  # 《政务信息》2026年第12期
    withdrawn: tuple[str, ...] = ()  # issues it stood in that were withdrawn
    reason: str = ""  # in words, with the clerk's own line
    advice: str = ""
    faults: tuple[Fault, ...] = ()
    is_late: bool = False  # its clock had run out when it came


def receipt(office: str, unit: str, items: Sequence[Sent], day: date) -> Letter:
    """Confirm what was received from a unit."""
    head = Line(f"你单位报送的{len(items)}篇信息已收到，登记如下：")
    lines = [
        Line(
            f"{place}．{quoted(item.title)}{_together(item)}，{_moment(item.received)}收到"
            f"（{item.channel}），来稿编号{item.number}。",
            LineKind.ITEM,
        )
        for place, item in enumerate(items, 1)
    ]
    foot = Line("处理情况另行反馈。需要查询或补充时，请报来稿编号。")
    return Letter("收稿回执", unit, (head, *lines, foot), office, day)


def feedback(
    office: str,
    unit: str,
    items: Sequence[Sent],
    day: date,
    period: tuple[date, date] | None = None,
) -> Letter:
    """Tell a unit what became of its items, why, and what to do better."""
    groups = _grouped(items)
    lines = [Line(_summary(len(items), groups, period))]
    for place, (name, found) in enumerate(groups):
        if len(groups) > 1:
            lines.append(Line(f"{_NUMERALS[place]}、{name}（{len(found)}篇）", LineKind.HEADING))
        for number, item in enumerate(found, 1):
            lines += item_lines(f"{number}．" if len(found) > 1 else "", item)
    lines += _common(items)
    return Letter("信息处理情况反馈", unit, tuple(lines), office, day)


def summary_of(items: Sequence[Sent]) -> str:
    """How many items each result befell: 已采用2篇，退稿1篇."""
    return "，".join(f"{name}{len(found)}篇" for name, found in _grouped(items))


def _grouped(items: Sequence[Sent]) -> list[tuple[str, list[Sent]]]:
    """The items by what became of them, empty groups left out."""
    return [
        (name, found)
        for name, statuses in _GROUPS
        if (found := [item for item in items if item.status in statuses])
    ]


def _summary(
    count: int,
    groups: Iterable[tuple[str, Sequence[Sent]]],
    period: tuple[date, date] | None,
) -> str:
    when = f"{_span(*period)}，" if period else ""
    if not count:
        return f"{when}没有收到你单位报送的信息。"
    said = "，".join(f"{name}{len(found)}篇" for name, found in groups)
    return f"{when}你单位报送信息{count}篇，处理情况如下：{said}。"


def item_lines(mark: str, item: Sent, *, alone: bool = False) -> Iterable[Line]:
    """An item with all that is said of it; ``alone`` says its result, and no faults."""
    facts = "，".join(_facts(item, alone=alone))
    yield Line(f"{mark}{quoted(item.title)}（{facts}）", LineKind.ITEM)
    if item.carriers:
        yield Line(f"刊于{'、'.join(item.carriers)}。", LineKind.DETAIL)
    if item.withdrawn:
        gone = "、".join(item.withdrawn)
        yield Line(f"曾刊于{gone}，该期已撤销，采用不再计分。", LineKind.DETAIL)
    if item.reason:
        yield Line(f"理由：{_closed(item.reason)}", LineKind.DETAIL)
    if item.advice:
        yield Line(f"建议：{_closed(item.advice)}", LineKind.DETAIL)
    if item.faults and not alone:
        said = "、".join(f"{fault.name}（{fault.times}处）" for fault in item.faults)
        yield Line(f"检查发现：{said}。", LineKind.DETAIL)


def _facts(item: Sent, *, alone: bool) -> Iterable[str]:
    yield f"{_short_day(item.received)}收到"
    yield f"编号{item.number}"
    if alone:
        yield next(name for name, statuses in _GROUPS if item.status in statuses)
    if item.partners:
        yield f"与{'、'.join(item.partners)}联合报送"
    if item.is_late:
        yield "报送时已超过时限"


def _common(items: Sequence[Sent]) -> Iterable[Line]:
    """The faults that several items share."""
    shared = Counter(fault.name for item in items for fault in item.faults)
    named = [f"{name}（{times}篇）" for name, times in shared.most_common(_COMMON) if times > 1]
    if named:
        yield Line(f"多篇来稿都有的问题：{'、'.join(named)}，请在报送前核对。")


def quoted(title: str) -> str:
    """A title in quotation marks, its own ones being single (GB/T 15834—2011 4.8.3.4)."""
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def _together(item: Sent) -> str:
    return f"（与{'、'.join(item.partners)}联合报送）" if item.partners else ""


def _moment(moment: datetime) -> str:
    local = office_time(moment)
    return f"{short_date(local)}{local.hour}时{local.minute:02}分"


def _short_day(moment: datetime) -> str:
    local = office_time(moment)
    return short_date(local)


def _span(first: date, last: date) -> str:
    """Days from to, what they share said once: 2026年7月1日至31日."""
    said = f"{last.day}日"
    if (first.year, first.month) != (last.year, last.month):
        said = f"{last.month}月{said}"
    if first.year != last.year:
        said = f"{last.year}年{said}"
    begin = full_date(first)
    return begin if first == last else f"{begin}至{said}"


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith(("。", "！", "？")) else f"{sentence}。"
