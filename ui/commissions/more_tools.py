"""What stands above the list of commissions: what is asked from above, calls, fulfilment."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk.commissions.commission import Commission
from ui.commissions.calls_window import CallsWindow
from ui.commissions.fulfilment_window import FulfilmentWindow
from ui.commissions.reply_window import ReplyWindow
from ui.commissions.upper_window import UpperWindow
from ui.keys import bind
from ui.session import Session


class MoreTools:
    """Buttons with their windows, which are made when they are first wanted."""

    def __init__(self, session: Session, place: QWidget, tools: QHBoxLayout) -> None:
        self._session, self._place = session, place
        self.calls: CallsWindow | None = None
        self.fulfilment: FulfilmentWindow | None = None
        self.upper: UpperWindow | None = None
        self.reply: ReplyWindow | None = None
        for words, tip, act in (
            ("上级约稿", "上级要稿：登记，分给单位，再合成一篇答复（Ctrl+U）", self.ask_for_upper),
            ("催报清单", "逾期、今天到期和答应今天报的单位，逐家打电话（Ctrl+T）", self.ring),
            ("完成情况", "各单位约稿按时、逾期、未报", self.count),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(act)
            tools.addWidget(button)
        bind(place, "Ctrl+T", self.ring)
        bind(place, "Ctrl+U", self.ask_for_upper)

    def ring(self) -> None:
        """Open the call list (Ctrl+T)."""
        self.calls = self.calls or CallsWindow(self._session, self._place)
        self.calls.open()

    def count(self) -> None:
        """Open the fulfilment table."""
        self.fulfilment = self.fulfilment or FulfilmentWindow(self._session, self._place)
        self.fulfilment.open()

    def ask_for_upper(self) -> None:
        """Enter what the upper level asks (Ctrl+U)."""
        self.upper = self.upper or UpperWindow(self._session, self._place)
        self.upper.open_for()

    def go_on(self, commission: Commission) -> None:
        """Send on what was only entered, or make the reply of what has come."""
        if commission.tasks:
            self.reply = self.reply or ReplyWindow(self._session, self._place)
            self.reply.open_for(commission.id)
        else:
            self.upper = self.upper or UpperWindow(self._session, self._place)
            self.upper.open_for(commission)

    def close(self) -> None:
        """Put the windows away."""
        for one in (self.calls, self.fulfilment, self.upper, self.reply):
            if one:
                one.close()
