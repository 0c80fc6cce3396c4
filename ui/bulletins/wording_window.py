"""Edit the office's own wording of bulletins or letters, with the names and what comes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desk.bulletins.marks import TemplateError
from desk.bulletins.options import BulletinOptions
from desk.bulletins.rewording import reset, restore, reword, wording
from desk.bulletins.template import Value, fill
from desk.bulletins.values import ENTRIES, examples, values_of
from desk.bulletins.wording import Wording
from desk.office_clock import office_time
from desk.surveys.survey import Survey
from ui import style
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session, Undo
from ui.side_window import FormWindow

_SIZE = (1240, 760)
_PAUSE_MS = 200
_HELP = (
    "一段一行。{名称} 换成台账里的数；〔…〕里的数没有或者是 0，整段〔…〕不印；"
    "〔没有{挂零名单}：…〕只在没有时印。{一}、{（一）}、{一是} 自动编号。"
)
_KINDS = {"bulletin-month": "月", "bulletin-quarter": "季度", "bulletin-half": "半年"}


class Named(Protocol):
    """A name that may stand in braces, what it says, and what it may look like."""

    @property
    def name(self) -> str: ...  # noqa: D102 - told above

    @property
    def about(self) -> str: ...  # noqa: D102 - told above

    @property
    def example(self) -> str: ...  # noqa: D102 - told above


@dataclass(frozen=True, slots=True)
class Names:
    """The names a wording may use, ``known`` with an example of each; ``what`` it is for."""

    what: str  # 通报, 函件
    entries: Sequence[Named]
    known: Mapping[str, Value]


class WordingWindow(FormWindow):
    """The wording at the left, the names in the middle, the result at the right."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "通报模板", "bulletins")
        self._key = ""
        self._values: Mapping[str, Value] = {}
        self._changed: Callable[[], None] = lambda: None
        self._names = Names("通报", list(ENTRIES.values()), examples())
        self._held = Wording("", "")
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName("模板")
        self.search = QLineEdit(placeholderText="找名称……", clearButtonEnabled=True)
        self.search.setAccessibleName("找名称")
        self.model: MemoryModel[Named] = MemoryModel(self._columns())
        self.names = ListView(session, self.model, "通报名称")
        self.result = QTextBrowser()
        self.result.setObjectName("reading")
        self.state = QLabel()
        self.state.setObjectName("muted")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._show_result)
        self._lay_out()
        self.edit.textChanged.connect(self._timer.start)
        self.search.textChanged.connect(self.model.set_filter)
        self.names.opened.connect(lambda _at: self.insert())
        self.model.set_rows(self._names.entries)

    def open_for(
        self,
        key: str,
        survey: Survey | None,
        options: BulletinOptions,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        """Edit a bulletin's wording; with a survey the values are its own, else examples."""
        names = Names("通报", list(ENTRIES.values()), examples())
        read = None if survey is None else lambda: values_of(survey, options)
        self.open_with(key, _KINDS.get(key, "年度"), names, read, changed)

    def open_with(
        self,
        key: str,
        kind: str,
        names: Names,
        read: Callable[[], Mapping[str, Value]] | None,
        changed: Callable[[], None],
    ) -> None:
        """Edit a wording of some kind, by whatever names; ``read`` gives their values."""
        self._key, self._changed, self._names = key, changed, names
        self.setWindowTitle(f"{names.what}模板（{kind}）")
        self._values = names.known
        self.model.set_rows(names.entries)
        self._show_wording(wording(self.session.store, key))
        if read is not None:
            self.session.look(read, self._on_values)
        self.come_up(self.edit)

    def insert(self) -> None:
        """Put the chosen name in where the cursor stands."""
        at = self.names.currentIndex().row()
        if 0 <= at < len(self.model.rows):
            self.edit.textCursor().insertText(f"{{{self.model.row(at).name}}}")
            self.edit.setFocus()

    def save(self) -> None:
        """Make it the office's own wording."""
        store, key, by = self.session.store, self._key, self.session.by()
        text = self.edit.toPlainText()
        if text == self._held.text:
            self.close()
            return
        before, names = self._held, self._names
        self.session.do(
            lambda: reword(store, key, text, by=by, known=names.known),
            note=f"{names.what}模板已改",
            undo=Undo(lambda: restore(store, before, by=by), f"{names.what}模板已改回"),
            done=lambda _before: self._on_saved(),
            failed=self._on_failed,
        )

    def reset(self) -> None:
        """Go back to the wording that came with the application."""
        store, key, by, before = self.session.store, self._key, self.session.by(), self._held
        what = self._names.what
        self.session.do(
            lambda: reset(store, key, by=by),
            note=f"{what}模板已恢复原文",
            undo=Undo(lambda: restore(store, before, by=by), f"{what}模板已改回"),
            done=lambda _before: self._show_wording(wording(store, key)),
        )

    def _on_values(self, found: Mapping[str, Value]) -> None:
        self._values = found
        self.model.set_columns(self._columns())
        self.model.set_rows(self._names.entries)
        self._show_result()

    def _on_saved(self) -> None:
        self._changed()
        self.close()

    def _on_failed(self, error: Exception) -> None:
        self.fail(error)
        if isinstance(error, TemplateError):
            self._go_to_line(error.line)

    def _go_to_line(self, line: int) -> None:
        block = self.edit.document().findBlockByNumber(line - 1)
        self.edit.setTextCursor(QTextCursor(block))
        self.edit.setFocus()

    def _show_wording(self, found: Wording) -> None:
        self._held = found
        self.edit.setPlainText(found.text)
        self.state.setText(
            f"本单位的写法（{office_time(found.changed):%Y-%m-%d} {found.changed_by} 改）"
            if found.changed else "软件自带的写法"
        )  # fmt: skip
        self.reset_button.setEnabled(found.is_own)
        self._show_result()

    def _show_result(self) -> None:
        try:
            filled = fill(self.edit.toPlainText(), self._values)
        except TemplateError as error:
            self.tell(str(error))
            return
        self.tell("")
        self.result.setHtml("".join(f"<p>{escape(one.text)}</p>" for one in filled))

    def _columns(self) -> tuple[Column[Named], ...]:
        return (
            Column("name", "名称", lambda one: one.name, 130, tip=lambda one: one.about),
            Column(
                "value", "现在是", self._told, stretch=True,
                tip=lambda one: f"{one.about}\n{self._told(one)}",
            ),
            Column("about", "说明", lambda one: one.about, 160, hidden=True),
        )  # fmt: skip

    def _told(self, one: Named) -> str:
        value = self._values.get(one.name)
        if value is None:
            return one.example
        return value.text if value.paragraphs is None else "　".join(value.paragraphs)

    def _lay_out(self) -> None:
        help_ = QLabel(_HELP, wordWrap=True)
        help_.setObjectName("muted")
        insert = QPushButton("插入")
        insert.setToolTip("把选中的名称放到光标处（Enter，Alt+I）")
        insert.clicked.connect(self.insert)
        bind(self, "Alt+I", self.insert)
        bind(self, "Ctrl+F", self.search.setFocus)
        self.reset_button = QPushButton("恢复原文")
        self.reset_button.setToolTip("换回软件自带的写法，可以撤销")
        self.reset_button.clicked.connect(self.reset)
        done = self.deed("保存", "存成本单位的写法（Ctrl+Enter，Ctrl+S）", self.save)
        bind(self, "Ctrl+S", self.save)
        body = QSplitter(Qt.Orientation.Horizontal)
        for words, parts in (
            ("模板", (self.edit,)),
            ("名称", (self.search, self.names, insert)),
            ("结果", (self.result,)),
        ):
            body.addWidget(_column(words, parts))
        body.setSizes([460, 330, 420])
        body.setChildrenCollapsible(False)
        self.content.addWidget(help_)
        self.content.addWidget(body, 1)
        self.content.addWidget(self.state)
        self.content.addLayout(self.foot(self.reset_button, done))


def _column(words: str, parts: tuple[QWidget, ...]) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.GAP)
    head = QLabel(words)
    head.setObjectName("sectionTitle")
    column.addWidget(head)
    for part in parts:
        column.addWidget(part, int(not isinstance(part, (QLineEdit, QPushButton))))
    return box
