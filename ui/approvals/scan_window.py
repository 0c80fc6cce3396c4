"""The scan of a signed slip, to look at and to save."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desk.layout.preview import page_images
from desk.slip_scans import is_pdf
from ui import style
from ui.dialogs import save_path
from ui.keys import bind
from ui.leaving import keep_file
from ui.printing import to_qimage
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (760, 900)
_DPI = 110


class ScanWindow(SideWindow):
    """Esc closes it; Ctrl+S keeps the scan as a file."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "审签单扫描件")
        self._data = b""
        self._images: list[QImage] = []
        self.pages = QVBoxLayout()
        self.pages.setSpacing(style.GAP)
        inside = QWidget()
        inside.setLayout(self.pages)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        button = QPushButton("另存为…")
        button.setToolTip("另存为（Ctrl+S）")
        button.clicked.connect(self.save)
        bind(self, "Ctrl+S", self.save)
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(button)
        column = self.content
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def show_scan(self, data: bytes) -> None:
        """Show a picture or all pages of a PDF, as wide as the window."""
        self._data = data
        self._images = _images(data)
        while self.pages.count():
            self.pages.takeAt(0).widget().deleteLater()
        width = self._area.viewport().width() - 4 * style.GAP
        for image in self._images:
            label = QLabel()
            pixmap = QPixmap.fromImage(image)
            if image.width() > width:
                pixmap = pixmap.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            label.setPixmap(pixmap)
            self.pages.addWidget(label)
        self.come_up(self._area)

    def save(self) -> None:
        """Keep the bytes as they came."""
        suffix = ".pdf" if is_pdf(self._data) else _suffix(self._data)
        path = save_path(self, "审签单扫描件", suffix, "扫描件")
        if path:
            data = self._data
            self.session.do(lambda: keep_file(self.session, path, data), note=f"已存为 {path.name}")


def _images(data: bytes) -> list[QImage]:
    if is_pdf(data):
        return [to_qimage(page.width, page.height, page.rgb) for page in page_images(data, _DPI)]
    return [QImage.fromData(data)]


def _suffix(data: bytes) -> str:
    return ".png" if data.startswith(b"\x89PNG") else ".jpg"
