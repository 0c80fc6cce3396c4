"""Save the facts corrected in the preview, now or when the clerk goes elsewhere."""

from functools import partial

from PySide6.QtCore import QObject

from desk import correcting
from desk.drafts import Draft
from desk.errors import DeskError
from ui.inbox.preview import Preview
from ui.session import Session, Topic


class Correcting(QObject):
    """Keeps what the preview's form says."""

    def __init__(self, session: Session, preview: Preview) -> None:
        super().__init__(preview)
        self._session = session
        self._preview = preview
        self._on_its_way: Draft | None = None  # being written, while the form still stands open
        preview.corrected.connect(self._on_corrected)
        preview.confirmed.connect(self.confirm)

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
        if changed and changed != self._on_its_way:
            self._save(changed)

    def confirm(self) -> None:
        """Say that what was guessed is right."""
        draft = self._preview.draft
        if draft is not None and draft.doubts and not self._preview.is_correcting:
            self._save(draft, draft.doubts, "已核对")

    def _on_corrected(self, corrected: Draft) -> None:
        """Write what the form says; the clerk has seen all of it."""
        self._save(corrected, self._preview.form.doubts)

    def _save(
        self, corrected: Draft, confirmed: frozenset[str] = frozenset(), said: str = "已保存更正"
    ) -> None:
        session, held = self._session, list[correcting.Correction]()
        facts = correcting.Particulars.of(corrected)
        self._on_its_way = corrected

        def write() -> None:
            held.append(
                correcting.correct(
                    session.store, corrected.id, facts, by=session.by(), confirmed=confirmed
                )
            )

        def undo() -> None:
            session.do(
                lambda: correcting.take_back(session.store, held[0], by=session.by()),
                Topic.DRAFTS,
                note="已恢复更正前的内容",
            )

        def done(_result: None) -> None:
            self._on_its_way = None
            self._preview.end_correcting()
            learned = held[0].learned
            session.messages.note(f"{said}。{learned.sentence}" if learned else said, undo)

        failed = partial(self._on_failed, corrected.id)
        session.do(write, Topic.DRAFTS, done=done, failed=failed)

    def _on_failed(self, draft_id: int, error: Exception) -> None:
        self._on_its_way = None
        preview = self._preview
        open_draft = preview.draft if preview.is_correcting else None
        still_open = open_draft is not None and open_draft.id == draft_id
        if not (still_open and preview.form.show_error(error)):
            self._session.fail(error)
