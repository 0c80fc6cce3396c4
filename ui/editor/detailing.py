"""The form 信息 in the editor: the office's topics, and doubts settled by one key."""

from typing import TYPE_CHECKING

from typing_extensions import override

from desk import correcting
from desk.correcting import Correction, Particulars
from desk.drafts import Draft
from ui.editor.feature import Feature
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.editor.page import EditorPage


class Detailing(Feature):
    """Feeds the form and keeps what it confirms."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        page.side.details.confirmed.connect(self._confirm)

    @override
    def show(self, draft: Draft) -> None:
        session = self.page.session
        with session.store.read() as work:
            topics = [one.name for one in work.lists.topics() if one.active]
        self.page.side.details.show_lists(topics, session.today())

    def _confirm(self) -> None:
        """Say that what was guessed is right."""
        session, draft = self.page.session, self.page.draft
        if draft is None or not draft.doubts:
            return
        done, store = list[Correction](), session.store

        def confirm() -> None:
            done.append(
                correcting.correct(
                    store, draft.id, Particulars.of(draft), by=session.by(), confirmed=draft.doubts
                )
            )

        session.do(
            confirm,
            Topic.DRAFTS,
            note="已核对",
            undo=Undo(
                lambda: correcting.take_back(store, done[0], by=session.by()), "已恢复为待核对"
            ),
        )
