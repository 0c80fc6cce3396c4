"""约稿通知单: ask units for a topic; one page a unit, printed or kept as PDF and Word."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desk import form_filling
from desk.errors import FieldError
from desk.layout.forms import Form, form_docx, form_pdf
from desk.office_clock import office_time
from desk.reports.issue_forms import Call, call_form
from ui import style
from ui.dialogs import save_path
from ui.keys import bind
from ui.paper_window import PaperWindow
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (640, 480)


class CallWindow(FormWindow):
    """The notice to the chosen units; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "约稿通知单", "copies")
        self._units: Sequence[str] = ()
        self._asked: list[Call] = []
        self.to = QLabel(wordWrap=True)
        year = office_time(session.clock()).year
        self.number = QLineEdit(f"约稿〔{year}〕　号")
        self.topic = QLineEdit(placeholderText="例如：今冬明春农田水利建设进展情况")
        self.points = QPlainTextEdit(tabChangesFocus=True)
        self.points.setPlaceholderText("一行一条，可以不写\n例如：存在的困难和问题")
        self.until = QLineEdit(placeholderText="例如：11月25日（星期三）17时")
        self.contact = QLineEdit(placeholderText="姓名和电话")
        self.paper = PaperWindow(session, self)
        self.paper.sent.connect(self._tell)
        self._lay_out()

    def open_for(self, units: Sequence[str]) -> None:
        """Begin a notice to these units, by their full names."""
        self._units = units
        names = "、".join(units[:6])
        self.to.setText(f"{names}等 {len(units)} 家单位" if len(units) > 6 else names)  # noqa: PLR2004 - six are named
        self.tell("")
        self.come_up(self.topic)

    def calls(self) -> list[Call]:
        """What each unit is asked; raises FieldError for what is not filled in."""
        for name, field, sentence in (
            ("topic", self.topic, "请写上约稿的题目。"),
            ("until", self.until, "请写上报送时限。"),
            ("contact", self.contact, "请写上联系人和电话。"),
        ):
            if not field.text().strip():
                raise FieldError(name, sentence)
        points = tuple(
            line.strip() for line in self.points.toPlainText().splitlines() if line.strip()
        )
        said = [field.text().strip() for field in (self.topic, self.until, self.contact)]
        number = self.number.text().strip()
        return [Call(number, unit, said[0], points, said[1], said[2]) for unit in self._units]

    def show_pages(self) -> None:
        """Show the notices, ready to print."""
        if forms := self._filled():
            self.paper.show_pdf(f"约稿通知单　{self.topic.text().strip()}", form_pdf(forms))

    def save_word(self) -> None:
        """Keep the notice to the first unit as a Word file, to be changed there."""
        forms = self._filled()
        path = save_path(self, "约稿通知单", ".docx", "Word 文档") if forms else None
        if path:
            self.session.do(
                lambda: path.write_bytes(form_docx(forms[0])),
                note=f"已存为 {path.name}",
                done=lambda _size: self._tell(),
            )

    def _filled(self) -> list[Form]:
        self.tell("")
        day = self.session.today()
        office = self.session.settings.office
        try:
            self._asked = self.calls()
            return [call_form(office, call, day) for call in self._asked]
        except FieldError as error:
            self.tell(str(error))
            fields = {"topic": self.topic, "until": self.until, "contact": self.contact}
            fields[error.field].setFocus()
            return []

    def _tell(self) -> None:
        store, by, asked = self.session.store, self.session.by(), self._asked
        self.session.do(lambda: form_filling.record_calls(store, asked, by=by))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(style.GAP)
        for words, field in (
            ("发给", self.to),
            ("编号", self.number),
            ("题目", self.topic),
            ("请着重写明", self.points),
            ("报送时限", self.until),
            ("联系人", self.contact),
        ):
            form.addRow(words, field)
        word = QPushButton("存为 Word")
        word.setToolTip("第一家单位的通知单，存成 Word 再改")
        word.clicked.connect(self.save_word)
        tip = "一家单位一页（Ctrl+Enter 或 Ctrl+P）"
        show = self.deed("预览和打印", tip, self.show_pages)
        bind(self, "Ctrl+P", self.show_pages)
        column = self.content
        column.addLayout(form, 1)
        column.addLayout(self.foot(word, show))
