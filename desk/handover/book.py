"""The book (交接书): all a new clerk has to know, as a document to be read and signed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.agenda.looking import look
from desk.agenda.machine import machine_of
from desk.auditing import By
from desk.body import Paragraph, Run, level_of
from desk.dates import full_date
from desk.handover import (
    contacts,
    habits,
    months_ahead,
    numbers,
    open_tasks,
    places,
    teaching,
)
from desk.handover.state import Handover
from desk.handover.taking import handover_of
from desk.layout.document_parts import Document, Part
from desk.office_clock import day_of, office_time
from desk.paths import Paths
from desk.settings import Settings
from desk.stat_table import Head, StatTable
from desk.store import Store

_SIGN = (Head("", width=12), Head("姓名", width=20), Head("签字", width=28), Head("日期", width=24))
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class _Chapter:
    title: str
    parts: Sequence[Part]


def book_of(store: Store, paths: Paths, settings: Settings, by: By) -> Document:
    """Write the book as things stand now."""
    seen = look(store, by.now, machine_of(paths))
    surroundings = places.surroundings(store, paths, settings)
    with store.read() as work:
        held = handover_of(work)
        chapters = (
            _Chapter("未办事项", open_tasks.tables(seen, by.now)),
            _Chapter("今后30天要办的事", months_ahead.next_days(work, by.now)),
            _Chapter("常规工作日历", months_ahead.year_round(work)),
            _Chapter("工作习惯和已定的规矩", habits.told(work)),
            _Chapter("联系人", contacts.tables(work)),
            _Chapter("东西放在哪里", [places.table(surroundings)]),
            _Chapter("截至交接时的数字", numbers.tables(work, by.now)),
            _Chapter("移交人的话", [_plain(one) for one in _lines(held.words)]),
            _Chapter("上手先看哪里", [teaching.table()]),
            _Chapter("签字", [_signatures(held, by)]),
        )
        return Document(
            "信息编报工作交接书",
            settings.office or "信息编报室",
            day_of(by.now),
            (_plain(_lead(held, by.now)), *_numbered(chapters)),
        )


def maker(store: Store, paths: Paths, settings: Settings, by: By) -> Callable[[], Document]:
    """Writes the book when it is asked for."""
    return lambda: book_of(store, paths, settings, by)


def _numbered(chapters: Sequence[_Chapter]) -> Iterator[Part]:
    for numeral, one in zip(_NUMERALS, chapters, strict=True):
        title = f"{numeral}、{one.title}"
        yield Paragraph((Run(title),), level_of(title))
        yield from one.parts


def _lead(held: Handover, now: datetime) -> str:
    at = office_time(now)
    giver, taker = held.giver or "＿＿＿＿＿＿", held.taker or "＿＿＿＿＿＿"
    return (
        f"信息编报工作由{giver}移交给{taker}。以下情况截至{full_date(at)}"
        f"{at:%H:%M}，由信息编报台根据数据自动列出，移交人补充说明。"
    )


def _lines(words: str) -> list[str]:
    return [one.strip() for one in words.splitlines() if one.strip()] or ["（没有另写。）"]


def _signatures(held: Handover, by: By) -> StatTable:
    names = {"移交人": held.giver or by.who, "接交人": held.taker, "监交人": held.witness}
    rows = tuple((role, name, "", "　　年　　月　　日") for role, name in names.items())
    return StatTable("", _SIGN, rows)


def _plain(text: str) -> Paragraph:
    return Paragraph((Run(text),))
