"""Open the clean copy of a text, and the window of sending, from anywhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk.forwardings.clean_copy import CleanCopy, clean_copy
from ui.session import Session

if TYPE_CHECKING:
    from ui.forwardings.send_window import SendWindow


def copy_text(
    session: Session,
    parent: QWidget,
    draft_id: int,
    *,
    publication_id: int = 0,
    forwarding_id: int = 0,
) -> None:
    """Show the clean copy of a text."""
    from ui.forwardings.copy_window import CopyWindow  # noqa: PLC0415 - loaded on use

    def show(copy: CleanCopy) -> None:
        window = parent.findChild(CopyWindow) or CopyWindow(session, parent)
        window.show_copy(copy, f"draft:{draft_id}")

    store = session.store
    session.look(
        lambda: clean_copy(
            store, draft_id, publication_id=publication_id, forwarding_id=forwarding_id
        ),
        show,
    )


def open_sending(session: Session, parent: QWidget, draft_ids: Sequence[int]) -> "SendWindow":
    """Show the window of sending with these items."""
    from ui.forwardings.send_window import SendWindow  # noqa: PLC0415 - loaded on use

    window = parent.findChild(SendWindow) or SendWindow(session, parent)
    window.open_for(draft_ids)
    return window
