"""Find units by any of their names while typing."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from desk.errors import FieldError
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

    def ids(self, text: str) -> tuple[int, ...]:
        """The units named in a text; raises FieldError on a name nobody has."""
        parts = text.replace("，", _SEPARATOR).replace(",", _SEPARATOR).split(_SEPARATOR)
        names = [part.strip() for part in parts if part.strip()]
        for name in names:
            if self.find(name) is None:
                raise FieldError(
                    "unit_ids",
                    f"没有叫“{name}”的单位。请从提示里选，或先到“资料—单位”登记。",
                )
        found = [unit.id for name in names if (unit := self.find(name))]
        return tuple(dict.fromkeys(found))

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
    """Completes the part after the last 、 by any name of a unit."""

    def __init__(self, model: QStandardItemModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(_NAMES)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rsplit(_SEPARATOR, maxsplit=1)[-1].strip()]

    @override
    def pathFromIndex(self, index: object) -> str:
        short: str = index.data(_SHORT)  # type: ignore[attr-defined]  # the stub hides two types
        line = self.widget()
        before = line.text().rpartition(_SEPARATOR) if isinstance(line, QLineEdit) else ("", "", "")
        return "".join(before[:2]) + short


def _names(unit: Unit) -> tuple[str, ...]:
    return (unit.name, unit.short, *unit.aliases)
