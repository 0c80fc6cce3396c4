"""The tab 交接 of 设置: the leaving clerk's words, the book, the package, the steps."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)
from typing_extensions import override

from desk.handover.book import maker
from desk.handover.state import Handover
from desk.handover.taking import handover_of, keep_words
from desk.layout.document_parts import Document
from desk.secrecy.grades import EVERYTHING
from ui import style
from ui.dialogs import save_path
from ui.export import Export
from ui.handover.pack_window import PackWindow
from ui.handover.steps_card import StepsCard
from ui.leaving import keep_file
from ui.manual.context import tell_of
from ui.paper_window import PaperWindow
from ui.session import Topic
from ui.settings.cards import button, card, scrolling
from ui.tabbed_page import Tab, TabbedPage

_NAMES = (("giver", "移交人"), ("taker", "接交人"), ("witness", "监交人"))
_HINT = (
    "交接书里自动列不出来的，写在这里：领导的阅读习惯、和哪些单位怎么打交道、"
    "正在谈的事、只有你知道的规矩……一行一条，印进交接书"
)
_BOOK = (
    "交接书自动列出：未办事项、今后30天、常规工作日历、工作习惯、联系人、东西放在哪里、"
    "各刊编号和数字、移交人的话、上手先看哪里、签字。"
)
_MOVE = (
    "1．在这里写交接包，存到U盘。\n"
    "2．U盘插到新电脑上，启动信息编报台。\n"
    "3．选“从备份或交接包继续…”，选中U盘上的交接包。"
)


class HandoverTab(Tab):
    """What is typed is kept on leaving, too."""

    title = "交接"
    primary = "写交接包…"
    primary_tip = "把整个办公室写成一个文件，交给接交人"
    prints = True

    def __init__(self, page: TabbedPage) -> None:
        super().__init__(page)
        self.steps = StepsCard(self.session)
        self.names = {name: QLineEdit() for name, _ in _NAMES}
        self.words = QPlainTextEdit()
        self._held = Handover()
        self.steps.buttons["book"].clicked.connect(self.print_out)  # it is read here
        tell_of(self, "handover")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(self.steps, self._book_card(), self._move_card()))

    @cached_property
    def window_to_pack(self) -> PackWindow:
        """Where place and password are asked for."""
        return PackWindow(self.session, self)

    @override
    def refresh(self) -> None:
        with self.session.store.read() as work:
            held = handover_of(work)
        if not self._is_changed():
            self._show_words(held)
        self._held = held
        self.steps.show_handover(held)

    @override
    def take_focus(self) -> None:
        self.words.setFocus()

    @override
    def begin(self) -> None:
        self.keep()
        self.window_to_pack.begin()

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("交接书（PDF）", lambda: self.save(".pdf")),
            Export("交接书（Word）", lambda: self.save(".docx")),
        )

    @override
    def print_out(self) -> None:
        self.keep()
        window, make = PaperWindow(self.session, self), self._maker()

        def pages() -> tuple[str, bytes]:
            from desk.layout.document import document_pdf  # noqa: PLC0415 - heavy

            document = make()
            return document.title, document_pdf(document)

        self.session.look(pages, lambda made: window.show_pdf(*made))

    @override
    def leave(self) -> None:
        self.keep()

    def keep(self) -> None:
        """Keep what is typed, where it was changed."""
        if not self._is_changed():
            return
        store, by = self.session.store, self.session.by
        words = self.words.toPlainText()
        giver, taker, witness = (self.names[name].text() for name, _ in _NAMES)
        self.session.do(
            lambda: keep_words(store, words, giver, taker, witness, by=by()), Topic.SETTINGS
        )

    def save(self, suffix: str) -> None:
        """Write the book to a file of the clerk's choice."""
        self.keep()
        kind = "PDF 文件" if suffix == ".pdf" else "Word 文档"
        path, make = save_path(self, "信息编报工作交接书", suffix, kind), self._maker()
        if path is None:
            return

        def write() -> None:
            from desk.layout.document import document_docx, document_pdf  # noqa: PLC0415 - heavy

            made = (document_pdf if suffix == ".pdf" else document_docx)(make())
            keep_file(self.session, path, made, EVERYTHING)

        self.session.do(write, note=f"交接书已存为 {path.name}")

    def _maker(self) -> Callable[[], Document]:
        session = self.session
        return maker(session.store, session.paths, session.settings, session.by())

    def _is_changed(self) -> bool:
        held = self._held
        same = all(self.names[name].text().strip() == getattr(held, name) for name, _ in _NAMES)
        return not same or self.words.toPlainText().strip() != held.words

    def _show_words(self, held: Handover) -> None:
        for name, field in self.names.items():
            field.setText(getattr(held, name))
            field.setCursorPosition(0)  # a long name is read from its beginning
        if not held.giver:
            self.names["giver"].setPlaceholderText(self.session.settings.clerk)
        self.words.setPlainText(held.words)

    def _book_card(self) -> QFrame:
        made = card()
        column = QVBoxLayout(made)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        head = QLabel("交接书")
        head.setObjectName("sectionTitle")
        about = QLabel(_BOOK, wordWrap=True)
        about.setObjectName("muted")
        self.words.setPlaceholderText(_HINT)
        self.words.setMinimumHeight(style.Look(self.session.settings.scale).px(180))
        self.words.setTabChangesFocus(True)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        names = QHBoxLayout()
        names.setSpacing(style.GAP)
        for name, label in _NAMES:
            self.names[name].setAccessibleName(label)
            names.addWidget(QLabel(label))
            names.addWidget(self.names[name], 1)
        form.addRow(names)
        form.addRow("移交人的话", self.words)
        column.addWidget(head)
        column.addWidget(about)
        column.addLayout(form)
        row = QHBoxLayout()
        row.addWidget(button("看交接书…", "看打印样子、打印、存 PDF（Ctrl+P）", self.print_out))
        row.addStretch(1)
        column.addLayout(row)
        return made

    def _move_card(self) -> QFrame:
        made = card()
        column = QVBoxLayout(made)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        head = QLabel("换电脑或换人，三步")
        head.setObjectName("sectionTitle")
        row = QHBoxLayout()
        row.addWidget(button("第一步：写交接包…", self.primary_tip, self.begin))
        row.addStretch(1)
        column.addWidget(head)
        column.addWidget(QLabel(_MOVE, wordWrap=True))
        column.addLayout(row)
        return made
