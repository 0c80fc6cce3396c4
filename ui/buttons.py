"""Push buttons as pages and windows make them."""

from PySide6.QtWidgets import QPushButton


def push_button(words: str, tip: str) -> QPushButton:
    """A button that says what it does, and its key, when the mouse rests on it."""
    made = QPushButton(words)
    made.setToolTip(tip)
    return made
