"""The changes a clerk makes to the draft on show, beside typing: each is one use case."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from desk import correcting, editing, tidying
from desk.checking import CheckedFinding
from desk.correcting import Particulars
from desk.drafts import Draft, Kept, Revision, WaiverScope
from desk.errors import DeskError
from ui.editor import steps
from ui.editor.marks import Mark
from ui.editor.steps import Answer, Ask, Step
from ui.inbox.decisions import feedback_of
from ui.session import Session, Topic, Undo

_TITLE = 20  # characters of a title in a note
_KEPT = {
    WaiverScope.ONCE: "已保留这一处",
    WaiverScope.ITEM: "本文已保留",
    WaiverScope.ALWAYS: "以后都保留",
}
_TOUCHED = {
    WaiverScope.ONCE: (Topic.DRAFTS,),
    WaiverScope.ITEM: (Topic.DRAFTS,),
    WaiverScope.ALWAYS: (Topic.DRAFTS, Topic.REGISTRY),
}


class Changes:
    """Runs the changes of one page; ``current`` names the draft on show."""

    def __init__(self, session: Session, current: Callable[[], Draft | None]) -> None:
        self._session = session
        self._current = current

    def take(self, step: Step, answer: Answer) -> None:
        """Take a step, with a way back."""
        session, draft = self._session, self._current()
        if draft is None:
            return
        session.do(
            lambda: steps.take(session.store, draft.id, step, answer, session.by()),
            Topic.DRAFTS,
            note=f"{step.note}：{_short(draft.title)}",
            undo=Undo(
                lambda: steps.take_back(session.store, draft, session.by()),
                "已撤销，恢复原来的状态",
                feedback_of(session, [draft.id]) if step.ask is Ask.CODE else None,
            ),
        )

    def waive(self, mark: Mark, reason: str, scope: WaiverScope) -> None:
        """Keep a finding, here, in this draft or for ever, with a way back."""
        session, draft = self._session, self._current()
        if draft is None:
            return
        kept, store, by = mark.kept(scope), session.store, session.by
        session.do(
            lambda: editing.waive(store, draft.id, kept, reason, by=by()),
            *_TOUCHED[scope],
            note=f"{_KEPT[scope]}：{_short(mark.excerpt)}",
            undo=Undo(lambda: editing.unwaive(store, draft.id, kept, by=by()), "已取消保留"),
        )

    def unwaive(self, one: CheckedFinding) -> None:
        """Show a kept finding again."""
        waiver, store = one.waiver, self._session.store
        if waiver is not None:
            kept = Kept(waiver.rule, waiver.excerpt, waiver.scope, waiver.around)
            self._run(lambda draft: editing.unwaive(store, draft.id, kept, by=self._session.by()))

    def accepted(self, rules: Iterable[str]) -> None:
        """Count fixes that were taken, one rule a fix."""
        store, counted = self._session.store, Counter(rules)
        self._session.do(lambda: editing.accepted(store, counted))

    def tick(self, item: str, done: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Confirm a checklist item, or take it back."""
        store = self._session.store
        self._run(
            lambda draft: editing.tick(store, draft.id, item, done=done, by=self._session.by())
        )

    def correct(self, found: Particulars) -> None:
        """Save the form; the title belongs to the text and is saved with it."""
        store = self._session.store

        def said(draft: Draft) -> str:
            kept = replace(found, title=draft.title)
            learned = correcting.correct(
                store,
                draft.id,
                kept,
                by=self._session.by(),
                ceiling=self._session.settings.ceiling,
            ).learned
            return f"信息已保存。{learned.sentence}" if learned else "信息已保存"

        self._tell(said)

    def correct_now(self, read: Callable[[], Particulars]) -> None:
        """Save the form before something else is shown; what is wrong in it is said."""
        draft, session = self._current(), self._session
        if draft is None:
            return
        try:
            found = replace(read(), title=draft.title)
            correcting.correct(
                session.store,
                draft.id,
                found,
                by=session.by(),
                ceiling=session.settings.ceiling,
            )
        except DeskError as error:
            session.messages.error(f"“{_short(draft.title)}”的信息没有保存：{error}")
        else:
            session.changed.emit(frozenset({Topic.DRAFTS}))

    def tidy(self) -> None:
        """Clean the text, and say what was done or that nothing was."""
        store = self._session.store

        def said(before: Draft, after: Draft) -> str:
            return after.notes[-1] if after.body != before.body else "文字已经整齐，没有要整理的"

        self._tell(lambda draft: said(draft, tidying.tidy(store, draft.id, by=self._session.by())))

    def untidy(self) -> None:
        """Bring the text back as it was before cleaning."""
        store = self._session.store
        self._run(
            lambda draft: tidying.uncleaned(store, draft.id, by=self._session.by()),
            "已恢复整理前的文字",
        )

    def restore(self, one: Revision) -> None:
        """Bring an earlier revision back, with a way to the one that was there before."""
        session, draft = self._session, self._current()
        if draft is None:
            return
        store, by = session.store, session.by
        with store.read() as work:
            before = work.drafts.last_revision(draft.id).number
        session.do(
            lambda: editing.restore(store, draft.id, one.number, by=by()),
            Topic.DRAFTS,
            note=f"已恢复第 {one.number} 版",
            undo=Undo(
                lambda: editing.restore(store, draft.id, before, by=by()),
                f"已撤销，回到第 {before} 版的文字",
            ),
        )

    def _run(
        self,
        action: Callable[[Draft], object],
        note: str = "",
        topics: tuple[Topic, ...] = (Topic.DRAFTS,),
    ) -> None:
        draft = self._current()
        if draft is not None:
            self._session.do(lambda: action(draft), *topics, note=note)

    def _tell(self, action: Callable[[Draft], str]) -> None:
        """Run a change that says itself what it did."""
        draft = self._current()
        if draft is not None:
            note = self._session.messages.note
            self._session.do(lambda: action(draft), Topic.DRAFTS, done=note)


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else title[:_TITLE] + "…"
