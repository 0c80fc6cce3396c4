"""Beside the list: the instruction's page, what can be done with it, and its scans."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from desk.instructions.instruction import Scan
from desk.layout.preview import page_images
from desk.slip_scans import is_pdf
from ui import style
from ui.approvals.scan_window import ScanWindow
from ui.flow_layout import FlowLayout
from ui.printing import to_qimage
from ui.session import Session

_HEIGHT, _DPI = 120, 40
_HINT = "选中一条批示，这里是原文、承办单位和经过。"


class InstructionSide(QWidget):
    """Shows one instruction.

    Signals:
        followed(str): a link was clicked, as "draft:12" or "unit:3".
    """

    followed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.text = QTextBrowser()
        self.text.setObjectName("reading")
        self.text.setOpenLinks(False)
        self.text.setAccessibleName("批示原文和经过")
        self.text.anchorClicked.connect(lambda url: self.followed.emit(_plain(url)))
        self.window_of_scans: ScanWindow | None = None
        self.buttons = FlowLayout(style.GAP)
        self.scans = QHBoxLayout()
        self.scans.setSpacing(style.GAP)
        self.scans.setContentsMargins(0, 0, 0, 0)
        self.scans.addStretch(1)
        self._asked = 0
        self._thumbs: list[QPushButton] = []
        row = QWidget()
        row.setLayout(self.scans)
        self.scan_row = row
        row.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(self.buttons)
        layout.addWidget(self.text, 1)
        layout.addWidget(row)
        self.clear()

    def add_button(self, words: str, tip: str, act: Callable[[], object]) -> QPushButton:
        """Put a deed above the page."""
        button = QPushButton(words)
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked: act())
        self.buttons.addWidget(button)
        return button

    def clear(self) -> None:
        """Show that none is chosen."""
        self.text.setHtml(f'<p style="color: {style.MUTED}">{_HINT}</p>')
        self.show_scans(())

    def show_page(self, html: str) -> None:
        """Show a page from its top."""
        self.text.setHtml(html)

    def show_scans(self, scans: Sequence[Scan]) -> None:
        """Show the scans small; they are read and drawn on the worker."""
        self._asked += 1
        self.scan_row.setVisible(bool(scans))
        for label in self._thumbs:
            self.scans.removeWidget(label)
            label.deleteLater()
        self._thumbs = []
        if scans:
            store, some = self.session.store, scans[:4]

            def drawn() -> list[tuple[Scan, QImage]]:
                with store.read() as work:
                    held = [(one, work.files.get(one.digest)) for one in some]
                return [(one, _small(data)) for one, data in held]

            self.session.look(drawn, partial(self._on_drawn, self._asked))

    def _on_drawn(self, asked: int, found: Sequence[tuple[Scan, QImage]]) -> None:
        if asked != self._asked:
            return
        for scan, image in found:
            tall = style.Look(self.session.settings.scale).px(_HEIGHT)
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = QPixmap.fromImage(image).scaledToHeight(tall, smooth)
            label = _Thumb(scan.name, picture, partial(self._open, scan))
            self.scans.insertWidget(len(self._thumbs), label)
            self._thumbs.append(label)

    def _open(self, scan: Scan) -> None:
        with self.session.store.read() as work:
            data = work.files.get(scan.digest)
        self.window_of_scans = self.window_of_scans or ScanWindow(self.session, self)
        self.window_of_scans.show_scan(data)
        self.window_of_scans.setWindowTitle(f"批示扫描件　{scan.name}")


class _Thumb(QPushButton):
    """A small picture; Enter, blank or a click shows it large."""

    def __init__(self, name: str, picture: QPixmap, act: Callable[[], object]) -> None:
        super().__init__()
        self.setFlat(True)
        self.setIcon(picture)
        self.setIconSize(picture.size())
        self.setToolTip(f"{name}：看大图")
        self.setAccessibleName(f"扫描件 {name}")
        self.clicked.connect(lambda _checked: act())


def _small(data: bytes) -> QImage:
    if is_pdf(data):
        page = page_images(data, _DPI, range(1))[0]
        return to_qimage(page.width, page.height, page.rgb)
    return QImage.fromData(data).scaledToHeight(
        2 * _HEIGHT, Qt.TransformationMode.SmoothTransformation
    )


def _plain(url: QUrl) -> str:
    return url.toString()
