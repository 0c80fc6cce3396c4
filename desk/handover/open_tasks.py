"""未办事项: what 今日 shows, by kind, with whom it is and until when."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from desk.agenda.lines import CARDS, URGENT, Agenda, Line
from desk.body import Paragraph, Run
from desk.layout.document_parts import Part
from desk.office_clock import office_time
from desk.stat_table import Head, StatTable

_MOST = 10  # of a kind, each in a line of its own
_HEADS = (
    Head("序号", width=6),
    Head("事项", width=50, left=True),
    Head("找谁", width=22, left=True),
    Head("时限", width=18, left=True),
)
Row = tuple[str, str, str]


def tables(seen: Agenda, now: datetime) -> Sequence[Part]:
    """A table for each kind of duty that is open."""
    found = [
        StatTable("紧急" if card == URGENT else card, _HEADS, _counted(rows))
        for card in (URGENT, *CARDS)
        if (rows := [row for line in seen.of(card) for row in _rows(line, now)])
    ]
    apart = [
        (f"{one.text}（{how.reason}）", one.who, f"推迟到{moment(how.until)}")
        for one, how in seen.apart
    ]
    if apart:
        found.append(StatTable("已推迟", _HEADS, _counted(apart)))
    return found or [Paragraph((Run("今天没有到期未办的事项。"),))]


def moment(at: datetime) -> str:
    """7月16日 17:30; of a whole day the day alone."""
    local = office_time(at)
    hour = f" {local:%H:%M}" if local.hour or local.minute else ""
    return f"{local.month}月{local.day}日{hour}"


def _counted(rows: Sequence[Row]) -> tuple[tuple[int | str, ...], ...]:
    return tuple((number, *row) for number, row in enumerate(rows, 1))


def _rows(line: Line, now: datetime) -> Iterator[Row]:
    for one in line.duties[:_MOST]:
        due = f"{moment(one.due)}前" if one.due else ""
        late = f"▲ {one.clock(now)}" if one.due and one.due < now else due
        yield one.text, "　".join(filter(None, (one.who, one.phone))), late
    left = len(line.duties) - _MOST
    if left > 0:
        yield f"另有 {left} 件：{line.text}", line.who, ""
