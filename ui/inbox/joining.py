"""Make one composite of the selected drafts, of all their paragraphs or of some."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QObject

from desk import merging
from desk.drafts import Channel, Draft
from desk.errors import DeskError, NotAllowedError
from ui.editor.source_choice import SourceChoice
from ui.inbox.actions import ActionBar, Deed
from ui.inbox.draft_list import DraftList
from ui.messages import Offer
from ui.session import Session, Topic

_TIP = "把选中的几篇合成一篇综合稿，或者加进其中的综合稿；先选用哪些段落"
_MOST = 20  # drafts in one composite: more than a clerk can weave into one text


class Joining(QObject):
    """Asks which paragraphs are taken, all of them at first."""

    def __init__(self, session: Session, drafts: DraftList) -> None:
        super().__init__(drafts)
        self._session = session
        self._list = drafts

    def offer(self, bar: ActionBar) -> None:
        """Put it on a bar."""
        bar.add(Deed("并入综合……", "Ctrl+Shift+M", _TIP, self.ask, begins_part=True))

    def ask(self, ids: Sequence[int]) -> None:
        """Show the paragraphs of the drafts, in the order they were received."""
        if not 1 < len(ids) <= _MOST:
            said = f"并入综合要选 2 到 {_MOST} 篇来稿，现在选了 {len(ids)} 篇。"
            self._session.fail(NotAllowedError(said))
            return
        try:
            with self._session.store.read() as work:
                found = merging.joinable(work, ids)
        except DeskError as error:
            self._session.fail(error)
            return
        drafts = sorted(found, key=lambda one: (one.received, one.id))
        parts = [draft for draft in drafts if draft.channel is not Channel.COMPOSITE]
        whole = {draft.id: range(len(draft.body.blocks)) for draft in parts}
        choice = SourceChoice(self._list, parts, whole, "并入综合")
        choice.chosen.connect(lambda taken: self.join([one.id for one in drafts], taken))
        choice.open()

    def join(self, ids: Sequence[int], taken: Mapping[int, Collection[int]]) -> None:
        """Make the composite, with a way back and the way to it."""
        session, made = self._session, list[Draft]()
        store, by = session.store, session.by

        def undo() -> None:
            parts = [one for one in ids if one != made[0].id]
            session.do(
                lambda: merging.unmerge(store, made[0].id, parts, by=by()),
                Topic.DRAFTS,
                note="已撤销，各篇回到原来的状态",
            )

        def done(_result: None) -> None:
            said = f"已并成综合稿“{made[0].title[:20]}”"
            open_it = Offer("打开", lambda: session.go("editor", made[0].id))
            session.messages.note(said, undo, open_it)

        session.do(
            lambda: made.append(merging.merge_into_composite(store, ids, by=by(), taken=taken)),
            Topic.DRAFTS,
            Topic.SCORES,
            done=done,
        )
