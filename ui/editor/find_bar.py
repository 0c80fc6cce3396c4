"""Find words in the title and the text, go from place to place, and replace them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from desk.writing.finding import Pattern
from ui import style
from ui.editor import finding_hits
from ui.editor.body_edit import BodyEdit
from ui.editor.finding_hits import Hit
from ui.editor.marks import Marks, Spot
from ui.editor.title_edit import TitleEdit
from ui.icons import icon

_SETTLE_MS = 200
_WHOLE, _TEXT = "全文", "只在正文"
_READ_ONLY = "这篇稿件现在不能改动文字"


class FindBar(QFrame):
    """A bar beneath the text; Enter goes on, Shift+Enter back, Esc closes.

    Signals:
        closed(): give the keyboard back to the text.
        replaced(Replaced): words were replaced, all at once.
    """

    closed = Signal()
    replaced = Signal(object)

    def __init__(self, title: TitleEdit, text: BodyEdit) -> None:
        super().__init__()
        self._views: tuple[TitleEdit, BodyEdit] = (title, text)
        self._here: Hit | None = None
        self._spots: list[list[Spot]] = [[], []]  # set off now; typing moves them
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self.words = QLineEdit(placeholderText="查找")
        self.words.setClearButtonEnabled(True)
        self.new = QLineEdit(placeholderText="替换为（留空就是删去）")
        self.case = _toggle("区分大小写", "wifi 和 WiFi 不算一样")
        self.width_too = _toggle("全半角不分", "全角的逗号、数字、字母和半角的算一样")
        self.scope = QComboBox()
        self.scope.addItems([_WHOLE, _TEXT])
        self.scope.setToolTip("全文：标题、正文、表格和图表名都找")
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.one, self.all = QPushButton("替换"), QPushButton("全部替换")
        self.one.setToolTip("替换这一处，再到下一处（在“替换为”里按 Enter）")
        self.all.setToolTip("一次全部替换（Alt+A），Ctrl+Z 退回")
        self.all.setShortcut("Alt+A")
        self._lay_out()
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self.words.textChanged.connect(self._on_words)
        for toggle in (self.case, self.width_too):
            toggle.toggled.connect(self._on_words)
        self.scope.currentIndexChanged.connect(self._on_words)
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        for view in self._views:
            view.edited.connect(self._on_edited)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.setSpacing(style.GAP)
        steps = (
            _tool("arrow-up", "上一处（Shift+F3）", self.find_previous),
            _tool("arrow-down", "下一处（F3）", self.find_next),
            _tool("x", "关闭（Esc）", self.close_bar),
        )
        self._replacing = _row(self.one, self.all)
        grid.addWidget(self.words, 0, 0)
        grid.addWidget(_row(self.count, *steps), 0, 1)
        grid.addWidget(self.new, 1, 0)
        grid.addWidget(self._replacing, 1, 1)
        grid.addWidget(_row(self.scope, self.case, self.width_too), 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    @property
    def pattern(self) -> Pattern:
        """What is looked for."""
        return Pattern(self.words.text(), self.case.isChecked(), self.width_too.isChecked())

    def begin(self) -> None:
        """Show the bar with what is selected in the text."""
        self._begin(replacing=False)

    def begin_replacing(self) -> None:
        """Show the bar with the line for other words."""
        self._begin(replacing=True)

    def _begin(self, *, replacing: bool) -> None:
        for view in self._views:
            chosen = view.textCursor().selectedText()
            if chosen and view.hasFocus() and not {"\u2029", "\ufffc"} & set(chosen):
                self.words.setText(chosen)
        self.new.setVisible(replacing)
        self._replacing.setVisible(replacing)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._look()

    def find_next(self) -> None:
        """Go to the next place, from the top again after the last."""
        self._go(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._go(-1)

    def replace_one(self) -> None:
        """Replace the place shown now, and go to the next; with none shown go to the first."""
        hit = self._current(self._scan())
        if hit is not None and self._may_replace():
            finding_hits.replace(self._views, [hit], self.new.text())
            cursor = self._views[hit.rank].textCursor()
            cursor.setPosition(cursor.selectionEnd())
            self._views[hit.rank].setTextCursor(cursor)
        self._go(1)

    def replace_all(self) -> None:
        """Replace every place; in each text it is one step to take back."""
        hits = self._scan()
        if hits and self._may_replace():
            done = finding_hits.replace(self._views, hits, self.new.text())
            self._here = None
            self._look()
            self.replaced.emit(done)

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self._here = None
        self._show([])
        self.closed.emit()

    def _may_replace(self) -> bool:
        return not self._views[1].isReadOnly()

    def _scan(self) -> list[Hit]:
        """All places as the texts are now."""
        pattern = self.pattern
        ranks = (1,) if self.scope.currentText() == _TEXT else (0, 1)
        return [
            hit
            for rank in ranks
            for hit in finding_hits.hits_in(self._views[rank].document(), pattern, rank)
        ]

    def _current(self, hits: Sequence[Hit]) -> Hit | None:
        """The place where the cursor was left or that is selected."""
        cursors = [view.textCursor() for view in self._views]
        chosen = [(one.selectionStart(), one.selectionEnd()) for one in cursors]
        here = self._here
        if here is not None and here.shown == chosen[here.rank] and here in hits:
            return here
        return next(
            (hit for hit in hits if hit.cell is None and hit.shown == chosen[hit.rank]), None
        )

    def _go(self, step: int) -> None:
        hits = self._scan()
        if hits:
            self._lead_to(hits[self._next(hits, step)])
        self._show(hits)

    def _next(self, hits: Sequence[Hit], step: int) -> int:
        """The number of the place after or before the cursor, round the ends."""
        here = self._current(hits)
        if here is not None:
            return (hits.index(here) + step) % len(hits)
        cursor = self._views[1].textCursor()
        before = sum((hit.rank, hit.start) < (1, cursor.selectionStart()) for hit in hits)
        return (before if step > 0 else before - 1) % len(hits)

    def _lead_to(self, hit: Hit) -> None:
        """Select a place and bring it into view; a table is not selected, but shown."""
        self._here = hit
        view = self._views[hit.rank]
        cursor = view.textCursor()
        cursor.setPosition(hit.start)
        if hit.cell is None:
            cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        view.ensureCursorVisible()

    def _look(self) -> None:
        if self.isVisible():
            self._show(self._scan())

    def _show(self, hits: Sequence[Hit]) -> None:
        """Say how many there are, which is shown, and set all off."""
        here = self._current(hits)
        marks = [self._views[0].marks, self._views[1].marks]
        for rank in range(len(marks)):
            spots = [hit.spot(here=hit is here) for hit in hits if hit.rank == rank]
            self._set_off(rank, marks[rank], spots if self.isVisible() else [])
        if not self.words.text():
            said = ""
        elif not hits:
            said = "没有找到"
        elif here is None:
            said = f"共 {len(hits)} 处"
        else:
            said = f"第 {hits.index(here) + 1} 处，共 {len(hits)} 处"
        self.count.setText(said)
        for button in (self.one, self.all):
            button.setEnabled(bool(hits) and self._may_replace())
        self.new.setEnabled(self._may_replace())
        self.new.setToolTip("" if self._may_replace() else _READ_ONLY)

    def _set_off(self, rank: int, marks: Marks, spots: list[Spot]) -> None:
        """Draw anew only what differs: going from place to place changes nothing in the text."""
        if spots != self._spots[rank]:
            self._spots[rank] = spots
            marks.show_hits(spots)

    def _on_words(self) -> None:
        self._here = None
        self._look()

    def _on_edited(self) -> None:
        if self.isVisible():
            self._settle.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.new.hasFocus() and not back:
            self.replace_one()
        else:
            (self.find_previous if back else self.find_next)()


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(style.GAP)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return row


def _toggle(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("chip")
    button.setText(text)
    button.setToolTip(tip)
    button.setCheckable(True)
    return button


def _tool(name: str, tip: str, slot: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAutoRaise(True)
    button.clicked.connect(slot)
    return button
