"""What stands above the list of commissions beside the notices: calls and fulfilment."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.commissions.calls_window import CallsWindow
from ui.commissions.fulfilment_window import FulfilmentWindow
from ui.keys import bind
from ui.session import Session


class MoreTools:
    """Two buttons with their windows, which are made when they are first wanted."""

    def __init__(self, session: Session, place: QWidget, tools: QHBoxLayout) -> None:
        self._session, self._place = session, place
        self.calls: CallsWindow | None = None
        self.fulfilment: FulfilmentWindow | None = None
        for words, tip, act in (
            ("催报清单", "逾期、今天到期和答应今天报的单位，逐家打电话（Ctrl+T）", self.ring),
            ("完成情况", "各单位约稿按时、逾期、未报", self.count),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(act)
            tools.addWidget(button)
        bind(place, "Ctrl+T", self.ring)

    def ring(self) -> None:
        """Open the call list (Ctrl+T)."""
        self.calls = self.calls or CallsWindow(self._session, self._place)
        self.calls.open()

    def count(self) -> None:
        """Open the fulfilment table."""
        self.fulfilment = self.fulfilment or FulfilmentWindow(self._session, self._place)
        self.fulfilment.open()

    def close(self) -> None:
        """Put the windows away."""
        for one in (self.calls, self.fulfilment):
            if one:
                one.close()
