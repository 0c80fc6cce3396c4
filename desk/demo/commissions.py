"""What the demo office has asked units for: answered, late, extended, closed, or still to send."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from typing import Any

from desk.commissions import extending, issuing, linking, noting, results
from desk.commissions.commission import Commission, Means, Outcome, Task
from desk.commissions.results import Verdict
from desk.demo.clerk import Clerk
from desk.demo.history import SEED, zero_units
from desk.demo.registry import FOLDER
from desk.demo.workdays import is_workday, workdays_back
from desk.drafts import Draft, DraftQuery, Kind
from desk.office_clock import day_of, moment_at
from desk.units import Unit

_FILE = FOLDER / "commissions.toml"
_BACK = 12  # working days kept in view, for terms counted from the first
_ON_PAPER = "纸质报送"
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Office:
    """The clerk, the working days up to today and some to come, and the units by short name."""

    clerk: Clerk
    days: tuple[date, ...]
    units: Mapping[str, Unit]
    groups: Mapping[str, int]

    def day(self, back: int) -> date:
        """A working day so many before today."""
        return self.days[-1 - back]


def commission(clerk: Clerk, today: date) -> None:
    """Send what the demo office asks for, in the order of the days, and what came of it."""
    with clerk.store.read() as work:
        office = _Office(
            clerk,
            tuple(workdays_back(today, _BACK)),
            {one.short: one for one in work.registry.units()},
            {one.name: one.id for one in work.registry.groups()},
        )
    for place, entry in enumerate(_told()["commission"]):
        _send(office, entry, place)


def _send(office: _Office, entry: Entry, place: int) -> None:
    clerk, day = office.clerk, office.day(entry["sent"])
    by = clerk.at(day, 9, 10 + place)
    notice = _notice(office, entry, day)
    if entry.get("unsent"):
        noting.keep(clerk.store, notice, by=by)
        return
    sent = issuing.issue(clerk.store, notice, by=by)
    _release(office, entry, sent)
    _answer(office, sent)
    if entry.get("settled"):
        _settle(office, entry, sent)
    elif "waiting" in entry:
        _put_down(office, entry, sent)


def _notice(office: _Office, entry: Entry, day: date) -> Commission:
    due = moment_at(_ahead(day, entry["term"]), time(17))
    chosen = {office.groups[one] for one in entry.get("groups", ())}
    named = set(entry.get("units", ()))
    idle = zero_units(SEED)  # an answer in time would be their first point
    units = [
        one
        for one in office.units.values()
        if (one.group_id in chosen or one.short in named) and one.short not in idle
    ]
    return Commission(
        title=entry["title"],
        day=day,
        due=due,
        points=tuple(entry.get("points", ())),
        means=Means(entry.get("means", Means.PAPER)),
        contact=_told()["contact"],
        topics=tuple(entry.get("topics", ())),
        wanted=Kind(entry["kind"]) if "kind" in entry else None,
        tasks=tuple(Task(one.id) for one in units),
    )


def _release(office: _Office, entry: Entry, sent: Commission) -> None:
    """Exempt and extend on the afternoon of the first day."""
    clerk, by = office.clerk, office.clerk.at(day_of(sent.issued or office.clerk.now), 15, 20)
    for short, why in entry.get("exempt", {}).items():
        extending.exempt(clerk.store, sent.id, [office.units[short].id], why, by=by)
    for short, why in entry.get("extend", {}).items():
        due = moment_at(_ahead(max(day_of(sent.due), day_of(clerk.now)), 2), time(17))
        extending.extend(clerk.store, sent.id, [office.units[short].id], due, why, by=by)


def _answer(office: _Office, sent: Commission) -> None:
    """Link what units have sent on its topics since."""
    for draft in _answers(office, sent):
        by = office.clerk.at(day_of(draft.received), 9, 5)
        if by.now >= draft.received:
            linking.link(office.clerk.store, draft.id, [sent.id], by=by)


def _answers(office: _Office, sent: Commission) -> Iterator[Draft]:
    """The first draft of each unit that was asked, with one of the topics, after the notice."""
    assert sent.issued  # noqa: S101 - it has just gone out
    query = DraftQuery(received_from=day_of(sent.issued), descending=False)
    with office.clerk.store.read() as work:
        drafts = work.drafts.several(work.drafts.ids(query))
    waiting = set(sent.unit_ids)
    for draft in drafts:
        fits = draft.was_sent and draft.received > sent.issued and set(draft.unit_ids) & waiting
        if fits and set(draft.topics) & set(sent.topics):
            waiting -= set(draft.unit_ids)
            yield draft


def _settle(office: _Office, entry: Entry, sent: Commission) -> None:
    """Confirm the results on the morning after the last day, and book them."""
    clerk = office.clerk
    by = clerk.at(_ahead(day_of(sent.due), 1), 9, 30)
    with clerk.store.read() as work:
        held = work.matters.get(Commission, sent.id)
    names = {one.id: one.short for one in office.units.values()}
    verdicts = [
        _verdict(entry, task, names[task.unit_id]) for task in held.tasks if not task.exempt
    ]
    results.confirm(
        clerk.store, sent.id, verdicts, books=True, closes=entry.get("closed", False), by=by
    )


def _put_down(office: _Office, entry: Entry, sent: Commission) -> None:
    """Put down what came on paper by the last day; the others are still waited for."""
    clerk = office.clerk
    with clerk.store.read() as work:
        held = work.matters.get(Commission, sent.id)
    left = {office.units[one].id for one in entry["waiting"]}
    came = [one.unit_id for one in held.tasks if one.is_waiting and one.unit_id not in left]
    verdicts = [Verdict(one, Outcome.ON_TIME, _ON_PAPER) for one in came]
    by = clerk.at(day_of(sent.due), 10)
    results.confirm(clerk.store, sent.id, verdicts, books=False, by=by)


def _verdict(entry: Entry, task: Task, short: str) -> Verdict:
    for name, outcome in (("late", Outcome.LATE), ("silent", Outcome.NONE), ("poor", Outcome.POOR)):
        if short in entry.get(name, ()):
            return Verdict(task.unit_id, outcome)
    return Verdict(task.unit_id, Outcome.ON_TIME, "" if task.drafts else _ON_PAPER)


def _ahead(day: date, count: int) -> date:
    """The working day so many after a day."""
    for _ in range(count):
        day += timedelta(1)
        while not is_workday(day):
            day += timedelta(1)
    return day


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
