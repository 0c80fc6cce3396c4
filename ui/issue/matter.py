"""期头期尾: note, instruction, contents, marks, names and recipients of the issue on show."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QSplitter
from typing_extensions import override

from desk import issue_matter
from desk.issue_matter import Opinion
from desk.issues import Issue, Matter, Series
from ui.issue.feature import Action, Feature
from ui.issue.matter_form import MatterForm
from ui.issue.snapshot import Snapshot
from ui.session import Topic

if TYPE_CHECKING:
    from ui.issue.page import IssuePage

_SETTLE_MS = 700
_TAB = "期头期尾"


class Mattering(Feature):
    """Keeps what is typed as the clerk goes along; one undo for what was typed in one field."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.form = MatterForm(page.session.settings.scale)
        self.form.opinion_button.setMenu(QMenu(self.form))
        page.foot.addTab(self.form, _TAB)
        page.foot.setTabToolTip(page.foot.indexOf(self.form), "编者按、批示、目录、署名（Ctrl+E）")
        self._issue_id = 0
        self._kept = Matter()  # as it is stored, or on its way there
        self._base = Matter()  # what the undo goes back to
        self._usual = Matter()
        self._on_the_way = 0
        self._settle = QTimer(self.form, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._keep)
        self.form.typed.connect(self._settle.start)
        self.form.left.connect(self.finish)
        self.form.opinion_button.menu().aboutToShow.connect(self._offer_opinions)

    @override
    def actions(self) -> Sequence[Action]:
        return (Action(_TAB, "Ctrl+E", self.begin),)

    @override
    def show(self, seen: Snapshot) -> None:
        issue, publication = seen.issue, self.page.publication
        is_other = self._issue_id != (issue.id if issue else 0)
        if is_other:
            self.finish()
        self.form.setEnabled(issue is not None and not issue.is_frozen)
        if issue is None or publication is None:
            self._issue_id = 0
            self.form.show_matter(Matter(), Matter())
        elif is_other or not (self._on_the_way or self._settle.isActive()):
            usual = issue_matter.usual(publication, self.page.session.settings)
            self._show(issue, usual, is_other=is_other)

    def _show(self, issue: Issue, usual: Matter, *, is_other: bool) -> None:
        """Show what is stored, where it isn't what the form has anyway: the cursor stays."""
        is_new = is_other or bool(issue_matter.changes_between(self._kept, issue.matter))
        self._issue_id = issue.id
        if is_new or usual != self._usual:
            self._usual = usual
            self.form.show_matter(issue.matter, usual)
        if is_new:
            self._kept = self._base = issue.matter
        has_label = issue.series is not Series.REGULAR or bool(issue.matter.label)
        self.form.label_field.setVisible(has_label)

    @override
    def leave(self) -> None:
        self.finish()

    def begin(self) -> None:
        """Go to the form, with room to type."""
        foot = self.page.foot
        foot.setCurrentWidget(self.form)
        middle = foot.parentWidget()
        if isinstance(middle, QSplitter):
            whole = sum(middle.sizes())
            if middle.sizes()[-1] < whole * 3 // 5:
                middle.setSizes([whole * 2 // 5, whole * 3 // 5])
        self.form.note.setFocus()

    def finish(self) -> None:
        """Keep what was typed, and offer to take it back."""
        self._keep()
        back = issue_matter.changes_between(self._kept, self._base)
        if back:
            self._base = self._kept
            self.form.show_clean(self._kept)
            words = "、".join(issue_matter.WORDS[name] for name in back)
            undo = partial(self._take_back, self._issue_id, back)
            self.page.session.messages.note(f"{words}已改", undo)

    def _keep(self) -> None:
        self._settle.stop()
        if not self._issue_id or not self.form.isEnabled():
            return
        changes = issue_matter.changes_between(self._kept, self.form.matter())
        if not changes:
            return
        self._kept = self.form.matter()
        self._on_the_way += 1
        store, by, issue_id = self.page.session.store, self.page.session.by(), self._issue_id
        self.page.session.do(
            lambda: issue_matter.frame(store, issue_id, changes, by=by),
            Topic.ISSUES,
            done=lambda _issue: self._arrived(),
            failed=self._on_failed,
        )

    def _arrived(self) -> None:
        self._on_the_way -= 1

    def _on_failed(self, error: Exception) -> None:
        """What was typed stays in the form; the next change tries again."""
        self._arrived()
        issue = self.page.issue
        if issue and issue.id == self._issue_id:
            self._kept = self._base = issue.matter
        self.page.session.fail(error)

    def _take_back(self, issue_id: int, back: Mapping[str, Any]) -> None:
        session = self.page.session
        store, by = session.store, session.by
        session.do(
            lambda: issue_matter.frame(store, issue_id, back, by=by()),
            Topic.ISSUES,
            note="期头期尾已恢复",
        )

    def _offer_opinions(self) -> None:
        menu, issue = self.form.opinion_button.menu(), self.page.issue
        menu.clear()
        if issue is None:
            return
        with self.page.session.store.read() as work:
            found = issue_matter.opinions(work, issue)
        for one in found:
            line = menu.addAction(f"{one.who}：{one.text[:24]}", partial(self._take, one))
            line.setToolTip(f"{one.text}\n（{one.title}）")
        if not found:
            menu.addAction("本期稿件审签时没有写意见").setEnabled(False)

    def _take(self, opinion: Opinion) -> None:
        if not self.form.instruction_label.text():
            self.form.instruction_label.setText(f"{opinion.who}批示：")
        typed = self.form.instruction.toPlainText()
        self.form.instruction.setPlainText(f"{typed}\n{opinion.text}" if typed else opinion.text)
        self.finish()
