"""The groups of units side by side: all, or one of them."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QTabBar, QWidget

from desk.units import UnitGroup
from ui.keys import bind

_KEYS = 10  # Alt+0 to Alt+9


class GroupTabs(QTabBar):
    """← → change the group; Alt+0 shows all units, Alt+1 … the groups in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("分组")
        self.show_groups(())

    @property
    def group_id(self) -> int | None:
        """The group that is looked at; None for all."""
        chosen = self.tabData(self.currentIndex())
        return chosen if isinstance(chosen, int) else None

    def currentText(self) -> str:
        """What the chosen group is called."""
        return self.tabText(self.currentIndex())

    @property
    def names(self) -> list[str]:
        """All there are."""
        return [self.tabText(at) for at in range(self.count())]

    def show_groups(self, groups: Iterable[UnitGroup]) -> None:
        """Offer these groups; the one looked at stays where it is still there."""
        chosen = self.group_id if self.count() else None
        offered: list[tuple[str, int | None]] = [("全部", None)]
        offered += [(one.name, one.id) for one in groups]
        if offered == [(self.tabText(at), self.tabData(at)) for at in range(self.count())]:
            return
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            for at, (name, key) in enumerate(offered):
                self.addTab(name)
                self.setTabData(at, key)
                self.setTabToolTip(at, f"{name}（Alt+{at}）" if at < _KEYS else name)
            keys = [key for _, key in offered]
            self.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)

    def show_all(self) -> None:
        """Look at all units."""
        self.setCurrentIndex(0)

    def bind_keys(self, place: QWidget) -> None:
        """Choose by Alt and a digit anywhere in a place."""
        for at in range(_KEYS):
            bind(place, f"Alt+{at}", partial(self.setCurrentIndex, at))
