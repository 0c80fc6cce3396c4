"""What the tabs of the registry show, read at once."""

from dataclasses import dataclass

from desk.publications import Publication
from desk.scoring.scheme import Scheme
from desk.store import Store
from desk.units import Unit, UnitGroup


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The registry at one moment; quotas are read by year."""

    units: tuple[Unit, ...] = ()
    groups: tuple[UnitGroup, ...] = ()
    publications: tuple[Publication, ...] = ()
    schemes: tuple[Scheme, ...] = ()

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
        )
