"""The recovery key on the screen: to be printed once, and kept nowhere but on paper."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.locking.sheet import TITLE, sheet
from ui.paper_window import PaperWindow
from ui.session import Session

_UNPRINTED = (
    "恢复密钥还没有打印。关掉以后再也看不到它；忘了口令，数据就打不开，"
    "只能趁记得口令时“更换恢复密钥”再打印。"
)


class RecoveryPaper(PaperWindow):
    """Offers no file, also not through the printer's dialog; forgets the page when it is closed.

    Signals:
        closed(): it is gone.
    """

    closed = Signal()
    may_keep = False

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        messages = self.session.messages
        if not (self.is_sent or messages.ask(_UNPRINTED, "不打印，关闭", danger=True)):
            event.ignore()
            return
        self.pdf = b""
        super().closeEvent(event)
        self.closed.emit()
        self.deleteLater()


def show_recovery(session: Session, parent: QWidget, recovery: str) -> RecoveryPaper:
    """Show a recovery key, this once."""
    paper = RecoveryPaper(session, parent)
    day = f"{session.today():%Y-%m-%d}"
    paper.show_pdf(TITLE, sheet(recovery, session.settings.office, day))
    paper.note.setText("只显示这一次，请马上打印")
    return paper
