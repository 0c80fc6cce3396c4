"""Sheets over every window of the program, so that a locked one shows nothing."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QToolTip, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from ui.icons import coloured
from ui.style import INK

_ICON = 40
_TITLE = "信息编报台（已锁定）"


class Cover(QFrame):
    """Lies over all of one window, whatever its size, and keeps the window's name from sight."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.covered = window
        self.setObjectName("page")
        self.setAutoFillBackground(True)
        mark = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        mark.setPixmap(coloured("lock", INK).pixmap(_ICON, _ICON))
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(mark)
        layout.addWidget(QLabel("已锁定", alignment=Qt.AlignmentFlag.AlignCenter))
        layout.addStretch(1)
        self._title = window.windowTitle()
        window.setWindowTitle(_TITLE)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Show the window again."""
        self.covered.removeEventFilter(self)
        self.covered.setWindowTitle(self._title)
        self.hide()
        self.deleteLater()

    def _take_title(self) -> None:
        """Keep a name that the window got meanwhile for later."""
        if self.covered.windowTitle() != _TITLE:
            self._title = self.covered.windowTitle()
            self.covered.setWindowTitle(_TITLE)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self.covered.rect())
        elif event.type() is QEvent.Type.ChildAdded:
            self.raise_()
        elif event.type() is QEvent.Type.WindowTitleChange:
            self._take_title()
        return False


class Covers:
    """The sheets that lie now."""

    def __init__(self) -> None:
        self._lying: list[Cover] = []

    def lay(self, but: QWidget) -> None:
        """Cover every window on view that is not covered yet, but one; close menus and tips."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        covered = {cover.covered for cover in self._lying if isValid(cover)}
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not but and window not in covered:
                self._lying.append(Cover(window))

    def lift(self) -> None:
        """Show everything again."""
        for cover in self._lying:
            if isValid(cover):  # else its window has been closed meanwhile
                cover.lift()
        self._lying = []
