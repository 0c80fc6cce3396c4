"""导入采用结果: an upper level's list, matched with what went up and looked through by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.errors import DeskError
from desk.forwardings.importing import Decision, first_decision, must_be_ready, taking, tally
from desk.forwardings.matching import Match, match
from desk.forwardings.sending import carriers_above
from desk.forwardings.upper_list import Asked, Line, read_file, read_pasted
from desk.importing.tables import read_bytes
from desk.jobs import Job
from desk.publications import Publication
from ui import style
from ui.day_edit import DayEdit
from ui.dialogs import open_paths
from ui.forwardings.decision_columns import COLUMNS, Looked
from ui.forwardings.doing import run
from ui.keys import bind
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (1080, 680)
_KINDS = "表格和文本 (*.xlsx *.csv *.txt)"
_PASTE = "把上级的采用通报粘贴在这里：一行一条标题，或者从表格里复制（带“标题”一列）"
_EMPTY = "还没有核对\n\n选好刊物，粘贴通报或打开文件，再按“核对”"
_MOST = 4


class ImportWindow(FormWindow):
    """Enter says yes, N no, 1–4 choose another of ours; Ctrl+Enter enters all results."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "导入上级采用结果", "forwardings")
        self._carriers: list[Publication] = []
        self.carrier, self.day, self.number = QComboBox(), DayEdit("通报日期"), QLineEdit()
        self.number.setPlaceholderText("期号（通报里有就不写）")
        self.paste = QPlainTextEdit(placeholderText=_PASTE)
        self.paste.setMaximumHeight(self.look.px(130))
        self.model: MemoryModel[Looked] = MemoryModel(COLUMNS)
        self.view = ListView(session, self.model, "核对采用结果", empty=_EMPTY)
        self.compare = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.others = QListWidget()
        self.others.setAccessibleName("还可能是")
        self.others.setMaximumHeight(self.look.px(112))
        self.told = QLabel(wordWrap=True)
        self._lay_out()
        self._connect()

    @property
    def decisions(self) -> list[Decision]:
        """What is said of every line."""
        return [one.decision for one in self.model.all_rows]

    def open_now(self) -> None:
        """Begin with an empty list."""
        self.tell("")
        with self.session.store.read() as work:
            self._carriers = carriers_above(work)
        chosen = self.carrier.currentText()
        self.carrier.clear()
        self.carrier.addItems([one.name for one in self._carriers])
        self.carrier.setCurrentText(chosen)
        self.day.show_day(self.session.today())
        self.paste.clear()
        self._show([])
        self.come_up(self.paste)

    def look_through(self) -> None:
        """Match what was pasted."""
        text = self.paste.toPlainText()
        self._start(lambda asked: self._pasted(text, asked))

    def open_file(self) -> None:
        """Match a file."""
        paths = open_paths(self, "打开上级采用通报", _KINDS)
        if paths:
            self._start(lambda asked: self._filed(read_bytes(paths[0]), paths[0].name, asked))

    def answer(self, chosen: int) -> None:
        """Say which of ours the current line is, -1 none, and go to the next open one."""
        row = self._row()
        if row is None or chosen >= len(row.decision.match.proposals):
            return
        at = self.view.currentIndex().row()
        answered = Looked(replace(row.decision, chosen=chosen, is_open=False))
        self.model.set_rows([answered if one is row else one for one in self.model.all_rows])
        left = [number for number, one in enumerate(self.model.rows) if one.decision.is_open]
        following = next((one for one in left if one > at), left[0] if left else at)
        self.view.choose(following)
        self._tell_row()
        self._count()

    def accept(self) -> None:
        """Say that the current line is the one shown beside it."""
        row = self._row()
        if row is not None:
            self.answer(max(0, row.decision.chosen))

    def _row(self) -> Looked | None:
        at = self.view.currentIndex().row()
        return self.model.row(at) if 0 <= at < self.model.rowCount() else None

    def enter(self) -> None:
        """Enter all results."""
        self.tell("")
        decisions, store, by = self.decisions, self.session.store, self.session.by()
        try:
            must_be_ready(decisions)
        except DeskError as error:
            self.fail(error)
            return
        job = taking(store, decisions, by=by)
        run(self.session, job, tally(decisions).words, done=lambda _change: self._close())

    def _close(self) -> None:
        self.close()

    def _start(self, read: Callable[[Asked], Sequence[Line]]) -> None:
        self.tell("")
        if not self._carriers:
            self.tell("还没有上级刊物。请先到“资料—刊物”登记，层级选市级、省级或国家级。")
            return
        carrier = self._carriers[max(0, self.carrier.currentIndex())]
        asked = Asked(carrier, self.day.day, self.number.text().strip())
        try:
            found = read(asked)
        except DeskError as error:
            self.fail(error)
            return
        self.session.start(self._matching(found), done=self._on_matched)

    def _pasted(self, text: str, asked: Asked) -> Sequence[Line]:
        with self.session.store.read() as work:
            return read_pasted(work, text, asked)

    def _filed(self, data: bytes, name: str, asked: Asked) -> Sequence[Line]:
        with self.session.store.read() as work:
            return read_file(work, data, name, asked)

    def _matching(self, found: Sequence[Line]) -> Job[tuple[Match, ...]]:
        with self.session.store.read() as work:
            return (yield from match(work, found))

    def _on_matched(self, matches: Sequence[Match]) -> None:
        self._show([Looked(first_decision(one)) for one in matches])
        left = [at for at, one in enumerate(self.decisions) if one.is_open]
        if matches:
            self.view.choose(left[0] if left else 0)
            self.view.setFocus()
        self._tell_row()

    def _show(self, rows: Sequence[Looked]) -> None:
        self.model.set_rows(rows)
        self._count()
        self._tell_row()

    def _count(self) -> None:
        decisions = self.decisions
        self.told.setText(f"试算：{tally(decisions).words}。" if decisions else "")
        self.enter_button.setEnabled(bool(decisions))

    def _tell_row(self) -> None:
        row = self._row()
        self.others.clear()
        if row is None:
            self.compare.setText("")
            return
        decision = row.decision
        proposals = decision.match.proposals
        held = decision.proposal or (proposals[0] if decision.is_open and proposals else None)
        ours = held.title if held else "（没有对上）"
        grey, theirs = style.MUTED, decision.match.line.title
        self.compare.setText(
            f"<span style='color:{grey}'>通报</span>　{escape(theirs)}"
            f"<br><span style='color:{grey}'>我们</span>　{_marked(ours, theirs) if held else ours}"
        )
        for number, one in enumerate(decision.match.proposals[:_MOST], 1):
            where = "已报" if one.forwarding else "没有登记上报"
            self.others.addItem(
                f"{number}　{one.score}%　{one.title}　{one.units}　{one.day:%Y-%m-%d} {where}"
            )
        self.others.setCurrentRow(max(decision.chosen, 0 if decision.is_open else -1))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        self.carrier.setAccessibleName("刊物")
        file_button, look_button = QPushButton("打开文件……"), QPushButton("核对")
        file_button.setToolTip("打开 .xlsx、.csv 或 .txt（Ctrl+O）")
        look_button.setToolTip("与上报的和来稿逐条对标题（Ctrl+L）")
        for part in (QLabel("刊物"), self.carrier, QLabel("日期"), self.day, self.number):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(file_button)
        row.addWidget(look_button)
        file_button.clicked.connect(self.open_file)
        look_button.clicked.connect(self.look_through)
        yes, no = QPushButton("是"), QPushButton("不是")
        yes.setToolTip("是同一篇（Enter）；1–4 换成下面的另一篇")
        no.setToolTip("不是我们的（N）")
        yes.clicked.connect(self.accept)
        no.clicked.connect(partial(self.answer, -1))
        self.enter_button = self.deed(
            "登记结果", "全部登记，可以一次撤销（Ctrl+Enter）", self.enter
        )
        beside = QHBoxLayout()
        beside.addWidget(self.compare, 1)
        beside.addWidget(yes)
        beside.addWidget(no)
        column: QVBoxLayout = self.content
        column.addLayout(row)
        column.addWidget(self.paste)
        column.addWidget(self.view, 1)
        column.addLayout(beside)
        column.addWidget(self.others)
        column.addWidget(self.told)
        column.addLayout(self.foot(self.enter_button))

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _row: self._tell_row())
        self.view.opened.connect(lambda _row: self.accept())
        bind(self.view, "N", partial(self.answer, -1))
        for number in range(1, _MOST + 1):
            bind(self.view, str(number), partial(self.answer, number - 1))
        self.others.itemActivated.connect(lambda _item: self.answer(self.others.currentRow()))
        bind(self, "Ctrl+O", self.open_file)
        bind(self, "Ctrl+L", self.look_through)


def _marked(ours: str, theirs: str) -> str:
    """Our title, with what theirs lacks in bold."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - loaded on use

    parts = []
    for tag, _i, _j, start, end in SequenceMatcher(None, theirs, ours).get_opcodes():
        text = escape(ours[start:end])
        parts.append(f"<b style='color:{style.RED}'>{text}</b>" if tag != "equal" else text)
    return "".join(parts)
