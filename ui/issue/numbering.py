"""The numbers of the issue on show: changed, given up, and never left out unnoticed."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from desk import renumbering
from desk.compiling import label_of
from desk.issues import Issue
from desk.numbering import has_total
from desk.renumbering import Discarded, GapError, Renumbered, Wanted
from ui.issue.feature import Action, Feature
from ui.issue.numbers_window import NumbersWindow
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.issue.snapshot import Snapshot
from ui.manual.context import tell_of
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.issue.page import IssuePage

REASONS = ("以前各期不在本软件里编号", "印刷前取消", "编号时跳号")


class Numbering(Feature):
    """Asks for a reason where a number would be left out."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.strip = ReasonStrip(page.session.settings.scale)
        tell_of(self.strip, "numbers")
        page.content.insertWidget(page.content.indexOf(page.bar) + 1, self.strip)
        self.window = NumbersWindow(page.session, page, page.show_new)
        page.bar.renumbered.connect(self.renumber)

    @override
    def actions(self) -> Sequence[Action]:
        return (
            Action("期号与空号", "", self.open_window),
            Action("删除本期", "", self.discard, is_open=True),
        )

    @override
    def leave(self) -> None:
        self.strip.leave()

    @override
    def show(self, seen: Snapshot) -> None:
        issue, publication = seen.issue, self.page.publication
        if issue is None or issue.is_frozen:
            self.strip.hide()
        if issue and publication:
            totalled = has_total(publication.numbering, issue.series)
            self.page.bar.show_total(on=totalled or issue.total > 0)

    def open_window(self) -> None:
        """Show how far the numbers run, and what was given up."""
        if self.page.publication:
            self.window.open_for(self.page.publication)

    def renumber(self, number: int, total: int, day: date) -> None:
        """Give the issue other numbers or another day."""
        if self.page.issue:
            self._renumber(self.page.issue, Wanted(number, total, day), "")

    def _renumber(self, issue: Issue, wanted: Wanted, reason: str) -> None:
        store, by, kept = self.page.session.store, self.page.session.by, list[Renumbered]()

        def run() -> None:
            kept[:] = [renumbering.renumber(store, issue.id, wanted, by=by(), reason=reason)]

        def back() -> None:
            renumbering.take_renumbering_back(store, kept[0], by=by())

        self.page.session.do(
            run,
            Topic.ISSUES,
            note="期号和日期已改",
            undo=Undo(back, "已恢复原来的期号和日期"),
            failed=partial(self._on_refused, lambda why: self._renumber(issue, wanted, why)),
        )

    def _on_refused(self, again: Callable[[str], None], error: Exception) -> None:
        """Offer to record what would be left out; else say why, and show what still holds."""
        if isinstance(error, GapError):
            answer = Answer(f"把{error.gap}记为空号", again)
            self.strip.ask(str(error), REASONS, [answer], left=self._show_again)
        else:
            self.page.session.fail(error)
            self._show_again()

    def _show_again(self) -> None:
        self.page.bar.show_issue(self.page.issue)

    def discard(self) -> None:
        """Give the open issue up; where others come after it, ask what becomes of its number."""
        issue, session = self.page.issue, self.page.session
        if issue is None:
            return
        later, may_move = renumbering.later_than(session.store, issue.id)
        label = label_of(issue)
        if not later:
            question = f"删除{label}？稿件会回到可用稿件。"
            if session.messages.ask(question, "删除本期", danger=True):
                self._discard(issue, "")
            return
        answers = [Answer("删除，记为空号", partial(self._discard, issue))]
        if may_move:
            up = Answer("删除，后面各期前移", lambda _why: self._move_up(issue), needs_reason=False)
            answers.append(up)
        question = (
            f"{label}后面已有{later}。删除{label}，稿件回到可用稿件；它的期号怎么办？"
            "记为空号要写明理由。"
        )
        self.strip.ask(question, REASONS[1:], answers)

    def _discard(self, issue: Issue, reason: str) -> None:
        store, by = self.page.session.store, self.page.session.by
        run = partial(renumbering.discard, store, issue.id, by=by(), reason=reason)
        self._run(run, f"已删除{label_of(issue)}")

    def _move_up(self, issue: Issue) -> None:
        store, by = self.page.session.store, self.page.session.by
        run = partial(renumbering.discard_moving_up, store, issue.id, by=by())
        self._run(run, f"已删除{label_of(issue)}，后面各期的期号已前移")

    def _run(self, action: Callable[[], Discarded], words: str) -> None:
        session, kept = self.page.session, list[Discarded]()

        def run() -> None:
            kept[:] = [action()]

        def back() -> None:
            renumbering.restore(session.store, kept[0], by=session.by())

        session.do(run, Topic.ISSUES, note=words, undo=Undo(back, "已恢复，条目和期号都在"))
