"""The compared text on paper: looked at, printed, kept as a file."""

from PySide6.QtWidgets import QWidget

from desk.comparison.model import Comparison
from desk.comparison.versions import Version
from desk.drafts import Draft
from desk.reports.collation import Collation
from ui.dialogs import save_path
from ui.leaving import keep_file
from ui.paper_window import PaperWindow
from ui.session import Session

_KINDS = {".pdf": "PDF 文件", ".docx": "Word 文档"}


class ComparePaper:
    """Makes the 对照稿 of what an editor compares."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._parent = parent
        self.window: PaperWindow | None = None

    def collation(
        self, draft: Draft, versions: tuple[Version, Version], comparison: Comparison
    ) -> Collation:
        """Two versions of a draft, with its units by name."""
        session = self._session
        with session.store.read() as work:
            names = {unit.id: unit.name for unit in work.registry.units()}
        units = "、".join(names[one] for one in draft.unit_ids if one in names)
        old, new = versions
        by = session.by()
        office = session.settings.office
        return Collation(office, units, draft.id, old, new, comparison, by.who, by.now)

    def show(self, collation: Collation) -> None:
        """Show the pages as they will be printed."""
        from desk.reports.collation_pdf import collation_pdf  # noqa: PLC0415 - heavy, on use

        self._session.look(
            lambda: collation_pdf(collation),
            lambda pdf: self._open(f"draft:{collation.number}", collation.name, pdf),
        )

    def save(self, collation: Collation, suffix: str) -> None:
        """Ask where to keep it as a file of a kind, ``.pdf`` or ``.docx``."""
        path = save_path(self._parent, collation.name, suffix, _KINDS[suffix])
        if path is not None:
            self._session.do(
                lambda: keep_file(
                    self._session, path, _bytes(collation, suffix), f"draft:{collation.number}"
                ),
                note=f"已存为 {path.name}",
            )

    def _open(self, subject: str, name: str, pdf: bytes) -> None:
        if self.window is None:
            self.window = PaperWindow(self._session, self._parent)
        self.window.show_pdf(name, pdf, subject)


def _bytes(collation: Collation, suffix: str) -> bytes:
    from desk.reports.collation_docx import collation_docx  # noqa: PLC0415 - heavy, on use
    from desk.reports.collation_pdf import collation_pdf  # noqa: PLC0415 - heavy, on use

    return collation_pdf(collation) if suffix == ".pdf" else collation_docx(collation)
