"""What happened in the demo office: an accident, a late fire, a school's illness, a landslide."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from desk.auditing import By
from desk.demo.clerk import Clerk
from desk.demo.registry import FOLDER
from desk.demo.workdays import workdays_back
from desk.emergencies.breaching import Proposal, decide, proposals
from desk.emergencies.categories import Category, EmergencyForms
from desk.emergencies.consenting import consent
from desk.emergencies.emergency import (
    Consent,
    Emergency,
    Grade,
    Outcome,
    ReportKind,
    Sending,
    Way,
)
from desk.emergencies.raising import raise_emergency, stamp, text_of
from desk.emergencies.reporting import add_report, next_report, send_up, set_next
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.wording import first_report, later_report
from desk.office_clock import day_of, moment_at

_FILE = FOLDER / "emergencies.toml"
_BACK = 8  # working days kept in view
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Hand:
    """The clerk at one emergency, which was known at a moment."""

    clerk: Clerk
    entry: Entry
    known: datetime
    approver: str

    def by(self, minutes: int) -> By:
        """The clerk acting some minutes after it was known."""
        moment = self.known + timedelta(minutes=minutes)
        return By(self.clerk.who, min(moment, self.clerk.now))

    @property
    def category(self) -> Category:
        """Its category."""
        return EmergencyForms().category(self.entry["category"])


def alarm(clerk: Clerk, today: date) -> None:
    """Write the emergencies down with their reports; the last one is still open."""
    held = tomllib.loads(_FILE.read_text("utf-8"))
    days = workdays_back(today - timedelta(1), _BACK)
    with clerk.store.read() as work:
        ids = {unit.short: unit.id for unit in work.registry.units()}
    for entry in held["emergency"]:
        day = days[-entry["back"]]
        happened = moment_at(day, time.fromisoformat(entry["happened"]))
        known = happened + timedelta(minutes=entry["known"])
        hand = _Hand(clerk, entry, known, held["approver"])
        one = _raise(hand, happened, ids.get(entry["unit"], 0))
        for later in entry.get("later", ()):
            one = _go_on(hand, one, later)
        _finish(hand, one, today)


def _raise(hand: _Hand, happened: datetime, unit_id: int) -> Emergency:
    entry = hand.entry
    one = Emergency(
        title="",
        day=day_of(hand.known),
        category=entry["category"],
        grade=Grade(entry.get("grade", Grade.OPEN)),
        place=entry["place"],
        event=entry["event"],
        reporter_id=unit_id,
        informant=entry["informant"],
        phone=entry["phone"],
        happened=happened,
        known=hand.known,
        slots=tuple(entry["slots"].items()),
    )
    store = hand.clerk.store
    made = raise_emergency(store, one, first_report(one, hand.category), by=hand.by(3)).now
    for what in ("phoned", "arrived", "disclosed"):
        if what in entry:
            start = happened if what == "disclosed" else hand.known
            moment = start + timedelta(minutes=entry[what])
            stamp(store, made.id, what, min(moment, hand.clerk.now), by=hand.by(entry["sent"]))
    given = entry["consent"]
    _approve(hand, made.id, 0, given["minutes"], Way(given["how"]), signed=given["signed"])
    return _send(hand, made.id, 0, entry["sent"])


def _go_on(hand: _Hand, one: Emergency, later: Entry) -> Emergency:
    store, minutes = hand.clerk.store, later["minutes"]
    kind = ReportKind.FINAL if later.get("final") else ReportKind.FOLLOWUP
    last = one.reports[-1]
    now = replace(one, slots=tuple({**dict(one.slots), **later["slots"]}.items()))
    with store.read() as work:
        former = text_of(work, last).text
    by = hand.by(minutes)
    report = next_report(now, kind, by.now)
    wording = later_report(now, hand.category, report, last.slots, former)
    made = add_report(store, one.id, kind, now.slots, wording, by=by).now
    at = len(made.reports) - 1
    _approve(hand, one.id, at, minutes + 5, Way.SIGNED, signed=True)
    return _send(hand, one.id, at, minutes + 9)


def _finish(hand: _Hand, one: Emergency, today: date) -> None:
    entry, store = hand.entry, hand.clerk.store
    if "due_today" in entry or entry.get("rests"):
        at = entry.get("due_today")
        due = moment_at(today, time.fromisoformat(at)) if at else None
        set_next(store, one.id, due, by=hand.by(300))
    judged = entry.get("judge")
    if judged is None:
        return
    said: Proposal = proposals(one, EmergencyRules())[0]
    declined = judged == "不计"
    wanted = said if declined else replace(said, outcome=Outcome(judged))
    by = hand.by(1600)
    decide(store, one.id, replace(wanted, why=entry.get("why", said.why)), declined=declined, by=by)


def _approve(
    hand: _Hand, emergency_id: int, at: int, minutes: int, way: Way, *, signed: bool
) -> None:
    by = hand.by(minutes)
    given = Consent(hand.approver, way, by.now, by.today if signed else None)
    consent(hand.clerk.store, emergency_id, at, given, by=by)


def _send(hand: _Hand, emergency_id: int, at: int, minutes: int) -> Emergency:
    rules, by = EmergencyRules(), hand.by(minutes)
    sending = Sending(by.now, rules.to, rules.how)
    return send_up(hand.clerk.store, emergency_id, at, sending, by=by).now
