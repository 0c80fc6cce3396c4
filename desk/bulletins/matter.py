"""What the values of a bulletin are told from: a survey, the choices made, items counted once."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from desk.bulletins.options import BulletinOptions
from desk.facts import Fact, FactKind
from desk.scoring.items.identity import bare
from desk.surveys.items import Printed, counted_items
from desk.surveys.survey import Counted, Record, Survey, UnitSurvey
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class Matter:
    """A survey with its items, each once however many units stand behind it.

    ``items`` were adopted in the days and count by the scheme, ``items_so_far`` since the
    year's first day.
    """

    survey: Survey
    options: BulletinOptions
    items: tuple[Printed, ...]
    items_so_far: tuple[Printed, ...]

    @property
    def units(self) -> tuple[UnitSurvey, ...]:
        """All units, group by group."""
        return tuple(self.survey.units)

    @property
    def asked(self) -> tuple[UnitSurvey, ...]:
        """The units of which something is asked this year, or which have no word of it."""
        return tuple(one for one in self.survey.units if not one.exempt)

    def records(self, kind: FactKind) -> Iterator[Record]:
        """The records of a kind in the days, unit by unit."""
        return (one for one in self.survey.unit_records if one.kind is kind)

    def happened(self, kind: FactKind) -> Iterator[tuple[UnitSurvey, Counted]]:
        """What counts of a kind in the days, with the unit; taken back counts below zero."""
        stretch = self.survey.stretch
        for unit in self.survey.units:
            for one in unit.counted:
                if one.fact.matter is kind and stretch.first <= one.day <= stretch.last:
                    yield unit, one

    def name(self, unit: Unit) -> str:
        """A unit as the bulletin calls it."""
        return unit.name if self.options.full_names else unit.short or unit.name

    def rate(self, part: Decimal | int, whole: Decimal | int) -> Decimal:
        """A percentage, rounded as the scheme sets it; of nothing it is 0."""
        return self.survey.percent(part, whole)


def matter_of(survey: Survey, options: BulletinOptions) -> Matter:
    """Find the items behind a survey's records."""
    whole = replace(survey, stretch=replace(survey.stretch, first=survey.stretch.begin))
    return Matter(survey, options, counted_items(survey), counted_items(whole))


def once(records: Iterable[Record]) -> int:
    """How many things units did, what several did together once."""
    return sum(times for _key, times in _together(records))


def _together(records: Iterable[Record]) -> list[tuple[Hashable, int]]:
    """Each thing and how often it was done: the most often that one unit did it."""
    times: Counter[tuple[Hashable, int]] = Counter()
    for record in records:
        times[_thing(record.fact), record.unit.id] += 1
    most: dict[Hashable, int] = {}
    for (thing, _unit), number in times.items():
        most[thing] = max(most.get(thing, 0), number)
    return list(most.items())


def _thing(fact: Fact) -> Hashable:
    """What the facts of all units behind the same thing have in common."""
    told = fact.particulars
    if fact.item_id:
        return fact.kind, fact.item_id, fact.publication_id, told.level, told.rank
    if fact.shares > 1 or fact.kind is FactKind.INSTRUCTION:
        title = bare(told.item or fact.title)
        return fact.kind, title or id(fact), fact.day, fact.publication_id, told.level, told.rank
    return id(fact)
