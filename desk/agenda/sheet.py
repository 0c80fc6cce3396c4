"""The day's sheet (今日办理清单): what is due today, by field, with a column to tick."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from desk.agenda.day import day_words, work_words
from desk.agenda.duty import Duty
from desk.agenda.lines import CARDS, URGENT, Agenda, Line
from desk.calendar import Specials
from desk.office_clock import day_of, office_time
from desk.reports.register import Heading, Part, Register

_MOST = 10  # of a kind, each in a line of its own
_HEADINGS = (
    Heading("序号", 11, centred=True),
    Heading("事项"),
    Heading("找谁", 33),
    Heading("电话", 26),
    Heading("时限", 25),
    Heading("办结", 12, centred=True),
)
_TICK = "□"
_NAMES = {URGENT: "紧急"}
Row = tuple[str, str, str, str, str]  # 事项, 找谁, 电话, 时限, 办结


def day_sheet(seen: Agenda, now: datetime, specials: Specials, who: str) -> Register:
    """What is printed for the desk in the morning, what was put off last."""
    day, at = day_of(now), 0
    parts = list[Part]()
    for name, rows in (*_due(seen, now), ("已推迟", _later(seen))):
        if rows:
            parts.append(Part(name, [(at + n, *row) for n, row in enumerate(rows, 1)]))
            at += len(rows)
    if not parts:
        parts = [Part("", [("", "今天到期的都办完了", "", "", "", "")])]
    told = f"{day.year}年{day_words(day)}　{work_words(day, specials)}"
    made = f"{office_time(now):%H:%M} {who} 打印"
    return Register("今日办理清单", told, made, day, _HEADINGS, parts)


def sheet_text(register: Register) -> Iterator[str]:
    """The sheet as lines for a terminal."""
    yield f"{register.title}　{register.about}"
    for part in register.parts:
        if part.heading:
            yield f"\n{part.heading}"
        for number, text, *more in part.lines:
            told = "　".join(str(one) for one in more[:-1] if one)
            yield f"{number:>3}　{text}" + (f"　—　{told}" if told else "")


def sheet_json(seen: Agenda, now: datetime) -> dict[str, Any]:
    """今日 as data; moments in the office's time."""
    told = [one for line in seen.lines for one in line.duties]
    return {
        "day": day_of(now).isoformat(),
        "duties": [_json(one, now) for one in told],
        "put_off": [
            {**_json(one, now), "until": _iso(how.until), "reason": how.reason, "by": how.who}
            for one, how in seen.apart
        ],
    }


def _due(seen: Agenda, now: datetime) -> Iterator[tuple[str, list[Row]]]:
    for card in (URGENT, *CARDS):
        yield _NAMES.get(card, card), [row for one in seen.of(card) for row in _rows(one, now)]


def _later(seen: Agenda) -> list[Row]:
    return [
        (f"{one.text}（{how.reason}）", one.who, one.phone, f"推迟到{_moment(how.until)}", "")
        for one, how in seen.apart
    ]


def _rows(line: Line, now: datetime) -> Iterator[Row]:
    """A line's duties one by one; those of many that need no action of their own as one."""
    first = line.duties[0]
    if first.together and not first.together.alone:
        yield line.text, line.who, "", line.clock(now), _TICK
        return
    for one in line.duties[:_MOST]:
        yield one.text, one.who, one.phone, _limit(one, now), _TICK
    left = len(line.duties) - _MOST
    if left > 0:
        yield f"另有 {left} 件：{line.text}", "", "", "", _TICK


def _limit(duty: Duty, now: datetime) -> str:
    """The limit as a moment, and how late it is; of today only the hour."""
    if duty.due is None:
        return ""
    due = office_time(duty.due)
    if duty.due < now:
        return f"▲ {duty.clock(now)}"
    return f"{due:%H:%M} 前" if due.date() == day_of(now) else _moment(due)


def _moment(moment: datetime) -> str:
    local = office_time(moment)
    return f"{local.month}月{local.day}日 {local:%H:%M}"


def _json(duty: Duty, now: datetime) -> dict[str, Any]:
    return {
        "key": duty.key,
        "field": duty.field.value,
        "text": duty.text,
        "who": duty.who,
        "phone": duty.phone,
        "due": _iso(duty.due),
        "state": duty.pressure(now).value,
        "clock": duty.clock(now),
    }


def _iso(moment: datetime | None) -> str | None:
    return office_time(moment).isoformat(timespec="minutes") if moment else None
