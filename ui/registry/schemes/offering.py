"""What the editor offers while a row is typed: names of the registry, the scheme, the books."""

from collections.abc import Sequence
from datetime import date, timedelta

from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.condition import Trait
from desk.scoring.clauses.periods import Task
from desk.scoring.clauses.told import Told
from desk.scoring.lines import COMPONENTS
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.vocabulary import Vocabulary, merged, met, registered
from desk.store import Store
from ui.registry.schemes.tables import Table
from ui.registry.snapshot import Snapshot

_PERIODS = ("基础分", "任务分", "扣分")
_FIGURES = ("得分", "折算分", "采用条数", "报送条数", "录用率")
_REMEMBERED = timedelta(days=400)


class Offering:
    """Kept up to date by the tab; the forms ask it anew at each key."""

    def __init__(self) -> None:
        self._registered: Vocabulary = {}
        self._met: Vocabulary = {}
        self._scheme: Scheme | None = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer the names of this registry."""
        self._registered = registered(snapshot.units, snapshot.groups, snapshot.publications)

    def show_met(self, found: Vocabulary) -> None:
        """Offer what was met in the books."""
        self._met = found

    def show_scheme(self, scheme: Scheme) -> None:
        """Offer the words this scheme uses."""
        self._scheme = scheme

    def values(self, trait: Trait) -> Sequence[str]:
        """What a condition can ask of this 项."""
        own: list[str] = []
        if self._scheme and trait is Trait.CLASS:
            own = [one.name for one in self._scheme.carriers]
        used = self._used(trait)
        held = merged({trait: tuple(own)}, self._met, self._registered, {trait: used})
        return held.get(trait, ())

    def words(self, table: Table, told: Told) -> Sequence[str]:
        """What can be typed into a field of a row."""
        if told.attribute in ("component", "components"):
            return self._components()
        if told.attribute in ("weights", "ties"):
            places = (*self.values(Trait.PUBLICATION), *self.values(Trait.TIER))
            front = ("得分",) if told.attribute == "weights" else (*_FIGURES, *places)
            return (*front, *self._components())
        if told.attribute == "needs":
            return [one.name for one in self._clauses() if isinstance(one, Task)]
        trait = _TRAITS.get(told.attribute)
        if told.attribute == "name":
            trait = Trait.CLASS if table.name == "刊物类别" else None
        return self.values(trait) if trait else ()

    def _components(self) -> Sequence[str]:
        used = (getattr(one, "component", "") for one in self._clauses())
        return tuple(dict.fromkeys((*COMPONENTS.values(), *_PERIODS, *filter(None, used))))

    def _used(self, trait: Trait) -> tuple[str, ...]:
        asks = (ask for one in self._clauses() for ask in (*one.when.asks, *one.unless.asks))
        return tuple(value for ask in asks if ask.trait is trait for value in ask.values)

    def _clauses(self) -> tuple[Clause, ...]:
        return self._scheme.clauses if self._scheme else ()


_TRAITS = {
    "publication": Trait.PUBLICATION,
    "section": Trait.SECTION,
    "target": Trait.UNIT,
    "late": Trait.OUTCOME,
}


def read_met(store: Store, today: date) -> Vocabulary:
    """What the facts of the last year say, for the worker."""
    with store.read() as work:
        return met(work.ledger.between(today - _REMEMBERED, today))
