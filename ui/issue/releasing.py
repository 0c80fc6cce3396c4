"""印发, and what comes after it: the feedback to the units."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from desk.adopting import numbered
from desk.issues import Issue
from desk.release_plan import Plan, plan
from desk.releasing import release
from ui.issue.feature import Action, Feature
from ui.issue.release_window import ReleaseWindow
from ui.issue.remarking import Remarking
from ui.issue.snapshot import Snapshot
from ui.keys import bind
from ui.messages import Offer
from ui.session import Topic

if TYPE_CHECKING:
    from ui.issue.page import IssuePage
    from ui.letters.window import LettersWindow


class Releasing(Feature):
    """Releases the issue on show after one look at what that will do."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.button = page.primary("印发", "定版、登记采用；印发后不能再改（Ctrl+Return）")
        self.button.clicked.connect(self.ask)
        bind(page, "Ctrl+Return", self.button.click)
        self._letters: LettersWindow | None = None

    @override
    def actions(self) -> Sequence[Action]:
        return (Action("采用反馈", "", self.open_feedback),)

    @override
    def show(self, seen: Snapshot) -> None:
        self.button.setEnabled(seen.issue is not None and not seen.issue.is_frozen)

    def ask(self) -> None:
        """Work out what releasing does and what stands against it, and show it."""
        self.page.leave()  # what is half typed is released too
        issue, session = self.page.issue, self.page.session
        if issue is None:
            return
        store, settings = session.store, session.settings
        today = session.today()
        self.button.setEnabled(False)  # until the look is answered: a second click asks once
        session.do(
            lambda: plan(store, issue.id, settings, today),
            done=self._on_planned,
            failed=self._on_refused,
        )

    def _on_refused(self, error: Exception) -> None:
        self.show(self.page.seen)
        self.page.session.fail(error)

    def _on_planned(self, made: Plan) -> None:
        self.show(self.page.seen)
        if self.page.issue is None or self.page.issue.id != made.issue.id:
            return
        window = ReleaseWindow(self.page.session, made, self.page)
        if window.exec() == ReleaseWindow.DialogCode.Accepted:
            self.release_now()
        elif window.chosen is not None:
            self.page.feature(Remarking).go_to(window.chosen)
        window.deleteLater()

    def release_now(self) -> None:
        """Release the issue without another question."""
        issue, session = self.page.issue, self.page.session
        if issue:
            job = release(session.store, issue.id, session.settings, by=session.by())
            topics = (Topic.ISSUES, Topic.DRAFTS, Topic.SCORES)
            session.start(job, *topics, done=self._on_released)

    def _on_released(self, issue: Issue) -> None:
        units = len(self._units_of(issue))
        offer = Offer("采用反馈", partial(self.open_feedback_of, issue))
        note = f"{numbered(issue)}已印发；{units} 家单位的采用反馈可以打印"
        self.page.session.messages.note(note, offer=offer)

    def _units_of(self, issue: Issue) -> set[int]:
        with self.page.session.store.read() as work:
            drafts = work.drafts.several([entry.draft_id for entry in issue.entries])
        return {unit_id for draft in drafts for unit_id in draft.unit_ids}

    def open_feedback(self) -> None:
        """Write to the units behind the released issue on show."""
        issue = self.page.issue
        if issue is None:
            return
        if issue.is_frozen:
            self.open_feedback_of(issue)
        else:
            self.page.session.messages.note("印发以后才有采用反馈")

    def open_feedback_of(self, issue: Issue) -> None:
        """Write to every unit behind an issue what became of its items."""
        from ui.letters.window import (  # noqa: PLC0415 - brings the page engine, loaded on use
            FEEDBACK,
            LettersWindow,
        )

        session = self.page.session
        with session.store.read() as work:
            drafts = work.drafts.several([entry.draft_id for entry in issue.entries])
        self._letters = self._letters or LettersWindow(session, self.page)
        self._letters.open_for(list(dict.fromkeys(one.item_id for one in drafts)), FEEDBACK)
