"""The rows of a scheme while they are edited, with a way back for every step."""

from collections.abc import Sequence
from typing import Any

from desk.scoring.scheme import Scheme
from ui.registry.schemes.tables import Table

_DEPTH = 200


class Drafting:
    """Holds the scheme as edited; edits of one row in a row are one step."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self._former: list[tuple[Scheme, str, int]] = []
        self._last: tuple[str, int] | None = None

    def begin(self, scheme: Scheme) -> None:
        """Edit another scheme; there is no way back before this."""
        self.scheme = scheme
        self._former.clear()
        self._last = None

    def rows(self, table: Table) -> tuple[Any, ...]:
        """The rows of a table now."""
        return table.rows(self.scheme)

    def change(self, table: Table, at: int, row: Any) -> None:  # noqa: ANN401 - of its table
        """Put another row in one's place."""
        rows = list(self.rows(table))
        if rows[at] == row:
            return
        rows[at] = row
        if self._last != (table.name, at):
            self._keep(table, at)
            self._last = (table.name, at)
        self.scheme = table.put(self.scheme, rows)

    def insert(self, table: Table, at: int, rows: Sequence[Any]) -> None:
        """Put rows in before a place."""
        self._keep(table, at)
        held = list(self.rows(table))
        held[at:at] = rows
        self.scheme = table.put(self.scheme, held)

    def remove(self, table: Table, places: Sequence[int]) -> None:
        """Take rows out."""
        self._keep(table, min(places))
        held = [row for at, row in enumerate(self.rows(table)) if at not in set(places)]
        self.scheme = table.put(self.scheme, held)

    def move(self, table: Table, at: int, by: int) -> bool:
        """Move a row; whether there was room."""
        rows = list(self.rows(table))
        if not 0 <= at + by < len(rows):
            return False
        self._keep(table, at)
        rows.insert(at + by, rows.pop(at))
        self.scheme = table.put(self.scheme, rows)
        return True

    def undo(self) -> tuple[str, int] | None:
        """Take the last step back; returns the table and the place it was in."""
        if not self._former:
            return None
        self.scheme, name, at = self._former.pop()
        self._last = None
        return name, at

    def _keep(self, table: Table, at: int) -> None:
        self._former.append((self.scheme, table.name, at))
        del self._former[:-_DEPTH]
        self._last = None
