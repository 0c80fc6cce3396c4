"""The first pages of issues, small; drawn on the worker when they come into view.

They are kept in memory only, the ones drawn last: a cache on the disk would hold readable pages
outside the encrypted store, and drawing one takes some ten milliseconds.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView
from typing_extensions import override

from desk.archive.shelf import ShelfLine
from desk.layout.preview import page_images
from desk.store import Store
from ui import style
from ui.lists.list_model import Index
from ui.printing import to_qimage
from ui.session import Session

_ROOT = QModelIndex()
_DPI = 16
_WIDTH, _HEIGHT = 132, 187  # of A4 at that resolution
_KEPT = 400
_AT_ONCE = 6  # drawn in one go, so that the worker is soon free again

Drawn = dict[str, QImage]


class ThumbnailModel(QAbstractListModel):
    """Issues by their first pages.

    Signals:
        wanted(): pages came into view that are not drawn.
    """

    wanted = Signal()

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self._look = look
        self._lines: list[ShelfLine] = []
        self._images: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: dict[str, None] = {}
        self._blank = self._framed(None)

    def set_lines(self, lines: Sequence[ShelfLine]) -> None:
        """Show these issues; gaps have no pages."""
        self.beginResetModel()
        self._lines = [line for line in lines if line.issue]
        self._asked.clear()
        self.endResetModel()

    def line(self, number: int) -> ShelfLine:
        """The issue at a place."""
        return self._lines[number]

    def place_of(self, issue_id: int) -> int:
        """Where an issue stands; -1 where it doesn't."""
        places = (
            n for n, line in enumerate(self._lines) if line.issue and line.issue.id == issue_id
        )
        return next(places, -1)

    def take_wanted(self) -> list[str]:
        """The last pages asked for, a few at once; the others are asked for again when seen."""
        some = list(self._asked)[-_AT_ONCE:]
        self._asked.clear()
        return some

    def keep(self, drawn: Drawn) -> None:
        """Show pages that were drawn."""
        for digest, image in drawn.items():
            self._images[digest] = self._framed(image)
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        issue = self._lines[index.row()].issue if index.isValid() else None
        if issue is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            state = "" if issue.state == "已印发" else f"　{issue.state}"
            return f"{issue.numbered.removesuffix('（更正）')}{state}\n{issue.day}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"《{self._lines[index.row()].publication}》{issue.full_number}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(issue.pdf)
        return None

    def _picture(self, digest: str) -> QPixmap:
        if digest in self._images:
            self._images.move_to_end(digest)
            return self._images[digest]
        if digest:
            self._asked.pop(digest, None)
            self._asked[digest] = None
            self.wanted.emit()
        return self._blank

    def _framed(self, image: QImage | None) -> QPixmap:
        page = QPixmap(self._look.px(_WIDTH), self._look.px(_HEIGHT))
        page.fill(QColor(style.PAPER))
        painter = QPainter(page)
        if image:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page.rect(), image)
        painter.setPen(QColor(style.LINE))
        painter.drawRect(page.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return page


class ThumbnailView(QListView):
    """The pages in rows, as many as there is room for.

    Signals:
        chosen(int): another page became current; -1 when none is.
        opened(int): a page was double-clicked, or Enter pressed on it.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look = style.Look(session.settings.scale)
        self.pages = ThumbnailModel(look)
        self.setModel(self.pages)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(look.px(_WIDTH), look.px(_HEIGHT)))
        self.setGridSize(QSize(look.px(_WIDTH + 20), look.px(_HEIGHT + 52)))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("往期缩略图")
        self._is_drawing = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw)
        self.pages.wanted.connect(self._soon.start)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def choose(self, issue_id: int) -> None:
        """Make an issue's page current."""
        place = self.pages.place_of(issue_id)
        if place >= 0:
            self.setCurrentIndex(self.pages.index(place, 0))
            self.scrollTo(self.currentIndex())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(current.row() if current.isValid() else -1)

    def _draw(self) -> None:
        if self._is_drawing:
            return
        digests = self.pages.take_wanted()
        if digests:
            self._is_drawing = True
            ratio = (
                self.devicePixelRatioF() * style.Look(self._session.settings.scale).px(100) / 100
            )
            store = self._session.store
            self._session.look(lambda: draw_first_pages(store, digests, ratio), self._on_drawn)

    def _on_drawn(self, drawn: Drawn) -> None:
        self._is_drawing = False
        self.pages.keep(drawn)  # what is seen and still lacks its page asks for it again


def draw_first_pages(store: Store, digests: Sequence[str], ratio: float) -> Drawn:
    """The first page of each PDF that the store has, a little larger than it is shown."""
    drawn: Drawn = {}
    for digest in digests:
        with store.read() as work:
            pdf = work.files.get(digest) if work.files.has(digest) else b""
        if pdf:
            page = page_images(pdf, _DPI * 2 * ratio, range(1))[0]
            drawn[digest] = to_qimage(page.width, page.height, page.rgb)
        else:
            drawn[digest] = QImage()
    return drawn
