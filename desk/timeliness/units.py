"""How soon units sent: by unit and by kind, with commissions, emergencies and feedback."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from desk.clocks import Limits
from desk.drafts import Kind
from desk.stat_table import PERCENT, Head
from desk.timeliness.figures import Figure, FigureTable, counted, median, rate, tenth
from desk.timeliness.passage import Passage
from desk.timeliness.promises import Owed, Promise
from desk.units import Unit

_SENT = (
    Head("报送"),
    Head("按时"),
    Head("迟报"),
    Head("说不清"),
    Head("按时率", shown=PERCENT),
    Head("几天收到", (Head("中位"), Head("最长"))),
)
_KEPT = tuple(
    Head(str(owed), (Head("按时"), Head("逾期"), Head("按时率", shown=PERCENT))) for owed in Owed
)
_NOTE = "按各类信息的时限，看收到时是否超时；没写事发日期、没有时限的记“说不清”，不计入按时率。"
_JOINT = "联合报送的稿件，每个单位各计一次，合计只计一次。"
_OWED = "约稿、紧急、批示反馈只计已到期或已办的。"


def unit_table(
    title: str,
    units: Sequence[Unit],
    passages: Sequence[Passage],
    promises: Sequence[Promise],
) -> FigureTable:
    """A row for every unit that is in use or has sent something, most late ones first."""
    sent, owed = _by_unit(passages), defaultdict[int, list[Promise]](list)
    for one in promises:
        owed[one.unit_id].append(one)
    shown = [one for one in units if one.active or sent.get(one.id) or owed.get(one.id)]
    ranked = sorted(shown, key=lambda one: -_lates(sent.get(one.id, ())))
    rows = [
        (Figure(one.short), *_figures(sent.get(one.id, ())), *_kept(owed.get(one.id, ())))
        for one in ranked
    ]
    rows.append((Figure("合计"), *_figures(passages), *_kept(promises)))
    heads = (Head("单位", width=14, left=True), *_SENT, *_KEPT)
    note = f"{_NOTE}{_JOINT}{_OWED}"
    return FigureTable(title, heads, tuple(rows), note, frozenset({len(ranked)}))


def kind_table(title: str, passages: Sequence[Passage], limits: Limits) -> FigureTable:
    """A row for each kind, with its limit."""
    held: Mapping[Kind | None, list[Passage]] = {kind: [] for kind in (*Kind, None)}
    for one in passages:
        held[one.kind].append(one)
    rows = [
        (Figure(kind or "未定类型"), Figure(_limit(limits, kind)), *_figures(some))
        for kind, some in held.items()
    ]
    rows.append((Figure("合计"), Figure(None), *_figures(passages)))
    heads = (Head("类型", width=10, left=True), Head("现行时限", width=14), *_SENT)
    return FigureTable(title, heads, tuple(rows), _NOTE, frozenset({len(held)}))


def _limit(limits: Limits, kind: Kind | None) -> str:
    clock = limits.clocks.get(kind)
    return clock.words if clock else "不限"


def _by_unit(passages: Iterable[Passage]) -> Mapping[int, Sequence[Passage]]:
    found = defaultdict[int, list[Passage]](list)
    for one in passages:
        for unit_id in dict.fromkeys(one.unit_ids):
            found[unit_id].append(one)
    return found


def _lates(passages: Iterable[Passage]) -> int:
    return sum(one.is_late is True for one in passages)


def _figures(passages: Sequence[Passage]) -> tuple[Figure, ...]:
    in_time, late, unknown = (
        [one.subject for one in passages if one.is_late is state] for state in (False, True, None)
    )
    aged = [(one.days, one.subject) for one in passages if one.days is not None]
    longest = max(aged, default=None)
    middle = Figure(tenth(median([days for days, _subject in aged])) if aged else None)
    worst = Figure(longest[0], (longest[1],)) if longest else Figure(None)
    return (
        counted(one.subject for one in passages),
        counted(in_time),
        counted(late),
        counted(unknown),
        rate(len(in_time), len(in_time) + len(late)),
        middle,
        worst,
    )


def _kept(promises: Sequence[Promise]) -> tuple[Figure, ...]:
    found: list[Figure] = []
    for owed in Owed:
        in_time = [one.subject for one in promises if one.owed is owed and one.in_time]
        late = [one.subject for one in promises if one.owed is owed and not one.in_time]
        found += [counted(in_time), counted(late), rate(len(in_time), len(in_time) + len(late))]
    return tuple(found)
