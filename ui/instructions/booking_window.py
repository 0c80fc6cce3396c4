"""批示记分: what the scheme in force gives, what the ledger has already; confirmed or declined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.booking import facts_standing
from desk.instructions import booking
from desk.instructions.booking import Offer
from desk.instructions.changing import Step
from desk.instructions.instruction import Assignment, Instruction
from desk.scoring.figures import printed
from desk.store import Work
from desk.units import Unit
from ui.instructions.step_window import run
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (620, 420)
_TOPICS = (Topic.TASKS, Topic.SCORES)


@dataclass(frozen=True, slots=True)
class _Late:
    unit_id: int
    name: str
    told: str
    gives: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    offer: Offer | None
    is_booked: bool
    late: tuple[_Late, ...]


class BookingWindow(FormWindow):
    """The offer in words above its buttons; late feedback below, a line for each unit."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "批示记分", "instructions")
        self.held: Instruction | None = None
        self.about, self.offer = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.about.setObjectName("muted")
        self.offer.setObjectName("sectionTitle")
        self.others = QLabel(wordWrap=True)
        self.late = QVBoxLayout()
        self.decline_button = QPushButton("不记分……")
        self.unbook_button = QPushButton("撤销记分")
        self.unbook_button.clicked.connect(self.unbook)
        self.book_button = self.deed(
            "记入台账", "按现行计分办法记入得分台账（Ctrl+Enter）", self.book
        )
        for widget in (self.about, self.offer, self.others):
            self.content.addWidget(widget)
        self.content.addLayout(self.late)
        self.content.addStretch(1)
        self.content.addLayout(self.foot(self.decline_button, self.unbook_button, self.book_button))
        self._anyway = False

    def open_for(self, held: Instruction, units: Sequence[Unit]) -> None:
        """Show what an instruction earns; it is weighed on the worker."""
        self.held = held
        self.about.setText(f"{held.leader}（{held.level}{held.rank}）批示　{held.title}")
        self.offer.setText("正在按计分办法算……")
        self.others.clear()
        self.book_button.setEnabled(False)
        self.unbook_button.hide()
        self._clear_late()
        self.tell("")
        names = {one.id: one.short for one in units}
        store, now = self.session.store, self.session.clock()

        def read() -> _Seen:
            with store.read() as work:
                return _Seen(
                    booking.offer(work, held),
                    bool(facts_standing(work, held.booked)),
                    tuple(
                        _late(work, held, task, names, now)
                        for task in held.assignments
                        if task.is_late(now)
                    ),
                )

        self.session.look(read, partial(self._show, held, names))
        self.come_up(self.book_button)

    def book(self) -> None:
        """Book what is offered."""
        if self.held is None or not self.book_button.isEnabled():
            return
        act = partial(
            booking.book,
            self.session.store,
            self.held.id,
            by=self.session.by(),
            anyway=self._anyway,
        )
        run(self.session, act, "已记入得分台账", *_TOPICS, done=self.close, failed=self.fail)

    def unbook(self) -> None:
        """Take it out of the ledger again."""
        if self.held is None:
            return
        session, number = self.session, self.held.id

        def again() -> Step:
            return booking.book(session.store, number, by=session.by(), anyway=True)

        def finished(_step: Step) -> None:
            self.close()

        session.do(
            lambda: booking.unbook(session.store, number, by=session.by()),
            *_TOPICS,
            note="已撤销记分",
            undo=Undo(again, "已重新记入得分台账"),
            done=finished,
            failed=self.fail,
        )

    def _show(self, held: Instruction, names: dict[int, str], seen: _Seen) -> None:
        if held is not self.held:
            return
        found = seen.offer
        self._anyway = bool(found and found.held)
        if seen.is_booked:
            self.offer.setText("已经记入得分台账。")
        elif found is None:
            self.offer.setText("没有写供稿单位，不能记分。按 F2 写上供稿单位。")
        else:
            self.offer.setText(booking.words_of(found, names))
        self.others.setText("\n".join(_told(held, found)))
        self.book_button.setText("仍然记入" if self._anyway else "记入台账")
        self.book_button.setEnabled(found is not None and not seen.is_booked)
        self.decline_button.setEnabled(not seen.is_booked)
        self.unbook_button.setVisible(seen.is_booked)
        for one in seen.late:
            self.late.addWidget(self._late_line(held, one))

    def _clear_late(self) -> None:
        while self.late.count():
            self.late.takeAt(0).widget().deleteLater()

    def _late_line(self, held: Instruction, late: _Late) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(f"▲ {late.name}反馈逾期：{late.told}", wordWrap=True), 1)
        if late.gives:
            button = QPushButton("记入扣分")
            button.clicked.connect(lambda _on: self._fine(held.id, late.unit_id))
            row.addWidget(button)
        return line

    def _fine(self, instruction_id: int, unit_id: int) -> None:
        store, by = self.session.store, self.session.by()
        act = partial(booking.book_penalty, store, instruction_id, unit_id, by=by)
        run(self.session, act, "已记入扣分", *_TOPICS, done=self.close, failed=self.fail)


def _told(held: Instruction, found: Offer | None) -> Iterator[str]:
    """What else is to be known before it is booked."""
    if found and found.held:
        yield booking.already(found.held)
    elif held.declined:
        yield f"以前注明不记分：{held.declined}"
    if found and found.others:
        names = "、".join(f"{one.leader} {one.day:%m-%d}" for one in found.others)
        yield f"这一篇另有批示：{names}。几次怎么算由计分办法定，上面是这一条多得的分。"


def _late(
    work: Work, held: Instruction, task: Assignment, names: dict[int, str], now: datetime
) -> _Late:
    name = names.get(task.unit_id, "")
    if facts_standing(work, task.booked):
        return _Late(task.unit_id, name, "已经扣过分", gives=False)
    found = booking.penalty(work, held, task.unit_id, now)
    if found is None or not found.gives:
        told = "计分办法没有批示反馈逾期的条款，只登记"
        return _Late(task.unit_id, name, told, gives=False)
    weighed = found.weighed[0]
    told = f"建议 {printed(weighed.points)} 分（{weighed.text}）"
    return _Late(task.unit_id, name, told, gives=True)
