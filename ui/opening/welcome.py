"""The first start in an empty folder: a new office, or one that goes on from a package."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desk.paths import Paths
from ui.fitted_dialog import FittedDialog
from ui.opening.packages import choose_package

_WIDTH = 520
_NEW = "还没有数据的新用户：从空白开始，刊物、栏目和计分办法先给一套样子，以后都能改。"
_MOVE = (
    "换电脑、接手工作或重装系统：①在旧电脑上打开“设置 → 备份与恢复”，点“备份到…”写一份到U盘；"
    "②把U盘插到这台电脑上；③点下面的按钮选中它。来稿、刊物、得分、设置、模板和字体都会过来。"
)


class WelcomeDialog(FittedDialog):
    """Accepted: go on, with ``package`` where one was chosen (else a new office)."""

    def __init__(self, paths: Paths) -> None:
        super().__init__(_WIDTH)
        self.setWindowTitle("信息编报台")
        self.package: Path | None = None
        title = QLabel("第一次使用")
        title.setObjectName("pageTitle")
        where = QLabel(f"数据文件夹还是空的：{paths.data}", wordWrap=True)
        where.setObjectName("muted")
        self.new = QPushButton("新建办公室")
        self.new.setObjectName("primary")
        self.go_on = QPushButton("从备份或交接包继续…")
        self.leave = QPushButton("退出")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for one in (title, where, QLabel(_NEW, wordWrap=True), self.new):
            layout.addWidget(one)
        layout.addSpacing(12)
        layout.addWidget(QLabel(_MOVE, wordWrap=True))
        layout.addWidget(self.go_on)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        layout.addLayout(row)
        self.new.clicked.connect(self.accept)
        self.go_on.clicked.connect(self._choose)
        self.leave.clicked.connect(self.reject)
        self.new.setFocus()

    def _choose(self) -> None:
        self.package = choose_package(self)
        if self.package:
            self.accept()
