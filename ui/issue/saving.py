"""The issue as files: PDF and Word."""

from collections.abc import Callable, Sequence

from typing_extensions import override

from desk.copy_marks import marks_of
from desk.print_plans import NO_NUMBERS
from ui.dialogs import save_path
from ui.issue.feature import Action, Feature
from ui.issue.pages import Shown
from ui.leaving import keep_file


class Saving(Feature):
    """Saves what the preview shows."""

    @override
    def exports(self) -> Sequence[Action]:
        return (
            Action("存为 PDF", "Ctrl+Shift+S", self.save_pdf),
            Action("存为 Word", "Ctrl+Shift+W", self.save_word),
            Action("加水印的 PDF…", "", self.save_marked),
        )

    def save_pdf(self) -> None:
        """Save the very pages of the preview."""
        self._save(".pdf", "PDF 文件", lambda shown: shown.pdf)

    def save_word(self) -> None:
        """Save the same pages as a Word file."""
        self._save(".docx", "Word 文档", lambda shown: shown.docx())

    def save_marked(self) -> None:
        """Save the pages with who takes them out, and when, across them."""
        from desk.layout.watermark import watermarked  # noqa: PLC0415 - loaded on use

        session, issue = self.page.session, self.page.issue
        if issue is None:
            return
        by = session.by()

        def marked(shown: Shown) -> bytes:
            with session.store.read() as work:
                marks = marks_of(work, issue.id, session.settings, by)
            return watermarked(shown.pdf, marks.texts(NO_NUMBERS)[0], by.today)

        self._save(".pdf", "PDF 文件", marked, "（水印）")

    def _save(self, suffix: str, kind: str, data: Callable[[Shown], bytes], more: str = "") -> None:
        shown, page, issue = self.page.shown, self.page, self.page.issue
        if shown is None or issue is None:
            return
        path = save_path(page, f"{page.name}{more}", suffix, kind)
        if path:
            page.session.do(
                lambda: keep_file(page.session, path, data(shown), f"issue:{issue.id}"),
                note=f"已存为 {path.name}",
            )
