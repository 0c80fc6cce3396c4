"""What is done with an emergency in its window, each with its undo."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desk.emergencies.changing import Change, undo
from ui.session import Session, Topic, Undo

_TOPICS = (Topic.TASKS, Topic.DRAFTS, Topic.SCORES)
Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Deeds:
    """Runs changes on the worker, with a note and 撤销."""

    session: Session

    def run(
        self,
        action: Callable[[], Change],
        note: str,
        done: Callable[[Change], None],
        failed: Failed | None = None,
    ) -> None:
        """Run a change; ``done`` gets it before the note comes up."""

        def finished(change: Change) -> None:
            done(change)
            if change.former == change.now:
                return
            back = partial(undo, self.session.store, change, by=self.session.by())
            taken = Undo(back, f"已撤销“{change.what}”")
            self.session.messages.note(note, partial(self._undo, taken))

        self.session.do(action, *_TOPICS, done=finished, failed=failed)

    def _undo(self, undo: Undo) -> None:
        self.session.do(undo.action, *_TOPICS, note=undo.note)
