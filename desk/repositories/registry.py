"""Units, groups and quotas."""

from typing import Protocol

from desk.units import Quota, Unit, UnitGroup


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
