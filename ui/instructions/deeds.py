"""What can be done with the instruction chosen: its buttons, keys and windows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QInputDialog, QWidget

from desk.drafts import Draft
from desk.instructions import answering, drafting, registering
from desk.instructions.changing import Step
from desk.instructions.instruction import Instruction, State
from desk.instructions.listing import InstructionRow
from desk.units import Unit
from ui.instructions import steps
from ui.instructions.booking_window import BookingWindow
from ui.instructions.papers import Papers
from ui.instructions.register_window import RegisterWindow
from ui.instructions.step_window import StepWindow, run
from ui.session import Session, Topic, Undo

W = TypeVar("W", bound=StepWindow)
When = Callable[[InstructionRow], bool]


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: its words, key, what it says of itself, and when it can be done."""

    words: str
    key: str
    tip: str
    act: Callable[[], object]
    when: When


class Deeds:
    """Windows are made when they are first needed; ``chosen`` tells the row they are about."""

    def __init__(
        self, session: Session, parent: QWidget, chosen: Callable[[], InstructionRow | None]
    ) -> None:
        self.session, self.parent = session, parent
        self._chosen = chosen
        self._windows: dict[type[StepWindow], StepWindow] = {}
        self._register: RegisterWindow | None = None
        self._booking: BookingWindow | None = None
        self.papers = Papers(session, parent)

    @property
    def register_window(self) -> RegisterWindow:
        """The form of an instruction."""
        self._register = self._register or RegisterWindow(self.session, self.parent)
        return self._register

    def window(self, kind: type[W]) -> W:
        """The window of a step."""
        found = self._windows.get(kind)
        if found is None:
            found = self._windows[kind] = kind(self.session, self.parent)
        assert isinstance(found, kind)  # noqa: S101 - it is kept under its kind
        return found

    def main(self) -> tuple[Deed, ...]:
        """Those with a button of their own."""
        return (
            Deed("交办", "Ctrl+J", "交给承办单位，定反馈时限", self._of(steps.HandWindow), _runs),
            Deed("催办", "Ctrl+T", "记下催办、催批的电话", self._of(steps.CallingWindow), _calls),
            Deed("反馈", "Ctrl+R", "登记单位的反馈", self._of(steps.FeedbackWindow), _acts),
            Deed("反馈稿", "Ctrl+D", "备好给领导的反馈稿", self.draft, _drafts),
            Deed("记分", "Ctrl+B", "按计分办法记批示分", self.book, _written),
            Deed("办结", "Ctrl+Return", "写明结果，办结", self._of(steps.CloseWindow), _runs),
        )

    def more(self, show: Callable[[str], None]) -> tuple[Deed, ...]:
        """Those of the 更多 menu; ``show`` brings a subject into view."""
        return (
            Deed("更正批示", "F2", "", lambda: self.correct(show), _open),
            Deed("打印转办单", "Ctrl+Shift+P", "", self.slip, _handed),
            Deed("转办单存为 Word…", "", "", self.slip_word, _handed),
            Deed("反馈延期……", "", "", self._of(steps.ExtendWindow), _owes),
            Deed("退回重办……", "", "", self._of(steps.BackWindow), _answered),
            Deed("取消交办（改派）……", "", "", self._of(steps.OffWindow), _acts),
            Deed("反馈已报领导", "", "", self.report, _runs),
            Deed("不记分……", "", "", self._of(steps.DeclineWindow), _written),
            Deed("重新打开", "", "", self.reopen, lambda row: not _open(row)),
            Deed("删去登记……", "Delete", "", self.remove, lambda _row: True),
        )

    def correct(self, show: Callable[[str], None]) -> None:
        """Correct the one chosen."""
        row = self._chosen()
        if row is not None:
            self.register_window.correct(row.instruction, show)

    def draft(self) -> None:
        """Make the feedback draft and open it; open the one there is."""
        row = self._chosen()
        if row is None:
            return
        one, session = row.instruction, self.session
        if one.feedback_id:
            session.go("editor", one.feedback_id)
            return
        made: list[tuple[Step, Draft]] = []

        def act() -> None:
            made.append(drafting.draft_feedback(session.store, one.id, by=session.by()))

        def undo() -> None:
            step, draft = made[0]
            drafting.undo_draft(session.store, step, draft.id, by=session.by())

        def done(_none: None) -> None:
            session.go("editor", made[0][1].id)

        session.do(
            act,
            Topic.TASKS,
            Topic.DRAFTS,
            note="反馈稿已备好，原文已照录；补上括号里的内容就送审",
            undo=Undo(undo, "已撤销反馈稿"),
            done=done,
        )

    def book(self) -> None:
        """Show what the one chosen earns."""
        row = self._chosen()
        if row is not None:
            if self._booking is None:
                self._booking = BookingWindow(self.session, self.parent)
                self._booking.decline_button.clicked.connect(
                    lambda _on: self._of(steps.DeclineWindow)()
                )
            self._booking.open_for(row.instruction, self._units())

    def slip(self) -> None:
        """Show the slips of the one chosen."""
        row = self._chosen()
        if row is not None:
            self.papers.slip(row.instruction)

    def slip_word(self) -> None:
        """Keep the slips of the one chosen as Word files."""
        row = self._chosen()
        if row is not None:
            self.papers.slip_word(row.instruction)

    def report(self) -> None:
        """Note that the leader was told."""
        self._run(answering.report, "已登记：反馈已报领导")

    def reopen(self) -> None:
        """Open the one chosen again."""
        self._run(answering.reopen, "已重新打开")

    def remove(self) -> None:
        """Strike the one chosen, for a reason."""
        row = self._chosen()
        if row is None:
            return
        question = f"“{row.instruction.title}”的批示登记要删去，写明理由："
        why, sure = QInputDialog.getText(self.parent, "删去登记", question)
        if not sure:
            return
        session, number = self.session, row.instruction.id
        gone: list[Instruction] = []

        def act() -> None:
            gone.append(registering.remove(session.store, number, why, by=session.by()))

        def back() -> None:
            registering.put_back(session.store, gone[0], by=session.by())

        session.do(act, Topic.TASKS, note="已删去登记", undo=Undo(back, "已恢复登记"))

    def _of(self, kind: type[StepWindow]) -> Callable[[], None]:
        def open_window() -> None:
            row = self._chosen()
            if row is not None:
                self.window(kind).open_for(row.instruction, self._units())

        return open_window

    def _run(self, use_case: Callable[..., Step], words: str) -> None:
        row = self._chosen()
        if row is not None:
            by = self.session.by()
            act = partial(use_case, self.session.store, row.instruction.id, by=by)
            run(self.session, act, words, Topic.TASKS)

    def _units(self) -> list[Unit]:
        with self.session.store.read() as work:
            return work.registry.units()


def _open(row: InstructionRow) -> bool:
    return row.instruction.closed is None


def _written(row: InstructionRow) -> bool:
    return not row.instruction.is_awaited


def _runs(row: InstructionRow) -> bool:
    return _open(row) and _written(row)


def _acts(row: InstructionRow) -> bool:
    return _runs(row) and bool(row.instruction.assignments)


def _answered(row: InstructionRow) -> bool:
    return _runs(row) and any(one.answered for one in row.instruction.assignments)


def _calls(row: InstructionRow) -> bool:
    return _acts(row) or row.state is State.AWAITED


def _owes(row: InstructionRow) -> bool:
    return _runs(row) and bool(row.instruction.owing)


def _drafts(row: InstructionRow) -> bool:
    return _written(row) and (_open(row) or bool(row.instruction.feedback_id))


def _handed(row: InstructionRow) -> bool:
    return any(one.handed for one in row.instruction.assignments)
