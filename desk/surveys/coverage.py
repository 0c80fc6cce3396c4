"""The coverage map (覆盖图): who wrote on what, when; who is silent, what nobody writes on."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desk.drafts import Kind
from desk.facts import Fact, FactKind
from desk.scoring.items.identity import bare
from desk.surveys.survey import Record, Survey, UnitSurvey
from desk.units import Unit

UNCLASSIFIED = "未归类"
_MATTERS = (FactKind.SUBMISSION, FactKind.ADOPTION)
_STUDIED = frozenset({Kind.PROBLEM, Kind.PROPOSAL, Kind.EXPERIENCE, Kind.FORECAST})
_RESEARCH, _NEWS = "调研", "动态"


class Depth(StrEnum):
    """What an item is: news of the day, or something somebody has looked into."""

    NEWS = "动态"
    RESEARCH = "调研"
    OTHER = "其他"
    UNKNOWN = "未注明"


@dataclass(frozen=True, slots=True)
class Amount:
    """How many items were sent and how many adopted."""

    sent: int = 0
    adopted: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.sent + other.sent, self.adopted + other.adopted)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of one unit, once however often it was adopted; the days are in the survey's.

    ``sent`` and ``adopted`` are its first days, None where that did not happen then.
    """

    unit: Unit
    title: str
    topics: tuple[str, ...]  # (UNCLASSIFIED,) where nobody gave it one
    kind: str
    depth: Depth
    draft_id: int  # 0: it was never a draft here
    sent: date | None
    adopted: date | None

    @property
    def amount(self) -> Amount:
        """The item as a number."""
        return Amount(int(self.sent is not None), int(self.adopted is not None))


@dataclass(frozen=True, slots=True)
class Silent:
    """A unit that sent nothing; ``last`` is its last item of the year, None for none at all."""

    unit: Unit
    last: date | None
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class Neglected:
    """A topic of which too little was adopted; ``askable`` sent on it this year, the most first."""

    topic: str
    amount: Amount
    askable: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was sent and adopted in a survey's days; an item of two topics counts under both."""

    first: date
    last: date
    units: tuple[Unit, ...]
    topics: tuple[str, ...]  # the office's in its order, those gone since, UNCLASSIFIED at the end
    items: tuple[Item, ...]
    silent: tuple[Silent, ...]
    months: tuple[date, ...]  # their first days
    by_topic: Mapping[tuple[int, str], Amount] = field(repr=False)
    by_month: Mapping[tuple[int, date], Amount] = field(repr=False)
    askable: Mapping[str, tuple[Unit, ...]] = field(repr=False)

    def of_topic(self, topic: str) -> Amount:
        """What all units sent on a topic."""
        return sum((self.by_topic.get((one.id, topic), Amount()) for one in self.units), Amount())

    def of_unit(self, unit_id: int) -> Amount:
        """All items of a unit, each once."""
        return sum((self.by_month.get((unit_id, one), Amount()) for one in self.months), Amount())

    @property
    def total(self) -> Amount:
        """All items of all units; one of several units counts for each."""
        return sum((one.amount for one in self.items), Amount())

    @property
    def unclassified(self) -> Amount:
        """Those without a topic."""
        return self.of_topic(UNCLASSIFIED)

    @property
    def mix(self) -> Mapping[Depth, Amount]:
        """News against research."""
        found = dict.fromkeys(Depth, Amount())
        for one in self.items:
            found[one.depth] += one.amount
        return found

    def neglected(self, least: int = 1) -> tuple[Neglected, ...]:
        """The topics of which fewer than ``least`` items were adopted, the least sent first."""
        known = ((one, self.of_topic(one)) for one in self.topics if one != UNCLASSIFIED)
        found = (
            Neglected(topic, amount, self.askable.get(topic, ()))
            for topic, amount in known
            if amount.adopted < least
        )
        return tuple(sorted(found, key=lambda one: (one.amount.adopted, one.amount.sent)))


