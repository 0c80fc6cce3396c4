"""The issue on paper."""

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.issue.feature import Feature
from ui.issue.snapshot import Snapshot
from ui.keys import bind
from ui.printing import choose_printer, print_pdf

if TYPE_CHECKING:
    from ui.issue.page import IssuePage


class Printing(Feature):
    """Prints the very pages of the preview."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.button = page.secondary("打印", "打印本期（Ctrl+P）")
        self.button.clicked.connect(self.begin)
        bind(page, "Ctrl+P", self.button.click)

    @override
    def show(self, seen: Snapshot) -> None:
        issue = seen.issue
        self.button.setEnabled(issue is not None)
        self.button.setText("重印" if issue and issue.is_frozen else "打印")

    def begin(self) -> None:
        """Ask for a printer, then print page by page."""
        shown, page = self.page.shown, self.page
        if shown is None or not shown.count:
            return
        printer = choose_printer(page, shown.count)
        if printer:
            page.session.start(
                print_pdf(shown.pdf, shown.count, printer),
                done=lambda count: page.session.messages.note(f"已送打印机，共 {count} 页"),
            )
