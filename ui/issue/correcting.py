"""更正 and 撤销 of the released issue on show."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from desk import renumbering
from desk.adopting import numbered
from desk.correcting_issues import correct, must_be_correctable, open_correction
from desk.errors import NotAllowedError
from desk.issue_record import IssueRecord, record_of
from desk.issues import Issue
from desk.store import Work
from desk.withdrawing import Withdrawn, must_be_withdrawable, withdraw
from ui.issue.feature import Action, Feature
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.issue.snapshot import Snapshot
from ui.session import Topic

if TYPE_CHECKING:
    from ui.issue.page import IssuePage

REASONS = ("内容失实", "领导要求撤回", "误发，超出知悉范围", "重复印发")
_ALL = (Topic.ISSUES, Topic.DRAFTS, Topic.SCORES)


class Correcting(Feature):
    """Opens a correction, and asks twice before it withdraws."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.strip = ReasonStrip(page.session.settings.scale)
        page.content.insertWidget(page.content.indexOf(page.bar) + 1, self.strip)

    @override
    def actions(self) -> Sequence[Action]:
        return (
            Action("更正本期", "", self.begin),
            Action("撤销本期", "", self.ask_why),
        )

    @override
    def leave(self) -> None:
        self.strip.leave()

    @override
    def show(self, seen: Snapshot) -> None:
        if seen.issue is None or not seen.issue.is_frozen:
            self.strip.hide()

    def begin(self) -> None:
        """Open a correction of the issue on show, or the one that is begun already."""
        issue, session = self.page.issue, self.page.session
        if issue is None:
            return
        with session.store.read() as work:
            begun = open_correction(work, issue)
        if begun is not None:
            self.page.show_target(begun.id)
            session.messages.note(f"{numbered(begun)}已经在编，接着编")
            return
        if self._may(must_be_correctable, issue) and session.messages.ask(
            _question(issue), "更正本期"
        ):
            store, by = session.store, session.by()
            session.do(
                lambda: correct(store, issue.id, by=by),
                Topic.ISSUES,
                Topic.DRAFTS,
                done=self._on_begun,
            )

    def _on_begun(self, issue: Issue) -> None:
        self.page.show_target(issue.id)
        note = f"{numbered(issue)}已经打开：双击条目可以改文字，改好后印发；不要了就“删除本期”"
        self.page.session.messages.note(note, partial(self._take_back, issue))

    def _take_back(self, issue: Issue) -> None:
        store, by = self.page.session.store, self.page.session.by()
        self.page.session.do(
            lambda: renumbering.discard(store, issue.id, by=by),
            *_ALL,
            note=f"{numbered(issue)}已经收回",
        )

    def ask_why(self) -> None:
        """Ask for the reason of a withdrawal; only then whether it is meant."""
        issue = self.page.issue
        if issue is None or not self._may(must_be_withdrawable, issue):
            return
        question = f"撤销{self.page.name}？请写明理由，理由会记入台账和反馈。"
        answer = Answer("撤销……", partial(self._ask_again, issue))
        self.strip.ask(question, REASONS, [answer])

    def _may(self, must: Callable[[Work, Issue], None], issue: Issue) -> bool:
        """Whether it is allowed at all: what would be refused is not asked about, only told."""
        session = self.page.session
        try:
            with session.store.read() as work:
                must(work, issue)
        except NotAllowedError as error:
            session.fail(error)
            return False
        return True

    def _ask_again(self, issue: Issue, reason: str) -> None:
        store, session = self.page.session.store, self.page.session
        session.do(
            lambda: record_of(store, issue.id),
            done=lambda record: self._confirm(record, reason),
        )

    def _confirm(self, record: IssueRecord, reason: str) -> None:
        session, issue = self.page.session, record.issue
        if session.messages.ask(_consequences(record, reason), "撤销本期", danger=True):
            store, by = session.store, session.by()
            session.do(
                lambda: withdraw(store, issue.id, reason, by=by), *_ALL, done=self._on_withdrawn
            )

    def _on_withdrawn(self, done: Withdrawn) -> None:
        freed = f"，{len(done.freed)} 篇稿件退回可用" if done.freed else ""
        note = f"{numbered(done.issue)}已撤销，冲销采用 {done.reversed} 条{freed}"
        self.page.session.messages.note(note)


def _question(issue: Issue) -> str:
    return (
        f"更正{numbered(issue)}？\n会另开一期，期号不变，印上“更正”；条目和期头期尾照抄过来，"
        "条目的文字、单位可以再改。\n更正印发以前，原来那一期照旧有效；印发以后它的采用冲销，"
        "两期的定版文件都留着。"
    )


def _consequences(record: IssueRecord, reason: str) -> str:
    units = len(record.given)
    lines = sum(len(one.lines) for one in record.given)
    return (
        f"撤销{record.name}？\n理由：{reason}\n"
        f"{units} 家单位的 {lines} 条采用今天冲销；没有编入别的期的稿件退回“可用”。\n"
        "期号不再使用，PDF、Word 都留着，各处标明“已撤销”。\n"
        "撤销是正式记录，做了就不能收回。"
    )
