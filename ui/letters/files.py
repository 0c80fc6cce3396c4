"""Letters as files: one PDF of all, or a .docx or .xlsx for each unit."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk.posting import Write, existing, file_names, post
from desk.reports.letter import Letter
from ui.dialogs import open_folder, save_path
from ui.leaving import keep_file, keep_folder
from ui.session import Session

_SHOWN = 3  # names in a question


class LetterFiles:
    """Asks where to, and says in ``tell`` what came of it."""

    def __init__(self, session: Session, parent: QWidget, tell: Callable[[str], None]) -> None:
        self._session = session
        self._parent = parent
        self._tell = tell

    def word(self, letters: Sequence[Letter], kind: str) -> None:
        """A .docx for each unit."""
        from desk.reports.letter_docx import letter_docx  # noqa: PLC0415 - heavy, loaded on use

        self._save(letters, kind, ".docx", "Word 文件", letter_docx)

    def excel(self, letters: Sequence[Letter], kind: str) -> None:
        """An .xlsx for each unit."""
        from desk.reports.letter_sheet import letter_xlsx  # noqa: PLC0415 - heavy, loaded on use

        self._save(letters, kind, ".xlsx", "Excel 文件", letter_xlsx)

    def pdf(self, letters: Sequence[Letter], kind: str) -> None:
        """One PDF of all."""
        from desk.reports.letter_pdf import letters_pdf  # noqa: PLC0415 - heavy, loaded on use

        to = letters[0].to if len(letters) == 1 else f"{len(letters)}个单位"
        path = save_path(self._parent, f"{kind}（{to}）", ".pdf", "PDF 文件")
        if path:
            self._write(path, lambda: letters_pdf(tuple(letters)))

    def _save(
        self, letters: Sequence[Letter], kind: str, suffix: str, what: str, write: Write
    ) -> None:
        if len(letters) == 1:
            path = save_path(self._parent, f"{letters[0].to}－{kind}", suffix, what)
            if path:
                self._write(path, lambda: write(letters[0]))
            return
        folder = open_folder(self._parent, f"{len(letters)} 个文件存到哪个文件夹")
        if folder is not None:
            self._post(folder, letters, suffix, write)

    def _write(self, path: Path, made: Callable[[], bytes]) -> None:
        self._session.do(
            lambda: keep_file(self._session, path, made()),
            done=lambda _size: self._tell(f"已存为 {path.name}"),
        )

    def _posted(self, folder: Path, count: int) -> None:
        keep_folder(self._session, folder, count)
        self._tell(f"已在“{folder.name}”存了 {count} 个文件，每个单位一个")

    def _post(self, folder: Path, letters: Sequence[Letter], suffix: str, write: Write) -> None:
        names = file_names(letters, suffix)
        there = existing(folder, names)
        over = bool(there)
        if there:
            shown = "、".join(there[:_SHOWN]) + (f"等 {len(there)} 个" if there[_SHOWN:] else "")
            question = f"“{folder}”里已经有同名文件：{shown}。要用新的覆盖它们吗？"
            if not self._session.messages.ask(question, "覆盖", danger=True):
                return
        self._session.start(
            post(folder, names, write, over=over),
            done=partial(self._posted, folder),
            cancelled=lambda: self._tell("已停下，写好的文件留着"),
        )
