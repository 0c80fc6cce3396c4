"""The demo office's topics of a month: meetings, three consultations, two lists of points."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from desk.demo.clerk import Clerk
from desk.demo.registry import FOLDER
from desk.demo.workdays import workdays_back
from desk.drafts import DraftQuery, Kind
from desk.topic_pool.asking import draft_notices
from desk.topic_pool.consulting import keep_consultation, next_consultation
from desk.topic_pool.foreseeable import calendar
from desk.topic_pool.foreseeing import take_up, wave_off
from desk.topic_pool.listing import begun, issue_list, save_list
from desk.topic_pool.noting import change_topic, drop_topics, note_topics
from desk.topic_pool.point_list import PointLine
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.ruling import keep_rules
from desk.topic_pool.topic import PoolTopic

_MONTH = 20  # working days
_ASKED = 2  # topics, of those that came first
_TAKEN, _WAVED = 2, 1  # of what can be foreseen now

Held = Mapping[str, Any]


def fill_pool(clerk: Clerk, today: date) -> None:
    """Note a month of topics, hold three consultations, issue this month's points."""
    with (FOLDER / "topic_pool.toml").open("rb") as file:
        held = tomllib.load(file)
    rules = TopicRules(weekday=held["rules"]["weekday"], contact=held["rules"]["contact"])
    days = workdays_back(today, _MONTH)
    keep_rules(clerk.store, rules, by=clerk.at(days[0], 9))
    units = _units(clerk)
    made = [_noted(clerk, one, units, days) for one in held["topic"]]
    for one in held["consultation"]:
        _consult(clerk, one, days)
    draft_notices(clerk.store, [one.id for one in made[:_ASKED]], by=clerk.at(today, 9, 5))
    for one in held["list"]:
        _listed(clerk, one, days)
    _foresee(clerk, days[-2])


def _noted(clerk: Clerk, held: Held, units: Mapping[str, int], days: Sequence[date]) -> PoolTopic:
    day, ahead = _day(days, held["back"]), held.get("ahead")
    topic = PoolTopic(
        title=held["title"],
        day=day,
        source=held["source"],
        origin=held["origin"],
        kind=Kind(held["kind"]),
        tags=tuple(held["tags"]),
        units=tuple(units[one] for one in held["units"] if one in units),
        wanted=days[-1] + timedelta(ahead) if ahead else None,
        remark=held.get("remark", ""),
    )
    (made,) = note_topics(clerk.store, [topic], by=clerk.at(day, 10, 15))
    came = _came(clerk, held["came"]) if "came" in held else 0
    if came:
        by = clerk.at(days[-1], 9, 10)
        change_topic(clerk.store, replace(made, drafts=(came,)), by=by)
    if held.get("dropped"):
        later = clerk.at(min(day + timedelta(1), days[-1]), 15)
        drop_topics(clerk.store, [made.id], held["dropped"], by=later)
    return made


def _came(clerk: Clerk, words: str) -> int:
    """The newest draft whose title holds some words; 0 without one."""
    with clerk.store.read() as work:
        drafts = work.drafts.candidates(work.drafts.ids(DraftQuery()))
    return next((one.id for one in drafts if words in one.title), 0)


def _consult(clerk: Clerk, held: Held, days: Sequence[date]) -> None:
    day = _day(days, held["back"])
    with clerk.store.read() as work:
        minutes = next_consultation(work, day)
    minutes = replace(
        minutes,
        chair=held["chair"],
        present=held["present"],
        place=held["place"],
        text=held["text"].strip(),
    )
    keep_consultation(clerk.store, minutes, by=clerk.at(day, 16, 40))


def _listed(clerk: Clerk, held: Held, days: Sequence[date]) -> None:
    first = (days[-1].replace(day=1) + timedelta(32 * held["ahead_months"])).replace(day=1)
    day = _day(days, held["back"])
    with clerk.store.read() as work:
        points = begun(work, f"{first:%Y-%m}", day)
    kept = save_list(
        clerk.store, replace(points, lines=tuple(_lines(held))), by=clerk.at(day, 11, 20)
    )
    if held["issued"]:
        issue_list(clerk.store, kept.now.id, by=clerk.at(day, 16))


def _lines(held: Held) -> Iterator[PointLine]:
    tags: Mapping[str, str] = held["tags"]
    for heading, texts in held["headings"]:
        for text in texts:
            yield PointLine(text, heading, (tags[text],) if text in tags else ())


def _foresee(clerk: Clerk, day: date) -> None:
    """Take up what comes next, and wave one occasion off."""
    with clerk.store.read() as work:
        ahead = [one for one in calendar(work, day, day + timedelta(60)) if one.is_to_ask(day)]
    found = [one.happening for one in ahead]
    take_up(clerk.store, found[:_TAKEN], by=clerk.at(day, 9, 30))
    wave_off(clerk.store, found[_TAKEN : _TAKEN + _WAVED], "本地没有", by=clerk.at(day, 9, 35))


def _units(clerk: Clerk) -> Mapping[str, int]:
    with clerk.store.read() as work:
        return {name: one.id for one in work.registry.units() for name in (one.short, *one.aliases)}


def _day(days: Sequence[date], back: int) -> date:
    return days[max(0, len(days) - 1 - back)]
