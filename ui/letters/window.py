"""A window beside the work with the letters to units: read, copy, print, keep."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.jobs import Progress
from desk.office_clock import day_of
from desk.reports.letter import Letter
from ui import style
from ui.buttons import push_button
from ui.keys import bind
from ui.leaving import ask_and_print, copy_plain
from ui.letters.files import LetterFiles
from ui.letters.looks import html
from ui.letters.month_box import MonthBox
from ui.session import Session
from ui.side_window import SideWindow

RECEIPT, FEEDBACK, TEACHING = "收稿回执", "处理反馈", "指导单"
_NONE = "这些稿件还没有单位，写不出回执和反馈。\n请先在来稿里按 F2 补上来稿单位。"
_SIZE = (1040, 640)
_KINDS = (
    (RECEIPT, "告诉单位收到了哪些"),
    (FEEDBACK, "告诉单位处理结果和理由"),
    (TEACHING, "这些单位一个月的报送指导：结果、问题、改稿对照和建议"),
)


class LettersWindow(SideWindow):
    """Units at the left, the letter to one of them at the right; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "回执与反馈")
        self.letters: Sequence[Letter] = ()
        self._gather: Callable[[str], list[Letter]] = lambda _kind: []
        self._asked = 0
        self._unit_ids: Sequence[int] | None = None
        self._is_writing = False
        self.files = LetterFiles(session, self, self._tell)
        self.month = MonthBox(session.today())
        self.kinds = QButtonGroup(self)
        self.units = QListWidget()
        self.units.setAccessibleName("单位")
        self.text = QTextBrowser()
        self.text.setObjectName("reading")
        self.text.setTabChangesFocus(True)
        self.note = QLabel()
        self.note.setObjectName("muted")
        self._make_actions()
        self._lay_out()
        self.kinds.buttonClicked.connect(lambda _button: self._refresh())
        self.month.activated.connect(lambda _at: self._refresh())
        session.progressed.connect(self._on_progress)
        self.units.currentRowChanged.connect(self._show)

    def open_for(self, draft_ids: Sequence[int], kind: str = FEEDBACK) -> None:
        """Write to the units behind some drafts."""
        from desk import answering  # noqa: PLC0415 - brings the checks, loaded on use

        ids, store = list(draft_ids), self.session.store
        office, day = self._letterhead()
        write = {RECEIPT: answering.receipts, FEEDBACK: answering.feedbacks}
        self._unit_ids = self._units_behind(ids)
        self._open(lambda chosen: write[chosen](store, ids, office=office, day=day), kind)

    def _units_behind(self, ids: Sequence[int]) -> list[int]:
        with self.session.store.read() as work:
            drafts = work.drafts.several(ids)
        if drafts:
            self.month.choose(day_of(max(one.received for one in drafts)))
        return list(dict.fromkeys(unit for one in drafts for unit in one.unit_ids))

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

    def open_for_month(self, day: date, unit_ids: Sequence[int] | None = None) -> None:
        """Write the slips of a day's month to all units, or to these."""
        self._unit_ids = unit_ids
        self.month.choose(day)
        self._open(lambda _kind: [], None, TEACHING)

    @property
    def kind(self) -> str:
        """What is written: a receipt or feedback."""
        chosen = (button.text() for button in self.kinds.buttons() if button.isChecked())
        return next(chosen, FEEDBACK)

    def _open(
        self, gather: Callable[[str], list[Letter]], kind: str | None, fixed: str = FEEDBACK
    ) -> None:
        """Show the window; without a kind there is none to choose but the fixed one."""
        self._gather = gather
        for button in self.kinds.buttons():
            button.setVisible(kind is not None)
            button.setChecked(button.text() == (kind or fixed))
        self._refresh()
        self.come_up(self.units)

    def _letterhead(self) -> tuple[str, date]:
        return self.session.settings.office, self.session.today()

    def _refresh(self) -> None:
        self._asked += 1
        asked, kind, gather = self._asked, self.kind, self._gather
        self.month.setVisible(kind == TEACHING)
        if kind == TEACHING:
            self._teach(asked)
            return
        self.session.look(lambda: gather(kind), lambda letters: self._on_letters(asked, letters))

    def _teach(self, asked: int) -> None:
        """Work the month's slips out; a job under way is given up for it."""
        from desk.teaching import slips  # noqa: PLC0415 - brings the checks, loaded on use

        self.stop()
        was_writing = self._is_writing
        (office, day), (year, month) = self._letterhead(), self.month.month()
        job = slips(
            self.session.store, year, month, office=office, day=day, unit_ids=self._unit_ids
        )
        self._is_writing = (
            was_writing or not self.session.is_working
        )  # behind another's job it is not ours to stop
        self.stop_button.setVisible(self._is_writing)
        self.session.start(
            job,
            done=lambda found: self._on_letters(asked, [one.letter for one in found]),
            cancelled=lambda: self._on_stopped(asked),
        )

    def stop(self) -> None:
        """Give the slips up that are being worked out."""
        if self._is_writing:
            self.session.cancel()

    def _on_stopped(self, asked: int) -> None:
        if asked == self._asked:
            self._tell("已停下，没有写完")

    def _on_progress(self, step: Progress | None) -> None:
        if step is None:
            self._is_writing = self._is_writing and self.session.is_working
            self.stop_button.setVisible(self._is_writing)
        elif self.isVisible():
            self._tell(f"{step.text}　{step.done}/{step.total}")

    def _tell(self, words: str) -> None:
        self.note.setText(words)

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
        for button in self._actions:
            button.setEnabled(bool(letters))
        self.copy_all_button.setVisible(len(letters) > 1)
        if not letters:
            self.text.setPlainText(_NONE)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.letters):
            self.text.setHtml(html(self.letters[row]))

    def copy(self) -> None:
        """Put the letter shown on the clipboard."""
        row = self.units.currentRow()
        if 0 <= row < len(self.letters):
            self._put(self.letters[row].text, f"已复制给{self.letters[row].to}的{self.kind}")

    def copy_short(self) -> None:
        """Put the short form of the letter shown on the clipboard, the whole where it has none."""
        row = self.units.currentRow()
        if 0 <= row < len(self.letters):
            one = self.letters[row]
            text = one.chat or one.text
            self._put(text, f"已复制给{one.to}的{self.kind}，{len(text)} 字，可以直接发聊天")

    def copy_all(self) -> None:
        """Put all letters on the clipboard, one after another."""
        if self.letters:
            text = "\n\n".join(letter.text for letter in self.letters)
            self._put(text, f"已复制给 {len(self.letters)} 个单位的{self.kind}")

    def _put(self, text: str, said: str) -> None:
        copy_plain(text)
        self.note.setText(said)

    def print_letters(self) -> None:
        """Print all letters, each on a page of its own."""
        self._with_pdf(self._print)

    def _print(self, pdf: bytes) -> None:
        ask_and_print(
            self,
            self.session,
            pdf,
            self.kind,
            done=lambda sent: self.note.setText(f"已送打印机 {sent} 页"),
        )

    def save(self) -> None:
        """Keep all letters as one PDF."""
        if self.letters:
            self.files.pdf(self.letters, self.kind)

    def save_word(self) -> None:
        """Keep a .docx for each unit."""
        if self.letters:
            self.files.word(self.letters, self.kind)

    def save_excel(self) -> None:
        """Keep an .xlsx for each unit."""
        if self.letters:
            self.files.excel(self.letters, self.kind)

    def _with_pdf(self, then: Callable[[bytes], None]) -> None:
        from desk.reports.letter_pdf import letters_pdf  # noqa: PLC0415 - heavy, loaded on use

        letters = tuple(self.letters)
        if letters:
            self.session.look(lambda: letters_pdf(letters), then)

    def _make_actions(self) -> None:
        copy = "复制这封，粘贴到 QQ、微信或邮件里（Ctrl+Shift+C）；Ctrl+C 复制短的"
        self.copy_button = push_button("复制", copy)
        self.copy_all_button = push_button("全部复制", "复制全部单位的")
        self.save_button = push_button("存为 PDF", "全部存成一个 PDF（Ctrl+S）")
        self.word_button = push_button("存为 Word", "每个单位存一个 Word 文件（Ctrl+Shift+S）")
        self.excel_button = push_button("存为 Excel", "每个单位存一个 Excel 文件（Ctrl+Shift+E）")
        self.print_button = push_button("打印", "全部打印，每个单位另起一页（Ctrl+P）")
        self.stop_button = push_button("停下", "不写了，先前的留着")
        self.copy_button.setObjectName("primary")
        self.stop_button.hide()
        self.stop_button.clicked.connect(self.stop)
        for button, slot, keys in (
            (self.copy_button, self.copy, "Ctrl+Shift+C"),
            (self.copy_all_button, self.copy_all, ""),
            (self.save_button, self.save, "Ctrl+S"),
            (self.word_button, self.save_word, "Ctrl+Shift+S"),
            (self.excel_button, self.save_excel, "Ctrl+Shift+E"),
            (self.print_button, self.print_letters, "Ctrl+P"),
        ):
            button.clicked.connect(slot)
            if keys:
                bind(self, keys, slot)
        bind(self.units, "Ctrl+C", self.copy_short)
        self._actions = (
            self.save_button, self.word_button, self.excel_button, self.print_button,
            self.copy_button,
        )  # fmt: skip

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        for kind, tip in _KINDS:
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setObjectName("chip")
            chip.setText(kind)
            chip.setToolTip(tip)
            self.kinds.addButton(chip)
            head.addWidget(chip)
        head.addWidget(self.month)
        head.addWidget(self.note, 1)
        head.addWidget(self.stop_button)
        for button in (self.copy_all_button, *self._actions):
            head.addWidget(button)
        halves = QSplitter(childrenCollapsible=False)
        halves.setHandleWidth(style.GAP)
        halves.addWidget(self.units)
        halves.addWidget(_framed(self.text))
        halves.setSizes([self.look.px(220), self.look.px(640)])
        column = self.content
        column.addLayout(head)
        column.addWidget(halves, 1)


def _framed(text: QTextBrowser) -> QFrame:
    """The text on a sheet with room around it."""
    sheet = QFrame()
    sheet.setObjectName("sheet")
    inside = QVBoxLayout(sheet)
    inside.setContentsMargins(16, 12, 4, 12)
    inside.addWidget(text)
    return sheet
