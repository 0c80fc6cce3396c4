"""Drafts that come without a file: written down from paper and telephone, or pasted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter

from ui.inbox.paste_in import paste_from_clipboard
from ui.inbox.preview import Preview
from ui.inbox.quick_form import QuickForm
from ui.session import Session


class ByHand(QObject):
    """Puts the form in the preview's place while something is written down.

    Signals:
        arrived(int): a draft was registered, by its id.
        pasted(int): the same from the clipboard; its facts want a look.
        closed(): the form was closed.
    """

    arrived = Signal(int)
    pasted = Signal(int)
    closed = Signal()

    def __init__(self, session: Session, split: QSplitter, preview: Preview) -> None:
        super().__init__(split)
        self._session = session
        self._preview = preview
        self.form = QuickForm(session)
        self.form.hide()
        split.addWidget(self.form)
        self.form.setMinimumWidth(preview.minimumWidth())
        self.form.recorded.connect(self.arrived)
        self.form.closed.connect(self._close)

    def begin(self) -> None:
        """Open the form."""
        self._preview.hide()
        self.form.begin()

    def paste(self, receive: Callable[[list[Path]], None]) -> None:
        """Take in what lies on the clipboard; copied files go to ``receive``."""
        mime = QGuiApplication.clipboard().mimeData()
        paste_from_clipboard(self._session, mime, receive, self.pasted.emit)

    def _close(self) -> None:
        self.form.hide()
        self._preview.show()
        self.closed.emit()
