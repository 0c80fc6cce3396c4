"""The chosen draft beside the list: shown, corrected, marked as read, taken to the editor."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.commissions.link_strip import LinkStrip
from ui.inbox.correcting import Correcting
from ui.inbox.draft_list import DraftList
from ui.inbox.preview import Preview
from ui.inbox.reading import Reading
from ui.session import Session


class Beside(QObject):
    """Keeps the preview in step with the list's selection."""

    def __init__(self, session: Session, drafts: DraftList) -> None:
        super().__init__(drafts)
        self._session = session
        self._list = drafts
        self.preview = Preview(self._picture, session.settings.scale, session.clock)
        self.links = LinkStrip(session)
        self.preview.place_strip(self.links)
        self.links.bind_keys(self.preview)
        self.correcting = Correcting(session, self.preview)
        self.reading = Reading(session, self.preview, self._on_read)
        self.preview.opened.connect(self.open_current)
        drafts.opened.connect(lambda number: self.open(drafts.drafts.id_at(number)))

    def show_chosen(self, chosen: Sequence[int]) -> None:
        """Show the draft that is chosen alone, or how many are."""
        if len(chosen) == 1:
            self._show(chosen[0])
        else:
            self.correcting.leave()
            said = f"选中了 {len(chosen)} 篇稿件" if chosen else "选中一篇稿件，这里显示它的内容"
            self.preview.show_draft(None, said)
            self.links.show_draft(None)
        self.reading.look_at(self.preview.draft)

    def open(self, draft_id: int) -> None:
        """Go on to the editor; there the list's order leads from one draft to the next."""
        self.reading.read(draft_id)
        self._session.sequence = self._list.drafts.ids
        self._session.go("editor", draft_id)

    def open_current(self) -> None:
        """Open the draft on show."""
        if self.preview.draft:
            self.open(self.preview.draft.id)

    def leave(self) -> None:
        """Keep what is half-typed; what is no longer seen is not being read."""
        self.reading.look_at(None)
        self.correcting.leave()

    def _show(self, draft_id: int) -> None:
        with self._session.store.read() as work:
            draft = work.drafts.get(draft_id)
        if draft != self.preview.draft:
            self.correcting.leave()
            self.preview.show_draft(draft)
            self.links.show_draft(draft)

    def _on_read(self, draft_id: int) -> None:
        """Show that a draft is read, without listing anew: it must not vanish under the eyes."""
        self._list.drafts.forget()
        self.preview.mark_read(draft_id)

    def _picture(self, digest: str) -> bytes:
        with self._session.store.read() as work:
            return work.files.get(digest) if work.files.has(digest) else b""
