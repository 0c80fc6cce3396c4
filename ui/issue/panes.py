"""The panes of the 编刊 page: how they are stacked, and how keys lead from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


def stack(title: str, *widgets: QWidget) -> QWidget:
    """Widgets one below the other, under a heading unless that is ""."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    if title:
        heading = QLabel(title)
        heading.setObjectName("sectionTitle")
        layout.addWidget(heading)
    for widget in widgets:
        layout.addWidget(widget)
    return box


def focus_on(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next (1) or previous (-1) pane that can take it."""
    usable = [one for one in panes if one.isVisible() and one.isEnabled()]
    at = next((at for at, one in enumerate(usable) if _holds_focus(one)), -1 if step > 0 else 0)
    if usable:
        usable[(at + step) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)


def _holds_focus(pane: QWidget) -> bool:
    focus = pane.window().focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
