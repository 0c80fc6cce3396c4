"""The issue on paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from desk.copy_marks import marks_of
from desk.editions import pages_of
from desk.layout.imposition import Imposition
from desk.print_plans import NO_NUMBERS, PrintPlan
from ui.dialogs import save_path
from ui.issue.feature import Action, Feature
from ui.issue.print_window import PrintWindow
from ui.issue.snapshot import Snapshot
from ui.keys import bind
from ui.leaving import keep_file

if TYPE_CHECKING:
    from ui.issue.page import IssuePage


class Printing(Feature):
    """Prints the very pages of the preview, and saves them as they lie on the sheets."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self._window: PrintWindow | None = None
        self.button = page.secondary("打印", "打印本期，选份数、页码、拼版和份号（Ctrl+P）")
        self.button.clicked.connect(self.begin)
        bind(page, "Ctrl+P", self.button.click)

    @property
    def window(self) -> PrintWindow:
        """The window, made when it is first wanted."""
        if self._window is None:
            self._window = PrintWindow(self.page.session, self.page)
        return self._window

    @override
    def exports(self) -> Sequence[Action]:
        return (
            Action("小册子 PDF…", "", self.save_booklet),
            Action("带份号的 PDF…", "", self.begin_numbered),
        )

    @override
    def show(self, seen: Snapshot) -> None:
        issue = seen.issue
        self.button.setEnabled(issue is not None)
        self.button.setText("重印" if issue and issue.is_frozen else "打印")

    def begin(self, *, numbered: bool = False) -> None:
        """Ask how it is printed."""
        page = self.page
        if page.issue and page.publication and page.shown and page.shown.count:
            self.window.open_for(page.issue, page.publication, page.name, numbered=numbered)

    def begin_numbered(self) -> None:
        """Ask which numbers the copies bear."""
        self.begin(numbered=True)

    def save_booklet(self) -> None:
        """Save the pages as an A3 booklet, to be printed elsewhere."""
        page, session = self.page, self.page.session
        issue = page.issue
        if issue is None or not (page.shown and page.shown.count):
            return
        path = save_path(page, f"{page.name}（小册子）", ".pdf", "PDF 文件")
        if path is None:
            return

        by = session.by()

        def write() -> None:
            pages = pages_of(session.store, issue.id, session.settings)
            with session.store.read() as work:
                marks = marks_of(work, issue.id, session.settings, by)
            plan = PrintPlan(
                tuple(range(pages.count)),
                way=Imposition.BOOKLET_A3,
                marks=marks.texts(NO_NUMBERS) if marks.is_usual else (),
            )
            keep_file(session, path, plan.file(pages), f"issue:{issue.id}")

        session.do(write, note=f"已存为 {path.name}。印在 A3 纸上，短边翻转，对折即可")
