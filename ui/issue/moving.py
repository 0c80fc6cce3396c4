"""Entries moved to any other open issue of the same publication."""

from collections.abc import Sequence
from functools import partial

from typing_extensions import override

from desk.carrying import Carried, carry, carry_back, others_open
from desk.compiling import label_of
from desk.issues import Issue
from ui.issue.feature import Action, Feature
from ui.session import Topic, Undo

_MOST = 5


class Moving(Feature):
    """A line of the entries' menu for each of these issues."""

    @override
    def of_entry(self) -> Sequence[Action]:
        issue = self.page.issue
        if issue is None or issue.is_frozen:
            return ()
        with self.page.session.store.read() as work:
            others = others_open(work, issue)
        return [
            Action(f"移到{label_of(one)}（{one.day:%m-%d}）", "", partial(self.move, one))
            for one in others[:_MOST]
        ]

    def move(self, target: Issue) -> None:
        """Move the selected entries into an issue."""
        issue, session = self.page.issue, self.page.session
        chosen = self.page.tree.selected_drafts()
        if issue is None or not chosen:
            return
        store, by, kept = session.store, session.by, list[Carried]()

        def run() -> None:
            kept[:] = [carry(store, issue.id, chosen, by=by(), target_id=target.id)]

        session.do(
            run,
            Topic.ISSUES,
            note=f"已把 {len(chosen)} 条移到{label_of(target)}",
            undo=Undo(lambda: carry_back(store, kept[0], by=by()), "已移回本期"),
        )
