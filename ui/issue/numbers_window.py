"""期号与空号: how far the numbers of a publication run, what was given up, and more of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desk import scheduling, voiding
from desk.issues import Issue, Series
from desk.numbering import Taken
from desk.publications import Publication
from desk.voiding import Numbers
from desk.voids import SkippedDay, VoidNumber
from ui import style
from ui.editor.reason_box import ReasonBox
from ui.issue.numbers_list import COLUMNS, GivenUp, name_of
from ui.keys import bind, bind_done
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (720, 520)
_MOST = 99999
_NOTHING = "没有空号，也没有记为不出刊的日子。"
_REASONS = ("编号时跳号", "印刷前取消", "以前各期不在本软件里编号")


class NumbersWindow(FormWindow):
    """One publication at a time; Esc closes. ``show_issue`` gets an issue that fills a number."""

    def __init__(
        self, session: Session, parent: QWidget, show_issue: Callable[[Issue], None]
    ) -> None:
        super().__init__(session, parent, _SIZE, chapter="numbers")
        self._show_issue = show_issue
        self._publication_id = 0
        self._rows: tuple[Taken, ...] = ()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.model: MemoryModel[GivenUp] = MemoryModel(COLUMNS)
        self.list = ListView(session, self.model, "空号与不出刊", empty=_NOTHING)
        self.back_button = self._button("收回", "不再算作空号或不出刊（Delete）", self.take_back)
        self.fill_button = self._button("补这一期", "新建一期，用选中的空号", self.fill)
        self.row = QComboBox()
        self.first, self.last = (QSpinBox(minimum=1, maximum=_MOST) for _ in range(2))
        self.reason = ReasonBox()
        for field, words in (
            (self.row, "编号序列"),
            (self.first, "从第几期"),
            (self.last, "到第几期"),
            (self.reason, "理由"),
        ):
            field.setAccessibleName(words)
        self.record_button = self._button("记为空号", "这些号不再出刊（Ctrl+Enter）", self.record)
        self._lay_out()
        self.list.chosen.connect(lambda _row: self._enable())
        self.row.currentIndexChanged.connect(lambda _at: self._propose())
        bind(self, "Delete", self.take_back)
        bind_done(self, self.record)
        session.changed.connect(self._on_changed)

    def open_for(self, publication: Publication) -> None:
        """Show the numbers of a publication."""
        self._publication_id = publication.id
        self.setWindowTitle(f"期号与空号　《{publication.name}》")
        self.refresh()
        self.come_up(self.list)

    def refresh(self) -> None:
        """Show what the store holds now."""
        today = self.session.today()
        with self.session.store.read() as work:
            found = voiding.numbers_of(work, self._publication_id, today)
            skipped = work.voids.skipped(self._publication_id)
        self._rows = found.rows
        self.told.setText("\n".join(_told(one) for one in found.rows) or "今年还没有编号。")
        self.model.set_rows([*found.voids, *skipped])
        self._fill_rows(found)
        self.tell("")
        self._enable()

    def _fill_rows(self, found: Numbers) -> None:
        self.row.clear()
        self.row.addItems([_row_words(one) for one in found.rows])
        self.reason.begin(_REASONS, f"理由，例如：{_REASONS[0]}")
        self.record_button.setEnabled(bool(found.rows))

    def _propose(self) -> None:
        at = self.row.currentIndex()
        if 0 <= at < len(self._rows):
            have = self._rows[at]
            gaps = have.gaps
            self.first.setValue(gaps[0] if gaps else have.next)
            self.last.setValue(gaps[0] if gaps else have.next)

    @property
    def current(self) -> GivenUp | None:
        """What is chosen in the list."""
        chosen = self.list.selected()
        return self.model.row(chosen[0]) if chosen else None

    def _enable(self) -> None:
        one = self.current
        self.back_button.setEnabled(one is not None)
        series = [series.value for series in Series]
        self.fill_button.setEnabled(isinstance(one, VoidNumber) and one.row.name in series)

    def take_back(self) -> None:
        """Let the chosen number or day be free again."""
        one, store, by = self.current, self.session.store, self.session.by
        if isinstance(one, VoidNumber):
            void = one
            undo = Undo(lambda: voiding.put_back(store, [void], by=by()), "又记为空号")
            self._do(lambda: voiding.take_back(store, void, by=by()), f"{name_of(one)}已收回", undo)
        elif isinstance(one, SkippedDay):
            day = one
            undo = Undo(partial(self._skip, day), "又记为不出刊")
            run = partial(scheduling.unskip, store, day.publication_id, day.day, by=by())
            self._do(run, f"{name_of(one)}不再算不出刊", undo)

    def _skip(self, one: SkippedDay) -> None:
        store, by = self.session.store, self.session.by()
        scheduling.skip(store, one.publication_id, one.day, one.reason, by=by)

    def fill(self) -> None:
        """Begin an issue that bears the chosen number after all."""
        one, session = self.current, self.session
        if not isinstance(one, VoidNumber):
            return
        void, by, today = one, session.by(), session.today()
        session.do(
            lambda: voiding.fill(session.store, void, today, by=by),
            Topic.ISSUES,
            done=self._on_filled,
            note=f"已新建{name_of(one)}",
            failed=self.fail,
        )

    def _on_filled(self, issue: Issue) -> None:
        self.close()
        self._show_issue(issue)

    def record(self) -> None:
        """Record the numbers typed as void."""
        at, store, by = self.row.currentIndex(), self.session.store, self.session.by
        if not 0 <= at < len(self._rows):
            return
        row, reason = self._rows[at].row, self.reason.reason
        numbers = range(self.first.value(), max(self.first.value(), self.last.value()) + 1)
        kept = list[VoidNumber]()

        def run() -> None:
            kept[:] = voiding.record(store, row, numbers, reason, by=by())

        undo = Undo(lambda: voiding.forget(store, kept, by=by()), "已收回")
        self._do(run, f"已记 {len(numbers)} 个空号", undo)

    def _do(self, action: Callable[[], None], words: str, undo: Undo) -> None:
        self.session.do(action, Topic.ISSUES, note=words, undo=undo, failed=self.fail)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.ISSUES in topics and self.isVisible():
            self.refresh()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(style.GAP)
        acts.addStretch(1)
        acts.addWidget(self.fill_button)
        acts.addWidget(self.back_button)
        more = QHBoxLayout()
        more.setSpacing(style.GAP)
        for widget in (self.row, QLabel("第"), self.first, QLabel("至"), self.last, QLabel("期")):
            more.addWidget(widget)
        more.addWidget(self.reason, 1)
        more.addWidget(self.record_button)
        column = self.content
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addLayout(acts)
        column.addLayout(more)
        column.addWidget(self.error)

    @staticmethod
    def _button(words: str, tip: str, slot: Callable[[], None]) -> QPushButton:
        made = QPushButton(words)
        made.setToolTip(tip)
        made.clicked.connect(lambda _on: slot())
        return made


def _row_words(have: Taken) -> str:
    return f"{have.row.year}年{have.row.name}" if have.row.year else have.row.name


def _told(have: Taken) -> str:
    numbers = have.numbers
    gaps = f"，▲ {have.call(have.gaps)}空着" if have.gaps else "，没有空着的号"
    span = have.call(range(min(numbers), max(numbers) + 1))
    voids = f"，其中空号 {len(have.voids)} 个" if have.voids else ""
    return f"{_row_words(have)}：{span}{voids}{gaps}；下一期{have.call([have.next])}"
