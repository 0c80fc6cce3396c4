"""份号登记 of one issue: give out, sign for, call back, destroy."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from desk import circulating, form_filling
from desk.circulating import Deed
from desk.copies import NEXT, Copy, CopyState
from desk.errors import FieldError
from desk.layout.forms import Form, form_docx, form_pdf
from ui import style
from ui.copies.columns import COLUMNS
from ui.copies.deed_strip import DeedStrip
from ui.dialogs import save_path
from ui.keys import bind
from ui.leaving import keep_file
from ui.lists.filter_field import FilterField
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.paper_window import PaperWindow
from ui.session import Session, Topic, Undo
from ui.side_window import SideWindow

_SIZE = (1080, 640)
_EMPTY = "还没有分配份号\n\n按“分配份号”，按发送单位的份数从 000001 号依次分配"
_DEEDS = (
    (CopyState.SENT, "发出", "Ctrl+1"),
    (CopyState.SIGNED, "签收", "Ctrl+2"),
    (CopyState.RETURNED, "收回", "Ctrl+3"),
    (CopyState.DESTROYED, "销毁", "Ctrl+4"),
    (CopyState.LOST, "遗失", "Ctrl+5"),
)


class CopiesWindow(SideWindow):
    """One issue at a time; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, chapter="copies")
        self._issue_id = 0
        self.model: MemoryModel[Copy] = MemoryModel(COLUMNS)
        self.view = ListView(session, self.model, "份号登记", empty=_EMPTY)
        self.strip = DeedStrip()
        self.said = QLabel()
        self.said.setObjectName("muted")
        self.paper = PaperWindow(session, self)
        self.allot_button = QPushButton("分配份号")
        self.allot_button.setToolTip("按发送单位的份数从 000001 号依次分配")
        self.deeds = {state: QPushButton(words) for state, words, _key in _DEEDS}
        self.readdress_button = QPushButton("改单位")
        self.readdress_button.setToolTip("选中的份号改发给别的单位或人（Ctrl+6）")
        self.forms = QPushButton("打印表单")
        self.forms.setToolTip("发送登记表、清退清单")
        self.forms.setMenu(self._forms_menu())
        self._lay_out()
        self._connect()

    def open_for(self, issue_id: int, name: str) -> None:
        """Show an issue's copies."""
        self._issue_id = issue_id
        self.setWindowTitle(f"份号登记　{name}")
        self.strip.hide()
        self.refresh()
        self.come_up(self.view)

    def refresh(self) -> None:
        """Read the copies anew."""
        with self.session.store.read() as work:
            copies = work.copies.of(self._issue_id)
        numbers = {one.number for one in self._chosen()}
        self.model.set_rows(copies)
        self._select(numbers)
        counts = Counter(one.state for one in copies)
        told = [f"{state} {counts[state]}" for state in CopyState if counts[state]]
        self.said.setText(f"共 {len(copies)} 份　{'　'.join(told)}" if copies else "")
        self.allot_button.setText("重新分配" if copies else "分配份号")
        self.allot_button.setEnabled(all(one.state is CopyState.KEPT for one in copies))
        self._enable()

    def allot(self) -> None:
        """Deal the numbers to the recipients."""
        store, by, issue_id = self.session.store, self.session.by(), self._issue_id
        self.session.do(
            lambda: circulating.allot(store, issue_id, by=by),
            Topic.ISSUES,
            note="份号已分配",
            done=lambda _copies: self._on_dealt(),
        )

    def _on_dealt(self) -> None:
        self.refresh()
        self.view.take_focus()

    def begin(self, state: CopyState) -> None:
        """Ask what must be known to give the chosen copies a state."""
        chosen = self._chosen()
        if chosen and all(state in NEXT[one.state] for one in chosen):
            today = self.session.today()
            self.strip.begin(state, len(chosen), today)

    def begin_readdressing(self) -> None:
        """Ask who gets the chosen copies instead."""
        if self.readdress_button.isEnabled():
            self.strip.begin_readdressing(len(self._chosen()))

    def _do(self, deed: Deed) -> None:
        store, by, issue_id = self.session.store, self.session.by, self._issue_id
        numbers = [one.number for one in self._chosen()]
        self._run(
            lambda: circulating.record(store, issue_id, numbers, deed, by=by()),
            f"{len(numbers)} 份记为“{deed.state}”",
        )

    def _readdress(self, name: str) -> None:
        store, by, issue_id = self.session.store, self.session.by, self._issue_id
        numbers = [one.number for one in self._chosen()]
        self._run(
            lambda: circulating.readdress(store, issue_id, numbers, name, by=by()),
            f"{len(numbers)} 份改发给{name.strip()}",
        )

    def _run(self, deed: Callable[[], Sequence[Copy]], note: str) -> None:
        """Do something to copies, with a way back."""
        store, by, kept = self.session.store, self.session.by, list[Sequence[Copy]]()

        def run() -> None:
            kept[:] = [deed()]

        self.session.do(
            run,
            Topic.ISSUES,
            note=note,
            undo=Undo(lambda: circulating.put_back(store, kept[0], by=by()), "已撤销"),
            done=lambda _none: self._on_done(),
            failed=self._on_failed,
        )

    def _on_done(self) -> None:
        self.strip.hide()
        self.refresh()
        self.view.setFocus()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, FieldError):
            self.strip.fail(error.field, str(error))
        else:
            self.session.fail(error)

    def print_form(self, fill: Callable[..., Form]) -> None:
        """Show a form of the issue, ready to print."""
        self._fill(fill, lambda form: self.paper.show_pdf(form.title, form_pdf([form])))

    def save_form(self, fill: Callable[..., Form]) -> None:
        """Keep a form as a Word file."""

        def keep(form: Form) -> None:
            path = save_path(self, form.title, ".docx", "Word 文档")
            if path:
                self.session.do(
                    lambda: keep_file(self.session, path, form_docx(form)),
                    note=f"已存为 {path.name}",
                )

        self._fill(fill, keep)

    def _fill(self, fill: Callable[..., Form], then: Callable[[Form], None]) -> None:
        session, issue_id = self.session, self._issue_id
        today = session.today()
        session.do(lambda: fill(session.store, issue_id, session.settings, today), done=then)

    def _chosen(self) -> list[Copy]:
        return [self.model.row(number) for number in self.view.selected()]

    def _select(self, numbers: set[int]) -> None:
        """Select these again: signing follows sending, of the same copies."""
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for at, one in enumerate(self.model.rows):
            if one.number in numbers:
                chosen.select(self.model.index(at, 0), self.model.index(at, 0))
        self.view.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        """Show what 撤销 put back, or somebody else gave out."""
        if self.isVisible() and Topic.ISSUES in topics:
            self.refresh()

    def _enable(self) -> None:
        chosen = self._chosen()
        for state, button in self.deeds.items():
            button.setEnabled(bool(chosen) and all(state in NEXT[one.state] for one in chosen))
        at_the_desk = all(NEXT[one.state] and not one.is_out for one in chosen)
        self.readdress_button.setEnabled(bool(chosen) and at_the_desk)

    def _forms_menu(self) -> QMenu:
        menu = QMenu(self)
        forms = (
            ("发送登记表", form_filling.distribution_sheet),
            ("清退清单", form_filling.recall_sheet),
        )
        for words, fill in forms:
            menu.addAction(words, partial(self.print_form, fill))
        menu.addSeparator()
        for words, fill in forms:
            menu.addAction(f"{words}存为 Word", partial(self.save_form, fill))
        return menu

    def _connect(self) -> None:
        self.session.changed.connect(self._on_changed)
        self.allot_button.clicked.connect(self.allot)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.strip.done.connect(self._do)
        self.strip.readdressed.connect(self._readdress)
        self.readdress_button.clicked.connect(self.begin_readdressing)
        bind(self, "Ctrl+6", self.begin_readdressing)
        self.strip.left.connect(self.view.setFocus)
        for state, _words, keys in _DEEDS:
            self.deeds[state].clicked.connect(partial(self.begin, state))
            bind(self, keys, partial(self.begin, state))
            self.deeds[state].setToolTip(f"把选中的份号记为“{state}”（{keys}，Ctrl+A 全选）")

    def _lay_out(self) -> None:
        self.filter = FilterField(self.model, self.look)
        self.filter.left.connect(self.view.take_focus)
        bind(self, "Ctrl+F", self.filter.setFocus)
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        head.addWidget(self.filter)
        head.addWidget(self.said, 1)
        head.addWidget(self.allot_button)
        for button in (*self.deeds.values(), self.readdress_button):
            head.addWidget(button)
        head.addWidget(self.forms)
        column = self.content
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.view, 1)
