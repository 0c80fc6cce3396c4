"""The rows of the 紧急 tab and their columns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from desk.calendar import Specials
from desk.clocks import Pressure
from desk.emergencies.breaching import disclosure, proposals
from desk.emergencies.emergency import Emergency, Outcome
from desk.emergencies.raising import STAMPS
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.stopwatch import Hand, first_hand, hands, state_of
from desk.emergencies.times import told
from ui import style
from ui.lists.column import Column

_ROUGH = re.compile(r"(\d+ 小时) \d+ 分")  # in a list hours do
_COLOURS = {Pressure.OVER: style.RED, Pressure.SOON: style.AMBER, Pressure.CALM: None}
_MARKS = {Pressure.OVER: "▲ ", Pressure.SOON: "● ", Pressure.CALM: ""}


@dataclass(frozen=True, slots=True)
class EmergencyRow:
    """An emergency as the list shows it."""

    one: Emergency
    unit: str
    state: str
    clock: Hand | None
    now: datetime
    judged: str

    @property
    def clock_words(self) -> str:
        """What presses most: ▲ 书面上报 超 12 分钟."""
        if self.clock is None:
            return ""
        words = _ROUGH.sub(r"\1", self.clock.words.partition("（")[0])
        return f"{_MARKS[self.clock.pressure]}{self.clock.label} {words}"


def row_of(
    one: Emergency,
    names: Mapping[int, str],
    rules: EmergencyRules,
    now: datetime,
    specials: Specials,
) -> EmergencyRow:
    """How the list shows an emergency."""
    clock = first_hand(hands(one, rules, now, specials)) if not one.ended else None
    unit = names.get(one.reporter_id, "")
    return EmergencyRow(one, unit, state_of(one, now), clock, now, _judged(one, rules))


def _judged(one: Emergency, rules: EmergencyRules) -> str:
    decided = [each for each in one.breaches if each.unit_id]
    if decided:
        return "、".join(f"{each.outcome}{'（不计）' * each.is_declined}" for each in decided)
    late = any(said.outcome is not Outcome.ON_TIME for said in proposals(one, rules))
    return "▲ 迟报待定" if late else ""


def _time(key: str, row: EmergencyRow) -> str:
    return told(getattr(row.one, key), row.now)


def _next(row: EmergencyRow) -> str:
    """When the next report is due."""
    last = row.one.last
    return told(last.next_due, row.now) if last and not row.one.ended else ""


COLUMNS: tuple[Column[EmergencyRow], ...] = (
    Column("number", "编号", lambda row: row.one.number, 136, sort=lambda row: row.one.id),
    Column(
        "title", "标题", lambda row: row.one.title, 200, stretch=True, tip=lambda row: row.one.title
    ),
    Column("category", "类别", lambda row: row.one.category, 96),
    Column("grade", "等级", lambda row: row.one.grade, 58),
    Column(
        "clock",
        "时限",
        lambda row: row.clock_words or row.state,
        150,
        colour=lambda row: _COLOURS[row.clock.pressure] if row.clock else None,
    ),
    Column(
        "judged",
        "认定",
        lambda row: row.judged,
        104,
        colour=lambda row: style.RED if row.judged.startswith("▲") else None,
    ),
    Column("state", "状态", lambda row: row.state, 72, hidden=True),
    Column(
        "last", "最近一报", lambda row: row.one.last.name if row.one.last else "", 80, hidden=True
    ),
    Column("unit", "报告单位", lambda row: row.unit, 96, hidden=True),
    Column("next", "下次续报", _next, 110, hidden=True),
    *(Column(key, label, partial(_time, key), 110, hidden=True) for key, label in STAMPS.items()),
    Column("sooner", "网上先披露", lambda row: disclosure(row.one), 160, hidden=True),
)
