"""Use case: the month's slips for all units (教学), from what they sent and what became of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from desk.answering import Telling
from desk.assessing import basis_of, facts_of
from desk.checks.catalogue import catalogue
from desk.drafts import Draft, DraftQuery, Kind, Secrecy, Status
from desk.jobs import Job, Progress
from desk.pairing import pair_of
from desk.reports.receipts import Sent
from desk.reports.teaching import Advice, Goal, Lesson, Model, Pair, Slip
from desk.scoring.lines import LedgerLine
from desk.scoring.results import UnitScore
from desk.scoring.totals import score
from desk.store import Store, Work
from desk.units import Unit

_AT_ONCE = 25  # drafts read together
_TOPICS, _KINDS, _MODELS = 5, 3, 3
_SHOWN = (Secrecy.NONE, Secrecy.INTERNAL)
_REGISTERED = "M"  # rules on what the desk itself registers
_EDITED = (Status.EDITING, Status.SUBMITTED, Status.READY, Status.RELEASED)


@dataclass(slots=True)
class _Gathered:
    """What one unit's drafts of the month come to."""

    items: list[Sent] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    drafts: Counter[str] = field(default_factory=Counter)
    pairs: list[tuple[float, Pair]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Year:
    """What every unit sent this year so far, and what it scored."""

    topics: dict[str, set[str]]  # by short name
    kinds: dict[str, set[str]]
    scores: dict[int, UnitScore]
    open_topics: tuple[str, ...]
    best: tuple[LedgerLine, ...]  # of the month


def month_of(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    first = date(year, month, 1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def slips(
    store: Store,
    year: int,
    month: int,
    *,
    office: str,
    day: date,
    unit_ids: Iterable[int] | None = None,
) -> Job[list[Slip]]:
    """A slip for each active unit (or these), in the registry's order; drafts count by arrival."""
    first, last = month_of(year, month)
    wanted = None if unit_ids is None else set(unit_ids)
    with store.read() as work:
        units = {unit.id: unit for unit in work.registry.units()}
        chosen = [
            unit
            for unit in units.values()
            if (unit.active if wanted is None else unit.id in wanted)
        ]
        ids = _ids(work, chosen, first, last, alone=wanted is not None)
        gathered: defaultdict[int, _Gathered] = defaultdict(_Gathered)
        telling, total = Telling(work, units), len(ids) + 1
        for start in range(0, len(ids), _AT_ONCE):
            yield Progress(start, total, "整理指导单")
            for draft in work.drafts.several(ids[start : start + _AT_ONCE]):
                if draft.was_sent:
                    _take(gathered, telling, draft, units)
        yield Progress(len(ids), total, "整理指导单")
        known = _year(work, first, last, day)
    return [
        _slip(unit, gathered[unit.id], known, units, (office, first, last, day)) for unit in chosen
    ]


def _ids(work: Work, units: Sequence[Unit], first: date, last: date, *, alone: bool) -> list[int]:
    """The drafts of the month, oldest first; those of a few units are asked for one by one."""
    query = DraftQuery(received_from=first, received_to=last, descending=False)
    if not alone:
        return work.drafts.ids(query)
    found = [work.drafts.ids(replace(query, unit_id=unit.id)) for unit in units]
    return list(dict.fromkeys(one for ids in found for one in ids))


def _take(
    gathered: dict[int, _Gathered], telling: Telling, draft: Draft, units: dict[int, Unit]
) -> None:
    """Note a draft with each of its units."""
    item, faults = telling.of(draft, checked=False), telling.faults(draft)
    is_edited = draft.status in _EDITED and draft.secrecy in _SHOWN
    pair = pair_of(draft.original.body, draft.body, draft.title) if is_edited else None
    for unit_id in draft.unit_ids:
        own = gathered[unit_id]
        partners = tuple(units[one].short for one in draft.unit_ids if one != unit_id)
        own.items.append(replace(item, partners=partners))
        own.faults.update(faults)
        own.drafts.update(faults.keys())
        own.pairs += [pair] if pair else []


def _year(work: Work, first: date, last: date, today: date) -> _Year:
    begin = first.replace(month=1, day=1)
    rows = work.drafts.rows(work.drafts.ids(DraftQuery(received_from=begin, received_to=last)))
    topics: defaultdict[str, set[str]] = defaultdict(set)
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for short in row.units.split("、"):
            topics[short].update(row.topics)
            kinds[short].add(row.kind)
    basis = basis_of(work, last.year)
    table = score(basis, facts_of(work, basis, begin, last), begin, last, today=today)
    every = (line for unit in table.units for line in unit.lines if first <= line.day <= last)
    lines = [line for line in every if isinstance(line, LedgerLine)]
    lines.sort(key=lambda line: (-line.points, line.day, line.title))
    active = tuple(one.name for one in work.lists.topics() if one.active)
    scores = {one.unit.id: one for one in table.units}
    return _Year(topics, kinds, scores, active, tuple(_told(work, lines)))


def _told(work: Work, lines: Sequence[LedgerLine]) -> list[LedgerLine]:
    """The lines whose items other units may hear of."""
    ids = list(dict.fromkeys(line.fact.item_id for line in lines if line.fact.item_id))
    secret = {one.id for one in work.drafts.several(ids) if one.secrecy not in _SHOWN}
    return [line for line in lines if line.fact.item_id not in secret]


def _slip(
    unit: Unit,
    own: _Gathered,
    known: _Year,
    units: dict[int, Unit],
    head: tuple[str, date, date, date],
) -> Slip:
    office, first, last, day = head
    rules = catalogue()
    lessons = tuple(
        Lesson(rules[code].name, times, own.drafts[code], rules[code].summary)
        for code, times in own.faults.most_common()
        if not code.startswith(_REGISTERED)
    )
    best = max(own.pairs, key=lambda one: one[0], default=None)
    return Slip(
        office, unit.name, unit.short, first, last, day, tuple(own.items), lessons,
        best[1] if best else None, _advice(unit, known, units, last, day),
    )  # fmt: skip


def _advice(unit: Unit, known: _Year, units: dict[int, Unit], last: date, day: date) -> Advice:
    sent, kinds = known.topics.get(unit.short, set()), known.kinds.get(unit.short, set())
    return Advice(
        tuple(one for one in known.open_topics if one not in sent)[:_TOPICS],
        tuple(kind.value for kind in Kind if kind.value not in kinds)[:_KINDS],
        _goal(known.scores.get(unit.id), last, day),
        tuple(_models(unit, known.best, units)),
    )


def _goal(found: UnitScore | None, last: date, day: date) -> Goal | None:
    if found is None or not (found.quota or found.quota_items):
        return None
    points = found.quota if found.quota is not None else found.points
    left, so_far = 12 - last.month, day < last
    return Goal(points, found.quota_items, found.points, found.adopted, left, so_far)


def _models(unit: Unit, lines: Iterable[LedgerLine], units: dict[int, Unit]) -> list[Model]:
    """The month's best items of other units, those of its own group first, each unit once."""
    others: dict[int, LedgerLine] = {}
    titles: set[str] = set()
    for line in lines:
        if line.unit_id != unit.id and line.unit_id in units and line.title not in titles:
            titles.add(line.title)
            others.setdefault(line.unit_id, line)
    chosen = sorted(others.values(), key=lambda line: units[line.unit_id].group_id != unit.group_id)
    return [
        Model(units[line.unit_id].short, line.title, f"《{line.publication}》", line.points)
        for line in chosen[:_MODELS]
    ]