def coverage(survey: Survey) -> Coverage:
    """Lay out who wrote on what in a survey's days."""
    items = tuple(one for unit in survey.units for one in _items(survey, unit))
    by_topic: defaultdict[tuple[int, str], Amount] = defaultdict(Amount)
    by_month: defaultdict[tuple[int, date], Amount] = defaultdict(Amount)
    for one in items:
        if one.sent:
            by_month[one.unit.id, one.sent.replace(day=1)] += Amount(1)
        if one.adopted:
            by_month[one.unit.id, one.adopted.replace(day=1)] += Amount(0, 1)
        for topic in one.topics:
            by_topic[one.unit.id, topic] += one.amount
    stretch = survey.stretch
    return Coverage(
        stretch.first,
        stretch.last,
        tuple(one.unit for one in survey.units),
        _topics(survey, items),
        items,
        tuple(_silent(survey)),
        tuple(_months(stretch.first, stretch.last)),
        dict(by_topic),
        dict(by_month),
        _askable(survey),
    )


def topics_of(survey: Survey, record: Record) -> tuple[str, ...]:
    """The topics of a record's draft; of one from an old ledger those its 标记 name."""
    known = set(survey.topics)
    return record.topics or tuple(one for one in record.fact.particulars.tags if one in known)


def depth_of(fact: Fact) -> Depth:
    """What a fact's 体裁 says, else its 信息类型: 问题、建议、经验、预测 are looked into."""
    form, kind = fact.particulars.form, fact.particulars.kind
    if _RESEARCH in form or kind in _STUDIED:
        return Depth.RESEARCH
    if _NEWS in form or kind == Kind.DYNAMIC:
        return Depth.NEWS
    return Depth.OTHER if form or kind else Depth.UNKNOWN


def _items(survey: Survey, unit: UnitSurvey) -> Iterator[Item]:
    held: dict[Hashable, list[Record]] = {}
    for record in unit.records:
        if record.kind in _MATTERS and survey.holds(record):
            held.setdefault(_key(record.fact), []).append(record)
    for records in held.values():
        yield _item(survey, unit.unit, records)


def _item(survey: Survey, unit: Unit, records: Sequence[Record]) -> Item:
    facts = [one.fact for one in records]
    topics = dict.fromkeys(topic for one in records for topic in topics_of(survey, one))
    days = {
        matter: min((one.day for one in facts if one.kind is matter), default=None)
        for matter in _MATTERS
    }
    depths = [depth_of(one) for one in facts]
    return Item(
        unit,
        facts[0].title,
        tuple(topics) or (UNCLASSIFIED,),
        next((one.particulars.kind for one in facts if one.particulars.kind), ""),
        next((one for one in depths if one is not Depth.UNKNOWN), Depth.UNKNOWN),
        facts[0].item_id,
        days[FactKind.SUBMISSION],
        days[FactKind.ADOPTION],
    )


def _key(fact: Fact) -> Hashable:
    return fact.item_id or bare(fact.particulars.item or fact.title) or id(fact)


def _topics(survey: Survey, items: Sequence[Item]) -> tuple[str, ...]:
    used = dict.fromkeys(topic for one in items for topic in one.topics)
    loose = UNCLASSIFIED in used
    gone = [one for one in used if one not in set(survey.topics) and one != UNCLASSIFIED]
    return (*survey.topics, *sorted(gone), *((UNCLASSIFIED,) if loose else ()))


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _silent(survey: Survey) -> Iterator[Silent]:
    """Units in use that sent nothing in the days, the longest silent first."""
    found = []
    for one in survey.units:
        days = [each.fact.day for each in one.records if each.kind is FactKind.SUBMISSION]
        if one.unit.active and not any(day >= survey.stretch.first for day in days):
            found.append(Silent(one.unit, max(days, default=None), one.exempt))
    yield from sorted(found, key=lambda one: (one.last or date.min, one.unit.name))


def _askable(survey: Survey) -> dict[str, tuple[Unit, ...]]:
    counts: defaultdict[str, dict[Unit, int]] = defaultdict(dict)
    for one in survey.units:
        for record in one.records:
            if one.unit.active and record.kind is FactKind.SUBMISSION:
                for topic in topics_of(survey, record):
                    held = counts[topic]
                    held[one.unit] = held.get(one.unit, 0) + 1
    return {
        topic: tuple(sorted(held, key=lambda unit: (-held[unit], unit.name)))
        for topic, held in counts.items()
    }
