"""Leaves columns out where there is no room for them beside the titles."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHeaderView


class SpareColumns:
    """Hides columns, the most dispensable first, until the titles have ``least`` pixels.

    What the clerk has hidden stays hidden.
    """

    def __init__(
        self,
        header: QHeaderView,
        spare: Sequence[int],
        least: int,
        hide: Callable[[int, bool], None],
    ) -> None:
        self._header, self._spare, self._least, self._hide = header, spare, least, hide
        self._left_out: set[int] = set()

    def fit(self, width: int) -> None:
        """Fit the columns into a width."""
        for column in self._left_out:
            self._hide(column, False)  # noqa: FBT003 - Qt's own signature
        self._left_out.clear()
        header = self._header
        fixed = sum(header.sectionSize(at) for at in range(1, header.count()))
        for column in self._spare:
            if width - fixed >= self._least:
                break
            if not header.isSectionHidden(column):
                fixed -= header.sectionSize(column)
                self._left_out.add(column)
                self._hide(column, True)  # noqa: FBT003 - Qt's own signature
