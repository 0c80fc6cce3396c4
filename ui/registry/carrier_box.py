"""Whose levels are shown: the office's, for all publications, or one publication's own."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from desk.publications import Publication, Tier

_OFFICE = "全部刊物"


class CarrierBox(QComboBox):
    """The office and its own publications in use."""

    def __init__(self) -> None:
        super().__init__()
        self.setToolTip("级别对全部刊物生效，还是只对一种刊物生效")
        self.addItem(_OFFICE, 0)

    @property
    def publication_id(self) -> int:
        """Whose levels are shown; 0 for the office's."""
        return int(self.currentData() or 0)

    def show_publications(self, publications: Sequence[Publication]) -> None:
        """List them, and keep the one that is chosen; nobody is told."""
        chosen, quiet = self.publication_id, QSignalBlocker(self)
        self.clear()
        self.addItem(_OFFICE, 0)
        for one in publications:
            if one.tier is Tier.OWN and one.active:
                self.addItem(f"《{one.name}》", one.id)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        quiet.unblock()
