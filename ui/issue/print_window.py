"""Print an issue: say on which printer, how many, which pages, on what paper; see the sheets."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.compiling import copies_of
from desk.copy_marks import CopyMarks, marks_of
from desk.editions import Pages, pages_of, sizes_of
from desk.errors import FieldError
from desk.issues import Issue
from desk.jobs import Job, Progress
from desk.layout.imposition import Imposition
from desk.layout.preview import page_count, page_images
from desk.office_clock import office_time
from desk.print_plans import PrintPlan
from desk.print_runs import Outcome, PrintRun
from desk.printing import record_printing, runs_of
from desk.publications import Publication
from desk.whole_file import write_whole
from ui import style
from ui.dialogs import save_path
from ui.issue.print_choices import remember, remembered
from ui.issue.print_form import Offer, PrintForm
from ui.issue.print_job import PrintTask, print_issue, printer_for
from ui.issue.sheet_picture import SheetPicture
from ui.keys import bind, bind_done
from ui.leaving import keep_file
from ui.printing import to_qimage
from ui.session import Session, Topic
from ui.side_window import SideWindow

_SIZE = (920, 600)
_EDGE = 48  # what is left of the window around
_FORM_WIDTH = 400
_SETTLE_MS = 150
_PICTURE_DPI = 64
_RUNS_HEIGHT = 84


class PrintWindow(SideWindow):
    """One issue at a time; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, chapter="printing")
        room = parent.window().size() - QSize(_EDGE, _EDGE)
        self.resize(self.size().boundedTo(room))
        self._issue_id, self._publication_id, self._name = 0, 0, ""
        self._pages: Pages | None = None
        self._asked = 0
        self._side = 0
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        self.form = PrintForm()
        self.picture = SheetPicture(self._turn_to)
        self.runs = QListWidget()
        self.runs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it elides
        self.runs.setMaximumHeight(self.look.px(_RUNS_HEIGHT))
        self.summary = QLabel(wordWrap=True)
        self.summary.setObjectName("sectionTitle")
        self.save_button = QPushButton("存为 PDF…")
        self.save_button.setToolTip("按这里的拼版和份号存成 PDF，文字能选能搜（Ctrl+S）")
        self.print_button = QPushButton("打印")
        self.print_button.setObjectName("primary")
        self.print_button.setToolTip("送打印机，并记入印制记录（Ctrl+Enter）")
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.form.resized.connect(self._load)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.send)
        bind(self, "Ctrl+S", self.save)
        bind_done(self, self.send)

    def open_for(
        self, issue: Issue, publication: Publication, name: str, *, numbered: bool = False
    ) -> None:
        """Begin with an issue; ``numbered`` asks for 份号 whatever was chosen last."""
        self._issue_id, self._publication_id, self._name = issue.id, publication.id, name
        runs = runs_of(self.session.store, issue.id)
        copies, sizes = copies_of(publication, issue), sizes_of(issue)
        offer = Offer(0, copies, publication.controlled, sizes, runs, self._marks())
        self._pages = None
        self.setWindowTitle(f"{'重印' if issue.is_frozen else '打印'}　{name}")
        self.form.show_offer(offer, remembered(self.session.paths.data, publication.id))
        if numbered:
            self.form.numbered.setChecked(True)
        self._show_runs(runs)
        self.come_up(self.form.copies)
        self._load()

    def _marks(self) -> CopyMarks:
        session = self.session
        with session.store.read() as work:
            return marks_of(work, self._issue_id, session.settings, session.by())

    def plan(self) -> PrintPlan | None:
        """What is wanted; None, with the reason at its field, where it can't be had."""
        if self._pages is None:
            return None
        try:
            plan = self.form.plan()
        except FieldError as error:
            self.form.show_error(error)
            return None
        self.form.show_error(None)
        return plan

    def send(self) -> None:
        """Print what is wanted, and remember the choices."""
        plan, pages = self._checked(), self._pages
        if plan is None or pages is None:
            return
        name, file = self.form.printer.currentText(), None
        if self.form.is_to_file:
            file = save_path(self, f"{self._name}（打印）", ".pdf", "PDF 文件")
            if file is None:
                return
            name = f"PDF 文件：{file.name}"
        printer = printer_for(plan, name, self._name, file)
        session = self.session
        task = PrintTask(
            session.store, self._issue_id, session.by(), pages, plan, printer, name, file
        )
        remember(session.paths.data, self._publication_id, self.form.choices())
        words = f"已存为 {file.name}" if file else "已送打印机"
        session.start(print_issue(task), Topic.ISSUES, done=self._noting(words, plan))
        self.hide()

    def save(self) -> None:
        """Save what is wanted as a PDF whose text is still text; numbered copies are recorded."""
        plan, pages = self._checked(), self._pages
        if plan is None or pages is None:
            return
        path = save_path(self, f"{self._name}（{_kind(plan)}）", ".pdf", "PDF 文件")
        if path is None:
            return
        session = self.session
        remember(session.paths.data, self._publication_id, self.form.choices())
        subject = f"issue:{self._issue_id}"
        run = plan.run(pages, f"PDF 文件：{path.name}")
        record = partial(record_printing, session.store, self._issue_id, run, by=session.by())

        def job() -> Job[None]:
            yield Progress(0, 1, "正在生成 PDF")
            made = plan.file(pages)
            if plan.numbers:
                record(send=lambda: write_whole(path, made))
            else:
                keep_file(session, path, made, subject)

        session.start(job(), Topic.ISSUES, done=self._noting(f"已存为 {path.name}", plan))
        self.hide()

    def _checked(self) -> PrintPlan | None:
        try:
            return self.form.plan() if self._pages else None
        except FieldError as error:
            self.form.go_to_error(error)
            return None

    def _noting(self, words: str, plan: PrintPlan) -> Callable[[object], None]:
        return lambda _result: self.session.messages.note(f"{words}：{plan.summary}")

    def _load(self) -> None:
        """Lay out the edition that is wanted."""
        self._asked += 1
        self._pages = None
        self._show_plan(None)
        session = self.session
        query = partial(
            pages_of, session.store, self._issue_id, session.settings, self.form.edition
        )
        session.look(query, partial(self._on_loaded, self._asked))

    def _on_loaded(self, asked: int, pages: Pages) -> None:
        if asked == self._asked:
            self._pages = pages
            self.form.show_count(pages.count)
            self._on_changed()

    def _on_changed(self) -> None:
        self._show_plan(self.plan())
        self._turn_to(0)

    def _show_plan(self, plan: PrintPlan | None) -> None:
        if plan:
            self.summary.setText(plan.summary)
        else:
            self.summary.setText("" if self._pages else "正在排版……")
        self.print_button.setText("打印到文件…" if self.form.is_to_file else "打印")
        for button in (self.print_button, self.save_button):
            button.setEnabled(plan is not None)

    def _turn_to(self, side: int) -> None:
        self._side = side
        self._settle.start()

    def _draw(self) -> None:
        """Draw a side as it will be printed."""
        plan, pages = self.plan(), self._pages
        if plan is None or pages is None:
            self.picture.clear()
            return
        side = self._side
        show = partial(self._show_side, plan, side)
        self.session.look(lambda: _drawn(plan, pages, side), show)

    def _show_side(self, plan: PrintPlan, side: int, drawn: tuple[QImage, int]) -> None:
        if side == self._side:
            image, sides = drawn
            self.picture.show_side(image, side, sides, both_sides=plan.both_sides)

    def _show_runs(self, runs: list[PrintRun]) -> None:
        self.runs.clear()
        self.runs.addItems([_told(run) for run in runs])
        for at, run in enumerate(runs):
            self.runs.item(at).setToolTip(_told(run, all_of_it=True))
        self.runs_title.setText("印制记录")
        for widget in (self.runs, self.runs_title):
            widget.setVisible(bool(runs))

    def _lay_out(self) -> None:
        self.runs_title = QLabel()
        self.runs_title.setObjectName("muted")
        form = QVBoxLayout()
        form.setSpacing(style.GAP)
        form.addWidget(self.form, 1)
        form.addWidget(self.runs_title)
        form.addWidget(self.runs)
        self.form.setFixedWidth(self.look.px(_FORM_WIDTH))
        self.runs.setFixedWidth(self.look.px(_FORM_WIDTH))
        upper = QHBoxLayout()
        upper.setSpacing(2 * style.GAP)
        upper.addLayout(form)
        upper.addWidget(self.picture, 1)
        foot = QHBoxLayout()
        foot.setSpacing(style.GAP)
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        column = self.content
        column.addLayout(upper, 1)
        column.addLayout(foot)


