"""Type units by their characters, initials or code."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit
from typing_extensions import override

from desk.errors import FieldError
from desk.naming import suggest
from desk.units import Unit

_SHORT = int(Qt.ItemDataRole.UserRole)
_SEPARATOR = "、"
_JOINING = ("、", "，", ",")
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class UnitEdit(QLineEdit):
    """Several units joined by 、; Enter or Tab takes the first offered and goes on, 、 stays."""

    def __init__(self) -> None:
        super().__init__(placeholderText="拼音首字母、代码或名称，多个单位用、隔开")
        self._units: list[Unit] = []
        self._by_name: dict[str, Unit] = {}
        self._model = QStandardItemModel(self)
        self._popup = QCompleter(self._model, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setWidget(self)
        self._list.clicked.connect(self._on_chosen)
        self.textEdited.connect(self._offer)

    def show_units(self, units: Iterable[Unit]) -> None:
        """Know these units."""
        self._units = list(units)
        self._by_name = {}
        for unit in self._units:
            for name in (*unit.aliases, unit.short, unit.name):
                self._by_name[name] = unit

    def show_ids(self, unit_ids: Iterable[int]) -> None:
        """Write the short names of some units."""
        shorts = {unit.id: unit.short for unit in self._units}
        self.setText(_SEPARATOR.join(shorts[one] for one in unit_ids if one in shorts))

    def unit_ids(self) -> tuple[int, ...]:
        """The units named; raises FieldError on a name nobody has."""
        found: dict[int, None] = {}
        for name in self._parts():
            unit = self._meant(name)
            if unit is None:
                raise FieldError(
                    "unit_ids",
                    f"没有叫“{name}”的单位。请从提示里选，或先到“资料—单位”登记。",
                )
            found[unit.id] = None
        return tuple(found)

    def _parts(self) -> list[str]:
        text = self.text().replace("，", _SEPARATOR).replace(",", _SEPARATOR)
        return [part.strip() for part in text.split(_SEPARATOR) if part.strip()]

    def _meant(self, name: str) -> Unit | None:
        """A unit by its name, or the only one that answers to what was typed."""
        if name in self._by_name:
            return self._by_name[name]
        offered = suggest(self._units, name, limit=2)
        return offered[0] if len(offered) == 1 else None

    def _offer(self) -> None:
        typed = self.text().rpartition(_SEPARATOR)[2].strip()
        self._model.clear()
        for unit in [] if typed in self._by_name else suggest(self._units, typed):
            code = f"　{unit.code}" if unit.code else ""
            item = QStandardItem(f"{unit.short}　{unit.name}{code}")
            item.setData(unit.short, _SHORT)
            self._model.appendRow(item)
        if not self._model.rowCount():
            self._list.hide()
            return
        self._popup.complete()
        self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))

    @property
    def _list(self) -> QAbstractItemView:
        return self._popup.popup()

    def _on_chosen(self, index: QModelIndex | QPersistentModelIndex) -> None:
        before = "".join(self.text().rpartition(_SEPARATOR)[:2])
        self.setText(f"{before}{index.data(_SHORT)}")

    def _take(self) -> None:
        self._on_chosen(self._list.currentIndex())
        self._list.hide()

    @override
    def event(self, event: QEvent) -> bool:
        # Not keyPressEvent: Tab would have moved the focus before.
        if isinstance(event, QKeyEvent) and self._takes(event):
            self._take()
            if event.key() == Qt.Key.Key_Tab:
                self.focusNextChild()
            elif event.text() in _JOINING:
                self.insert(_SEPARATOR)
            else:
                self.returnPressed.emit()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        takes = event.key() in _TAKING or event.text() in _JOINING
        return is_press and takes and self._list.isVisible()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write out in full what can only mean one unit."""
        parts = self._parts()
        meant = [self._meant(part) for part in parts]
        self.setText(
            _SEPARATOR.join(
                unit.short if unit else part for unit, part in zip(meant, parts, strict=True)
            )
        )
        super().focusOutEvent(event)
