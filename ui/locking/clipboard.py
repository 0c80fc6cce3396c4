"""Leave nothing of the drafts on the clipboard."""

from PySide6.QtGui import QGuiApplication

from ui.session import Session


def clean_clipboard(session: Session) -> None:
    """Empty the clipboard of what was copied in this program, if the office wants it."""
    clipboard = QGuiApplication.clipboard()
    if session.settings.clears_clipboard and clipboard.ownsClipboard():
        clipboard.clear()
