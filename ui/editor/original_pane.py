"""The original as it came, or an earlier revision, beside the text."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from desk.drafts import Draft, Revision
from desk.office_clock import office_time
from ui import style
from ui.dialogs import save_path
from ui.editor.objects import Pictures
from ui.editor.table_looking import TableLooking
from ui.editor.text_view import TextView
from ui.icons import icon
from ui.leaving import keep_file
from ui.session import Session


class OriginalPane(QFrame):
    """Read-only, with what the reader was unsure of above it."""

    def __init__(self, session: Session, pictures: Pictures, look: style.Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._session = session
        self._draft: Draft | None = None
        self.heading = QLabel()
        self.heading.setObjectName("sectionTitle")
        self.source = QLabel()
        self.source.setObjectName("muted")
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self.back = QPushButton("回到原稿")
        self.back.setObjectName("link")
        self.back.setToolTip("不看这一版了，回到来稿原文")
        self.back.clicked.connect(self._show_original)
        self.copy_button = QToolButton()
        self.copy_button.setIcon(icon("download"))
        self.copy_button.setAutoRaise(True)
        self.copy_button.setToolTip("另存来稿原件（Ctrl+Shift+S）")
        self.copy_button.clicked.connect(self.save_copy)
        self.text = TextView(pictures, look.px(15))
        self.text.setObjectName("paper")
        self.tables = TableLooking(self.text)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 6, 0)
        head.addWidget(self.heading)
        head.addWidget(self.source, 1)
        head.addWidget(self.back)
        head.addWidget(self.copy_button)
        self.notes.setContentsMargins(12, 0, 12, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.notes)
        layout.addWidget(self.text, 1)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft's original; another revision of the same draft on show stays."""
        same = self._draft is not None and self._draft.id == draft.id
        self._draft = draft
        self.copy_button.setEnabled(bool(draft.original.digest))
        lines = "\n".join(f"▲ {note}" for note in draft.notes)
        self.notes.setText(lines)
        self.notes.setVisible(bool(lines))
        if not same:
            self._show_original()

    def show_revision(self, one: Revision) -> None:
        """Show an earlier revision in the original's place."""
        self.heading.setText(f"第 {one.number} 版")
        self.source.setText(f"{office_time(one.saved):%m-%d %H:%M}　{one.who}")
        self.back.show()
        self.text.show_body(one.body)

    def show_source(self, number: str, told: str, source: Draft) -> None:
        """Show the original of one of a composite's sources in the original's place."""
        self.heading.setText(f"来源 {number}")
        metrics = self.source.fontMetrics()
        self.source.setText(metrics.elidedText(told, Qt.TextElideMode.ElideRight, 220))
        self.source.setToolTip(told)
        self.back.show()
        self.text.show_body(source.original.body)

    def save_copy(self) -> None:
        """Write the original file, byte for byte, where the clerk wants it."""
        draft = self._draft
        if draft is None or not draft.original.digest:
            return
        name = Path(draft.original.name)
        path = save_path(self, name.stem, name.suffix or ".txt", "来稿原件")
        if path is not None:
            self.write_copy(path)

    def write_copy(self, path: Path) -> None:
        """Write the original file to a path."""
        draft, store = self._draft, self._session.store
        if draft is None:
            return
        digest, subject = draft.original.digest, f"draft:{draft.id}"

        def write() -> None:
            with store.read() as work:
                data = work.files.get(digest)
            keep_file(self._session, path, data, subject)

        self._session.do(write, note=f"已另存 {path.name}")

    def _show_original(self) -> None:
        if self._draft is None:
            return
        self.back.hide()
        self.heading.setText("原稿")
        name = self._draft.original.name
        metrics = self.source.fontMetrics()
        self.source.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, 220))
        self.source.setToolTip(name)
        self.text.show_body(self._draft.original.body)
