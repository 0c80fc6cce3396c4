"""What else the old ledger holds: instructions, forwardings, commissions, emergencies and more."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from desk.demo.registry import FOLDER, demo_office
from desk.demo.workdays import any_workday, clock

Row = dict[str, str]
Span = tuple[date, date]
NOTED = "批示"  # somebody did; who it was is told afterwards
_FORWARDED = 12  # one of so many own items is sent up without being taken
_COMMISSIONS, _EMERGENCIES, _INCIDENTS, _ADJUSTMENTS = 45, 24, 8, 6  # a year
_OUTCOMES = ("按时",) * 8 + ("逾期", "未报")
_CITY = ("市政府要情快报", "要情")


def happenings(rows: Iterable[Row], idle: frozenset[str], span: Span, random: Random) -> list[Row]:
    """What happened in a year beside its rows of items; nothing to units that are ``idle``."""
    units = [unit.short for unit in demo_office().units if unit.short not in idle]
    share = ((span[1] - span[0]).days + 1) / 365
    return [
        *_forwardings(rows, random),
        *_repeat(_commission, _COMMISSIONS * share, units, span, random),
        *_repeat(_emergency, _EMERGENCIES * share, units[:38], span, random),
        *_repeat(_incident, _INCIDENTS * share, units, span, random),
        *_repeat(_adjustment, _ADJUSTMENTS * share, units, span, random),
    ]


def with_leaders(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with the leaders who noted them: those of the carrier's level, or our own."""
    tiers = {one.name: one.preset.tier.value for one in demo_office().publications}
    for place, row in enumerate(rows):
        own: list[str] = _pools()["upper"].get(tiers.get(row.get("刊物", ""), ""), [])
        leaders = own or _pools()["leaders"]
        yield row | {"批示": leaders[place % len(leaders)]} if row.get("批示") == NOTED else row


def _forwardings(rows: Iterable[Row], random: Random) -> Iterator[Row]:
    """What upper levels took was sent up on the day it came in; some they did not take."""
    tiers = {one.name: one.preset.tier.value for one in demo_office().publications}
    for row in rows:
        if "刊物" not in row or "、" in row["单位"]:
            continue
        own = tiers[row["刊物"]] == "本级"
        if own and random.randrange(_FORWARDED):
            continue
        day = row["日期"] if own else row["报送日期"]
        publication, section = _CITY if own else (row["刊物"], row["栏目"])
        yield {
            "事项": "上报",
            "日期": day,
            "报送日期": row["报送日期"],
            "单位": row["单位"],
            "标题": row["标题"],
            "刊物": publication,
            "栏目": section,
        }


def _repeat(
    make: Callable[[date, Span, Random], Row],
    times: float,
    units: list[str],
    span: Span,
    random: Random,
) -> Iterator[Row]:
    for _ in range(int(times)):
        day = any_workday(*span, random)
        yield {"日期": day.isoformat(), "单位": random.choice(units)} | make(day, span, random)


def _commission(day: date, span: Span, random: Random) -> Row:
    outcome = random.choice(_OUTCOMES)
    asked = max(span[0], day - timedelta(random.randint(2, 6)))
    return {
        "事项": "约稿",
        "标题": random.choice(_pools()["commissions"]),
        "情形": outcome,
        "起": _moment(clock(asked, 9)),
        "止": "" if outcome == "未报" else _moment(clock(day, 16, 30)),
    }


def _emergency(day: date, _span: Span, random: Random) -> Row:
    title, grade = random.choice(_pools()["emergencies"])
    happened = clock(day, random.randint(8, 13), random.choice((0, 10, 25, 40)))
    row = {"事项": "紧急", "标题": title, "等级": grade, "起": _moment(happened)}
    if not random.randrange(12):
        return row | {"情形": "漏报"}
    minutes = random.choice((25, 40, 55, 70, 95, 110, 160, 215))
    return row | {"止": _moment(happened + timedelta(minutes=minutes))}


def _incident(_day: date, _span: Span, random: Random) -> Row:
    title, outcome = random.choice(_pools()["incidents"])
    return {"事项": "差错", "标题": title, "情形": outcome}


def _adjustment(_day: date, _span: Span, random: Random) -> Row:
    why, points = random.choice(_pools()["adjustments"])
    approver = "分管副主任"
    return {"事项": "调整", "标题": why, "核定分": points, "备注": why, "审批人": approver}


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


@cache
def _pools() -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / "happenings.toml").read_text(encoding="utf-8"))
