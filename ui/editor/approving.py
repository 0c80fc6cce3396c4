"""Approval in the editor: send, approve, send back, take back; and who has the draft now."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from desk import approving
from desk.approvals import Condition, Lane, Verdict
from desk.approving import Decision, Former
from desk.conditions import NotReadyError, lacking
from desk.drafts import Draft
from desk.office_clock import office_time
from desk.waiting import Standing, standing
from desk.ways import active_lanes, passed_by, proposed, returned_with
from ui.editor import steps
from ui.editor.feature import Feature
from ui.editor.lane_strip import LaneStrip, Offer
from ui.editor.steps import Answer, Step
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_MINUTE_MS = 60_000
_TITLE = 20  # characters of a title in a note
_NO_LANES = "没有可用的审签流程。请到“资料”的“审签流程”里新增或启用一个。"
_VERIFYING = "Ctrl+Shift+K"


class Approving(Feature):
    """Takes the steps of approval for the draft on show."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self.lanes = LaneStrip()
        self.opinion = QLabel()
        self.opinion.setObjectName("strip")
        self.opinion.setWordWrap(True)
        self.opinion.setContentsMargins(12, 6, 12, 6)
        self.opinion.hide()
        self.standing: Standing | None = None
        self._shown = 0
        self.minute = QTimer(page, interval=_MINUTE_MS)  # waiting times grow
        self.minute.timeout.connect(self._grow)
        self.minute.start()
        page.middle.strips.addWidget(self.lanes)
        page.middle.strips.addWidget(self.opinion)
        page.steps.approving.connect(self.take)
        page.middle.strip.confirmed.connect(self._decide)
        self.lanes.confirmed.connect(self._send)
        self.lanes.wanted.connect(self._go_to)
        self.lanes.closed.connect(page.middle.text.setFocus)

    @override
    def show(self, draft: Draft) -> None:
        if draft.id != self._shown:
            self.lanes.hide()
        self._shown = draft.id
        with self.page.session.store.read() as work:
            self.standing = standing(work, draft, self.page.session.clock())
            returned = returned_with(work, draft)
            passed = passed_by(work, draft)
            post = {one.name: one.post for one in work.people.all()} if returned else {}
        if self.standing is not None:
            self.page.middle.why.setText(
                f"送审：{self.standing.words}。文字不能改动，要接着改请先撤回（Alt+D）。"
            )
        if passed:
            self.page.middle.why.setText(
                f"可用：{'、'.join(passed)}。文字不能改动，要修改请点“退回修改”，改好后重新审签。"
            )
        if returned is not None and returned.done is not None:
            day = office_time(returned.done)
            who = " ".join(filter(None, (post.get(returned.signer, ""), returned.signer)))
            self.opinion.setText(
                f"↩ {day:%m月%d日 %H:%M} {who}退回修改（{returned.stage.name}）：{returned.opinion}"
            )
        self.opinion.setVisible(returned is not None)

    def _grow(self) -> None:
        if self.standing is not None and self.page.draft is not None and self.page.isVisible():
            self.show(self.page.draft)

    def take(self, step: Step) -> None:
        """Take a step of approval, after asking for what it needs."""
        page = self.page
        if page.draft is None or not page.put_down() or page.autosave.is_pending:
            return
        page.middle.reasons.hide()
        if step is steps.SUBMIT and self.lanes.isVisible():
            self.lanes.accept()
        elif step is steps.SUBMIT:
            self._offer(page.draft, None)
        elif step is steps.SHORT:
            self._at_once(page.draft)
        elif step in (steps.CHASE, steps.WHOLE):
            self._lead(step, page.draft)
        elif step is steps.RECALL:
            store, by, draft_id = page.session.store, page.session.by, page.draft.id
            self._run(step.note, lambda: approving.recall(store, [draft_id], by=by()))
        elif step is steps.PASS and self._is_mine():
            self._decide(step, Answer(page.session.by().who))
        else:
            self._ask(step)

    def _lead(self, step: Step, draft: Draft) -> None:
        if step is steps.CHASE:
            self.page.session.go("approvals", draft.id)
        else:
            self.page.session.go("editor", draft.merged_into or draft.id)

    def _ask(self, step: Step) -> None:
        who = self.standing.who if self.standing else ""
        me = self.page.session.by().who
        said = f"现在操作的是{me}，记为{who}的意见；改成别人的姓名就是代签。" if who else ""
        with self.page.session.store.read() as work:
            names = [one.name for one in work.people.all() if one.is_active]
        self.page.middle.strip.ask(step, who or me, said if who != me else "", names)

    def _is_mine(self) -> bool:
        """Whether the turn is of who acts, or of nobody in particular."""
        who = self.standing.who if self.standing else ""
        return who in ("", self.page.session.by().who)

    def _offer(self, draft: Draft, chosen: Lane | None) -> None:
        with self.page.session.store.read() as work:
            lanes = active_lanes(work)
            first = chosen or proposed(lanes, draft.kind)
            if first is None:
                self.page.session.messages.error(_NO_LANES)
                return
            conditions = frozenset[Condition]().union(*(one.conditions for one in lanes))
            lacks = {one.condition: one for one in lacking(work, draft, conditions)}
            offer = Offer(lanes, first, lacks, work.people.all())
        self.page.middle.strip.hide()
        self.lanes.offer(offer)

    def _at_once(self, draft: Draft) -> None:
        store, by = self.page.session.store, self.page.session.by
        with store.read() as work:
            lane = next((one for one in active_lanes(work) if one.at_once), None)
        self._run(
            "已审签",
            lambda: approving.approve_at_once(store, [draft.id], by=by()),
            partial(self._on_refused, draft, lane),
        )

    def _send(self, lane: Lane, along: frozenset[str]) -> None:
        draft, store, by = self.page.draft, self.page.session.store, self.page.session.by
        if draft is not None:
            self._run(
                f"已按“{lane.name}”{'审签' if lane.at_once else '送审'}",
                lambda: approving.submit(store, [draft.id], lane.id, by=by(), along=along),
                partial(self._on_refused, draft, lane),
            )

    def _on_refused(self, draft: Draft, lane: Lane | None, error: Exception) -> None:
        """Show what is missing beside the lane that asks for it."""
        if isinstance(error, NotReadyError):
            self._offer(draft, lane)
        else:
            self.page.session.fail(error)

    def _decide(self, step: Step, answer: Answer) -> None:
        draft, store, by = self.page.draft, self.page.session.store, self.page.session.by
        if draft is not None:
            verdict = Verdict.RETURNED if step is steps.SEND_BACK else Verdict.PASSED
            said = Decision(verdict, answer.text, answer.signer)
            self._run(step.note, lambda: approving.decide(store, [draft.id], said, by=by()))

    def _run(
        self,
        note: str,
        action: Callable[[], tuple[Former, ...]],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Take a step, with a way back."""
        session, draft = self.page.session, self.page.draft
        title = draft.title if draft else ""
        short = title if len(title) <= _TITLE else title[:_TITLE] + "…"
        formers: list[Former] = []
        session.do(
            lambda: formers.extend(action()),
            Topic.DRAFTS,
            note=f"{note}：{short}",
            undo=Undo(
                lambda: approving.take_back(session.store, formers, by=session.by()),
                "已撤销，恢复原来的状态",
            ),
            failed=failed,
        )

    def _go_to(self, condition: Condition) -> None:
        """Show where a condition is met."""
        page = self.page
        self.lanes.hide()
        page.columns.side.show()
        if condition is Condition.VERIFIED:
            keys = {key: slot for one in page.features for key, slot in one.keys().items()}
            keys[_VERIFYING]()
        else:
            wanted = page.side.checklist if condition is Condition.CHECKLIST else page.side.findings
            page.side.go(page.side.indexOf(wanted))
