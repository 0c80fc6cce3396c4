"""期头期尾 of one issue, typed: what is left empty is the publication's, shown in grey."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.body import Body
from desk.issue_matter import typed_text
from desk.issues import Matter
from desk.publications import Signature
from ui import style
from ui.field import Field
from ui.issue.recipients_box import RecipientsBox
from ui.manual.context import tell_of

_NOTE_LABELS = ("编者按：", "按语：", "编后：")
_CONTENTS = (("按版式", ""), ("总是印", "always"), ("不印", "never"), ("两页起印", "pages"))
_NO_MARK = "（不印）"
_MOST_COPIES = 9999


class _Choice(QComboBox):
    """One of some words, or others; it starts empty."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setLineEdit(self.line)
        self.addItems(words)
        self.setCurrentIndex(-1)
        self.setMinimumContentsLength(2)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)


class MatterForm(QScrollArea):
    """One column, so that it fits beside the page.

    Signals:
        typed(): something was changed by hand.
        left(): the clerk left a field.
    """

    typed = Signal()
    left = Signal()

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.setObjectName("formScroll")
        tell_of(self, "matter")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look = style.Look(scale)
        self._shown = Matter()
        self._usual_copies = 0
        self.label = QLineEdit(placeholderText="例如：特刊、人大会专刊")
        self.note_label = _Choice(_NOTE_LABELS)
        self.note = self._text("例如：现予刊发，请各乡镇、各部门结合实际学习借鉴。", 4)
        self.instruction_label = QLineEdit(placeholderText="例如：郑国平县长批示：")
        self.instruction = self._text("印在正文前的框里。", 3)
        self.opinion_button = QPushButton("取自审签")
        self.opinion_button.setToolTip("本期稿件审签时领导写的意见，选一条填进来")
        self.contents = QComboBox()
        self.contents.setMinimumContentsLength(3)
        shrinking = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.contents.setSizeAdjustPolicy(shrinking)
        for words, value in _CONTENTS:
            self.contents.addItem(words, value)
        self.mark = _Choice((_NO_MARK, "内部资料"))
        self.editors, self.reviewer, self.signer = (QLineEdit() for _ in range(3))
        self.copies = QLineEdit()
        self.copies.setValidator(QIntValidator(0, _MOST_COPIES, self.copies))
        self.readers = QLineEdit()
        self.send_to = self._text("", 3)
        self.recipients = RecipientsBox()
        self._lay_out()
        self._watch()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("formInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 12, 12)
        column.setSpacing(style.GAP)
        self.label_field = Field("刊别，印在期号前", self.label)
        parts: tuple[QWidget, ...] = (
            self.label_field,
            Field("编者按的标签", self.note_label),
            Field("编者按，一行一段", self.note),
            _row(Field("批示的标签", self.instruction_label), self.opinion_button),
            Field("领导批示，一行一段", self.instruction),
            _row(Field("目录", self.contents), Field("密级标志", self.mark)),
            _row(Field("编辑", self.editors), Field("审核", self.reviewer)),
            _row(Field("签发", self.signer), Field("印数", self.copies)),
            Field("知悉范围", self.readers),
            Field("报尾发送范围，一行一条", self.send_to),
            self.recipients,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)

    def _watch(self) -> None:
        for line in self._lines():
            line.textChanged.connect(self.typed)
            line.editingFinished.connect(self.left)
        for text in self._texts():
            text.textChanged.connect(self.typed)
            text.installEventFilter(self)
        for choice in (self.note_label, self.mark):
            choice.editTextChanged.connect(self.typed)
            choice.line.editingFinished.connect(self.left)
        self.copies.textChanged.connect(lambda _text: self._compare())
        self.contents.activated.connect(self._on_chosen)
        self.recipients.edited.connect(self._on_chosen)

    def _compare(self) -> None:
        copies = self.copies.text()
        self.recipients.compare_with(int(copies) if copies else self._usual_copies)

    def _on_chosen(self) -> None:
        self.typed.emit()
        self.left.emit()

    def _lines(self) -> tuple[QLineEdit, ...]:
        names = (self.editors, self.reviewer, self.signer)
        return (self.label, self.instruction_label, *names, self.copies, self.readers)

    def _texts(self) -> tuple[QPlainTextEdit, ...]:
        return self.note, self.instruction, self.send_to

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False

    def show_matter(self, matter: Matter, usual: Matter) -> None:
        """Show an issue's own matter, with what holds where it is empty in grey."""
        blockers = [QSignalBlocker(one) for one in (self, self.recipients)]
        self._shown = matter
        self._show_usual(usual)
        self.label.setText(matter.label)
        self.note_label.setEditText(matter.note_label)
        _show_body(self.note, matter.note)
        self.instruction_label.setText(matter.instruction_label)
        _show_body(self.instruction, matter.instruction)
        self.contents.setCurrentIndex(max(0, self.contents.findData(matter.contents)))
        self.mark.setEditText(_NO_MARK if matter.mark == "" else matter.mark or "")
        self.editors.setText(matter.signature.editors)
        self.reviewer.setText(matter.signature.reviewer)
        self.signer.setText(matter.signature.signer)
        self.copies.setText("" if matter.copies is None else str(matter.copies))
        self.readers.setText(matter.readers)
        _set_text(self.send_to, "\n".join(matter.send_to or ()))
        self.recipients.show_recipients(matter.recipients, usual.recipients or ())
        self._usual_copies = usual.copies or 0
        self._compare()
        for one in blockers:
            one.unblock()

    def _show_usual(self, usual: Matter) -> None:
        words = next(text for text, value in _CONTENTS if value == usual.contents)
        self.contents.setItemText(0, f"照刊物：{words}" if usual.contents else words)
        names = usual.signature
        for line, text in (
            (self.note_label.line, usual.note_label or "照版式"),
            (self.mark.line, usual.mark or "不印"),
            (self.editors, names.editors or "不印"),
            (self.reviewer, names.reviewer or "不印"),
            (self.signer, names.signer or "不印"),
            (self.copies, str(usual.copies) if usual.copies else "不印"),
            (self.readers, usual.readers or "例如：县委、县政府领导"),
        ):
            line.setPlaceholderText(text)
        self.send_to.setPlaceholderText("\n".join(usual.send_to or ()) or "不印")

    def matter(self) -> Matter:
        """What the form says; what it isn't about stays as it was shown."""
        lines = tuple(one.strip() for one in self.send_to.toPlainText().splitlines())
        mark, copies = self.mark.currentText().strip(), self.copies.text().strip()
        names = (one.text().strip() for one in (self.editors, self.reviewer, self.signer))
        return replace(
            self._shown,
            label=self.label.text().strip(),
            note_label=self.note_label.currentText().strip(),
            note=self._body(self.note, self._shown.note),
            instruction_label=self.instruction_label.text().strip(),
            instruction=self._body(self.instruction, self._shown.instruction),
            contents=str(self.contents.currentData()),
            mark="" if mark == _NO_MARK else mark or None,
            signature=Signature(*names),
            copies=int(copies) if copies else None,
            readers=self.readers.text().strip(),
            send_to=tuple(one for one in lines if one) or None,
            recipients=self.recipients.recipients(),
        )

    @staticmethod
    def _body(box: QPlainTextEdit, was: Body) -> Body:
        """The text typed; as it was where nothing was typed, so that no bold run is lost."""
        text = box.toPlainText()
        return was if text == was.text else typed_text(text)

    def show_clean(self, matter: Matter) -> None:
        """Show texts as they are kept, once the clerk has left them."""
        blocker = QSignalBlocker(self)
        for box, body in ((self.note, matter.note), (self.instruction, matter.instruction)):
            if not box.hasFocus():
                _show_body(box, body)
        self._shown = matter
        blocker.unblock()

    def _text(self, hint: str, rows: int) -> QPlainTextEdit:
        box = QPlainTextEdit(tabChangesFocus=True)
        box.setPlaceholderText(hint)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * rows + self._look.px(14))
        return box


def _show_body(box: QPlainTextEdit, body: Body) -> None:
    _set_text(box, body.text)


def _set_text(box: QPlainTextEdit, text: str) -> None:
    if box.toPlainText() != text:  # else the cursor would jump
        box.setPlainText(text)


def _row(*parts: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(style.GAP)
    for one in parts:
        is_field = isinstance(one, Field)
        row.addWidget(one, int(is_field), Qt.AlignmentFlag.AlignBottom)
    return box
