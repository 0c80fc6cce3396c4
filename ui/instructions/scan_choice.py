"""Choose the scans of an instruction's paper."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desk.errors import DeskError, sentence_of
from desk.slip_scans import must_be_scan
from ui.dialogs import open_paths
from ui.side_window import FormWindow

_KINDS = "扫描件 (*.pdf *.jpg *.jpeg *.png)"


class ScanChoice(QWidget):
    """A button and the names of what was chosen; ``files`` are names with bytes."""

    def __init__(self, window: FormWindow) -> None:
        super().__init__()
        self._window = window
        self.files: list[tuple[str, bytes]] = []
        self.names = QLabel()
        self.names.setObjectName("muted")
        self.names.setMinimumWidth(1)
        self.button = QPushButton("加扫描件…")
        self.button.setToolTip("PDF、JPG、PNG，可以选几个")
        self.button.clicked.connect(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.names, 1)
        self.setFocusProxy(self.button)

    def choose(self) -> None:
        """Ask for files; what is no scan is said at the foot of the window."""
        for path in open_paths(self._window, "选扫描件", _KINDS):
            try:
                data = path.read_bytes()
                must_be_scan(path.name, data)
            except DeskError as error:
                self._window.tell(str(error).replace("审签单", "批示件"))
            except OSError as error:
                self._window.tell(sentence_of(error))
            else:
                self.files.append((path.name, data))
        self._show()

    def clear(self) -> None:
        """Choose none."""
        self.files = []
        self._show()

    def _show(self) -> None:
        names = "、".join(name for name, _data in self.files)
        self.names.setText(names)
        self.names.setToolTip(names)
