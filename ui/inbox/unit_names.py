"""Find units by any of their names while typing."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter
from typing_extensions import override

from desk.units import Unit

_SHORT = int(Qt.ItemDataRole.UserRole)
_NAMES = _SHORT + 1
_SEPARATOR = "、"


class UnitNames:
    """Units by full, short and other names."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = list(units)
        self._by_id = {unit.id: unit for unit in self.units}
        self._by_name: dict[str, Unit] = {}
        for names in (_names, lambda unit: (unit.short,), lambda unit: (unit.name,)):
            self._by_name |= {name: unit for unit in self.units for name in names(unit) if name}

    def find(self, name: str) -> Unit | None:
        """The unit of that name."""
        return self._by_name.get(name.strip())

    def text(self, unit_ids: Sequence[int]) -> str:
        """Short names joined by 、."""
        return _SEPARATOR.join(self._by_id[one].short for one in unit_ids if one in self._by_id)

    def completer(self, parent: QObject) -> "UnitCompleter":
        """Offer the active units while a name is typed."""
        model = QStandardItemModel(parent)
        for unit in self.units:
            if unit.active:
                item = QStandardItem(f"{unit.short}　{unit.name}")
                item.setData(unit.short, _SHORT)
                item.setData(" ".join(_names(unit)), _NAMES)
                model.appendRow(item)
        return UnitCompleter(model, parent)


class UnitCompleter(QCompleter):
    """Completes a unit by any of its names to its short one."""

    def __init__(self, model: QStandardItemModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(_NAMES)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)

    @override
    def pathFromIndex(self, index: object) -> str:
        short: str = index.data(_SHORT)  # type: ignore[attr-defined]  # the stub hides two types
        return short


def _names(unit: Unit) -> tuple[str, ...]:
    return (unit.name, unit.short, *unit.aliases)