def _drawn(plan: PrintPlan, pages: Pages, side: int) -> tuple[QImage, int]:
    """A small picture of a side of the first copy, and how many sides there are."""
    sheet = pages.number_sheet(plan.numbers[:1]) if plan.numbers else b""
    one = replace(plan, marks=plan.marks[:1])
    pdf = plan.sides(pages, sheet, marks=one.mark_sheet(pages))
    page = page_images(pdf, _PICTURE_DPI, range(side, side + 1))[0]
    return to_qimage(page.width, page.height, page.rgb), page_count(pdf)


def _kind(plan: PrintPlan) -> str:
    """What the file is, for its name."""
    plain = "选印" if plan.way is Imposition.NONE else plan.way.value.partition("（")[0]
    return ("带份号" if plan.numbers else plain) + ("、水印" if plan.marks else "")


def _told(run: PrintRun, *, all_of_it: bool = False) -> str:
    when = office_time(run.when).strftime("%m-%d %H:%M") if run.when else ""
    state = run.outcome.value if run.outcome is Outcome.CANCELLED else ""
    shown = [when, "校样" if run.is_proof else "", state, f"{run.copies} 份", run.numbers, run.who]
    shown += [run.printer]
    if all_of_it:
        shown += [f"第 {run.pages} 页", run.way, f"{run.sheets} 张纸"]
    return "　".join(part for part in shown if part)
