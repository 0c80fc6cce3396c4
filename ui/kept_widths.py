"""Remember how a page is divided, for each width of the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QSplitter
from typing_extensions import override


class KeptWidths(QObject):
    """Keeps the sizes of a splitter in the window's own file, under a key."""

    def __init__(self, splitter: QSplitter, folder: Path, key: str) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._file = str(folder / "window.ini")
        self._key = key
        splitter.splitterMoved.connect(self._keep)
        splitter.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._take()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        self._state().setValue(self._name(), self._splitter.sizes())

    def _take(self) -> None:
        kept = self._state().value(self._name()) or ()
        if len(kept) == self._splitter.count():
            self._splitter.setSizes([int(one) for one in kept])  # strings after a restart

    def _name(self) -> str:
        return f"{self._key}/widths-{self._splitter.width()}"

    def _state(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)
