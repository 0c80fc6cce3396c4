"""Keys that work while the clerk is anywhere inside a widget."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

LOCK_KEYS = "Ctrl+Alt+L"


def bind(widget: QWidget, keys: str, slot: Callable[[], Any]) -> None:
    """Run ``slot`` on ``keys`` while the widget or something in it has the focus."""
    context = Qt.ShortcutContext.WidgetWithChildrenShortcut
    QShortcut(QKeySequence(keys), widget, context=context).activated.connect(slot)


def bind_done(widget: QWidget, slot: Callable[[], Any]) -> None:
    """Run ``slot`` on Ctrl+Enter, with either of the two keys of that name."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        bind(widget, keys, slot)
