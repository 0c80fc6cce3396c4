"""The rarer filters in force, as chips that take them away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton

from ui import style
from ui.flow_layout import FlowLayout
from ui.inbox.facets import Facet


class InForce(QFrame):
    """One chip a filter; it is hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._row = FlowLayout(style.GAP, self)
        self.chips: list[QPushButton] = []
        self.hide()

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Show what is in force now."""
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self.chips = [self._chip(facet) for facet in facets if facet.said()]
        for chip in self.chips:
            self._row.addWidget(chip)
            chip.show()
        self.setVisible(bool(self.chips))

    def _chip(self, facet: Facet) -> QPushButton:
        chip = QPushButton(f"{facet.said()}　×", self)
        chip.setObjectName("inForce")
        chip.setToolTip(f"不再按“{facet.said()}”筛选")
        chip.clicked.connect(partial(facet.clear))
        return chip
