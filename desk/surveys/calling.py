"""Use case: read what a unit that rings up may ask beside its figures (来电)."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from desk.agenda.duty import Ground
from desk.agenda.reading import duties, ground_of
from desk.drafts import Draft, DraftQuery
from desk.foreseeing import offers_of
from desk.matters.kinds import noun_of
from desk.office_clock import day_of, office_time
from desk.scoring.results import UnitScore
from desk.store import Store, Work
from desk.surveys.card import Aside, Caller, Owed, Sent
from desk.units import Unit

_LATEST = 20  # drafts looked through for people
_SHOWN = 6
_CALLERS = 4


def aside_of(store: Store, score: UnitScore, last: date, now: datetime) -> Aside:
    """Whom to ring in a unit, its latest drafts, what is open with it, what an item would earn."""
    with store.read() as work:
        query = DraftQuery(unit_id=score.unit.id, limit=_LATEST)
        drafts = work.drafts.several(work.drafts.ids(query))
        reasons = {one.code: one.text for one in work.lists.reasons()}
        callers = tuple(_callers(work, score.unit, drafts))[:_CALLERS]
        owed = tuple(_owed(ground_of(work, now), score.unit.id))
    latest = tuple(
        Sent(
            one.id,
            one.title,
            day_of(one.received),
            one.status,
            reasons.get(one.reason, one.reason),
        )
        for one in drafts[:_SHOWN]
    )
    return Aside(callers, latest, offers_of(store, score, min(last, day_of(now))), owed)


def _owed(ground: Ground, unit_id: int) -> Iterator[Owed]:
    for duty in duties(ground):
        if unit_id in duty.unit_ids and noun_of(str(duty.target)):
            clock = duty.clock(ground.now)
            told = f"{duty.field}　{duty.text}" + (f"（{clock}）" if clock else "")
            yield Owed(told, str(duty.target))


def _callers(work: Work, unit: Unit, drafts: Iterable[Draft]) -> Iterator[Caller]:
    """Who was asked last, then the authors of the latest drafts; each person once."""
    seen: set[str] = set()
    name, phone = work.inquiries.contact(unit.short)
    if name:
        seen.add(name)
        yield Caller(name, phone, "核实登记")
    for one in drafts:
        if one.author and one.author not in seen:
            seen.add(one.author)
            yield Caller(one.author, one.phone, f"来稿 {office_time(one.received):%Y-%m-%d}")
