"""印发."""

from typing import TYPE_CHECKING

from typing_extensions import override

from desk import compiling
from desk.issues import Issue
from desk.releasing import release
from ui.issue.feature import Feature
from ui.issue.remarking import Remarking
from ui.issue.snapshot import Snapshot
from ui.keys import bind
from ui.session import Topic

if TYPE_CHECKING:
    from ui.issue.page import IssuePage


class Releasing(Feature):
    """Releases the issue on show after one question."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.button = page.primary("印发", "定版、登记采用；印发后不能再改（Ctrl+Return）")
        self.button.clicked.connect(self.ask)
        bind(page, "Ctrl+Return", self.button.click)

    @override
    def show(self, seen: Snapshot) -> None:
        self.button.setEnabled(seen.issue is not None and not seen.issue.is_frozen)

    def ask(self) -> None:
        """Say what releasing means and what stands against it."""
        issue, page = self.page.issue, self.page
        if issue is None:
            return
        left = page.feature(Remarking).open_remarks
        still = f"\n▲ 印发前检查还有 {left} 项没有处理。" if left else ""
        question = (
            f"印发{page.name}，共 {len(issue.entries)} 条？{still}\n"
            "印发后页面定版、采用计分，不能再改。"
        )
        if page.session.messages.ask(question, "印发", danger=True):
            self.release_now()

    def release_now(self) -> None:
        """Release the issue without another question."""
        issue, session = self.page.issue, self.page.session
        if issue:
            job = release(session.store, issue.id, session.settings, by=session.by())
            topics = (Topic.ISSUES, Topic.DRAFTS, Topic.SCORES)
            session.start(job, *topics, done=self._on_released)

    def _on_released(self, issue: Issue) -> None:
        self.page.session.messages.note(f"{compiling.label_of(issue)}已印发，采用已登记")
