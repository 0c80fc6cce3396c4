"""Where files are dragged over the page: say that they may be dropped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class DropHint(QLabel):
    """Covers its parent while files hang over it; the mouse passes through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("松开鼠标，收进来稿\n可以是文件，也可以是整个文件夹", parent)
        self._over = parent
        self.setObjectName("dropHint")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Show over the whole parent."""
        self.setGeometry(self._over.rect().adjusted(8, 8, -8, -8))
        self.show()
        self.raise_()
