"""How the office lays out its statistics tables."""

from typing import Protocol

from desk.reports.statistics.layout import TableLayout


class TableLayouts(Protocol):
    """The office's own layouts; those delivered are not among them."""

    def all(self) -> list[TableLayout]:
        """All of them by name."""

    def save(self, layout: TableLayout) -> TableLayout:
        """Add (id 0) or change a layout; its key names its id."""

    def delete(self, layout_id: int) -> None:
        """Remove a layout."""
