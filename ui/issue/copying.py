"""份号登记 and the forms that go with a released issue."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from typing_extensions import override

from desk import form_filling
from desk.layout.forms import Form, form_docx, form_pdf
from desk.settings import Settings
from desk.store import Store
from ui.copies.window import CopiesWindow
from ui.dialogs import save_path
from ui.issue.feature import Action, Feature
from ui.leaving import keep_file
from ui.paper_window import PaperWindow

if TYPE_CHECKING:
    from ui.issue.page import IssuePage

T = TypeVar("T")


class Copying(Feature):
    """Opens the register, and prints the forms of the issue on show."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.window = CopiesWindow(page.session, page)
        self.paper = PaperWindow(page.session, page)

    @override
    def actions(self) -> Sequence[Action]:
        return (
            Action("份号登记", "Ctrl+Shift+R", self.open_register),
            Action("打印发送登记表", "", self.print_distribution),
            Action("打印采用反馈单", "", self.print_feedback),
        )

    @override
    def exports(self) -> Sequence[Action]:
        return (Action("发送登记表存为 Word", "", self.save_distribution),)

    def open_register(self) -> None:
        """Show who has each copy."""
        if self.page.issue:
            self.window.open_for(self.page.issue.id, self.page.name)

    def print_distribution(self) -> None:
        """Show the 发送登记表, ready to print."""
        self._fill(form_filling.distribution_sheet, lambda form: self._show([form]))

    def save_distribution(self) -> None:
        """Keep the 发送登记表 as a Word file."""
        self._fill(form_filling.distribution_sheet, self._keep)

    def print_feedback(self) -> None:
        """Show the 采用反馈单 of every unit with an adopted item, ready to print."""
        self._fill(form_filling.feedback_sheets, self._show)

    def _fill(
        self, fill: Callable[[Store, int, Settings, date], T], then: Callable[[T], None]
    ) -> None:
        session, issue = self.page.session, self.page.issue
        if issue is not None:
            today = session.today()
            session.do(lambda: fill(session.store, issue.id, session.settings, today), done=then)

    def _show(self, forms: Sequence[Form]) -> None:
        if not forms:
            self.page.session.messages.note("这一期没有可以反馈的采用")
            return
        title = forms[0].title.removeprefix(self.page.name)
        self.paper.show_pdf(f"{self.page.name}{title}", form_pdf(forms))

    def _keep(self, form: Form) -> None:
        page = self.page
        path = save_path(page, form.title, ".docx", "Word 文档")
        if path:
            page.session.do(
                lambda: keep_file(page.session, path, form_docx(form)), note=f"已存为 {path.name}"
            )
