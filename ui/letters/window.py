"""A window beside the work with the letters to units: read, copy, print, keep."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.layout.preview import page_count
from desk.reports.letter import Letter, LineKind
from ui import style
from ui.dialogs import save_path
from ui.keys import bind
from ui.printing import choose_printer, print_pdf
from ui.session import Session

RECEIPT, FEEDBACK = "收稿回执", "处理反馈"
_NONE = "这些稿件还没有单位，写不出回执和反馈。\n请先在来稿里按 F2 补上来稿单位。"
_SIZE = (860, 620)


class LettersWindow(QWidget):
    """Units at the left, the letter to one of them at the right; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setWindowTitle("回执与反馈")
        look = style.Look(session.settings.scale)
        self.resize(*map(look.px, _SIZE))
        self.session = session
        self.letters: Sequence[Letter] = ()
        self._gather: Callable[[str], list[Letter]] = lambda _kind: []
        self._asked = 0
        self.kinds = QButtonGroup(self)
        self.units = QListWidget()
        self.units.setAccessibleName("单位")
        self.text = QTextBrowser()
        self.text.setObjectName("reading")
        self.text.setTabChangesFocus(True)
        self.note = QLabel()
        self.note.setObjectName("muted")
        self._make_actions()
        self._lay_out(look)
        self.kinds.buttonClicked.connect(lambda _button: self._refresh())
        self.units.currentRowChanged.connect(self._show)

    def open_for(self, draft_ids: Sequence[int], kind: str = FEEDBACK) -> None:
        """Write to the units behind some drafts."""
        from desk import answering  # noqa: PLC0415 - brings the checks, loaded on use

        ids, store = list(draft_ids), self.session.store
        office, day = self._letterhead()
        write = {RECEIPT: answering.receipts, FEEDBACK: answering.feedbacks}
        self._open(lambda chosen: write[chosen](store, ids, office=office, day=day), kind)

    def open_for_unit(self, unit_id: int, first: date, last: date) -> None:
        """Write to one unit about all it sent in some days."""
        from desk import answering  # noqa: PLC0415 - brings the checks, loaded on use

        store = self.session.store
        office, day = self._letterhead()
        self._open(
            lambda _kind: [
                answering.period_feedback(store, unit_id, first, last, office=office, day=day)
            ],
            None,
        )

    @property
    def kind(self) -> str:
        """What is written: a receipt or feedback."""
        chosen = (button.text() for button in self.kinds.buttons() if button.isChecked())
        return next(chosen, FEEDBACK)

    def _open(self, gather: Callable[[str], list[Letter]], kind: str | None) -> None:
        """Show the window; without a kind there is none to choose."""
        self._gather = gather
        for button in self.kinds.buttons():
            button.setVisible(kind is not None)
            button.setChecked(button.text() == (kind or FEEDBACK))
        self._refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self.units.setFocus()

    def _letterhead(self) -> tuple[str, date]:
        return self.session.settings.office, self.session.clock().astimezone().date()

    def _refresh(self) -> None:
        self._asked += 1
        asked, kind, gather = self._asked, self.kind, self._gather
        self.session.look(lambda: gather(kind), lambda letters: self._on_letters(asked, letters))

    def _on_letters(self, asked: int, letters: Sequence[Letter]) -> None:
        if asked != self._asked:
            return
        at = max(0, self.units.currentRow())
        self.letters = letters
        self.units.clear()
        self.units.addItems([letter.to for letter in letters])
        self.units.setCurrentRow(min(at, len(letters) - 1))
        self.units.setVisible(len(letters) > 1)
        self.note.setText(f"{len(letters)} 个单位" if len(letters) > 1 else "")
        for button in (self.copy_button, self.print_button, self.save_button):
            button.setEnabled(bool(letters))
        self.copy_all_button.setVisible(len(letters) > 1)
        if not letters:
            self.text.setPlainText(_NONE)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.letters):
            self.text.setHtml(_html(self.letters[row]))

    def copy(self) -> None:
        """Put the letter shown on the clipboard."""
        row = self.units.currentRow()
        if 0 <= row < len(self.letters):
            self._put(self.letters[row].text, f"已复制给{self.letters[row].to}的{self.kind}")

    def copy_all(self) -> None:
        """Put all letters on the clipboard, one after another."""
        if self.letters:
            text = "\n\n".join(letter.text for letter in self.letters)
            self._put(text, f"已复制给 {len(self.letters)} 个单位的{self.kind}")

    def _put(self, text: str, said: str) -> None:
        QApplication.clipboard().setText(text)
        self.note.setText(said)

    def print_letters(self) -> None:
        """Print all letters, each on a page of its own."""
        self._with_pdf(self._print)

    def _print(self, pdf: bytes) -> None:
        pages = page_count(pdf)
        printer = choose_printer(self, pages)
        if printer:
            self.session.start(
                print_pdf(pdf, pages, printer),
                done=lambda sent: self.note.setText(f"已送打印机 {sent} 页"),
            )

    def save(self) -> None:
        """Keep all letters as one PDF."""
        if self.letters:
            to = self.letters[0].to if len(self.letters) == 1 else f"{len(self.letters)}个单位"
            path = save_path(self, f"{self.kind}（{to}）", ".pdf", "PDF 文件")
            if path:
                self._with_pdf(lambda pdf: self._keep(lambda: path.write_bytes(pdf), path.name))

    def _keep(self, write: Callable[[], int], name: str) -> None:
        self.session.do(write, done=lambda _size: self.note.setText(f"已存为 {name}"))

    def _with_pdf(self, then: Callable[[bytes], None]) -> None:
        from desk.reports.letter_pdf import letters_pdf  # noqa: PLC0415 - heavy, loaded on use

        letters = tuple(self.letters)
        if letters:
            self.session.look(lambda: letters_pdf(letters), then)

    def _make_actions(self) -> None:
        self.copy_button = _button("复制", "复制这封，粘贴到 QQ、微信或邮件里（Ctrl+Shift+C）")
        self.copy_all_button = _button("全部复制", "复制全部单位的")
        self.save_button = _button("存为 PDF", "全部存成一个 PDF（Ctrl+S）")
        self.print_button = _button("打印", "全部打印，每个单位另起一页（Ctrl+P）")
        self.copy_button.setObjectName("primary")
        for button, slot, keys in (
            (self.copy_button, self.copy, "Ctrl+Shift+C"),
            (self.copy_all_button, self.copy_all, ""),
            (self.save_button, self.save, "Ctrl+S"),
            (self.print_button, self.print_letters, "Ctrl+P"),
        ):
            button.clicked.connect(slot)
            if keys:
                bind(self, keys, slot)

    def _lay_out(self, look: style.Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        for kind, tip in ((RECEIPT, "告诉单位收到了哪些"), (FEEDBACK, "告诉单位处理结果和理由")):
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setObjectName("chip")
            chip.setText(kind)
            chip.setToolTip(tip)
            self.kinds.addButton(chip)
            head.addWidget(chip)
        head.addWidget(self.note, 1)
        for button in (self.copy_all_button, self.save_button, self.print_button, self.copy_button):
            head.addWidget(button)
        halves = QSplitter(childrenCollapsible=False)
        halves.setHandleWidth(style.GAP)
        halves.addWidget(self.units)
        halves.addWidget(_framed(self.text))
        halves.setSizes([look.px(220), look.px(640)])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(style.GAP)
        column.addLayout(head)
        column.addWidget(halves, 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    return button


def _framed(text: QTextBrowser) -> QFrame:
    """The text on a sheet with room around it."""
    sheet = QFrame()
    sheet.setObjectName("sheet")
    inside = QVBoxLayout(sheet)
    inside.setContentsMargins(16, 12, 4, 12)
    inside.addWidget(text)
    return sheet


def _html(letter: Letter) -> str:
    """The letter as it reads on the screen."""
    lines = [f"<h3 align='center'>{escape(letter.title)}</h3>", f"<p>{escape(letter.to)}：</p>"]
    for line in letter.lines:
        text = escape(line.text)
        if line.kind is LineKind.HEADING:
            text = f"<b>{text}</b>"
        look = f"color:{style.MUTED};" if line.kind is LineKind.DETAIL else ""
        lines.append(f"<p style='margin:4px 0 4px 0;{look}'>　　{text}</p>")
    lines.append(f"<p align='right'>{escape(letter.office)}<br>{letter.dated}</p>")
    return "".join(lines)
