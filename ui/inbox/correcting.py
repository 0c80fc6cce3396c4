"""Save the facts corrected in the preview, now or when the clerk goes elsewhere."""

from functools import partial

from PySide6.QtCore import QObject

from desk import correcting
from desk.drafts import Draft
from desk.errors import DeskError
from ui.inbox.preview import Preview
from ui.session import Session, Topic, Undo


class Correcting(QObject):
    """Keeps what the preview's form says."""

    def __init__(self, session: Session, preview: Preview) -> None:
        super().__init__(preview)
        self._session = session
        self._preview = preview
        preview.corrected.connect(self._save)

    def leave(self) -> None:
        """Keep corrections that were typed but not saved; say so where they are wrong."""
        preview = self._preview
        if not preview.is_correcting or preview.draft is None:
            return
        try:
            changed = preview.form.corrected()
        except DeskError as error:
            said = f"“{preview.draft.title}”的更正没有保存。{error}"
            self._session.messages.error(said)
            return
        if changed:
            self._save(changed)

    def _save(self, corrected: Draft) -> None:
        """Write the facts; 撤销 writes the former ones."""
        former = self._preview.draft
        if former is None:
            return
        self._session.do(
            partial(self._write, corrected),
            Topic.DRAFTS,
            note="已保存更正",
            undo=Undo(partial(self._write, former), "已恢复更正前的内容"),
            done=lambda _result: self._preview.end_correcting(),
            failed=partial(self._on_failed, corrected.id),
        )

    def _write(self, draft: Draft) -> None:
        facts = correcting.Particulars.of(draft)
        correcting.correct(self._session.store, draft.id, facts, by=self._session.by())

    def _on_failed(self, draft_id: int, error: Exception) -> None:
        preview = self._preview
        open_draft = preview.draft if preview.is_correcting else None
        still_open = open_draft is not None and open_draft.id == draft_id
        if not (still_open and preview.form.show_error(error)):
            self._session.fail(error)
