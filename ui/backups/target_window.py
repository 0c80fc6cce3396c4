"""备份到…: a backup in a place of the clerk's, under a password of its own if wanted."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desk.backups.backup import Backup, Reason
from desk.errors import FieldError
from desk.leaving import Leaving, Way
from desk.secrecy.grades import EVERYTHING
from desk.vault.passwords import must_do
from ui import style
from ui.backups.keeping import Keeping
from ui.dialogs import open_folder
from ui.leaving import record_out
from ui.locking.new_password import RevealingField
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (560, 300)
_ABOUT = (
    "整个办公室写成一个文件：来稿、刊物、得分、设置、模板、字体都在里面。换电脑时在新电脑上"
    "第一次启动选“从备份或交接包继续”就行。带出单位的，请设口令；口令忘了，这份备份谁也打不开。"
)


class TargetWindow(FormWindow):
    """Place and password; the deed runs on after the window is closed."""

    title: ClassVar[str] = "备份到…"
    chapter: ClassVar[str] = "backups"
    about: ClassVar[str] = _ABOUT
    words: ClassVar[str] = "开始备份"
    label: ClassVar[str] = "备份口令"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, self.title, self.chapter)
        self.folder = QLineEdit()
        self.folder.setPlaceholderText("U盘或别的文件夹")
        self.choose = QPushButton("选择…")
        self.choose.setToolTip("选择放备份的文件夹")
        self.choose.clicked.connect(self._choose)
        self.password = RevealingField("不设口令的留空")
        self.again = RevealingField("和上面一样")
        about = QLabel(self.about, wordWrap=True)
        about.setObjectName("muted")
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow("放到", row)
        form.addRow(self.label, self.password)
        form.addRow("再输一次", self.again)
        self.content.addWidget(about)
        self.content.addLayout(form)
        self.content.addStretch(1)
        self.content.addLayout(
            self.foot(self.deed(self.words, f"{self.words}（Ctrl+Enter）", self.act))
        )

    def begin(self) -> None:
        """Start anew; the folder stays as it was."""
        self.password.clear()
        self.again.clear()
        self.tell("")
        self.come_up(self.folder)

    def act(self) -> None:
        """Write the backup."""
        keeping = Keeping.of(self.session)
        sentence = self._fault()
        if keeping.is_busy:
            sentence = "正在写另一份备份，请等它写完再试。"
        self.tell(sentence)
        if sentence:
            return
        self.start(keeping, Path(self.folder.text().strip()), self.password.text())
        self.close()

    def start(self, keeping: Keeping, folder: Path, password: str) -> None:
        """Begin to write."""
        write = self.session.store.backups.write
        keeping.start(write(folder, reason=Reason.MANUAL, password=password), done=self._on_written)

    def _fault(self) -> str:
        folder = self.folder.text().strip()
        if not folder or not Path(folder).is_dir():
            return "没有这个文件夹，请点“选择…”选一个。"
        if self.password.text() != self.again.text():
            return "两次输入的口令不一样，请重新输入。"
        try:
            if self.password.text():
                must_do(self.password.text())
        except FieldError as error:
            return str(error)
        return ""

    def _on_written(self, made: Backup) -> None:
        record_out(self.session, Leaving(Way.BACKUP, "备份", str(made.path), (EVERYTHING,)))
        self.session.messages.note(f"备份已写好并通过校验：{made.path}")

    def _choose(self) -> None:
        chosen = open_folder(self, "备份放到哪里")
        if chosen:
            self.folder.setText(str(chosen))
