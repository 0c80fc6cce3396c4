"""The way files take into the inbox: chosen, dropped on the page, or tried once more."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from desk.jobs import Progress
from ui.dialogs import open_folder, open_paths
from ui.inbox.arriving import take_in
from ui.inbox.drop_hint import DropHint
from ui.session import Session


class Door(QObject):
    """Takes files in for a page, one batch at a time; its buttons rest meanwhile.

    Signals:
        received(list[FileResult]): what became of each file.
    """

    received = Signal(object)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._buttons: list[QPushButton] = []
        self.is_open = True
        self.hint = DropHint(page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        session.progressed.connect(self._on_progress)

    def lead(self, button: QPushButton, slot: Callable[[], None] | None = None) -> QPushButton:
        """Make a button one of the door's: it rests while files come in."""
        if slot:
            button.clicked.connect(slot)
        self._buttons.append(button)
        return button

    def receive(self, paths: list[Path]) -> None:
        """Take files and folders in."""
        if paths:
            self._open(on=False)
            take_in(self._session, paths, self.received.emit)

    def choose_files(self) -> None:
        """Ask for files."""
        from desk.intake.reading import readable_suffixes  # noqa: PLC0415 - loaded on use

        kinds = " ".join(f"*{suffix}" for suffix in readable_suffixes())
        if self.is_open:
            self.receive(open_paths(self._page, "选择来稿", f"来稿 ({kinds});;所有文件 (*)"))

    def choose_folder(self) -> None:
        """Ask for a folder."""
        folder = open_folder(self._page, "选择来稿所在的文件夹") if self.is_open else None
        self.receive([folder] if folder else [])

    def _on_progress(self, step: Progress | None) -> None:
        if step is None:
            self._open(on=True)

    def _open(self, *, on: bool) -> None:
        self.is_open = on
        for button in self._buttons:
            button.setEnabled(on)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what is dragged over the page; a child that takes no drops hands it on to here."""
        act: dict[QEvent.Type, Callable[[], None]] = {
            QEvent.Type.DragEnter: partial(self._on_enter, event),
            QEvent.Type.DragLeave: self.hint.hide,
            QEvent.Type.Drop: partial(self._on_drop, event),
        }
        found = act.get(event.type())
        if found:
            found()
        return found is not None

    def _on_enter(self, event: QEvent) -> None:
        assert isinstance(event, QDragEnterEvent)  # noqa: S101 - by the event's type
        if self.is_open and dragged_paths(event.mimeData()):
            event.acceptProposedAction()
            self.hint.cover()
        else:
            event.ignore()

    def _on_drop(self, event: QEvent) -> None:
        assert isinstance(event, QDropEvent)  # noqa: S101 - by the event's type
        self.hint.hide()
        event.acceptProposedAction()
        self.receive(dragged_paths(event.mimeData()))


def dragged_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this machine that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
