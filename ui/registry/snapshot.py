"""What the tabs of the registry show, read at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.approvals import Lane
from desk.calendar import SpecialDay
from desk.checks.lexicon import Entry
from desk.checks.office import Level
from desk.clocks import Clock, LaneClocks
from desk.drafts import DraftQuery, Waiver
from desk.fees import FeeClass
from desk.office_hours import OfficeHours
from desk.outcomes import Outcome
from desk.people import Person
from desk.phrases import Phrase
from desk.publications import Publication
from desk.reasons import Reason
from desk.scoring.scheme import Scheme
from desk.store import Store
from desk.topics import Topic
from desk.units import Unit, UnitGroup


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The registry at one moment; quotas are read by year."""

    units: tuple[Unit, ...] = ()
    groups: tuple[UnitGroup, ...] = ()
    publications: tuple[Publication, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    reasons: tuple[Reason, ...] = ()
    clocks: tuple[Clock, ...] = ()
    special_days: tuple[SpecialDay, ...] = ()
    topics: tuple[tuple[Topic, int], ...] = ()  # with how many drafts have it
    words: tuple[Entry, ...] = ()  # the office's own entries of the word lists
    levels: Mapping[int, Mapping[str, Level]] = field(default_factory=dict)  # 0: the office's
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    kept: tuple[Waiver, ...] = ()  # in every draft
    people: tuple[Person, ...] = ()
    lanes: tuple[Lane, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    fees: tuple[FeeClass, ...] = ()
    lane_clocks: LaneClocks = field(default_factory=LaneClocks)
    hours: OfficeHours = field(default_factory=OfficeHours)

    def group_name(self, group_id: int) -> str:
        """The name of a group."""
        return next((group.name for group in self.groups if group.id == group_id), "")


def read(store: Store) -> Snapshot:
    """Read the registry."""
    with store.read() as work:
        return Snapshot(
            tuple(work.registry.units()),
            tuple(work.registry.groups()),
            tuple(work.catalogue.publications()),
            tuple(work.catalogue.schemes()),
            tuple(work.lists.reasons()),
            tuple(work.lists.clocks()),
            tuple(work.lists.special_days()),
            tuple(
                (topic, len(work.drafts.ids(DraftQuery(topic=topic.name))))
                for topic in work.lists.topics()
            ),
            tuple(work.rulebook.words()),
            {
                number: work.rulebook.levels(number)
                for number in (0, *(one.id for one in work.catalogue.publications()))
            },
            work.rulebook.outcomes(),
            tuple(work.rulebook.kept()),
            tuple(work.people.all()),
            tuple(work.approvals.lanes()),
            tuple(work.phrases.all()),
            tuple(work.fees.classes()),
            work.matters.policy(LaneClocks()),
            work.matters.policy(OfficeHours()),
        )
