"""Units, groups and quotas."""

from typing import Protocol

from desk.units import Quota, Unit, UnitChange, UnitGroup, UpperTask


class Registry(Protocol):
    """Units, groups and quotas."""

    def groups(self) -> list[UnitGroup]:
        """The groups by position."""

    def save_group(self, group: UnitGroup) -> UnitGroup:
        """Add (id 0) or change a group."""

    def delete_group(self, group_id: int) -> None:
        """Remove a group; raises NotAllowedError while units belong to it."""

    def units(self) -> list[Unit]:
        """All units by group and name, inactive ones too."""

    def save_unit(self, unit: Unit) -> Unit:
        """Add (id 0) or change a unit."""

    def delete_unit(self, unit_id: int) -> None:
        """Remove a unit; raises NotAllowedError while drafts or facts name it."""

    def quotas(self, year: int) -> list[Quota]:
        """The quotas of a year."""

    def save_quota(self, quota: Quota) -> None:
        """Set a unit's quota of a year."""

    def delete_quota(self, year: int, unit_id: int) -> None:
        """Take a unit's quota of a year away, if it has one."""

    def unit_changes(self) -> list[UnitChange]:
        """The history of all units, by day."""

    def save_unit_change(self, change: UnitChange) -> UnitChange:
        """Add (id 0) or change a step of a unit's history."""

    def delete_unit_change(self, change_id: int) -> None:
        """Take a step of a unit's history away."""

    def upper_tasks(self, year: int) -> list[UpperTask]:
        """What upper levels ask of the office in a year, by tier."""

    def save_upper_task(self, task: UpperTask) -> None:
        """Set what one tier asks in a year."""

    def delete_upper_task(self, year: int, tier: str) -> None:
        """Take away what one tier asks in a year."""
