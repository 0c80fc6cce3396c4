"""In the status bar, only while something is wrong with the backups; a click leads there."""

from PySide6.QtWidgets import QPushButton

from ui.backups.keeping import Keeping
from ui.session import Session


class TroubleNote(QPushButton):
    """Hidden while all is well."""

    def __init__(self, session: Session) -> None:
        super().__init__("！备份有问题")
        self.setObjectName("alarmLink")
        self._keeping = Keeping.of(session)
        self._keeping.changed.connect(self._show)
        self.clicked.connect(lambda: session.go("settings", "备份与恢复"))
        self.hide()

    def _show(self) -> None:
        self.setToolTip(self._keeping.trouble)
        self.setVisible(bool(self._keeping.trouble))
