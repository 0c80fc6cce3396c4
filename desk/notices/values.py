"""The values that wordings of letters may name: those of bulletins, and those of one unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.bulletins import values as bulletin
from desk.bulletins.entries import Entry
from desk.bulletins.matter import Matter
from desk.bulletins.template import Value
from desk.notices.entries import UnitEntry, UnitMatter, UnitTopic
from desk.notices.named import items, rest, standing, task
from desk.surveys.survey import GroupSurvey, UnitSurvey

UNIT_TOPICS: Sequence[UnitTopic] = (standing.TOPIC, task.TOPIC, items.TOPIC)
UNIT_ENTRIES: Mapping[str, UnitEntry] = {
    one.name: one for topic in UNIT_TOPICS for one in topic.entries
}
ENTRIES: Mapping[str, Entry] = {
    **bulletin.ENTRIES,
    **{one.name: one for one in rest.TOPIC.entries},
}


@dataclass(frozen=True, slots=True)
class Common:
    """What all letters of a survey have in common, read once."""

    matter: Matter
    values: Mapping[str, Value]
    listed: int

    def of(self, group: GroupSurvey, unit: UnitSurvey) -> Mapping[str, Value]:
        """All values of a letter to a unit."""
        matter = UnitMatter(self.matter, group, unit, self.listed)
        own = {name: entry.read(matter) for name, entry in UNIT_ENTRIES.items()}
        return {**self.values, **own}


def common(matter: Matter, listed: int = 12) -> Common:
    """Read what letters say of all units; each tells so many of its items one by one."""
    return Common(matter, {name: entry.read(matter) for name, entry in ENTRIES.items()}, listed)


def entries(*, of_units: bool) -> tuple[Entry | UnitEntry, ...]:
    """The names a wording may use, those of one unit first where it is written to units."""
    return (*(UNIT_ENTRIES.values() if of_units else ()), *ENTRIES.values())


def examples(*, of_units: bool) -> Mapping[str, Value]:
    """Every name with its example: to try a wording by, without any figures."""
    return {
        one.name: Value(paragraphs=(one.example,)) if one.several else Value(one.example)
        for one in entries(of_units=of_units)
    }
