"""The 导出 menu of the archive: the issue on show, the year's index, lists, the year's folder."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from desk.archive.exporting import Exported, export_year
from desk.archive.yearly import yearly_index
from desk.errors import DeskError
from desk.reports.issue_index import expired_list, use_list
from desk.reports.register import Register, register_pdf
from desk.reports.register_docx import register_docx
from desk.reports.register_sheet import register_workbook
from desk.whole_folder import free_folder
from ui.archive.shelf_tree import Shelf
from ui.dialogs import open_folder, save_path
from ui.keys import bind
from ui.leaving import keep_file

if TYPE_CHECKING:
    from ui.archive.page import ArchivePage

_FORMS: dict[str, tuple[str, Callable[[Register], bytes]]] = {
    ".docx": ("Word 文档", register_docx),
    ".xlsx": ("Excel 工作簿", lambda table: register_workbook([(table.title, table)])),
    ".pdf": ("PDF 文件", register_pdf),
}


class Exports:
    """Fills the menu; what needs a year or an issue is only there with one."""

    def __init__(self, page: "ArchivePage") -> None:
        self._page = page
        self._of_issue = [
            self._line("这一期存为 PDF", partial(self.save_issue, ".pdf"), "Ctrl+Shift+S"),
            self._line("这一期存为 Word", partial(self.save_issue, ".docx"), "Ctrl+Shift+W"),
            self._line("外带加密包…", self.carry_out),
        ]
        page.export_button.menu().addSeparator()
        self._of_index = [
            self._line(f"年度目录 {name}", partial(self.save_index, suffix), key)
            for name, suffix, key in (
                ("Word", ".docx", "Ctrl+E"), ("Excel", ".xlsx", ""), ("PDF", ".pdf", "")
            )
        ]  # fmt: skip
        page.export_button.menu().addSeparator()
        self._line("导出年度归档…", self.export_year, "Ctrl+Shift+E")
        page.export_button.menu().addSeparator()
        self._line("保管期满清单 PDF", partial(self.save_expired, ".pdf"))
        self._line("保管期满清单 Excel", partial(self.save_expired, ".xlsx"))
        self._line("利用登记 PDF", partial(self.save_uses, ".pdf"))
        self._line("利用登记 Excel", partial(self.save_uses, ".xlsx"))

    def enable(self) -> None:
        """Offer what there is something for."""
        shelved = self._page.shelved
        for line in self._of_issue:
            line.setEnabled(shelved is not None and bool(shelved.pdf))
        for line in self._of_index:
            line.setEnabled(shelved is not None)

    def save_issue(self, suffix: str) -> None:
        """Save the frozen file of the issue on show, byte for byte."""
        shelved, page = self._page.shelved, self._page
        if shelved is None:
            return
        digest, kind = (
            (shelved.pdf, "PDF 文件") if suffix == ".pdf" else (shelved.docx, "Word 文档")
        )
        path = save_path(page, page.name_of(shelved), suffix, kind)
        if path is None:
            return
        store, issue_id = page.session.store, shelved.id

        def write() -> None:
            with store.read() as work:
                data = work.files.get(digest)
            keep_file(page.session, path, data, f"issue:{issue_id}")

        page.session.do(write, note=f"已存为 {path.name}")

    def carry_out(self) -> None:
        """Carry the issue on show out under a pass phrase."""
        from ui.secrecy.carry_window import open_carrying  # noqa: PLC0415 - loaded on use

        if self._page.shelved:
            open_carrying(self._page.session, self._page, [f"issue:{self._page.shelved.id}"])

    def save_index(self, suffix: str) -> None:
        """Save the index of the year that the issue on show is of."""
        shelved, page = self._page.shelved, self._page
        if shelved is None:
            return
        name = page.name_of(shelved).partition("》")[0].removeprefix("《")
        kind, write = _FORMS[suffix]
        path = save_path(page, f"《{name}》{shelved.day.year}年度目录", suffix, kind)
        if path is None:
            return
        today = page.session.today()
        job = yearly_index(page.session.store, shelved.publication_id, shelved.day.year, today)

        def done(table: Register) -> None:
            page.session.do(
                lambda: keep_file(page.session, path, write(table)),
                note=f"已存为 {path.name}：{table.about}",
            )

        page.session.start(job, done=done)

    def save_expired(self, suffix: str) -> None:
        """Save the list of issues whose time is over."""
        page = self._page
        today = page.session.today()
        page.tree.choose_shelf(Shelf.EXPIRED)
        rows = [(line.publication, line.issue) for line in page.lines.rows if line.issue]
        self._save(expired_list(rows, today), suffix)

    def save_uses(self, suffix: str) -> None:
        """Save the whole use register."""
        page = self._page
        today = page.session.today()
        page.tree.choose_shelf(Shelf.USES)
        names = page.issue_names()
        self._save(use_list([(names[use.issue_id], use) for use in page.uses.rows], today), suffix)

    def _save(self, table: Register, suffix: str) -> None:
        page, (kind, write) = self._page, _FORMS[suffix]
        if not table.count:
            page.session.fail(DeskError(f"“{table.title}”里没有内容，不用导出。"))
            return
        path = save_path(page, table.title, suffix, kind)
        if path:
            page.session.do(
                lambda: keep_file(page.session, path, write(table)), note=f"已存为 {path.name}"
            )

    def export_year(self) -> None:
        """Ask where to, then write the year of the issue on show, of all publications."""
        page, shelved = self._page, self._page.shelved
        year = page.tree.choice.year or (shelved.day.year if shelved else 0)
        if not year:
            page.session.fail(DeskError("还没有印发过刊物，没有可以归档的。"))
            return
        parent = open_folder(page, f"{year}年度归档存到哪个文件夹")
        if parent is None:
            return
        folder = free_folder(parent, f"{year}年度归档")
        is_new = folder.name == f"{year}年度归档"
        if is_new or page.session.messages.ask(
            f"“{parent.name}”里已经有{year}年度归档，不会覆盖它。\n另存为“{folder.name}”？",
            "另存",
        ):
            self.write_year(year, folder)

    def write_year(self, year: int, folder: Path) -> None:
        """Write a year into a new folder, with progress and a way to cancel it."""
        session = self._page.session
        job = export_year(session.store, year, folder, session.settings.office, by=session.by())
        session.start(job, done=self._on_exported)

    def _on_exported(self, done: Exported) -> None:
        left_out = f"，{len(done.left_out)} 期没有定版文件" if done.left_out else ""
        self._page.session.messages.note(
            f"已导出 {done.issues} 期到“{done.folder.name}”，已核对 {done.files} 个文件{left_out}"
        )

    def _line(self, words: str, act: Callable[[], None], key: str = "") -> QAction:
        menu = self._page.export_button.menu()
        line = menu.addAction(f"{words}\t{key}" if key else words)
        line.triggered.connect(lambda _on=False: act())
        if key:
            bind(self._page, key, line.trigger)
        return line
