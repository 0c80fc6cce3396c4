"""A window beside the work: what all of them do alike."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.errors import DeskError
from ui import style
from ui.keys import bind_done
from ui.manual.context import tell_of
from ui.session import Session


class SideWindow(QWidget):
    """Subclasses fill ``content``; Esc closes. F1 opens the manual at ``chapter``."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        size: tuple[int, int],
        title: str = "",
        chapter: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setWindowTitle(title)
        tell_of(self, chapter)
        self.session = session
        self.look = style.Look(session.settings.scale)
        room = self.screen().availableSize().expandedTo(parent.window().size())
        self.resize(QSize(*map(self.look.px, size)).boundedTo(room))
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(16, 12, 16, 12)
        self.content.setSpacing(style.GAP)

    def come_up(self, first: QWidget) -> None:
        """Stand before all other windows, with the keyboard at ``first``."""
        self.show()
        self.raise_()
        self.activateWindow()
        first.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class FormWindow(SideWindow):
    """A side window to fill in, with a line for what is wrong; Ctrl+Enter does its main deed."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        size: tuple[int, int],
        title: str = "",
        chapter: str = "",
    ) -> None:
        super().__init__(session, parent, size, title, chapter)
        self.error = QLabel(wordWrap=True)
        self.error.setObjectName("fieldError")
        self.error.hide()

    def deed(self, words: str, tip: str, act: Callable[[], None]) -> QPushButton:
        """The main button, and its keys."""
        button = QPushButton(words)
        button.setObjectName("primary")
        button.setToolTip(tip)
        button.clicked.connect(act)
        bind_done(self, act)
        return button

    def foot(self, *buttons: QPushButton) -> QHBoxLayout:
        """What is wrong at the left, the buttons at the right."""
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.error, 1)
        row.addStretch(0)  # only where there is nothing wrong
        for button in buttons:
            row.addWidget(button)
        return row

    def tell(self, sentence: str) -> None:
        """Say what is wrong; "" for nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def on_kept(self, _kept: object) -> None:
        """Close, when what was filled in is kept."""
        self.close()

    def fail(self, error: Exception) -> None:
        """Say why a deed failed: here if it has a sentence."""
        if isinstance(error, DeskError):
            self.tell(str(error))
        else:
            self.session.fail(error)
