"""The issues in work, each on a tab."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTabBar


class IssueTabs(QTabBar):
    """Open issues, and the released one that is being looked at; hidden where one is all.

    Signals:
        chosen(int): the clerk went to this issue.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.currentChanged.connect(lambda at: self.chosen.emit(self.tabData(at)))

    def show_tabs(self, tabs: Sequence[tuple[int, str, str]], current: int) -> None:
        """Show issues by id, short name and full one, and mark the current one."""
        blocker = QSignalBlocker(self)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for at, (issue_id, name, told) in enumerate(tabs):
            if at == self.count():
                self.addTab(name)
            self.setTabText(at, name)
            self.setTabData(at, issue_id)
            self.setTabToolTip(at, f"{told}（Ctrl+PgUp、Ctrl+PgDn 换一期）")
        ids = [issue_id for issue_id, _, _ in tabs]
        self.setCurrentIndex(ids.index(current) if current in ids else -1)
        self.setVisible(len(tabs) > 1)
        blocker.unblock()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) issue, round the end."""
        if self.count() > 1:
            self.setCurrentIndex((self.currentIndex() + by) % self.count())
