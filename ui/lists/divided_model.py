"""A windowed list that can be divided into parts with headings."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from typing_extensions import override

from ui.lists.column import Column
from ui.lists.divisions import Divisions, Part
from ui.lists.list_model import READERS, Index
from ui.lists.windowed_model import WindowedModel

R = TypeVar("R")
_ROOT = QModelIndex()


class DividedModel(WindowedModel[R]):
    """Headings are rows without cells, which cannot be selected; without parts there are none."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[[Sequence[int]], Sequence[R]],
        on_sort: Callable[[str, bool], None] = lambda _key, _descending: None,
    ) -> None:
        super().__init__(columns, fetch, on_sort)
        self.divisions: Divisions | None = None

    @override
    def set_ids(self, ids: Sequence[int]) -> None:
        self.divide(ids, ())

    def divide(self, ids: Sequence[int], parts: Sequence[Part]) -> None:
        """Show these rows in these parts; what was folded stays so."""
        folded = self.divisions.folded if self.divisions else ()
        self.beginResetModel()
        self.divisions = Divisions(parts, folded) if parts else None
        self.keep(ids)
        self.endResetModel()

    def heading(self, number: int) -> Part | None:
        """The part whose heading stands in a row."""
        return self.divisions.heading_at(number) if self.divisions else None

    def fold(self, part: Part, *, on: bool) -> None:
        """Fold a part away or open it."""
        if self.divisions is None or self.divisions.is_folded(part) == on:
            return
        top = self.divisions.top(self.divisions.parts.index(part))
        change = self.beginRemoveRows if on else self.beginInsertRows
        change(QModelIndex(), top + 1, top + part.count)
        self.divisions.fold([part.name], on=on)
        if on:
            self.endRemoveRows()
        else:
            self.endInsertRows()

    def fold_all(self, *, on: bool) -> None:
        """Fold all parts away or open them."""
        if self.divisions:
            self.beginResetModel()
            self.divisions.fold([part.name for part in self.divisions.parts], on=on)
            self.endResetModel()

    def reveal(self, row_id: int) -> None:
        """Open the part that holds an id."""
        member = super().position(row_id)
        if self.divisions and member >= 0:
            self.fold(self.divisions.parts[self.divisions.place_of(member)], on=False)

    @override
    def id_at(self, number: int) -> int:
        """The id of a row that is no heading."""
        return super().id_at(self._member(number))

    @override
    def position(self, row_id: int) -> int:
        return self.place(super().position(row_id))

    def place(self, member: int) -> int:
        """The row of the so-manieth id; -1 where it is folded away."""
        return self.divisions.row_of(member) if self.divisions and member >= 0 else member

    @override
    def row(self, number: int) -> R:
        return super().row(self._member(number))

    def _member(self, number: int) -> int:
        return self.divisions.member_at(number) if self.divisions else number

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        if self.divisions is None or parent.isValid():
            return super().rowCount(parent)
        return self.divisions.rows

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.heading(index.row()):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.divisions is not None and role in READERS:  # a screen asks for a thousand cells
            part = self.divisions.heading_at(index.row())
            if part is not None:
                return part.heading if role == Qt.ItemDataRole.ToolTipRole else None
        return super().data(index, role)
