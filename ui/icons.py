"""Icons by name from resources/icons (Lucide), drawn in the colour asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk.paths import RESOURCES
from ui import style

_SIDE = 48  # pixels; Qt scales it down


def icon(name: str) -> QIcon:
    """An icon in ink, in accent when it is checked, and pale when disabled."""
    found = QIcon(_pixmap(name, style.INK))
    found.addPixmap(_pixmap(name, style.ACCENT), QIcon.Mode.Normal, QIcon.State.On)
    found.addPixmap(_pixmap(name, "#a5a4a1"), QIcon.Mode.Disabled)
    return found


def coloured(name: str, colour: str) -> QIcon:
    """An icon in one colour."""
    return QIcon(_pixmap(name, colour))


@cache
def _pixmap(name: str, colour: str) -> QPixmap:
    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap
