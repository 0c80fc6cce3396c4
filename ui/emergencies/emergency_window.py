"""The window for an emergency with its keys: telephoned, sent, approved, printed, large."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from desk.emergencies.changing import Change
from desk.emergencies.consenting import consent, sign
from desk.emergencies.emergency import Consent, ReportKind, Sending, Way
from desk.emergencies.paper import Sender, paper_docx, paper_of, paper_pdf, sheet_of
from desk.emergencies.raising import stamp
from desk.emergencies.reporting import end, send_up, set_next
from desk.emergencies.ruling import ruling_of
from desk.emergencies.times import read_moment, told
from desk.emergencies.wording import script
from desk.errors import DeskError, FieldError
from desk.layout.document_parts import Document
from desk.layout.forms import Form
from desk.office_clock import office_time
from ui import style
from ui.dialogs import save_path
from ui.emergencies.texts import Sheet
from ui.emergencies.window import EmergencyBoard
from ui.flow_layout import FlowLayout
from ui.keys import bind
from ui.leaving import ask_and_print, keep_file
from ui.paper_window import PaperWindow
from ui.session import Session


class EmergencyWindow(EmergencyBoard):
    """One for the whole program: ``emergency_window`` finds it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.paper: PaperWindow | None = None
        self.is_done_with = False  # another one stands in its place
        self.buttons: dict[str, QPushButton] = {}
        row = FlowLayout(style.GAP)
        keep = self.deed("存下", "存下（Ctrl+Enter）", self.keep)
        row.addWidget(keep)
        for words, keys, tip, act in self._deeds():
            button = QPushButton(words)
            button.setToolTip(f"{tip}（{keys}）")
            button.clicked.connect(act)
            bind(self, keys, act)
            self.buttons[words] = button
            row.addWidget(button)
        self.content.addLayout(row)
        bind(self, "Ctrl+R", partial(self.compose, force=True))

    def telephoned(self) -> None:
        """Stamp that the upper level was telephoned now (F2)."""
        self._stamp("phoned", "已记下电话上报时间")

    def send_now(self) -> None:
        """Note that the report went up now, where the rules say it goes (F3)."""

        def send() -> None:
            sending = Sending(self.session.clock(), self.rules.to, self.rules.how)
            self._send(sending)

        self.keep(send)

    def ask_sending(self) -> None:
        """Ask to whom it went, how and when (Shift+F3)."""
        now = self.session.clock()

        def take(given: Mapping[str, str]) -> None:
            when = self._moment(given["when"])
            if when:
                self._send(Sending(when, given["to"].strip(), given["how"].strip()))

        entries: dict[str, tuple[str, QWidget]] = {
            "to": ("报给", QLineEdit(self.rules.to)),
            "how": ("方式", QLineEdit(self.rules.how)),
            "when": ("时间", QLineEdit(told(now, now))),
        }
        self.keep(lambda: self.strip.ask("上报", entries, "记下", take))

    def ask_consent(self) -> None:
        """Ask who approved it, how and when; or when it was signed, where it was by word (F6)."""
        last = self.one.last
        now = self.session.clock()
        if last is not None and self.pending is None and last.consent:
            if last.consent.is_signed:
                self.tell(f"{last.name}已经由{last.consent.who}签批。")
            else:
                day = self.session.today()
                self.keep(lambda: self._do(partial(sign, day=day), "已记下补签"))
            return
        way = QComboBox()
        way.addItems(list(Way))
        entries: dict[str, tuple[str, QWidget]] = {
            "who": ("批准人", QLineEdit(self._approver())),
            "how": ("方式", way),
            "when": ("时间", QLineEdit(told(now, now))),
        }

        def take(given: Mapping[str, str]) -> None:
            when = self._moment(given["when"])
            if when:
                given_by = Consent(given["who"], Way(given["how"]), when)
                self._do(partial(consent, given=given_by), "已记下审批")

        self.keep(lambda: self.strip.ask("审批", entries, "记下", take))

    def ask_next(self) -> None:
        """Ask when the next follow-up is due; empty: none is (F9)."""
        last = self.one.last
        if last is None:
            self.tell("先按“存下”写好首报。")
            return
        now = self.session.clock()
        entries: dict[str, tuple[str, QWidget]] = {
            "due": ("下次续报（空着：不再定时续报）", QLineEdit(told(last.next_due, now)))
        }
        emergency_id, store = self.one.id, self.session.store

        def take(given: Mapping[str, str]) -> None:
            text = given["due"]
            due = self._moment(text, ahead=True) if text.strip() else None
            if due or not text.strip():
                by = self.session.by()
                self.keep(
                    lambda: self._run(
                        lambda: set_next(store, emergency_id, due, by=by), "已定下次续报时间"
                    )
                )

        self.strip.ask("续报时间", entries, "记下", take)

    def ask_end(self) -> None:
        """Close it without a final report, for a reason."""
        if not self.one.id:
            self.tell("这一件还没有存下。不要了请按“丢开，另写一件”。")
            return
        entries: dict[str, tuple[str, QWidget]] = {"why": ("理由", QLineEdit())}
        emergency_id, store = self.one.id, self.session.store

        def take(given: Mapping[str, str]) -> None:
            by = self.session.by()
            why = given["why"]
            self.keep(lambda: self._run(lambda: end(store, emergency_id, why, by=by), "已办结"))

        self.strip.ask("不写终报，办结", entries, "办结", take)

    def print_now(self) -> None:
        """Keep it and send its page to the printer (Ctrl+P)."""
        self.keep(lambda: self._with_page(self._print))

    def preview(self) -> None:
        """Keep it and show its page (Ctrl+Shift+P)."""
        self.keep(lambda: self._with_page(self._preview))

    def save_word(self) -> None:
        """Keep its page as a Word file."""
        path = save_path(self, self.texts.wording.title, ".docx", "Word 文档")
        if path:
            sheet = self._sheet()
            self.session.do(
                lambda: keep_file(self.session, path, paper_docx(sheet), self.one.subject),
                done=lambda _size: self.session.messages.note(f"已存为 {path.name}"),
            )

    def show_script(self) -> None:
        """Show what to say by telephone (F4)."""
        now = self.session.clock()
        try:
            one = self.form.value(now)
        except DeskError as error:
            self.fail(error)
            return
        local = office_time(now)
        names = {
            "reporter": self.names.get(one.reporter_id, one.informant or "群众"),
            "now": f"{local.hour}时{local.minute}分",
        }
        office, clerk = self.session.settings.office, self.session.settings.clerk
        self.texts.show_script(script(one, self.form.category, self.rules.to, office, clerk, names))
        self.texts.turn_to(Sheet.SCRIPT)

    def _deeds(self) -> tuple[tuple[str, str, str, Callable[[], None]], ...]:
        followup = partial(self.begin_report, ReportKind.FOLLOWUP)
        final = partial(self.begin_report, ReportKind.FINAL)
        standards = partial(self.texts.turn_to, Sheet.STANDARDS)
        return (
            ("打印", "Ctrl+P", "存下并打印", self.print_now),
            ("电话稿", "F4", "照着念的电话稿", self.show_script),
            ("已电话报", "F2", "现在已电话上报", self.telephoned),
            ("报出", "F3", "现在已书面上报", self.send_now),
            ("审批", "F6", "谁批准的；口头批准的再按一次记补签", self.ask_consent),
            ("续报", "F7", "从上一报写续报", followup),
            ("终报", "F8", "从上一报写终报", final),
            ("范围和标准", "F5", "紧急信息报送范围和标准", standards),
            ("大字", "F11", "大字、黑底，再按一次回来", self.large.toggle),
            ("预览", "Ctrl+Shift+P", "看看打印出来的样子", self.preview),
            ("存 Word", "Ctrl+Shift+S", "存为 Word", self.save_word),
            ("报给别处", "Shift+F3", "写明报给哪里、什么时间", self.ask_sending),
            ("续报时间", "F9", "改下次续报的时间", self.ask_next),
            ("办结", "Shift+F8", "不写终报，写明理由办结", self.ask_end),
        )

    def _stamp(self, what: str, note: str) -> None:
        store = self.session.store

        def put() -> None:
            by, emergency_id = self.session.by(), self.one.id
            when = by.now.replace(second=0, microsecond=0)
            self._run(lambda: stamp(store, emergency_id, what, when, by=by), note)

        self.keep(put)

    def _send(self, sending: Sending) -> None:
        at, emergency_id = len(self.one.reports) - 1, self.one.id
        store, by = self.session.store, self.session.by()
        unsigned = "，还没有审批记录，请补" if self.one.reports[at].consent is None else ""
        note = f"已记下{self.one.reports[at].name}报{sending.to}{unsigned}"
        self._run(lambda: send_up(store, emergency_id, at, sending, by=by), note)

    def _do(self, use: Callable[..., Change], note: str) -> None:
        """Run a use case on the last report."""
        at, emergency_id = len(self.one.reports) - 1, self.one.id
        store, by = self.session.store, self.session.by()
        self._run(lambda: use(store, emergency_id, at, by=by), note)

    def _run(self, action: Callable[[], Change], note: str) -> None:
        def done(change: Change) -> None:
            self.strip.put_away()
            self.tell("")
            self.show_kept(change.now.id)

        self.deeds.run(action, note, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if self.strip.isVisible() and isinstance(error, DeskError):
            self.strip.tell(str(error))
        else:
            self.fail(error)

    def _moment(self, text: str, *, ahead: bool = False) -> datetime | None:
        """A moment typed in the strip; what is wrong with it stands there."""
        try:
            return read_moment("when", "时间", text, self.session.clock(), ahead=ahead)
        except FieldError as error:
            self.strip.tell(str(error))
            return None

    def _approver(self) -> str:
        """Who approved last: it is mostly the same."""
        given = [one.consent.who for one in self.one.reports if one.consent]
        if given:
            return given[-1]
        with self.session.store.read() as work:
            lanes = [one for one in work.approvals.lanes() if one.is_active]
        signers = [stage.signer for one in lanes for stage in one.stages if stage.signer]
        return signers[-1] if signers else ""

    def _sheet(self) -> Document | Form:
        settings = self.session.settings
        with self.session.store.read() as work:
            paper = paper_of(work, self.one, self.one.reports[-1])
        sender = Sender(settings.office, settings.clerk, self.rules.phone, self.session.clock())
        return sheet_of(paper, sender)

    def _with_page(self, then: Callable[[bytes], None]) -> None:
        sheet = self._sheet()
        self.session.look(lambda: paper_pdf(sheet), then)

    def _preview(self, pdf: bytes) -> None:
        self.paper = self.paper or PaperWindow(self.session, self)
        self.paper.show_pdf(self.texts.wording.title, pdf)

    def _print(self, pdf: bytes) -> None:
        ask_and_print(self, self.session, pdf, self.texts.wording.title, self.one.subject)


def emergency_window(session: Session, inside: QWidget) -> EmergencyWindow:
    """The window for emergencies; a new one where there is none, or where the rules changed."""
    parent = inside.window()
    held: list[EmergencyWindow] = list(parent.findChildren(EmergencyWindow))
    for one in (each for each in held if not each.is_done_with):
        if one.isVisible() or one.ruling == ruling_of(session.store):
            return one
        one.is_done_with = True
        one.deleteLater()
    return EmergencyWindow(session, parent)
