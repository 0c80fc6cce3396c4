"""外带加密包: choose a pass phrase and a place; then the checksum and the slips to print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from desk.compiling import name_of, publication_of
from desk.errors import DeskError
from desk.layout.forms import Form, form_pdf
from desk.office_clock import office_time
from desk.secrecy.carry_slip import phrase_slip, slip
from desk.secrecy.carrying_out import Carried, carry_out, must_do, new_pass_phrase
from desk.secrecy.grades import grade_of
from desk.store import Work
from ui import style
from ui.dialogs import save_path
from ui.paper_window import PaperWindow
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (640, 480)
_ABOUT = (
    "选中的内容写成一个加密的 ZIP（AES-256），对方用 7-Zip、WPS 或 360 压缩打开。"
    "包里的文件以编号命名，目录在包内。口令只在这里显示一次，程序不保存；请另行告知对方。"
)
_FIRST = "先写出外带包，再打印交接单和口令条。"


class CarryWindow(FormWindow):
    """Ctrl+Enter writes the package; the slips are printed once it is written."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "外带加密包", "secrecy")
        self._subjects: Sequence[str] = ()
        self.carried: Carried | None = None
        self._phrase = ""  # of the package that was written
        self.items = QListWidget()
        self.items.setAccessibleName("要外带的内容")
        self.phrase = QLineEdit()
        self.phrase.setToolTip("至少 12 个字母、数字或半角符号")
        self.state = QLabel(wordWrap=True)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.paper: PaperWindow | None = None
        self._lay_out()

    def open_for(self, subjects: Sequence[str]) -> None:
        """Begin with what is to go out: draft:12, issue:3."""
        self._subjects, self.carried = tuple(subjects), None
        with self.session.store.read() as work:
            titles = [_title(work, one) for one in subjects]
            grade = grade_of(work, subjects)
        self.items.clear()
        self.items.addItems(titles)
        self.state.setText(f"共 {len(titles)} 件，最高密级：{grade}")
        self.renew()
        self._show_papers()
        self.tell("")
        self.come_up(self.phrase)

    def renew(self) -> None:
        """Make another pass phrase."""
        self.phrase.setText(new_pass_phrase())

    def act(self) -> None:
        """Ask where to, and write the package."""
        phrase, session = self.phrase.text(), self.session
        try:
            must_do(phrase)
        except DeskError as error:
            self.tell(str(error))
            self.phrase.setFocus()
            return
        self.tell("")
        moment = office_time(session.clock())
        path = save_path(self, f"外带 {moment:%Y%m%d-%H%M}", ".zip", "加密 ZIP")
        if path is None:
            return
        job = carry_out(
            session.store, self._subjects, path, phrase, session.settings, by=session.by()
        )

        def done(carried: Carried) -> None:
            self.carried, self._phrase = carried, phrase
            self.state.setText(f"已写好并核对：{path.name}\n校验值（SHA-256）　{carried.digest}")
            self._show_papers()

        session.start(job, done=done)

    def show_slip(self) -> None:
        """Show the slip to hand over with the package."""
        if self.carried:
            form = slip(self.carried, self.session.settings.office, self.session.by())
            self._show(form.title, [form])

    def show_phrase_slip(self) -> None:
        """Show the pass phrase on a paper of its own."""
        if self.carried:
            office, by = self.session.settings.office, self.session.by()
            form = phrase_slip(self.carried, self._phrase, office, by)
            self._show(form.title, [form])

    def _show(self, title: str, forms: Sequence[Form]) -> None:
        self.paper = self.paper or PaperWindow(self.session, self)
        paper = self.paper
        self.session.look(lambda: form_pdf(forms), lambda pdf: paper.show_pdf(title, pdf))

    def _show_papers(self) -> None:
        for button in (self.slip_button, self.phrase_button):
            button.setEnabled(self.carried is not None)
            button.setToolTip("" if self.carried else _FIRST)

    def _lay_out(self) -> None:
        about = QLabel(_ABOUT, wordWrap=True)
        about.setObjectName("muted")
        self.fresh = QPushButton("换一个")
        self.fresh.setToolTip("另生成一个口令")
        self.fresh.clicked.connect(self.renew)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.phrase, 1)
        row.addWidget(self.fresh)
        form = QFormLayout()
        form.addRow("口令", row)
        self.slip_button, self.phrase_button = QPushButton("交接单…"), QPushButton("口令条…")
        self.slip_button.clicked.connect(self.show_slip)
        self.phrase_button.clicked.connect(self.show_phrase_slip)
        write = self.deed("写出外带包…", "选择放在哪里（Ctrl+Enter）", self.act)
        self.content.addWidget(about)
        self.content.addWidget(self.items, 1)
        self.content.addLayout(form)
        self.content.addWidget(self.state)
        self.content.addLayout(self.foot(self.slip_button, self.phrase_button, write))


def open_carrying(session: Session, parent: QWidget, subjects: Sequence[str]) -> CarryWindow:
    """Show the window with what is to go out."""
    window = parent.findChild(CarryWindow) or CarryWindow(session, parent)
    window.open_for(subjects)
    return window


def _title(work: Work, subject: str) -> str:
    kind, _, number = subject.partition(":")
    if kind == "issue":
        issue = work.issues.get(int(number))
        return name_of(publication_of(work, issue.publication_id), issue)
    return work.drafts.get(int(number)).title
