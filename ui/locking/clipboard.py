"""Leave nothing of the drafts on the clipboard."""

from PySide6.QtGui import QClipboard, QGuiApplication

from ui.session import Session


def clean_clipboard(session: Session) -> None:
    """Empty the clipboard of what was copied in this program, if the office wants it.

    Also of what is merely selected: Linux pastes that elsewhere with the middle button.
    """
    if not session.settings.clears_clipboard:
        return
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
