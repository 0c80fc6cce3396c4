"""催报清单: whom to ring, one unit after another, and what each said."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.commissions import calling
from desk.commissions.call_list import CallRow, call_list, register_of
from desk.commissions.calling import Answer, Logged, Said
from desk.commissions.fulfilment import record_of
from desk.errors import FieldError
from desk.reports.register import register_pdf
from ui import style
from ui.commissions.call_columns import CALLS
from ui.keys import bind
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.paper_window import PaperWindow
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (1080, 640)
_EMPTY = "没有要催的单位。\n逾期、今天到期和答应今天报的单位会列在这里。"


class CallsWindow(FormWindow):
    """Alt+1…5 takes an answer; Ctrl+Enter writes the call down and goes to the next unit."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "催报清单", "calling")
        self.paper: PaperWindow | None = None
        self._wanted = 0  # the unit to be shown when the list is read
        self._asked = 0
        self.model: MemoryModel[CallRow] = MemoryModel(CALLS)
        self.view = ListView(session, self.model, "催报清单", empty=_EMPTY)
        self.view.heading = "催报清单"
        self.head, self.record = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.head.setObjectName("sectionTitle")
        self.record.setObjectName("muted")
        self.parts = QVBoxLayout()
        self.boxes: list[QCheckBox] = []
        self.said, self.spoke_to, self.phone, self.promised = (QLineEdit() for _ in range(4))
        self.extends = QCheckBox("同意延期到这一天")
        self.answers: list[QPushButton] = []
        self._lay_out()
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(lambda _at: self.said.setFocus())
        session.changed.connect(self._on_changed)

    def open(self) -> None:
        """Come up with the list as it is now, its first unit chosen."""
        self._wanted = 0
        self.come_up(self.said)
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew."""
        self._asked += 1
        number, store, now = self._asked, self.session.store, self.session.clock()

        def read() -> list[CallRow]:
            with store.read() as work:
                return call_list(work, now)

        self.session.look(read, partial(self._on_read, number))

    @property
    def row(self) -> CallRow | None:
        """The unit chosen."""
        at = self.view.currentIndex().row()
        return self.model.row(at) if 0 <= at < self.model.rowCount() else None

    def take(self, answer: Answer) -> None:
        """Write one of the answers offered."""
        self.said.setText(answer.value)
        (self.promised if answer is Answer.MORE_TIME else self.said).setFocus()

    def log(self) -> None:
        """Write the call down, then go to the next unit that is not rung yet."""
        row = self.row
        if row is None:
            self.tell("没有选中单位。请先在左边选一家。")
            return
        self.tell("")
        chosen = [one.isChecked() for one in self.boxes]
        ids = (part.commission.id for part, on in zip(row.parts, chosen, strict=True) if on)
        said = Said(
            row.unit.id,
            tuple(ids),
            self.spoke_to.text(),
            self.phone.text(),
            self.said.text(),
            self.promised.text(),
            extends=self.extends.isChecked(),
        )
        self._wanted = self._next_of(row)
        store, by, done = self.session.store, self.session.by, list[Logged]()
        self.session.do(
            lambda: done.append(calling.log_call(store, said, by=by())),
            Topic.TASKS,
            note=f"已记：{row.unit.short}　{self.said.text()}",
            undo=Undo(lambda: calling.take_back(store, done[0], by=by()), "已撤销这次通话"),
            failed=self._on_failed,
        )

    def print_out(self) -> None:
        """Show the list with room to write on (Ctrl+P)."""
        rows = list(self.model.rows)
        if not rows:
            self.session.messages.note("没有要催的单位，不用打印")
            return
        session = self.session
        paper = register_of(rows, session.settings.office, session.by().who, session.clock())
        session.look(lambda: register_pdf(paper), partial(self._preview, paper.title))

    def _preview(self, title: str, pdf: bytes) -> None:
        self.paper = self.paper or PaperWindow(self.session, self)
        self.paper.show_pdf(title, pdf)

    def _next_of(self, row: CallRow) -> int:
        rows = list(self.model.rows)
        at = rows.index(row)
        left = [one for one in (*rows[at + 1 :], *rows[:at]) if not one.is_done]
        return left[0].unit.id if left else row.unit.id

    def _on_failed(self, error: Exception) -> None:
        self._wanted = 0
        self.fail(error)
        place = {"promised": self.promised, "spoke_to": self.spoke_to}
        if isinstance(error, FieldError):
            place.get(error.field, self.said).setFocus()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if self.isVisible() and Topic.TASKS in topics:
            self.refresh()

    def _on_read(self, number: int, rows: Sequence[CallRow]) -> None:
        if number != self._asked:
            return
        wanted = self._wanted or (self.row.unit.id if self.row else 0)
        self.model.set_rows(rows)
        places = (at for at, one in enumerate(self.model.rows) if one.unit.id == wanted)
        if rows:
            self.view.choose(next(places, 0))
        self._show(self.row)

    def _on_chosen(self, _at: int) -> None:
        self._wanted = 0
        self._show(self.row)

    def _show(self, row: CallRow | None) -> None:
        self.tell("")
        for box in self.boxes:
            self.parts.removeWidget(box)
            box.deleteLater()
        self.boxes = []
        for one in (self.said, self.promised):
            one.clear()
        self.extends.setChecked(False)
        self.head.setText(row.unit.name if row else "都打完了")
        self.spoke_to.setText(row.contact.name if row else "")
        self.phone.setText(row.phone if row else "")
        self.record.setText(self._record(row) if row else "")
        for part in row.parts if row else ():
            box = QCheckBox(part.words)
            box.setToolTip("这次电话也催这一件；不催的去掉勾")
            box.setChecked(True)
            self.boxes.append(box)
            self.parts.addWidget(box)

    def _record(self, row: CallRow) -> str:
        with self.session.store.read() as work:
            told = record_of(work, row.unit.id, self.session.clock())
        last = f"上次：{row.last.spoke_to} {row.last.said}".replace("： ", "：") if row.last else ""
        return "\n".join(filter(None, (told, row.standing, last)))

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(style.GAP)
        tools.addStretch(1)
        for words, keys, act in (
            ("导出 Excel", "Ctrl+E", self.view.export),
            ("打印清单", "Ctrl+P", self.print_out),
        ):
            button = QPushButton(words)
            button.setToolTip(f"{words}（{keys}）")
            button.clicked.connect(act)
            bind(self, keys, act)
            tools.addWidget(button)
        halves = QHBoxLayout()
        halves.setSpacing(2 * style.GAP)
        halves.addWidget(self.view, 3)
        halves.addWidget(self._form(), 2)
        self.content.addLayout(tools)
        self.content.addLayout(halves, 1)

    def _form(self) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.head)
        column.addWidget(self.record)
        column.addLayout(self.parts)
        offered = QHBoxLayout()
        offered.setSpacing(4)
        for at, answer in enumerate(Answer, start=1):
            button = QPushButton(answer.value)
            button.setToolTip(f"{answer}（Alt+{at}）")
            button.clicked.connect(partial(self.take, answer))
            bind(self, f"Alt+{at}", partial(self.take, answer))
            self.answers.append(button)
            offered.addWidget(button)
        form = QFormLayout()
        form.addRow("怎么说", self.said)
        form.addRow("答应哪天报", self.promised)
        form.addRow("", self.extends)
        form.addRow("接话人", self.spoke_to)
        form.addRow("电话", self.phone)
        self.promised.setPlaceholderText("明天、周五、25日、3天后；没说就空着")
        column.addLayout(offered)
        column.addLayout(form)
        column.addStretch(1)
        deed = self.deed(
            "记下，下一家", "记下这次通话，到下一家（Ctrl+Enter；写完一句按回车也行）", self.log
        )
        self.said.returnPressed.connect(self.log)
        self.promised.returnPressed.connect(self.log)
        column.addLayout(self.foot(deed))
        return place
