"""The rows of the 紧急 tab and their columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk.calendar import Specials
from desk.clocks import Pressure
from desk.emergencies.breaching import disclosure, proposals
from desk.emergencies.emergency import Emergency, Outcome
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.stopwatch import Hand, first_hand, hands, state_of
from desk.emergencies.times import told
from ui import style
from ui.lists.column import Column

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
        return f"{_MARKS[self.clock.pressure]}{self.clock.label} {self.clock.words}"


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
    return "▲ 迟报待认定" if late else ""


def _at(moment: datetime | None, now: datetime) -> str:
    return told(moment, now)


COLUMNS: tuple[Column[EmergencyRow], ...] = (
    Column("number", "编号", lambda row: row.one.number, 130, sort=lambda row: row.one.id),
    Column(
        "title", "标题", lambda row: row.one.title, 240, stretch=True, tip=lambda row: row.one.title
    ),
    Column("category", "类别", lambda row: row.one.category, 80),
    Column("grade", "等级", lambda row: row.one.grade, 72),
    Column("state", "状态", lambda row: row.state, 72),
    Column(
        "clock",
        "时限",
        lambda row: row.clock_words,
        210,
        colour=lambda row: _COLOURS[row.clock.pressure] if row.clock else None,
    ),
    Column("reports", "报告", lambda row: row.one.last.name if row.one.last else "", 72),
    Column("unit", "报告单位", lambda row: row.unit, 96),
    Column(
        "judged",
        "认定",
        lambda row: row.judged,
        104,
        colour=lambda row: style.RED if row.judged.startswith("▲") else None,
    ),
    Column("happened", "事发", lambda row: _at(row.one.happened, row.now), 110, hidden=True),
    Column("known", "接报", lambda row: _at(row.one.known, row.now), 110, hidden=True),
    Column("phoned", "电话上报", lambda row: _at(row.one.phoned, row.now), 110, hidden=True),
    Column("written", "书面上报", lambda row: _at(row.one.written, row.now), 110, hidden=True),
    Column("disclosed", "网上披露", lambda row: disclosure(row.one), 160, hidden=True),
)
