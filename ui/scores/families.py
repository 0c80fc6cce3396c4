"""The tabs of the 考核 page by what they are for, so that all of a kind are seen at once."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QTabWidget, QToolButton, QWidget

from ui import style
from ui.keys import bind
from ui.scores.tabs import FAMILIES, TABS


class Families(QWidget):
    """Chips in the corner of the tabs: only the tabs of the chosen family are seen.

    Ctrl+Alt+1 … choose a family; it opens at the tab that was looked at last.
    """

    def __init__(self, tabs: QTabWidget, place: QWidget) -> None:
        super().__init__()
        self._tabs = tabs
        self._last = {name: TABS.index(kinds[0]) for name, _tip, kinds in FAMILIES}
        self._chips = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 2 * style.GAP, 2)
        row.setSpacing(2)
        for at, (name, tip, _kinds) in enumerate(FAMILIES):
            chip = QToolButton()
            chip.setText(name)
            chip.setCheckable(True)
            chip.setObjectName("chip")
            chip.setToolTip(f"{tip}（Ctrl+Alt+{at + 1}）")
            self._chips.addButton(chip, at)
            row.addWidget(chip)
            bind(place, f"Ctrl+Alt+{at + 1}", partial(self.open, at))
        self._chips.idClicked.connect(self.open)
        self.follow(0)

    def open(self, at: int) -> None:
        """Go to a family, where it was left."""
        self.follow(self._last[FAMILIES[at][0]])

    def follow(self, tab: int) -> None:
        """Show a tab and its family."""
        at = next(at for at, (_n, _t, kinds) in enumerate(FAMILIES) if TABS[tab] in kinds)
        name, _tip, mine = FAMILIES[at]
        self._last[name] = tab
        self._chips.button(at).setChecked(True)
        places = {number: kind in mine for number, kind in enumerate(TABS)}
        for number in sorted(places, key=lambda one: not places[one]):
            self._tabs.setTabVisible(number, places[number])
            if number == tab:  # before others go: when the one on view does, Qt chooses another
                self._tabs.setCurrentIndex(tab)
