"""核实记录: what the unit was asked about the text, and what it said."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk.inquiries import Answer
from desk.verifying import Contact, Said
from ui import style
from ui.editor.inquiry_form import InquiryForm
from ui.editor.inquiry_list import InquiryList
from ui.editor.inquiry_rows import Row, first_of, summary
from ui.flow_layout import FlowLayout
from ui.keys import bind

_LEAST, _AROUND = 120, 300  # pixels of the list, and of all above and below it
_ACTIONS = (
    ("属实", "单位说属实（1）", "right"),
    ("更正", "单位说不对：写上正确的，正文跟着改（2）", "correct"),
    ("待回复", "已经问了，等单位回话（3）", "wait"),
    ("另问……", "问一个自己写的问题（N）", "ask"),
    ("复制问题", "合成一段话复制，发给单位，记为待回复；选中几条就问几条（Ctrl+C）", "copy"),
)


class InquiryPanel(QWidget):
    """Facts as questions, each answered by one key.

    Signals:
        answered(list[Row], Said): the unit's answer to these.
        asked(str): a question of the clerk's own.
        opened(Row): go to its words in the text.
        dropped(list[Row]): strike these questions out.
        copied(list[Row]): copy these questions as a message.
        unfolded(QWidget): the form opened and wants to be seen.
    """

    answered = Signal(object, object)
    asked = Signal(str)
    opened = Signal(object)
    dropped = Signal(object)
    copied = Signal(object)
    unfolded = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._everything = False
        self.state = QLabel(textFormat=Qt.TextFormat.RichText)
        self.unit = QLabel()
        self.unit.setObjectName("muted")
        self.name = QLineEdit(placeholderText="问的是谁")
        self.phone = QLineEdit(placeholderText="电话")
        self.error = QLabel()
        self.error.setObjectName("fieldError")
        self.error.setWordWrap(True)
        self.error.hide()
        self.list = InquiryList()
        self.form = InquiryForm()
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._connect()

    def show_contact(self, contact: Contact) -> None:
        """Propose whom to ask."""
        self.unit.setText(contact.unit or "还没有单位")
        self.name.setText(contact.name)
        self.phone.setText(contact.phone)
        self._everything = False
        self.form.hide()
        self.error.hide()

    @property
    def contact(self) -> Contact:
        """Who is asked, as it stands in the fields."""
        unit = self.unit.text().removeprefix("还没有单位")
        return Contact(unit, self.name.text(), self.phone.text())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the log."""
        self._rows = rows
        self.list.show_rows(rows, everything=self._everything)
        words, colour = summary(rows)
        self.state.setText(f"<span style='color:{colour}'>{words}</span>")

    def begin(self) -> None:
        """Go to the first fact to ask about."""
        self.list.setFocus()

    def fit(self, room: int) -> None:
        """Fit into a height, the form below the list included."""
        self.list.limit(max(_LEAST, room - _AROUND))

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with whom to ask, "" to take it away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def right(self) -> None:
        """The unit confirms what is selected."""
        self._answer(Said(Answer.RIGHT))

    def wait(self) -> None:
        """The unit has been asked and will call back."""
        self._answer(Said())

    def correct(self) -> None:
        """Ask what is right in place of the one row selected."""
        rows = self.list.rows()
        if rows:
            self.form.ask_correction(rows[0].words, rows[0].place[0])
            self.unfolded.emit(self.form)

    def ask(self) -> None:
        """Ask for a question of the clerk's own."""
        self.form.ask_question()
        self.unfolded.emit(self.form)

    def copy(self) -> None:
        """Copy the rows selected where they are several, else all that nobody has answered."""
        rows = self.list.rows()
        if len(rows) < 2:  # noqa: PLR2004 - one row is always selected
            facts = [row for row in self._rows if row.inquiry is None]
            waiting = [row for row in self._rows if row.inquiry is not None]
            rows = [*waiting, *(facts if self._everything else first_of(facts))]
        self.copied.emit(rows)

    def drop(self) -> None:
        """Strike the questions selected out."""
        rows = [row for row in self.list.rows() if row.inquiry is not None]
        if rows:
            self.dropped.emit(rows)

    def _answer(self, said: Said) -> None:
        rows = self.list.rows()
        if rows:
            self.list.mark_next()
            self.answered.emit(rows, said)

    def _on_corrected(self, said: Said) -> None:
        self.answered.emit(self.list.rows()[:1], said)

    def _show_all(self) -> None:
        self._everything = True
        self.show_rows(self._rows)

    def _connect(self) -> None:
        self.list.on_key = {
            ord("1"): self.right,
            ord("2"): self.correct,
            ord("3"): self.wait,
            ord("N"): self.ask,
            0x01000007: self.drop,  # Del
        }
        bind(self.list, "Ctrl+C", self.copy)
        self.list.opened.connect(self.opened)
        self.list.more.connect(self._show_all)
        self.form.corrected.connect(self._on_corrected)
        self.form.asked.connect(self.asked)
        self.form.closed.connect(self.list.setFocus)
        self.name.returnPressed.connect(self.phone.setFocus)
        self.phone.returnPressed.connect(self.list.setFocus)

    def _lay_out(self) -> None:
        title = QLabel("核实记录")
        title.setObjectName("sectionTitle")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.state)
        whom = QHBoxLayout()
        whom.setSpacing(style.GAP)
        whom.addWidget(self.name, 1)
        whom.addWidget(self.phone, 1)
        holder = QWidget()
        row = FlowLayout(4, holder)
        for text, tip, slot in _ACTIONS:
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(getattr(self, slot))
            row.addWidget(button)
            self.buttons[text] = button
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(style.GAP)
        column.addLayout(head)
        column.addWidget(self.unit)
        column.addLayout(whom)
        column.addWidget(self.error)
        column.addWidget(self.list)
        column.addWidget(holder)
        column.addWidget(self.form)
