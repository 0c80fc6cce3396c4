"""约稿通知单 on paper: a page a unit or one page for all, with a receipt to cut off or without."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from desk.commissions.commission import Commission, Task
from desk.commissions.rules import CommissionRules
from desk.layout.forms import Form, form_docx, form_pdf
from desk.reports.commission_forms import TITLE, common_forms, unit_forms, word_form
from desk.units import Unit
from ui import style
from ui.dialogs import save_path
from ui.leaving import keep_file
from ui.paper_window import PaperWindow
from ui.session import Session


class NoticePaper(PaperWindow):
    """What is ticked here shows at once; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._commission: Commission | None = None
        self._units: Sequence[Unit] = ()
        self.each = QCheckBox("一家一页")
        self.each.setToolTip("不勾：一页通知，附单位名单")
        self.each.setChecked(True)
        self.receipt = QCheckBox("带回执")
        self.word = QPushButton("存为 Word")
        self.word.setToolTip("一页通知，存成 Word 再改")
        self.word.clicked.connect(self.save_word)
        row = QHBoxLayout()
        row.setSpacing(2 * style.GAP)
        row.addWidget(self.each)
        row.addWidget(self.receipt)
        row.addStretch(1)
        row.addWidget(self.word)
        self.content.insertLayout(1, row)
        for one in (self.each, self.receipt):
            one.toggled.connect(lambda _on: self._show())

    def open_for(self, commission: Commission) -> None:
        """Show the notices of a commission, those of exempt units left out."""
        store = self.session.store

        def read() -> tuple[list[Unit], CommissionRules]:
            with store.read() as work:
                return work.registry.units(), work.matters.policy(CommissionRules())

        self.session.look(read, lambda found: self._begin(commission, *found))

    def forms(self) -> list[Form]:
        """The pages as they are ticked."""
        held = self._commission
        assert held is not None  # noqa: S101 - it is opened for one
        settings, day, receipt = self.session.settings, self.session.today(), self._has_receipt
        if self.each.isChecked():
            names = [one.name for one in self._units]
            return unit_forms(settings.office, held, names, day, receipt=receipt)
        names = [one.short for one in self._units]
        return common_forms(settings.office, held, names, day, receipt=receipt)

    def save_word(self) -> None:
        """Keep the notice to all as a Word file, to be changed there."""
        held, path = self._commission, save_path(self, TITLE, ".docx", "Word 文档")
        if path and held:
            names = [one.short for one in self._units]
            form = word_form(
                self.session.settings.office,
                held,
                names,
                self.session.today(),
                receipt=self._has_receipt,
            )
            self.session.do(
                lambda: keep_file(self.session, path, form_docx(form)),
                done=lambda _size: self.note.setText(f"已存为 {path.name}"),
            )

    @property
    def _has_receipt(self) -> bool:
        return self.receipt.isChecked()

    def _begin(self, commission: Commission, units: Sequence[Unit], rules: CommissionRules) -> None:
        known = {one.id: one for one in units}
        asked = [one for one in commission.tasks if not one.exempt and one.unit_id in known]
        self._commission = None  # the ticks show nothing yet
        self.receipt.setChecked(rules.receipt)
        self._units = [known[one.unit_id] for one in asked]
        self._commission = _only(commission, asked)
        if not asked:
            self.session.messages.note("这份约稿没有要通知的单位")
            return
        self._show()

    def _show(self) -> None:
        if self._commission is not None:
            forms, title = self.forms(), f"{TITLE}　{self._commission.title}"
            self.session.look(lambda: form_pdf(forms), lambda pdf: self.show_pdf(title, pdf))


def _only(commission: Commission, tasks: Sequence[Task]) -> Commission:
    return replace(commission, tasks=tuple(tasks))
